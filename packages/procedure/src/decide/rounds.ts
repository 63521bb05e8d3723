import type { Context } from '../context.ts';
import type { Dossier } from '../dossier.ts';
import { gates } from '../gates.ts';
import { alreadyDone, facts, type Outcome, refusal, refuse } from '../refuse.ts';
import { currentRound, findRound, isRoundOver, minimumEnd } from '../rounds.ts';
import { addDays, dayOf, endOfDay, isBefore, isOver } from '../term.ts';
import { phaseSince } from '../versions.ts';
import { closingDay, type Give, heldOn, isBlank, optionalWords, words } from './input.ts';

export function extendRound(dossier: Dossier, command: Give<'extend-round'>, context: Context): Outcome {
  const round = currentRound(dossier);
  if (round === null || round.id !== command.round) return refuse('unknown-round', 'round');
  const day = closingDay(command.closes);
  if (day === null) return refuse('date-invalid', 'closes');
  const closes = endOfDay(day);
  if (closes === round.closes && round.closedAt === null) return alreadyDone;
  if (isOver(closes, context.now)) return refuse('date-in-past', 'closes');
  if (!isBefore(round.closes, closes) && round.closedAt === null) return refuse('term-too-short', 'closes');
  if (isBlank(command.reason)) return refuse('reason-required', 'reason');
  return facts({ type: 'round-extended', round: round.id, closes, reason: words(command.reason) });
}

export function closeRound(dossier: Dossier, command: Give<'close-round'>, context: Context): Outcome {
  const round = currentRound(dossier);
  if (round === null || round.id !== command.round) return refuse('unknown-round', 'round');
  if (round.closedAt !== null) return alreadyDone;
  if (!isRoundOver(round, context.now)) {
    const end = minimumEnd(dossier, round);
    if (end === null || !isOver(end, context.now)) return refuse('term-too-short');
  }
  return facts({ type: 'round-closed', round: round.id });
}

export function recordNotices(dossier: Dossier, command: Give<'record-notices'>): Outcome {
  const round = currentRound(dossier);
  if (round === null || round.id !== command.round) return refuse('unknown-round', 'round');
  if (command.people < 1) return refuse('unknown-person', 'people');
  if (round.notifiedAt !== null && round.notified === command.people) return alreadyDone;
  return facts({ type: 'stakeholders-notified', round: round.id, people: command.people });
}

export function recordMeeting(dossier: Dossier, command: Give<'record-meeting'>, context: Context): Outcome {
  const wrong = heldOn(command.on, context);
  if (wrong !== null) return refuse(wrong, 'on');
  const report = optionalWords(command.report);
  const again = dossier.meetings.some((one) => one.kind === command.kind && one.on === command.on);
  if (again && report === null) return alreadyDone;
  if (command.kind === 'summary') {
    const presented = dossier.meetings.findLast((one) => one.kind === 'presentation');
    if (presented === undefined) {
      return { refusal: refusal('gates-unmet', 'kind', gates(dossier, 'presentation-held', context)) };
    }
    const earliest = addDays(presented.on, dossier.definition.daysBetweenMeetings);
    if (command.on < earliest) return refuse('term-too-short', 'on');
  } else if (command.on < dayOf(phaseSince(dossier))) {
    return refuse('date-in-past', 'on');
  }
  return facts({ type: 'meeting-held', kind: command.kind, on: command.on, report });
}

export function recordSurvey(dossier: Dossier, command: Give<'record-survey'>): Outcome {
  const round = findRound(dossier, command.round);
  if (round === null) return refuse('unknown-round', 'round');
  const report = optionalWords(command.report);
  const again = dossier.surveys.some((one) => one.round === command.round && one.responses === command.responses);
  if (again && report === null) return alreadyDone;
  return facts({ type: 'survey-held', round: round.id, responses: Math.max(0, command.responses), report });
}

export function publishComments(dossier: Dossier, command: Give<'publish-comments'>, context: Context): Outcome {
  const round = findRound(dossier, command.round);
  if (round === null) return refuse('unknown-round', 'round');
  if (round.commentsPublishedAt !== null) return alreadyDone;
  if (!isRoundOver(round, context.now)) {
    const open = { gate: 'round-closed', met: false, done: 0, total: 1, from: round.closes } as const;
    return { refusal: refusal('gates-unmet', 'round', [open]) };
  }
  return facts({ type: 'comments-published', round: round.id });
}
