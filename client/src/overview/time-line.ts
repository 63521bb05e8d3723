import type { PhaseView } from '@draagvlak/contract/client';
import type { Phase } from '@draagvlak/procedure';
import { inAmsterdam } from '@draagvlak/wording';

const DAY = 86_400_000;
const MONTHS = 8;

/** Eight months, beginning two before the month of today, on a scale of 0 to 1. */
export interface TimeWindow {
  readonly start: number;
  readonly end: number;
  /** First day of each month. */
  readonly months: readonly { readonly iso: string; readonly at: number }[];
  readonly today: number;
}

/** Midnight (UTC) of the calendar day in Amsterdam: all places on the line are whole days. */
export function dayNumber(iso: string): number {
  const { year, month, day } = inAmsterdam(iso);
  return Date.UTC(year, month - 1, day);
}

export function timeWindow(now: string): TimeWindow {
  const { year, month } = inAmsterdam(now);
  const first = (offset: number) => Date.UTC(year, month - 3 + offset, 1);
  const start = first(0);
  const end = first(MONTHS);
  const months = Array.from({ length: MONTHS }, (_, index) => ({
    iso: new Date(first(index)).toISOString().slice(0, 10),
    at: (first(index) - start) / (end - start),
  }));
  return { start, end, months, today: (dayNumber(now) - start) / (end - start) };
}

export interface TimeBar {
  readonly kind: 'work' | 'react' | 'decision';
  readonly from: number;
  readonly until: number;
}

const KIND: Readonly<Partial<Record<Phase, TimeBar['kind']>>> = {
  drafting: 'work',
  processing: 'work',
  finalisation: 'work',
  consultation: 'react',
  inspection: 'react',
  approval: 'decision',
};

/** The phases with a beginning as bars within the window; one that has not ended lasts until today or its planning. */
export function timeBars(phases: readonly PhaseView[], window: TimeWindow): readonly TimeBar[] {
  const span = window.end - window.start;
  const place = (at: number) => Math.min(1, Math.max(0, (at - window.start) / span));
  const today = window.start + window.today * span;
  return phases.flatMap((phase): readonly TimeBar[] => {
    const kind = KIND[phase.phase];
    if (!kind || phase.from === null) return [];
    const from = dayNumber(phase.from);
    const until = (phase.until === null ? Math.max(today, from) : dayNumber(phase.until)) + DAY;
    if (until <= window.start || from >= window.end) return [];
    return [{ kind, from: place(from), until: place(until) }];
  });
}

/** Whole calendar days in Amsterdam from `now` to `iso`; negative is past. */
export function daysUntil(now: string, iso: string): number {
  return Math.round((dayNumber(iso) - dayNumber(now)) / DAY);
}
