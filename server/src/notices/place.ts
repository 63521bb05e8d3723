import { can, type Dossier, type Notice, type NoticeKind } from '@draagvlak/procedure';
import { placeOfComment } from '../search/place.ts';

/** What is over leads to what comes next, which the dossier tells. */
const OVER: ReadonlySet<NoticeKind> = new Set(['round-closed', 'comments-published']);

/** Path to the place where this person looks at it, or does it. */
export function hrefOf({ kind, about }: Notice, dossier: Dossier, person: string): string {
  const home = `/dossiers/${dossier.id}`;
  const actor = { person, administrator: false };
  const comment = dossier.comments.find(({ id }) => id === about.comment);
  if (comment !== undefined) {
    const works = can(actor, 'propose-disposition', { dossier }) === true;
    const isWork = kind !== 'comment-answered' && kind !== 'comment-redacted' && kind !== 'colleague-commented';
    return works && isWork
      ? `${home}/verwerken/${comment.document}?reactie=${encodeURIComponent(comment.id)}`
      : placeOfComment(comment);
  }
  if (kind === 'draft-started' && about.document !== null && can(actor, 'read-draft', { dossier }) === true) {
    return `${home}/schrijven/${about.document}`;
  }
  if (kind === 'decision-asked' || kind === 'steering-decided') return `${home}/besluit`;
  const remark =
    kind === 'change-remarked' ? dossier.remarks.findLast(({ after }) => after === about.version) : undefined;
  if (remark !== undefined) {
    const { document, before, after, change } = remark;
    return `${home}/vergelijken/${document}?van=${before}&naar=${after}#change-${encodeURIComponent(change)}`;
  }
  return about.version === null || OVER.has(kind) ? home : `/lezen/${about.version}`;
}
