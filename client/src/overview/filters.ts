import { type DossierRole, type Phase, PHASES, ROLES } from '@draagvlak/procedure';
import type { Filters } from './rows.ts';

/** Filters live in the address, so that a view can be shared and comes back with the back button. */
export function filtersOf(search: string): Filters {
  const query = new URLSearchParams(search);
  const phase = query.get('fase');
  const turn = query.get('aan-zet');
  return {
    cluster: query.get('wbc'),
    phase: phase === 'not-started' ? phase : (PHASES.find((known): known is Phase => known === phase) ?? null),
    turn: ROLES.find((known): known is DossierRole => known === turn) ?? null,
  };
}

/** The address's query for these filters, empty for none. */
export function searchOf(filters: Filters): string {
  const query = new URLSearchParams();
  if (filters.cluster !== null) query.set('wbc', filters.cluster);
  if (filters.phase !== null) query.set('fase', filters.phase);
  if (filters.turn !== null) query.set('aan-zet', filters.turn);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
