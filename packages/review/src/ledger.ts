import type { CommentId, PersonId } from './comment.ts';

/** One ground for one change of a comparison. */
export interface Link {
  /** `Change.key` */
  readonly change: string;
  readonly comment: CommentId | null;
  /**
   * How we know: the server recorded that it was typed for the comment; the disposition names the place; somebody
   * attached it afterwards; or the change overlaps the passage the comment stands on (a proposal, not a fact).
   */
  readonly how: 'recorded' | 'disposition' | 'attached' | 'overlap';
  /** Own initiative (ambtshalve) with its reason, when `comment` is null. */
  readonly reason: string | null;
  readonly by: PersonId | null;
}

export const FINDING_KINDS = [
  'accepted-without-change',
  'change-without-ground',
  'comment-unanswered',
  'rejected-but-changed',
  'place-gone',
  'words-remain',
] as const;
/** Something that does not add up between what was promised and what was done. */
export interface Finding {
  /** Stable key, so that settling it survives a re-comparison. */
  readonly key: string;
  readonly kind: (typeof FINDING_KINDS)[number];
  readonly comment: CommentId | null;
  readonly change: string | null;
  /** Block or heading id to look at. */
  readonly node: string | null;
  /** Words concerned, for `words-remain`. */
  readonly text: string | null;
  /** Why the chair let it stand; `null` while open. */
  readonly settled: string | null;
}
