import type { CommentView, DossierView } from '@draagvlak/contract/client';

/** Versions people reacted to, each once. */
export function reactedVersions(view: DossierView): readonly string[] {
  return [...new Set(view.rounds.flatMap(({ versions }) => versions))];
}

/**
 * Objections that stand: not accepted, or only in part, or without an answer; not what was withdrawn, and not what a
 * later objection of the same submitter upholds, since that one is in the list itself.
 */
export function remainingObjections(comments: readonly CommentView[]): readonly CommentView[] {
  const upheld = new Set(comments.map(({ follows }) => follows));
  return comments.filter(
    ({ kind, withdrawnAt, standing, id }) =>
      kind === 'objection' &&
      withdrawnAt === null &&
      !upheld.has(id) &&
      (standing === null || standing.kind === 'not-accepted' || standing.kind === 'partly-accepted'),
  );
}
