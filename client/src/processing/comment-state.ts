import type { CommentView, DispositionView, WorkbenchView } from '@draagvlak/contract/client';

export type WorkComment = WorkbenchView['comments'][number];

export const COMMENT_STATES = ['open', 'proposed', 'confirmed', 'withdrawn'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

/** How far the committee is with a comment. A withdrawn one needs nothing any more. */
export function stateOf(comment: Pick<CommentView, 'withdrawnAt' | 'standing'>): CommentState {
  if (comment.withdrawnAt !== null) return 'withdrawn';
  if (comment.standing === null) return 'open';
  return comment.standing.confirmedAt === null ? 'proposed' : 'confirmed';
}

export const isDone = (comment: Pick<CommentView, 'withdrawnAt' | 'standing'>): boolean =>
  ['confirmed', 'withdrawn'].includes(stateOf(comment));

/** The proposal that waits for the chair, also one that would correct a confirmed decision. */
export function pendingOf(comment: Pick<CommentView, 'history'>): DispositionView | null {
  const last = comment.history.filter(({ takenBackAt }) => takenBackAt === null).at(-1);
  return last !== undefined && last.confirmedAt === null ? last : null;
}

/** Who sent it, as the list can filter on it: the organisation, or the person where there is none. */
export const submitterOf = ({ by }: Pick<CommentView, 'by'>): string => by.organisation ?? by.name;
