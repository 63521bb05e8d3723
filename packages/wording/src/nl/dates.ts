import { inAmsterdam, twoDigits } from '../calendar.ts';
import { datesFirst, months } from './dates-first.ts';

const { day, date, time } = datesFirst;

/** maandag 13 april 2026, 23.59 uur */
function full(iso: string): string {
  return `${date(iso)}, ${time(iso)}`;
}

export const dates = {
  ...datesFirst,
  full,
  /** 13 april */
  dayAndMonth: (iso: string) => {
    const at = inAmsterdam(iso);
    return `${at.day} ${months[at.month - 1]}`;
  },
  /** 13-04-2026, for tables */
  short: (iso: string) => {
    const at = inAmsterdam(iso);
    return `${twoDigits(at.day)}-${twoDigits(at.month)}-${at.year}`;
  },
  /** april 2026 */
  month: (iso: string) => {
    const at = inAmsterdam(iso);
    return `${months[at.month - 1]} ${at.year}`;
  },
  /** apr, for the head of a time line */
  shortMonth: (iso: string) => {
    const { month } = inAmsterdam(iso);
    return month === 3 ? 'mrt' : (months[month - 1] ?? '').slice(0, 3);
  },
  /** tot en met maandag 13 april 2026, 23.59 uur */
  until: (iso: string) => `tot en met ${full(iso)}`,
  /** 12 januari 2026 tot en met 6 februari 2026 */
  period: (from: string, until: string) => `${day(from)} tot en met ${day(until)}`,
  from: (iso: string) => `vanaf ${day(iso)}`,
  /** Whole calendar days from today; negative is past. */
  inDays: (days: number) => {
    if (days === 0) return 'vandaag';
    if (days === 1) return 'morgen';
    if (days === -1) return 'gisteren';
    return days > 0 ? `over ${days} dagen` : `${-days} dagen geleden`;
  },
  lateBy: (days: number) => (days === 1 ? '1 dag te laat' : `${days} dagen te laat`),
  days: (count: number) => (count === 1 ? '1 dag' : `${count} dagen`),
};
