import type { DossierView } from '@draagvlak/contract/client';
import type { Phase } from '@draagvlak/procedure';
import { calendarDay } from '../calendar-day.ts';
import type { Values } from './form-spec.ts';

/** Planning of one phase as calendar days; empty where nothing is planned. */
export interface Plan {
  readonly phase: Phase;
  readonly from: string;
  readonly until: string;
}

/** The phases that can still be planned. */
export function plannedPhases(view: DossierView): readonly Plan[] {
  return view.phases
    .filter(({ state, phase }) => state !== 'done' && phase !== 'withdrawn' && phase !== 'in-force')
    .map(({ phase, from, until }) => ({
      phase,
      from: from === null ? '' : calendarDay(from),
      until: until === null ? '' : calendarDay(until),
    }));
}

/** The rows that differ from the planning of now; `null` when one has only one of its two days. */
export function changedPlans(plans: readonly Plan[], values: Values): readonly Plan[] | null {
  const filled = plans.map(({ phase }) => ({
    phase,
    from: values.text(`${phase}-from`),
    until: values.text(`${phase}-until`),
  }));
  const changed = filled.filter(
    (plan, index) => plan.from !== plans[index]?.from || plan.until !== plans[index]?.until,
  );
  return changed.every(({ from, until }) => from !== '' && until !== '') ? changed : null;
}
