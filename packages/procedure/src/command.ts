import type {
  Anchor,
  BlobRef,
  Channel,
  Correction,
  CommentId,
  CommentKind,
  DispositionId,
  DispositionKind,
  ChangedPlace,
  DocumentId,
  OrganisationId,
  PersonId,
  RoundId,
  VersionId,
} from '@draagvlak/review';
import type { DossierRole, Phase } from './definition.ts';
import type { HandlingCommand } from './handling.ts';
import type { DocumentKind, Member, Party, Reference, RemarkKind, SectionImpact } from './fact.ts';

/** What a decision demands is checked by `decide`; here all is optional, as a form hands it over. */
export interface DecisionInput {
  readonly kind: DispositionKind;
  readonly motivation: string;
  readonly places: readonly ChangedPlace[];
  readonly into: CommentId | null;
}

/**
 * What somebody asks for. Ids of new things are made by who asks, so that a second submit of the same command is
 * recognised and answered without acting twice. Words are plain strings here; empty means none.
 */
export type Command =
  | HandlingCommand
  | {
      readonly type: 'open-dossier';
      readonly definition: string;
      readonly title: string;
      readonly qualifications: readonly string[];
      readonly documents: readonly {
        readonly id: DocumentId;
        readonly kind: DocumentKind;
        readonly title: string;
        readonly draft: string;
      }[];
      readonly members: readonly Member[];
    }
  | { readonly type: 'add-member'; readonly member: Member }
  | { readonly type: 'remove-member'; readonly person: PersonId; readonly role: DossierRole }
  | {
      readonly type: 'set-planning';
      readonly phase: Phase;
      readonly from: string;
      readonly until: string;
      readonly reason: string;
    }
  | { readonly type: 'add-reference'; readonly reference: Reference }
  | { readonly type: 'remove-reference'; readonly reference: string }
  | { readonly type: 'start-draft'; readonly document: DocumentId; readonly from: 'template' | 'import' }
  /** With the text that is in force, adopted in another dossier. */
  | {
      readonly type: 'start-draft';
      readonly document: DocumentId;
      readonly from: 'version';
      readonly version: VersionId;
      /** Whether that text began from the template; this and the clocks the server fills in. */
      readonly fromTemplate: boolean;
      /** Blob with the clock map of the draft as it began. */
      readonly clocks: BlobRef | null;
    }
  | {
      readonly type: 'enter-phase';
      readonly phase: Phase;
      readonly reason: string;
      readonly closes: string | null;
      readonly round: RoundId | null;
    }
  | { readonly type: 'answer-rules-question'; readonly changesRules: boolean; readonly list: string }
  | { readonly type: 'record-committee-decision'; readonly on: string; readonly minutes: string }
  /** The server fills in what it froze; see `Frozen`. */
  | {
      readonly type: 'freeze';
      readonly document: DocumentId;
      readonly version: VersionId;
      readonly number: string;
      readonly note: string;
    }
  /** Mends mistakes in a frozen text by a further version beside it; the server makes that text. */
  | {
      readonly type: 'make-erratum';
      readonly of: VersionId;
      readonly version: VersionId;
      readonly corrections: readonly Correction[];
      readonly note: string;
    }
  | { readonly type: 'publish'; readonly versions: readonly VersionId[]; readonly where: string }
  | { readonly type: 'extend-round'; readonly round: RoundId; readonly closes: string; readonly reason: string }
  | { readonly type: 'close-round'; readonly round: RoundId }
  | { readonly type: 'record-notices'; readonly round: RoundId; readonly people: number }
  | {
      readonly type: 'record-meeting';
      readonly kind: 'presentation' | 'summary';
      readonly on: string;
      readonly report: string;
    }
  | { readonly type: 'record-survey'; readonly round: RoundId; readonly responses: number; readonly report: string }
  | {
      readonly type: 'submit-comment';
      readonly comment: CommentId;
      readonly version: VersionId;
      readonly anchor: Anchor;
      readonly kind: CommentKind;
      readonly body: string;
      readonly proposal: string | null;
      readonly follows: CommentId | null;
      /** Only the secretary registers for somebody else. */
      readonly registered: {
        readonly by: PersonId;
        readonly organisation: OrganisationId | null;
        readonly party: Party;
        readonly channel: Channel;
        readonly receivedAt: string;
      } | null;
    }
  | {
      readonly type: 'edit-comment';
      readonly comment: CommentId;
      readonly kind: CommentKind;
      readonly body: string;
      readonly proposal: string | null;
    }
  | { readonly type: 'withdraw-comment'; readonly comment: CommentId }
  | { readonly type: 'reply'; readonly comment: CommentId; readonly reply: string; readonly body: string }
  | { readonly type: 'publish-comments'; readonly round: RoundId }
  | {
      readonly type: 'propose-disposition';
      readonly disposition: DispositionId;
      readonly comment: CommentId;
      readonly decision: DecisionInput;
      readonly supersedes: DispositionId | null;
      /** Only where nothing is decided or proposed yet. */
      readonly fresh?: boolean | undefined;
    }
  | { readonly type: 'confirm-disposition'; readonly disposition: DispositionId }
  | { readonly type: 'take-back-disposition'; readonly disposition: DispositionId }
  | {
      readonly type: 'attach-ground';
      readonly document: DocumentId;
      readonly before: VersionId;
      readonly after: VersionId | null;
      readonly change: string;
      readonly comment: CommentId | null;
      readonly reason: string;
    }
  | {
      readonly type: 'settle-finding';
      readonly document: DocumentId;
      readonly finding: string;
      readonly reason: string;
    }
  | {
      readonly type: 'confirm-placement';
      readonly comment: CommentId;
      readonly target: VersionId | 'draft';
      readonly anchor: Anchor | null;
    }
  | { readonly type: 'name-impact-group'; readonly people: readonly PersonId[] }
  | {
      readonly type: 'report-impact';
      readonly report: string;
      /** What it means for parts of a concept; a part without words on any axis is left out. */
      readonly sections?: readonly SectionImpact<string>[];
    }
  | { readonly type: 'declare-impact-not-applicable'; readonly reason: string }
  | {
      readonly type: 'remark-on-change';
      readonly remark: string;
      readonly document: DocumentId;
      readonly before: VersionId;
      readonly after: VersionId;
      readonly change: string;
      readonly kind: RemarkKind;
      /** The question or remark that an answer is about; absent with the others. */
      readonly about?: string | null;
      readonly body: string;
    }
  | {
      readonly type: 'decide';
      readonly outcome: 'approved' | 'approved-provided' | 'returned';
      readonly on: string;
      readonly present: number;
      readonly reasons: string;
      readonly versions: readonly VersionId[];
    }
  | { readonly type: 'adopt'; readonly effective: string; readonly transition: string }
  | { readonly type: 'withdraw-dossier'; readonly reason: string }
  | { readonly type: 'redact-words'; readonly blob: string; readonly replacement: string; readonly reason: string }
  | { readonly type: 'erase-words'; readonly blob: string; readonly reason: string };

export type CommandType = Command['type'];
