import { pending } from '@draagvlak/review';
import { can } from './can.ts';
import type { CommandType } from './command.ts';
import type { Context } from './context.ts';
import { changingRefusal, reactingRefusal } from './decide/comments.ts';
import { actingRoles } from './decide/input.ts';
import { needsReason, stepRefusal } from './decide/phases.ts';
import { freezeRefusal } from './decide/versions.ts';
import type { Phase, Step } from './definition.ts';
import { mayConfirm } from './dispositions.ts';
import type { Dossier } from './dossier.ts';
import { gates, type GateState } from './gates.ts';
import { isOwn, phaseDefinition } from './members.ts';
import type { Refusal } from './refusal.ts';
import { refusal } from './refuse.ts';
import { currentRound, isRoundOver, minimumEnd } from './rounds.ts';
import { isOver } from './term.ts';
import { currentVersions } from './versions.ts';

/** A step out of the current phase, with how its conditions stand and whether this person may take it now. */
export interface StepState {
  readonly to: Phase;
  readonly back: boolean;
  readonly by: Step['by'];
  readonly gates: readonly GateState[];
  /** Whether the step is refused without a reason. */
  readonly needsReason: boolean;
  readonly refusal: Refusal | null;
}

/** Every way out of the current phase, the way on first. */
export function steps(dossier: Dossier, context: Context): readonly StepState[] {
  return phaseDefinition(dossier).steps.map((step) => ({
    to: step.to,
    back: step.back,
    by: step.by,
    gates: gates(dossier, step.gates, context),
    needsReason: needsReason(step, context),
    refusal: stepRefusal(dossier, step, context),
  }));
}

/** The step on from a phase; `null` at the end. */
export function stepOn(dossier: Dossier): Step | null {
  return phaseDefinition(dossier).steps.find((one) => !one.back) ?? null;
}

export interface AllowedCommand {
  readonly command: CommandType;
  readonly refusal: Refusal | null;
}

/**
 * What the roles of this person can do in this phase: each command with `null`, or with why it cannot be done just now. It
 * says nothing about the input of a command; that is told by `decide`.
 */
export function allowed(dossier: Dossier, context: Context): readonly AllowedCommand[] {
  const found: AllowedCommand[] = [];
  for (const act of Object.keys(phaseDefinition(dossier).acts)) {
    if (act === 'read-draft' || act === 'write-draft') continue;
    const command = act as CommandType;
    if (can(context.actor, command, { dossier }) !== true) continue;
    found.push({ command, refusal: justNow[command]?.(dossier, context) ?? null });
  }
  return found;
}

type JustNow = (dossier: Dossier, context: Context) => Refusal | null;

const onRound: JustNow = (dossier) => (currentRound(dossier) === null ? refusal('round-not-open') : null);

const onOwnComment: JustNow = (dossier, { actor, now }) => {
  const own = dossier.comments.filter((one) => isOwn(dossier, actor.person, one));
  const refusals = own.map((one) => changingRefusal(dossier, one, now));
  return refusals.includes(null) ? null : (refusals[0] ?? refusal('unknown-comment'));
};

/** Commands that need something to act on; the others can be given whenever the phase allows them. */
const justNow: Readonly<Partial<Record<CommandType, JustNow>>> = {
  'enter-phase': (dossier, context) => {
    const open = steps(dossier, context).filter((one) => one.to !== 'withdrawn');
    const onward = open.find((one) => !one.back);
    return open.some((one) => one.refusal === null) ? null : (onward?.refusal ?? refusal('wrong-phase'));
  },
  'start-draft': (dossier) =>
    dossier.documents.every((one) => dossier.startedDrafts.includes(one.id)) ? refusal('already-exists') : null,
  freeze: (dossier, context) => {
    const refusals = dossier.documents.map((one) => freezeRefusal(dossier, one, context));
    return refusals.includes(null) ? null : (refusals[0] ?? null);
  },
  'make-erratum': (dossier) => (dossier.versions.length === 0 ? refusal('unknown-version') : null),
  publish: (dossier) =>
    currentVersions(dossier).some((one) => one.publishedAt === null) ? null : refusal('already-exists'),
  'close-round': (dossier, { now }) => {
    const round = currentRound(dossier);
    if (round === null) return refusal('round-not-open');
    if (round.closedAt !== null) return refusal('round-over');
    const end = minimumEnd(dossier, round);
    return isRoundOver(round, now) || (end !== null && isOver(end, now)) ? null : refusal('term-too-short');
  },
  'extend-round': onRound,
  'record-notices': onRound,
  'submit-comment': (dossier, context) => {
    const registersOnly = actingRoles(dossier, context, 'submit-comment').every((role) => role === 'secretary');
    if (!registersOnly) return reactingRefusal(dossier, null, context.now);
    return dossier.rounds.length === 0 ? refusal('round-not-open') : null;
  },
  'edit-comment': onOwnComment,
  'withdraw-comment': onOwnComment,
  'publish-comments': (dossier, context) => {
    const unpublished = dossier.rounds.filter((one) => one.commentsPublishedAt === null);
    if (unpublished.length === 0) return refusal(dossier.rounds.length === 0 ? 'round-not-open' : 'already-exists');
    if (unpublished.some((one) => isRoundOver(one, context.now))) return null;
    return refusal('gates-unmet', null, gates(dossier, 'round-closed', context));
  },
  'confirm-disposition': (dossier, { actor }) => {
    const waiting = dossier.comments.flatMap((one) => {
      const proposal = pending(one);
      return proposal === null ? [] : [mayConfirm(dossier, actor.person, one, proposal)];
    });
    if (waiting.includes(true)) return null;
    const [why] = waiting;
    return refusal(why === undefined || why === true ? 'unknown-disposition' : why);
  },
  'propose-disposition': (dossier) =>
    dossier.comments.some((one) => one.withdrawnAt === null) ? null : refusal('unknown-comment'),
  'take-back-disposition': (dossier) =>
    dossier.comments.some((one) => pending(one) !== null) ? null : refusal('unknown-disposition'),
  'remove-reference': (dossier) => (dossier.references.length === 0 ? refusal('unknown-document') : null),
};
