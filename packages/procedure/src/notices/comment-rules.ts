import { type Comment, pending } from '@draagvlak/review';
import { findComment, findDisposition } from '../comment-index.ts';
import { mayConfirm } from '../dispositions.ts';
import type { Dossier } from '../dossier.ts';
import { handlingOf } from '../handling.ts';
import { isOwn } from '../members.ts';
import { isCommentVisible } from '../visible.ts';
import { actorOf, isInsider, type Moment, type Rules, yes } from './moment.ts';
import { notice, type Notice } from './notice.ts';

/** What people said and what was decided on it. */
export const commentRules: Rules = {
  'comment-submitted': (fact, moment) => {
    const { dossier, person } = moment;
    const comment = known(fact.comment, moment);
    if (comment === null) return null;
    const { number, kind, late } = comment;
    const place = placeOf(comment);
    if (comment.by === person) return notice('comment-registered', { number, channel: fact.channel }, place);
    if (isOwn(dossier, person, comment)) return notice('colleague-commented', { number }, place);
    return isInsider(moment) ? notice('comment-received', { number, kind, late: yes(late) }, place) : null;
  },
  'comment-withdrawn': (fact, moment) => {
    const comment = fact.takenBack ? null : known(fact.comment, moment);
    if (comment === null) return null;
    const concerned = isInsider(moment) || isOwn(moment.dossier, moment.person, comment);
    return concerned ? notice('comment-withdrawn', { number: comment.number }, placeOf(comment)) : null;
  },
  'comment-replied': (fact, moment) => {
    const { dossier, person, by } = moment;
    const comment = known(fact.comment, moment);
    if (comment === null) return null;
    const own = isOwn(dossier, person, comment);
    // colleagues of the committee need not hear what one of them answered
    const asked = isInsider(moment) && by !== null && isOwn(dossier, by, comment);
    if (!own && !asked) return null;
    return notice('comment-replied', { number: comment.number, own: yes(own) }, placeOf(comment));
  },
  'comment-assigned': (fact, moment) => {
    const comment = fact.person === moment.person ? known(fact.comment, moment) : null;
    return comment && notice('comment-assigned', { number: comment.number }, placeOf(comment));
  },
  'comment-due-set': ({ comment: id, due }, moment) => {
    const comment = known(id, moment);
    if (comment === null || due === null || handlingOf(moment.dossier, id).assignee !== moment.person) return null;
    return notice('comment-due', { number: comment.number, due }, placeOf(comment));
  },
  'comment-discussed': (fact, moment) => {
    const comment = isInsider(moment) ? known(fact.comment, moment) : null;
    if (comment === null) return null;
    const { assignee, talk } = handlingOf(moment.dossier, fact.comment);
    const spoke = talk.filter(({ id }) => id !== fact.message).map(({ by }) => by);
    const concerned = [assignee, pending(comment)?.proposedBy ?? null, ...spoke].filter((one) => one !== null);
    // what nobody works on yet is everybody's
    const told = concerned.every((one) => one === moment.by) || concerned.includes(moment.person);
    return told ? notice('comment-discussed', { number: comment.number }, placeOf(comment)) : null;
  },
  'disposition-proposed': ({ disposition }, moment) => {
    const found = decided(disposition, moment);
    if (found === null || !isInsider(moment) || pending(found.comment)?.id !== disposition) return null;
    const asked = mayConfirm(moment.dossier, moment.person, found.comment, found.disposition) === true;
    return asked ? notice('disposition-to-confirm', found.values, found.place) : null;
  },
  'disposition-confirmed': ({ disposition }, moment) => {
    const found = decided(disposition, moment);
    if (found === null) return null;
    const { values, place } = found;
    if (isOwn(moment.dossier, moment.person, found.comment)) {
      const correction = yes(found.disposition.supersedes !== null);
      return notice('comment-answered', { ...values, correction }, place);
    }
    const proposed = found.disposition.proposedBy === moment.person;
    return proposed ? notice('disposition-confirmed', values, place) : null;
  },
  'disposition-taken-back': ({ disposition }, moment) => {
    const found = decided(disposition, moment);
    const proposed = found?.disposition.proposedBy === moment.person && isInsider(moment);
    return found !== null && proposed ? notice('disposition-taken-back', found.values, found.place) : null;
  },
  'words-redacted': ({ from }, moment) => ofTakenWords(from, moment, false),
  'words-erased': ({ blob }, moment) => ofTakenWords(blob, moment, true),
};

/** The comment, when this person may know of it. */
function known(id: string, { dossier, person }: Moment): Comment | null {
  const comment = findComment(dossier, id);
  return comment && isCommentVisible(dossier, actorOf(person), comment) ? comment : null;
}

const placeOf = ({ id, document, version }: Comment) => ({ comment: id, document, version });

function decided(id: string, moment: Moment) {
  const found = findDisposition(moment.dossier, id);
  if (found === null || known(found.comment.id, moment) === null) return null;
  const { comment, disposition } = found;
  return {
    comment,
    disposition,
    values: { number: comment.number, kind: disposition.decision.kind },
    place: placeOf(comment),
  };
}

function ofTakenWords(blob: string, moment: Moment, erased: boolean): Notice | null {
  const { dossier, person } = moment;
  const comment = dossier.comments.find((one) => one.by === person && holds(dossier, one, blob));
  if (comment === undefined || known(comment.id, moment) === null) return null;
  return notice('comment-redacted', { number: comment.number, erased: yes(erased) }, placeOf(comment));
}

/** Whether words at this comment are kept in this blob, or were before they were redacted. */
function holds(dossier: Dossier, comment: Comment, blob: string): boolean {
  const words = [comment.body, comment.proposal, ...comment.replies.map(({ body }) => body)];
  return words.some((one) => {
    if (one === null || !('blob' in one)) return false;
    for (let at: string | undefined = one.blob; at !== undefined; at = dossier.redactions[at]) {
      if (at === blob) return true;
    }
    return false;
  });
}
