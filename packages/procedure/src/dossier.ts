import type { BlobRef, Comment, CommentId, DocumentId, PersonId, RoundId, VersionId, Words } from '@draagvlak/review';
import type { Phase, ProcedureDefinition } from './definition.ts';
import type { Bundle, Handling } from './handling.ts';
import type { DossierDocument, Entry, Fact, Member, Reference, Version } from './fact.ts';

/** Who acts, as the session knows them; roles come from the dossier. */
export interface Actor {
  readonly person: PersonId;
  /** Technical administrator of the installation: accounts only, no say in content. */
  readonly administrator: boolean;
  /** Works at the secretariat: may begin dossiers, name qualifications and register people. Absent means no. */
  readonly secretariat?: boolean;
}

/** Who asks without being known: the public, which reads what the table gives a reader and is in no dossier. */
export const publicActor: Actor = { person: '@public', administrator: false };

export interface FrozenVersion extends Version {
  readonly frozenAt: string;
  readonly frozenBy: PersonId | null;
  readonly publishedAt: string | null;
  readonly phase: Phase;
}

export interface Round {
  readonly id: RoundId;
  readonly kind: 'consultation' | 'inspection';
  readonly versions: readonly VersionId[];
  readonly opens: string;
  readonly closes: string;
  readonly closedAt: string | null;
  readonly notifiedAt: string | null;
  readonly notified: number;
  readonly commentsPublishedAt: string | null;
}

type Extract1<T extends Fact['type']> = Extract<Fact, { type: T }>;
/** A fact that is kept as it came, with when and by whom. */
export type Recorded<T extends Fact['type']> = Extract1<T> & { readonly at: string; readonly by: PersonId | null };

/** The whole state of a dossier, folded from its journal. Plain data. */
export interface Dossier {
  readonly id: string;
  /** Number of facts folded in. */
  readonly version: number;
  readonly definition: ProcedureDefinition;
  readonly title: string;
  readonly qualifications: readonly string[];
  readonly documents: readonly DossierDocument[];
  readonly startedDrafts: readonly DocumentId[];
  /** Documents whose draft began with a text of another dossier. */
  readonly basedOn: Readonly<Record<DocumentId, { readonly version: VersionId; readonly clocks: BlobRef | null }>>;
  /** Documents whose draft began from the template. */
  readonly templateDrafts: readonly DocumentId[];
  readonly members: readonly (Member & { readonly since: string })[];
  readonly formerMembers: readonly (Member & { readonly since: string; readonly until: string })[];
  readonly planning: Readonly<Partial<Record<Phase, { readonly from: string; readonly until: string }>>>;
  readonly references: readonly Reference[];
  readonly phase: Phase;
  /** Every phase ever entered, oldest first; the last one is `phase`. */
  readonly history: readonly {
    readonly phase: Phase;
    readonly at: string;
    readonly by: PersonId | null;
    readonly reason: Words | null;
  }[];
  readonly versions: readonly FrozenVersion[];
  readonly rounds: readonly Round[];
  readonly comments: readonly Comment[];
  /** Comments taken back at once: nobody sees them, their numbers stay used. */
  readonly takenBack: readonly CommentId[];
  /** The committee's division of its work, by comment. */
  readonly handling: ReadonlyMap<CommentId, Handling>;
  readonly bundles: readonly Bundle[];
  readonly rulesQuestion: Recorded<'rules-question-answered'> | null;
  readonly committeeDecisions: readonly Recorded<'committee-decided'>[];
  readonly meetings: readonly Recorded<'meeting-held'>[];
  readonly surveys: readonly Recorded<'survey-held'>[];
  readonly impactGroup: readonly PersonId[];
  readonly impact: Recorded<'impact-reported'> | Recorded<'impact-not-applicable'> | null;
  readonly grounds: readonly Recorded<'ground-attached'>[];
  readonly settledFindings: readonly Recorded<'finding-settled'>[];
  readonly confirmedPlacements: readonly Recorded<'placement-confirmed'>[];
  readonly placements: Readonly<Record<string, string>>;
  readonly remarks: readonly Recorded<'change-remarked'>[];
  readonly decisions: readonly Recorded<'steering-decided'>[];
  readonly adoption: Recorded<'adopted'> | null;
  /** Words that no other part of the dossier keeps: reasons of a changed planning or term. */
  readonly otherWords: readonly Words[];
  /** How many versions there were when the current phase was entered. */
  readonly versionsBeforePhase: number;
  /** Redacted words: old blob to new blob. */
  readonly redactions: Readonly<Record<string, string>>;
  readonly erased: readonly string[];
  readonly openedAt: string;
  readonly changedAt: string;
}

export type { Entry };
