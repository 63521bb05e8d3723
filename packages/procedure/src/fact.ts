import type {
  Anchor,
  Channel,
  CommentId,
  CommentKind,
  BlobRef,
  Decision,
  DispositionId,
  DocumentId,
  OrganisationId,
  PersonId,
  RoundId,
  VersionId,
  Words,
} from '@draagvlak/review';
import type { DossierRole, Phase, ProcedureDefinition } from './definition.ts';
import type { HandlingFact } from './handling.ts';

export const DOCUMENT_KINDS = ['taakprofiel', 'opleiderdocument'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Kind of party an invited person speaks for. */
export const PARTIES = [
  'opleider',
  'examencentrum',
  'opdrachtgever',
  'werkgever',
  'partner',
  'docent',
  'deelnemer',
  'wbc',
  'stuurgroep',
  'overig',
] as const;
export type Party = (typeof PARTIES)[number];

/** What a person says about a change; the committee answers. */
export const REMARK_KINDS = ['question', 'remark', 'advice', 'answer'] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];

/** What an impact analysis weighs, in the order in which it is told. */
export const IMPACT_AXES = ['quality', 'time', 'costs', 'acceptance'] as const;
export type ImpactAxis = (typeof IMPACT_AXES)[number];

/** What a concept means for one of its parts; `null` where the analysis says nothing on an axis. */
export type SectionImpact<Text> = {
  readonly document: DocumentId;
  /** Id of the heading. */
  readonly section: string;
} & { readonly [axis in ImpactAxis]: Text | null };

export interface Member {
  readonly person: PersonId;
  readonly role: DossierRole;
  readonly party: Party;
  /** `null` for a natural person who speaks for nobody else. */
  readonly organisation: OrganisationId | null;
  /** Invited to read along before it is this role's turn. */
  readonly invited?: boolean;
}

export interface DossierDocument {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  readonly title: string;
  /** Room and log of the living text. */
  readonly draft: string;
}

export interface Reference {
  readonly id: string;
  readonly title: string;
  readonly kind: 'file' | 'link';
  readonly blob: BlobRef | null;
  readonly href: string | null;
  /** Media type of a file. */
  readonly type: string | null;
}

/** A frozen text. `content` names the stored bytes: their SHA-256, so nobody can change them. */
export interface Version {
  readonly id: VersionId;
  readonly document: DocumentId;
  /** "0.1", "0.2", "0.9", "1.0"; an erratum "0.1.1". */
  readonly number: string;
  readonly title: string;
  readonly content: BlobRef;
  /** Blob with the clock map (attribution) of the same moment. */
  readonly clocks: BlobRef | null;
  readonly words: number;
  readonly erratumOf: VersionId | null;
  /** Of an erratum: blob with what was mended, and whether the draft was mended as well. */
  readonly corrections?: BlobRef;
  readonly note: Words | null;
}

/** Everything with accountability. Facts hold ids, codes, dates and {@link Words}, never a person's words in the journal. */
export type Fact =
  | HandlingFact
  | {
      readonly type: 'dossier-opened';
      readonly definition: ProcedureDefinition;
      readonly title: string;
      readonly qualifications: readonly string[];
      readonly documents: readonly DossierDocument[];
    }
  | { readonly type: 'member-added'; readonly member: Member }
  | { readonly type: 'member-removed'; readonly person: PersonId; readonly role: DossierRole }
  | {
      readonly type: 'planning-set';
      readonly phase: Phase;
      readonly from: string;
      readonly until: string;
      readonly reason: Words | null;
    }
  | { readonly type: 'reference-added'; readonly reference: Reference }
  | { readonly type: 'reference-removed'; readonly reference: string }
  | { readonly type: 'draft-started'; readonly document: DocumentId; readonly from: 'template' | 'import' }
  | {
      readonly type: 'draft-started';
      readonly document: DocumentId;
      readonly from: 'version';
      /** A version of another dossier: ids live on from it. */
      readonly version: VersionId;
      /** Whether that text began from the template itself. */
      readonly fromTemplate: boolean;
      /** Blob with the clock map (attribution) of the draft as it began. */
      readonly clocks: BlobRef | null;
    }
  | { readonly type: 'phase-entered'; readonly phase: Phase; readonly reason: Words | null }
  | { readonly type: 'rules-question-answered'; readonly changesRules: boolean; readonly list: Words | null }
  | { readonly type: 'committee-decided'; readonly on: string; readonly phase: Phase; readonly minutes: Words | null }
  | { readonly type: 'version-frozen'; readonly version: Version }
  | { readonly type: 'version-published'; readonly versions: readonly VersionId[]; readonly where: string }
  | {
      readonly type: 'round-opened';
      readonly round: RoundId;
      readonly kind: 'consultation' | 'inspection';
      readonly versions: readonly VersionId[];
      /** Instants (ISO, UTC); the round ends at the last second of its closing day in Amsterdam. */
      readonly opens: string;
      readonly closes: string;
    }
  | { readonly type: 'round-extended'; readonly round: RoundId; readonly closes: string; readonly reason: Words }
  | { readonly type: 'round-closed'; readonly round: RoundId }
  | { readonly type: 'stakeholders-notified'; readonly round: RoundId; readonly people: number }
  | {
      readonly type: 'meeting-held';
      readonly kind: 'presentation' | 'summary';
      readonly on: string;
      readonly report: Words | null;
    }
  | { readonly type: 'survey-held'; readonly round: RoundId; readonly responses: number; readonly report: Words | null }
  | {
      readonly type: 'comment-submitted';
      readonly comment: CommentId;
      readonly round: RoundId;
      readonly document: DocumentId;
      readonly version: VersionId;
      readonly anchor: Anchor;
      readonly kind: CommentKind;
      readonly body: Words;
      readonly proposal: Words | null;
      /** The submitter; differs from who acts when the secretary registers a letter, mail or remark. */
      readonly by: PersonId;
      readonly organisation: OrganisationId | null;
      readonly channel: Channel;
      readonly receivedAt: string;
      readonly follows: CommentId | null;
      readonly late: boolean;
      readonly outOfScope: boolean;
    }
  | {
      readonly type: 'comment-edited';
      readonly comment: CommentId;
      readonly kind: CommentKind;
      readonly body: Words;
      readonly proposal: Words | null;
    }
  | { readonly type: 'comment-withdrawn'; readonly comment: CommentId; readonly takenBack: boolean }
  | { readonly type: 'comment-replied'; readonly comment: CommentId; readonly reply: string; readonly body: Words }
  | { readonly type: 'comments-published'; readonly round: RoundId }
  | {
      readonly type: 'disposition-proposed';
      readonly disposition: DispositionId;
      readonly comment: CommentId;
      readonly decision: Decision;
      readonly supersedes: DispositionId | null;
    }
  | { readonly type: 'disposition-confirmed'; readonly disposition: DispositionId }
  | { readonly type: 'disposition-taken-back'; readonly disposition: DispositionId }
  | {
      readonly type: 'ground-attached';
      readonly document: DocumentId;
      /** Key of the change in the comparison of these two versions, or with the draft when `after` is `null`. */
      readonly before: VersionId;
      readonly after: VersionId | null;
      readonly change: string;
      readonly comment: CommentId | null;
      /** Own initiative (ambtshalve). */
      readonly reason: Words | null;
    }
  | {
      readonly type: 'finding-settled';
      readonly document: DocumentId;
      readonly finding: string;
      readonly reason: Words;
    }
  | {
      readonly type: 'placement-confirmed';
      readonly comment: CommentId;
      readonly target: VersionId | 'draft';
      readonly anchor: Anchor | null;
    }
  | { readonly type: 'placements-recorded'; readonly version: VersionId; readonly placements: BlobRef }
  | { readonly type: 'impact-group-named'; readonly people: readonly PersonId[] }
  | {
      readonly type: 'impact-reported';
      readonly report: Words;
      readonly sections?: readonly SectionImpact<Words>[];
    }
  | { readonly type: 'impact-not-applicable'; readonly reason: Words }
  | {
      readonly type: 'change-remarked';
      readonly remark: string;
      readonly document: DocumentId;
      readonly before: VersionId;
      readonly after: VersionId;
      readonly change: string;
      readonly kind: RemarkKind;
      /** The question or remark that an answer is about; absent with the others. */
      readonly about?: string;
      readonly body: Words;
    }
  | {
      readonly type: 'steering-decided';
      readonly outcome: 'approved' | 'approved-provided' | 'returned';
      readonly on: string;
      readonly present: number;
      readonly reasons: Words | null;
      /** Version and hash of what was decided on. */
      readonly decidedOn: readonly { readonly version: VersionId; readonly content: BlobRef }[];
    }
  | { readonly type: 'adopted'; readonly effective: string; readonly transition: Words | null }
  | { readonly type: 'dossier-withdrawn'; readonly reason: Words }
  | { readonly type: 'words-redacted'; readonly from: BlobRef; readonly to: BlobRef; readonly reason: string }
  | { readonly type: 'words-erased'; readonly blob: BlobRef; readonly reason: string };

export type FactType = Fact['type'];

/** A fact as the journal keeps it. `by` is `null` for what the clock did. */
export interface Entry {
  readonly version: number;
  readonly at: string;
  readonly by: PersonId | null;
  readonly fact: Fact;
  readonly hash: string;
}
