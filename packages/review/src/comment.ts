/** Branded so that one kind of id is never passed for another; all are lower-case UUIDs made by who creates the thing. */
export type Id<Kind extends string> = string & { readonly __kind?: Kind };
export type PersonId = Id<'person'>;
export type OrganisationId = Id<'organisation'>;
export type CommentId = Id<'comment'>;
export type DispositionId = Id<'disposition'>;
export type VersionId = Id<'version'>;
export type DocumentId = Id<'document'>;
export type RoundId = Id<'round'>;
/** Where words are kept: name of a blob in the store. */
export type BlobRef = string & { readonly __kind?: 'blob' };

/**
 * What a person wrote. A fact never holds the words themselves once it is in the journal: `{ words }` is how a
 * command hands them over, `{ blob }` is how a fact points to them, so that they can be redacted or erased.
 */
export type Words = { readonly words: string } | { readonly blob: BlobRef };

/** Soort reactie. */
export const COMMENT_KINDS = ['editorial', 'substantive', 'question', 'objection', 'support'] as const;
export type CommentKind = (typeof COMMENT_KINDS)[number];

export const CHANNELS = ['web', 'survey', 'e-mail', 'meeting', 'word', 'letter'] as const;
export type Channel = (typeof CHANNELS)[number];

export type { Correction } from '@draagvlak/document';

export interface Point {
  /** Id of the text block. */
  readonly block: string;
  readonly offset: number;
}

export const ANCHOR_SCOPES = ['passage', 'section', 'block', 'row', 'column', 'cell', 'document'] as const;
export type AnchorScope = (typeof ANCHOR_SCOPES)[number];

/**
 * Where a comment stands, for ever, in the frozen version it was made on. `node` names the whole section (heading id),
 * block (paragraph, requirement, item, image), row, column or cell; a passage has `start` and `end` instead, which may
 * lie in different blocks.
 */
export interface Anchor {
  readonly version: VersionId;
  readonly scope: AnchorScope;
  /** Heading id of the innermost section; `null` for the whole document or before the first heading. */
  readonly section: string | null;
  readonly node: string | null;
  readonly start: Point | null;
  readonly end: Point | null;
  /** The words as they stood, with up to 32 characters on either side. */
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** The ladder from certain to lost; every rung is counted and shown. */
export const RUNGS = ['exact', 'moved', 'changed', 'replaced', 'uncertain', 'deleted', 'section', 'document'] as const;
export type Rung = (typeof RUNGS)[number];

/** Where an anchor stands in a later version or in the draft. */
export interface Placement {
  readonly rung: Rung;
  /** The nearest place to show it: a heading or block id that exists in the target; `null` for the whole document. */
  readonly section: string | null;
  readonly node: string | null;
  readonly start: Point | null;
  readonly end: Point | null;
  /** Share of the quoted characters that are still there, 0 to 1. */
  readonly survived: number;
  /** The words that now stand there. */
  readonly quote: string;
  /** A person looked and said so. */
  readonly confirmed?: boolean | undefined;
}

export interface Reply {
  readonly id: string;
  readonly by: PersonId;
  readonly at: string;
  readonly body: Words;
}

export interface Comment {
  readonly id: CommentId;
  /** "R07" in a consultation, "B02" in an inspection; given in the order of arrival per document. */
  readonly number: string;
  readonly round: RoundId;
  readonly document: DocumentId;
  readonly version: VersionId;
  readonly anchor: Anchor;
  readonly kind: CommentKind;
  readonly body: Words;
  /** Replacement for the quoted passage. */
  readonly proposal: Words | null;
  readonly by: PersonId;
  readonly organisation: OrganisationId | null;
  readonly channel: Channel;
  /** Instant it was submitted (ISO, UTC), which for a registered letter or mail is when it came in. */
  readonly at: string;
  readonly editedAt: string | null;
  /** Came in after the round closed. */
  readonly late: boolean;
  /** In an inspection: about a passage that did not change since the first concept, kept for the next revision. */
  readonly outOfScope: boolean;
  /** The earlier comment this objection upholds. */
  readonly follows: CommentId | null;
  readonly withdrawnAt: string | null;
  readonly replies: readonly Reply[];
  /** Every disposition ever proposed, oldest first; see `standing`. */
  readonly dispositions: readonly Disposition[];
}

/** Besluit op een reactie. "Open" is the absence of one; `withdrawn` is the submitter's act; `late` is a mark. */
export const DISPOSITION_KINDS = [
  'accepted',
  'partly-accepted',
  'not-accepted',
  'answered',
  'noted',
  'merged',
  'out-of-scope',
  'deferred',
] as const;
export type DispositionKind = (typeof DISPOSITION_KINDS)[number];

/** A place in the draft that bears a disposition out; ids live on into the next version. */
export interface ChangedPlace {
  readonly section: string | null;
  /** Block, row, cell or heading id. */
  readonly node: string;
}

export type Decision =
  | {
      readonly kind: 'accepted' | 'partly-accepted';
      readonly motivation: Words;
      readonly places: readonly ChangedPlace[];
    }
  | { readonly kind: 'not-accepted' | 'answered' | 'out-of-scope' | 'deferred'; readonly motivation: Words }
  | { readonly kind: 'noted'; readonly motivation: Words | null }
  | { readonly kind: 'merged'; readonly into: CommentId; readonly motivation: Words | null };

export interface Disposition {
  readonly id: DispositionId;
  readonly comment: CommentId;
  readonly decision: Decision;
  readonly proposedBy: PersonId;
  readonly proposedAt: string;
  readonly confirmedBy: PersonId | null;
  readonly confirmedAt: string | null;
  /** The confirmed disposition this one corrects. */
  readonly supersedes: DispositionId | null;
  readonly takenBackAt: string | null;
}
