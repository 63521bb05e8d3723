import type { Comment, Disposition } from '@draagvlak/review';
import type { Dossier } from './dossier.ts';
import type { Dated } from './evolve.ts';
import type { Fact } from './fact.ts';
import { findRound } from './rounds.ts';

type CommentFact = Extract<
  Fact,
  {
    type:
      | 'comment-submitted'
      | 'comment-edited'
      | 'comment-withdrawn'
      | 'comment-replied'
      | 'disposition-proposed'
      | 'disposition-confirmed'
      | 'disposition-taken-back';
  }
>;

/** "R07" in a consultation, "B02" in an inspection: in the order of arrival per document. A number is used once. */
function nextCommentNumber(dossier: Dossier, document: string, round: string): string {
  const kind = findRound(dossier, round)?.kind ?? 'consultation';
  const before = dossier.comments.filter(
    (one) => one.document === document && (findRound(dossier, one.round)?.kind ?? 'consultation') === kind,
  );
  return `${kind === 'inspection' ? 'B' : 'R'}${String(before.length + 1).padStart(2, '0')}`;
}

/** What people said and what was decided on it, after one more fact about a comment. */
export function evolveComments(dossier: Dossier, fact: CommentFact, { at, by }: Dated): Dossier {
  const change = (id: string, act: (comment: Comment) => Comment): Dossier => ({
    ...dossier,
    comments: dossier.comments.map((one) => (one.id === id ? act(one) : one)),
  });
  const changeDisposition = (id: string, act: (disposition: Disposition) => Disposition): Dossier => ({
    ...dossier,
    comments: dossier.comments.map((one) =>
      one.dispositions.some((decided) => decided.id === id)
        ? { ...one, dispositions: one.dispositions.map((decided) => (decided.id === id ? act(decided) : decided)) }
        : one,
    ),
  });
  switch (fact.type) {
    case 'comment-submitted': {
      const comment: Comment = {
        id: fact.comment,
        number: nextCommentNumber(dossier, fact.document, fact.round),
        round: fact.round,
        document: fact.document,
        version: fact.version,
        anchor: fact.anchor,
        kind: fact.kind,
        body: fact.body,
        proposal: fact.proposal,
        by: fact.by,
        organisation: fact.organisation,
        channel: fact.channel,
        at: fact.receivedAt,
        editedAt: null,
        late: fact.late,
        outOfScope: fact.outOfScope,
        follows: fact.follows,
        withdrawnAt: null,
        replies: [],
        dispositions: [],
      };
      return { ...dossier, comments: [...dossier.comments, comment] };
    }
    case 'comment-edited':
      return change(fact.comment, (one) => ({
        ...one,
        kind: fact.kind,
        body: fact.body,
        proposal: fact.proposal,
        editedAt: at,
      }));
    case 'comment-withdrawn': {
      const next = change(fact.comment, (one) => ({ ...one, withdrawnAt: at }));
      return fact.takenBack ? { ...next, takenBack: [...next.takenBack, fact.comment] } : next;
    }
    case 'comment-replied':
      return change(fact.comment, (one) => ({
        ...one,
        replies: [...one.replies, { id: fact.reply, by: by ?? '', at, body: fact.body }],
      }));
    case 'disposition-proposed':
      return change(fact.comment, (one) => ({
        ...one,
        dispositions: [
          ...one.dispositions,
          {
            id: fact.disposition,
            comment: fact.comment,
            decision: fact.decision,
            proposedBy: by ?? '',
            proposedAt: at,
            confirmedBy: null,
            confirmedAt: null,
            supersedes: fact.supersedes,
            takenBackAt: null,
          },
        ],
      }));
    case 'disposition-confirmed':
      return changeDisposition(fact.disposition, (one) => ({ ...one, confirmedBy: by, confirmedAt: at }));
    case 'disposition-taken-back':
      return changeDisposition(fact.disposition, (one) => ({ ...one, takenBackAt: at }));
  }
}
