import type { BundleView, HandlingView, PersonView } from '@draagvlak/contract/server';
import { activeRoles, confirmedDisposition, dayOf, type Dossier, handlingOf, isCommittee } from '@draagvlak/procedure';
import type { Comment } from '@draagvlak/review';
import type { TalkMarks } from '../handling/talk-marks.ts';
import type { Asking } from './comments-view.ts';

/** How the committee handles each comment, for one of the committee. */
export async function handlingViews(
  { dossier, actor, now, people, words }: Asking,
  marks: TalkMarks,
): Promise<(comment: Comment) => Promise<HandlingView>> {
  const seen = await marks.of(actor.person, dossier.id);
  const today = dayOf(now);
  return async (comment) => {
    const { assignee, due, talk } = handlingOf(dossier, comment.id);
    const upTo = talk.findIndex(({ id }) => id === seen.get(comment.id));
    return {
      assignee: assignee === null ? null : people.person(assignee),
      due,
      overdue: due !== null && due < today && comment.withdrawnAt === null && confirmedDisposition(comment) === null,
      talk: await Promise.all(
        talk.map(async ({ id, by, at, body }) => ({
          id,
          by: people.person(by),
          at,
          body: await words.text(body, dossier),
        })),
      ),
      unread: talk.slice(upTo + 1).filter(({ by }) => by !== actor.person).length,
    };
  };
}

/** Bundles of which at least two comments are on the bench; a withdrawn one no longer counts. */
export function bundlesOf(dossier: Dossier, comments: readonly Comment[]): readonly BundleView[] {
  const present = new Set(comments.flatMap(({ id, withdrawnAt }) => (withdrawnAt === null ? [id] : [])));
  return dossier.bundles
    .map(({ id, comments: bundled }) => ({ id, comments: bundled.filter((one) => present.has(one)) }))
    .filter(({ comments: bundled }) => bundled.length > 1);
}

/** The committee, each once: who a comment can be assigned to. */
export function authorsOf({ dossier, people }: Pick<Asking, 'dossier' | 'people'>): readonly PersonView[] {
  const ids = new Set(dossier.members.map(({ person }) => person));
  return [...ids]
    .filter((person) => isCommittee(dossier, person) && activeRoles(dossier, person).length > 0)
    .map((person) => people.person(person));
}
