/**
 * Dates are read in Europe/Amsterdam, whatever the zone of the browser or the server. A value is an ISO instant
 * ("2026-04-13T21:59:59Z") or a calendar day ("2026-04-13"), which stays that day.
 */
const ZONE = 'Europe/Amsterdam';

export interface CalendarMoment {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 (Sunday) to 6. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

const reader = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
});

/** The moment as a clock in Amsterdam shows it. Throws a RangeError on what is no date: that is a bug of the caller. */
export function inAmsterdam(iso: string): CalendarMoment {
  const instant = new Date(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T12:00:00Z` : iso);
  const read: Record<string, number> = {};
  for (const part of reader.formatToParts(instant)) if (part.type !== 'literal') read[part.type] = Number(part.value);
  const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN } = read;
  return { year, month, day, hour, minute, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
