/**
 * Terms in calendar days of Europe/Amsterdam. A day is "2026-04-13", an instant an ISO text in UTC. Amsterdam moves its
 * clock at 02.00 or 03.00 at night, never near midnight, so the first and the last second of a day are always there.
 */
const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
  hourCycle: 'h23',
});

/** What the clock in Amsterdam shows, as if it were UTC: milliseconds. */
function shown(instant: number): number {
  const read: Record<string, number> = {};
  for (const part of clock.formatToParts(instant)) if (part.type !== 'literal') read[part.type] = Number(part.value);
  const { year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN } = read;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The instant at which the clock in Amsterdam shows `local`. */
function instantOf(local: number): string {
  const guess = local - (shown(local) - local);
  return new Date(guess - (shown(guess) - local)).toISOString();
}

const DAY = 86_400_000;

export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && utcDay(Date.parse(text)) === text;
}

/** An ISO instant with its zone, as facts and commands hold it. */
export function isInstant(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text))
  );
}

function utcDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Calendar day in Amsterdam of an instant. Throws on what is no instant: that is a bug of the caller. */
export function dayOf(instant: string): string {
  return utcDay(shown(Date.parse(instant)));
}

export function addDays(day: string, count: number): string {
  return utcDay(Date.parse(day) + count * DAY);
}

/** Calendar days from one day to another; negative when the second is earlier. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / DAY);
}

/** 00.00.00 on that day. */
export function startOfDay(day: string): string {
  return instantOf(Date.parse(day));
}

/** 23.59.59 on that day: its last second. */
export function endOfDay(day: string): string {
  return instantOf(Date.parse(day) + DAY - 1000);
}

/**
 * Last second of a term of whole calendar days that starts on the day after `from`: published on 30 March, 14 days run
 * from 31 March up to and including 13 April.
 */
export function termEnd(from: string, days: number): string {
  return endOfDay(addDays(dayOf(from), days));
}

/** A term that ends at a last second runs through that second. */
export function isOver(end: string, now: string): boolean {
  return Date.parse(now) >= Date.parse(end) + 1000;
}

export function isBefore(one: string, other: string): boolean {
  return Date.parse(one) < Date.parse(other);
}

export function latest(instants: readonly string[]): string | null {
  let found: string | null = null;
  for (const one of instants) if (found === null || isBefore(found, one)) found = one;
  return found;
}
