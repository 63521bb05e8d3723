import { type Actor, can, type Dossier, isCommentVisible, visibleDispositions } from '@draagvlak/procedure';
import type { Comment } from '@draagvlak/review';
import type { Source } from './sources.ts';

/** Comments by id; a state of a dossier never changes, so it is made once for each. */
const commentsById = new WeakMap<Dossier, ReadonlyMap<string, Comment>>();

export function commentOf(dossier: Dossier, id: string): Comment | undefined {
  let known = commentsById.get(dossier);
  if (known === undefined) {
    known = new Map(dossier.comments.map((comment) => [comment.id, comment]));
    commentsById.set(dossier, known);
  }
  return known.get(id);
}

/** Whether this person may read what comes from there: the same questions as the views ask. */
export function mayRead(dossier: Dossier, actor: Actor, source: Source): boolean {
  const may = (look: Parameters<typeof can>[1], version?: string) =>
    can(actor, look, { dossier, ...(version === undefined ? {} : { version }) }) === true;
  switch (source.kind) {
    case 'dossier':
      return may('read-dossier');
    case 'text':
    case 'note':
      return may('read-version', source.version);
    case 'comment':
    case 'proposal':
    case 'reply':
    case 'motivation': {
      const comment = commentOf(dossier, source.comment);
      if (comment === undefined || !may('read-version', comment.version)) return false;
      if (!isCommentVisible(dossier, actor, comment)) return false;
      if (source.kind !== 'motivation') return true;
      return visibleDispositions(dossier, actor, comment).some(({ id }) => id === source.disposition);
    }
    case 'remark': {
      const remark = dossier.remarks.find((one) => one.remark === source.remark);
      if (remark === undefined || !may('read-version', remark.before) || !may('read-version', remark.after))
        return false;
      return remark.by === actor.person || may('read-audit');
    }
    case 'report':
      return source.of === 'impact' ? may('read-impact') : may('read-dossier');
    case 'reference':
      return may('read-references');
  }
}
