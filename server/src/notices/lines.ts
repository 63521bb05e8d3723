import type { NoticeView } from '@draagvlak/contract/server';
import { type Actor, dayOf, gatheringKey, isWaiting } from '@draagvlak/procedure';
import type { PeopleView } from '../dossiers/people-view.ts';
import { isRead, type Mark } from './marks.ts';
import type { Known } from './notices.ts';
import { hrefOf } from './place.ts';

/** One line: a notice that stands alone, or those of a kind that came on one day. */
export interface Line {
  readonly newest: Known;
  readonly unread: boolean;
  view(actor: Actor, people: PeopleView | undefined, now: string): NoticeView;
}

/** Lines, newest first. What is read and what is not stand in lines of their own, so that a line is one or the other. */
export function linesOf(notices: readonly Known[], mark: Mark): readonly Line[] {
  const gathered = new Map<string, Known[]>();
  const newestFirst = notices.toSorted((one, other) => (one.at > other.at ? -1 : one.at < other.at ? 1 : 0));
  for (const one of newestFirst) {
    const key = gatheringKey(one.notice);
    const line = key === null ? one.id : `${one.dossier.id} ${dayOf(one.at)} ${isRead(mark, one)} ${key}`;
    const list = gathered.get(line);
    if (list === undefined) gathered.set(line, [one]);
    else list.push(one);
  }
  return [...gathered.values()].flatMap((list) => {
    const [newest] = list;
    return newest === undefined ? [] : [lineOf(newest, list, !isRead(mark, newest))];
  });
}

function lineOf(newest: Known, list: readonly Known[], unread: boolean): Line {
  const { id, at, by, notice, dossier, href } = newest;
  const together = list.every((one) => one.by === by);
  return {
    newest,
    unread,
    view: (actor, people, now) => ({
      id,
      ids: list.map((one) => one.id),
      kind: notice.kind,
      topic: notice.topic,
      values: { ...notice.values },
      dossier: dossier.id,
      title: dossier.title,
      document: dossier.documents.find((one) => one.id === notice.about.document)?.kind ?? null,
      at,
      by: !together || by === null || people === undefined ? null : nameOf(newest, by, people),
      unread,
      waiting: list.some((one) => isWaiting(one.notice, dossier, actor.person, now)),
      href: href ?? hrefOf(notice, dossier, actor.person),
    }),
  };
}

/** Who sent a comment appears with the organisation they spoke for then. */
function nameOf({ notice: { kind, about }, dossier }: Known, by: string, people: PeopleView) {
  const comment = dossier.comments.find((one) => one.id === about.comment);
  const sent = kind === 'comment-received' || kind === 'comment-withdrawn';
  return sent && comment?.by === by ? people.submitter(by, comment.organisation) : people.person(by);
}
