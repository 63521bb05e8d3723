import { checkDecision, type Decision, pending } from '@draagvlak/review';
import type { DecisionInput } from '../command.ts';
import { findComment, findDisposition } from '../comment-index.ts';
import type { Context } from '../context.ts';
import { confirmedDisposition, mayConfirm } from '../dispositions.ts';
import type { Dossier } from '../dossier.ts';
import type { Fact } from '../fact.ts';
import { activeRoles, phaseDefinition } from '../members.ts';
import { alreadyDone, facts, type Outcome, refusal, refuse } from '../refuse.ts';
import { type Give, optionalWords, words } from './input.ts';

export function proposeDisposition(dossier: Dossier, command: Give<'propose-disposition'>): Outcome {
  const comment = findComment(dossier, command.comment);
  if (comment === null || comment.withdrawnAt !== null) return refuse('unknown-comment', 'comment');
  if (findDisposition(dossier, command.disposition) !== null) return refuse('already-exists', 'disposition');
  // while people still react only doubles are put together
  if (phaseDefinition(dossier).round !== null && command.decision.kind !== 'merged') return refuse('wrong-phase');
  const confirmed = confirmedDisposition(comment);
  if (command.supersedes === null && confirmed !== null) return refuse('already-confirmed', 'supersedes');
  if (command.fresh === true && pending(comment) !== null) return refuse('already-proposed', 'disposition');
  if (command.supersedes !== null && confirmed?.id !== command.supersedes) {
    return refuse('unknown-disposition', 'supersedes');
  }
  const decision = decisionOf(command.decision);
  const wrong = checkDecision({ comment: comment.id, decision }, dossier.comments);
  if (wrong !== null) return refuse(wrong.code, wrong.field);
  const waiting = pending(comment);
  const replaced: readonly Fact[] =
    waiting === null ? [] : [{ type: 'disposition-taken-back', disposition: waiting.id }];
  return facts(...replaced, {
    type: 'disposition-proposed',
    disposition: command.disposition,
    comment: comment.id,
    decision,
    supersedes: command.supersedes,
  });
}

function decisionOf(input: DecisionInput): Decision {
  const motivation = optionalWords(input.motivation);
  const { kind } = input;
  switch (kind) {
    case 'accepted':
    case 'partly-accepted':
      return { kind, motivation: words(input.motivation), places: input.places };
    case 'not-accepted':
    case 'answered':
    case 'out-of-scope':
    case 'deferred':
      return { kind, motivation: words(input.motivation) };
    case 'noted':
      return { kind, motivation };
    case 'merged':
      return { kind, into: input.into ?? '', motivation };
  }
}

export function confirmDisposition(dossier: Dossier, command: Give<'confirm-disposition'>, context: Context): Outcome {
  const found = findDisposition(dossier, command.disposition);
  if (found === null || found.disposition.takenBackAt !== null) return refuse('unknown-disposition', 'disposition');
  const { comment, disposition } = found;
  if (disposition.confirmedAt !== null) {
    return disposition.confirmedBy === context.actor.person ? alreadyDone : refuse('already-confirmed', 'disposition');
  }
  const may = mayConfirm(dossier, context.actor.person, comment, disposition);
  if (may !== true) return refuse(may);
  return facts({ type: 'disposition-confirmed', disposition: disposition.id });
}

export function takeBackDisposition(
  dossier: Dossier,
  command: Give<'take-back-disposition'>,
  context: Context,
): Outcome {
  const found = findDisposition(dossier, command.disposition);
  if (found === null) return refuse('unknown-disposition', 'disposition');
  const { disposition } = found;
  if (disposition.takenBackAt !== null) return alreadyDone;
  if (disposition.confirmedAt !== null) return refuse('already-confirmed', 'disposition');
  const { person } = context.actor;
  const chairs = activeRoles(dossier, person).includes('wbc-chair');
  if (disposition.proposedBy !== person && !chairs) return { refusal: refusal('not-your-own') };
  return facts({ type: 'disposition-taken-back', disposition: disposition.id });
}
