import type { Comparison } from '@draagvlak/compare';
import type { DocumentJson } from '@draagvlak/document';
import type { Comment, CommentId, PersonId, Placement } from './comment.ts';
import { standing } from './disposition.ts';
import { Touched } from './touched.ts';

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

/** What the attribution says about one change; `ChangeAttribution` fits. */
export interface AttributedChange {
  readonly key: string;
  readonly people: readonly PersonId[];
  readonly comments: readonly CommentId[];
  readonly mixed: boolean;
}

/** A ground that somebody attached to a change afterwards: a comment, or own initiative with its reason. */
export interface AttachedGround {
  readonly change: string;
  readonly comment: CommentId | null;
  readonly reason: string | null;
  readonly by: PersonId | null;
}

export interface LedgerInput {
  /** Comments made on the first version. */
  readonly comments: readonly Comment[];
  readonly before: DocumentJson;
  readonly after: DocumentJson;
  readonly comparison: Comparison;
  readonly attributions: readonly AttributedChange[];
  readonly grounds: readonly AttachedGround[];
  /** Where comments stand in the second version, by comment. */
  readonly placements: ReadonlyMap<CommentId, Placement>;
}

/**
 * Every ground of every change, in the order of the changes. A comment that is only nearby is an `overlap`, and only
 * where nothing stronger ties it to that change; withdrawn comments ground what was recorded for them and nothing else.
 */
export function ledger(input: LedgerInput): Link[] {
  const touched = new Touched(input.before, input.after, input.comparison);
  const attributions = new Map(input.attributions.map((one) => [one.key, one]));
  const living = input.comments.filter(({ withdrawnAt }) => withdrawnAt === null);
  return input.comparison.changes.flatMap((change) => {
    const links: Link[] = [];
    const link = (comment: CommentId | null, how: Link['how'], by: PersonId | null, reason: string | null = null) =>
      links.push({ change: change.key, comment, how, reason, by });

    const attribution = attributions.get(change.key);
    const author = attribution?.people.length === 1 ? attribution.people[0]! : null;
    for (const comment of attribution?.comments ?? []) link(comment, 'recorded', author);
    for (const comment of living) {
      const disposition = standing(comment);
      if (!disposition || !('places' in disposition.decision)) continue;
      if (disposition.decision.places.some((place) => touched.isAt(change, place))) {
        link(comment.id, 'disposition', disposition.proposedBy);
      }
    }
    for (const { comment, reason, by } of input.grounds.filter((ground) => ground.change === change.key)) {
      link(comment, 'attached', by, reason);
    }
    const tied = new Set(links.map(({ comment }) => comment));
    for (const { id, anchor } of living) {
      if (!tied.has(id) && touched.overlaps(change, anchor, input.placements.get(id) ?? null))
        link(id, 'overlap', null);
    }
    return links;
  });
}
