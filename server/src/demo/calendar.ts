const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const long = new Intl.DateTimeFormat('nl-NL', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
const DAY = 86_400_000;

/** The instant at which the clock in Amsterdam shows this date and time. */
function amsterdam(date: string, time: string): Date {
  const wanted = Date.parse(`${date}T${time}Z`);
  const shown = Object.fromEntries(parts.formatToParts(wanted).map(({ type, value }) => [type, value]));
  const local = Date.parse(
    `${shown['year']}-${shown['month']}-${shown['day']}T${shown['hour']}:${shown['minute']}:${shown['second']}Z`,
  );
  return new Date(wanted - (local - wanted));
}

/**
 * The moved clock of the demo. The sample's story is written with dates of 2026; the demo plays it so many whole weeks
 * later or earlier that it stands where it should today.
 */
export interface Calendar {
  /** ISO date of the moved day. */
  readonly date: (day: string) => string;
  /** ISO instant of that time of day in Amsterdam. */
  readonly at: (day: string, time?: string) => string;
  /** "12 januari 2026", moved. */
  readonly words: (day: string) => string;
  /** Moves every date that is written out in a text. */
  readonly moveText: (text: string) => string;
}

const month = new Intl.DateTimeFormat('nl-NL', { timeZone: 'UTC', month: 'long' });
const MONTHS = Array.from({ length: 12 }, (_, at) => month.format(Date.UTC(2026, at)));

export function calendar(weeks: number): Calendar {
  const moved = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + weeks * 7 * DAY);
  const date = (day: string) => moved(day).toISOString().slice(0, 10);
  const words = (day: string) => long.format(moved(day));
  const iso = (day: string, month: string, year: string) =>
    `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return {
    date,
    at: (day, time = '10:00:00') => amsterdam(date(day), time.length === 5 ? `${time}:00` : time).toISOString(),
    words,
    moveText: (text) =>
      text
        // "van 12 januari tot en met 6 februari 2026": the year stands once.
        .replace(
          new RegExp(`(\\d{1,2}) (${MONTHS.join('|')}) tot en met (\\d{1,2}) (${MONTHS.join('|')}) (20\\d\\d)`, 'g'),
          (_all, from: string, fromMonth: string, to: string, toMonth: string, year: string) =>
            `${words(iso(from, fromMonth, year))} tot en met ${words(iso(to, toMonth, year))}`,
        )
        .replace(
          new RegExp(`(?<!tot en met )\\b(\\d{1,2}) (${MONTHS.join('|')}) (20\\d\\d)(?! tot en met)`, 'g'),
          (_all, day: string, month: string, year: string) => words(iso(day, month, year)),
        ),
  };
}

/** Whole weeks by which a story must move so that `day` of it falls `days` (or up to six more) days after `today`. */
export function weeksUntil(day: string, today: Date, days: number): number {
  return Math.ceil((today.getTime() + days * DAY - Date.parse(`${day}T00:00:00Z`)) / (7 * DAY));
}
