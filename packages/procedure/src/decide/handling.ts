import type { Comment, CommentId } from '@draagvlak/review';
import { findComment } from '../comment-index.ts';
import type { Context } from '../context.ts';
import type { Dossier } from '../dossier.ts';
import { bundleOf, handlingOf } from '../handling.ts';
import { activeRoles } from '../members.ts';
import { alreadyDone, facts, type Outcome, refuse } from '../refuse.ts';
import { dayOf, isDay } from '../term.ts';
import { isCommittee } from '../visible.ts';
import { type Give, isBlank, words } from './input.ts';

function living(dossier: Dossier, id: CommentId): Comment | null {
  const found = findComment(dossier, id);
  return found?.withdrawnAt === null ? found : null;
}

export function assignComment(dossier: Dossier, { comment, person, was }: Give<'assign-comment'>): Outcome {
  if (living(dossier, comment) === null) return refuse('unknown-comment', 'comment');
  if (person !== null && (!isCommittee(dossier, person) || activeRoles(dossier, person).length === 0)) {
    return refuse('unknown-person', 'person');
  }
  const { assignee } = handlingOf(dossier, comment);
  if (assignee === person) return alreadyDone;
  if (was !== undefined && was !== assignee) return refuse('changed-meanwhile', 'person');
  return facts({ type: 'comment-assigned', comment, person });
}

export function setCommentDue(
  dossier: Dossier,
  { comment, due, was }: Give<'set-comment-due'>,
  { now }: Context,
): Outcome {
  if (living(dossier, comment) === null) return refuse('unknown-comment', 'comment');
  if (due !== null && !isDay(due)) return refuse('date-invalid', 'due');
  const present = handlingOf(dossier, comment).due;
  if (present === due) return alreadyDone;
  if (was !== undefined && was !== present) return refuse('changed-meanwhile', 'due');
  // what is put back as it stood may be past by now
  if (due !== null && was === undefined && due < dayOf(now)) return refuse('date-in-past', 'due');
  return facts({ type: 'comment-due-set', comment, due });
}

export function discussComment(dossier: Dossier, { comment, message, body }: Give<'discuss-comment'>): Outcome {
  if (findComment(dossier, comment) === null) return refuse('unknown-comment', 'comment');
  if ([...dossier.handling.values()].some(({ talk }) => talk.some(({ id }) => id === message))) {
    return refuse('already-exists', 'message');
  }
  if (isBlank(body)) return refuse('words-required', 'body');
  return facts({ type: 'comment-discussed', comment, message, body: words(body.trim()) });
}

const sameComments = (one: readonly CommentId[], other: readonly CommentId[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));

export function bundleComments(dossier: Dossier, { bundle: id, comments, was }: Give<'bundle-comments'>): Outcome {
  const wanted = [...new Set(comments)];
  if (wanted.length < 2) return refuse('bundle-too-small', 'comments');
  const found = wanted.flatMap((one) => living(dossier, one) ?? []);
  const [first] = found;
  const present = dossier.bundles.find((one) => one.id === id);
  const document = present?.document ?? first?.document;
  if (document === undefined || found.length < wanted.length || found.some((one) => one.document !== document)) {
    return refuse('unknown-comment', 'comments');
  }
  if (present !== undefined && sameComments(present.comments, wanted)) return alreadyDone;
  if (was !== undefined && !sameComments(present?.comments ?? [], was)) return refuse('changed-meanwhile', 'comments');
  const elsewhere = wanted.some((one) => (bundleOf(dossier, one)?.id ?? id) !== id);
  if (elsewhere) return refuse('already-bundled', 'comments');
  return facts({ type: 'comments-bundled', bundle: id, document, comments: wanted });
}

export function dissolveBundle(dossier: Dossier, { bundle: id, was }: Give<'dissolve-bundle'>): Outcome {
  const present = dossier.bundles.find((one) => one.id === id);
  if (present === undefined) return refuse('unknown-bundle', 'bundle');
  if (present.comments.length === 0) return alreadyDone;
  if (was !== undefined && !sameComments(present.comments, was)) return refuse('changed-meanwhile', 'bundle');
  return facts({ type: 'bundle-dissolved', bundle: id });
}
