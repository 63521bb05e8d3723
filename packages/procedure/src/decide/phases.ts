import type { Context } from '../context.ts';
import type { PhaseDefinition, Step } from '../definition.ts';
import type { Dossier, Round } from '../dossier.ts';
import type { Fact } from '../fact.ts';
import { type GateState, gates } from '../gates.ts';
import { activeRoles, phaseDefinition } from '../members.ts';
import type { Refusal } from '../refusal.ts';
import { alreadyDone, facts, type Outcome, refusal, refuse } from '../refuse.ts';
import { currentRound } from '../rounds.ts';
import { dayOf, endOfDay, termEnd } from '../term.ts';
import { currentVersions } from '../versions.ts';
import { closingDay, earliestClosing, type Give, heldOn, isBlank, optionalWords, words } from './input.ts';

/** Why this person cannot take this step now; `null` when they can. */
export function stepRefusal(dossier: Dossier, step: Step, context: Context): Refusal | null {
  const roles = activeRoles(dossier, context.actor.person);
  if (!step.by.some((role) => roles.includes(role))) {
    return refusal(step.by.every((role) => role === 'wbc-chair') ? 'chair-required' : 'not-allowed');
  }
  const unmet = gates(dossier, step.gates, context).filter((one: GateState) => !one.met);
  return unmet.length > 0 ? refusal('gates-unmet', null, unmet) : null;
}

/**
 * Whether a step must come with a reason: a way back or out, and laying a text before the steering group that changed in
 * substance since it was inspected.
 */
export function needsReason({ to, back }: Pick<Step, 'to' | 'back'>, context: Context): boolean {
  return back || (to === 'approval' && (context.substantiveSinceInspection ?? 0) > 0);
}

export function enterPhase(dossier: Dossier, command: Give<'enter-phase'>, context: Context): Outcome {
  if (command.phase === dossier.phase) return alreadyDone;
  if (command.phase === 'withdrawn') return withdrawDossier(dossier, command);
  const step = phaseDefinition(dossier).steps.find((one) => one.to === command.phase);
  if (step === undefined) return refuse('wrong-phase', 'phase');
  const refused = stepRefusal(dossier, step, context);
  if (refused !== null) return { refusal: refused };
  if (needsReason(step, context) && isBlank(command.reason)) return refuse('reason-required', 'reason');
  const entered: Fact = { type: 'phase-entered', phase: command.phase, reason: optionalWords(command.reason) };
  const next = phaseDefinition(dossier, command.phase);
  if (next.round === null) return facts(...closing(dossier), entered);
  const opened = openRound(dossier, next, next.round, command, context);
  return 'refusal' in opened ? opened : facts(...closing(dossier), entered, ...opened.facts);
}

function openRound(
  dossier: Dossier,
  next: PhaseDefinition,
  kind: Round['kind'],
  command: Give<'enter-phase'>,
  context: Context,
): Outcome {
  if (command.round === null) return refuse('unknown-round', 'round');
  if (dossier.rounds.some((one) => one.id === command.round)) return refuse('already-exists', 'round');
  let closes = termEnd(context.now, next.defaultDays);
  if (command.closes !== null) {
    const day = closingDay(command.closes);
    if (day === null) return refuse('date-invalid', 'closes');
    if (day < dayOf(context.now)) return refuse('date-in-past', 'closes');
    if (day < earliestClosing(context, next.minimumDays)) return refuse('term-too-short', 'closes');
    closes = endOfDay(day);
  }
  const versions = currentVersions(dossier).map((one) => one.id);
  return facts({ type: 'round-opened', round: command.round, kind, versions, opens: context.now, closes });
}

/** A round ends at the latest when its phase is left. */
function closing(dossier: Dossier): readonly Fact[] {
  const round = currentRound(dossier);
  return round !== null && round.closedAt === null ? [{ type: 'round-closed', round: round.id }] : [];
}

export function withdrawDossier(dossier: Dossier, { reason }: { readonly reason: string }): Outcome {
  if (dossier.phase === 'withdrawn') return alreadyDone;
  if (isBlank(reason)) return refuse('reason-required', 'reason');
  return facts(...closing(dossier), { type: 'dossier-withdrawn', reason: words(reason) });
}

export function answerRulesQuestion(dossier: Dossier, command: Give<'answer-rules-question'>): Outcome {
  const before = dossier.rulesQuestion;
  const list = optionalWords(command.list);
  if (before !== null && before.changesRules === command.changesRules && list === null) return alreadyDone;
  // what was told to everybody may turn out to change the rules after all, not the other way round
  const toldAlready = dossier.rounds.length > 0;
  if (toldAlready && before?.changesRules === true && !command.changesRules) return refuse('wrong-phase');
  if (command.changesRules && list === null) return refuse('words-required', 'list');
  return facts({ type: 'rules-question-answered', changesRules: command.changesRules, list });
}

export function recordCommitteeDecision(
  dossier: Dossier,
  command: Give<'record-committee-decision'>,
  context: Context,
): Outcome {
  const wrong = heldOn(command.on, context);
  if (wrong !== null) return refuse(wrong, 'on');
  const minutes = optionalWords(command.minutes);
  const again = dossier.committeeDecisions.some((one) => one.phase === dossier.phase && one.on === command.on);
  if (again && minutes === null) return alreadyDone;
  return facts({ type: 'committee-decided', on: command.on, phase: dossier.phase, minutes });
}
