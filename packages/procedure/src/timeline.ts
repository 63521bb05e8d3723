import type { Context } from './context.ts';
import type { DossierRole, Phase } from './definition.ts';
import type { Dossier } from './dossier.ts';
import { stepOn } from './allowed.ts';
import { gateOwner, gates } from './gates.ts';
import { phaseDefinition } from './members.ts';
import { currentRound, isRoundOver } from './rounds.ts';
import { endOfDay, startOfDay } from './term.ts';

export interface TimelinePhase {
  readonly phase: Phase;
  readonly state: 'done' | 'current' | 'ahead';
  /** Instants when it began and ended; where it is still ahead, as planned. */
  readonly from: string | null;
  readonly until: string | null;
  /** `until` (and ahead also `from`) is a plan and not yet a fact. */
  readonly planned: boolean;
}

/**
 * The course of a dossier in the order of its definition. After a way back the phases behind it are ahead again. A dossier
 * that was withdrawn shows how far it came and that it ended there.
 */
export function phaseTimeline(dossier: Dossier): readonly TimelinePhase[] {
  const order = dossier.definition.phases.map((one) => one.phase);
  const ended = dossier.phase === 'withdrawn';
  const reached = ended ? (dossier.history.at(-2)?.phase ?? dossier.phase) : dossier.phase;
  return order
    .filter((phase) => phase !== 'withdrawn' || ended)
    .map((phase): TimelinePhase => {
      if (phase === dossier.phase) return { phase, state: 'current', ...current(dossier, phase) };
      const isBehind = order.indexOf(phase) < order.indexOf(reached) || (ended && phase === reached);
      return isBehind
        ? { phase, state: 'done', ...past(dossier, phase) }
        : { phase, state: 'ahead', ...plan(dossier, phase) };
    });
}

type Period = Pick<TimelinePhase, 'from' | 'until' | 'planned'>;

function plan(dossier: Dossier, phase: Phase): Period {
  const planned = dossier.planning[phase];
  if (planned === undefined) return { from: null, until: null, planned: false };
  return { from: startOfDay(planned.from), until: endOfDay(planned.until), planned: true };
}

function past(dossier: Dossier, phase: Phase): Period {
  const first = dossier.history.find((one) => one.phase === phase);
  const last = dossier.history.findLastIndex((one) => one.phase === phase);
  return { from: first?.at ?? null, until: dossier.history[last + 1]?.at ?? null, planned: false };
}

function current(dossier: Dossier, phase: Phase): Period {
  const until = due(dossier);
  return {
    from: dossier.history.findLast((one) => one.phase === phase)?.at ?? null,
    until,
    planned: until !== null,
  };
}

/** Until when the current phase runs: the end of its round, else as planned. `null` when nothing says so. */
export function due(dossier: Dossier): string | null {
  const round = currentRound(dossier);
  if (round !== null) return round.closedAt ?? round.closes;
  const planned = dossier.planning[dossier.phase];
  return planned === undefined ? null : endOfDay(planned.until);
}

/**
 * Whose turn it is: while a round is open those who may react; else who the first open condition of the step on belongs to;
 * when all hold, who takes the step. Nobody at the end. Conditions that only the server can judge are passed over when
 * `context` does not hold them.
 */
export function ball(
  dossier: Dossier,
  context: Pick<Context, 'now' | 'completeness' | 'findings'>,
): readonly DossierRole[] {
  const step = stepOn(dossier);
  if (step === null) return [];
  const round = currentRound(dossier);
  if (round !== null && !isRoundOver(round, context.now)) {
    const { rights } = phaseDefinition(dossier);
    return (Object.keys(rights) as DossierRole[]).filter((role) => rights[role]?.includes('react') === true);
  }
  const open = gates(dossier, step.gates, context).find(
    (one) =>
      !one.met &&
      !(one.gate === 'mandatory-sections-filled' && context.completeness === undefined) &&
      !(one.gate === 'audit-settled' && context.findings === undefined),
  );
  return open === undefined ? step.by : [gateOwner[open.gate]];
}
