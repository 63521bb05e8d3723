import { inAmsterdam, twoDigits } from '../calendar.ts';
import type { dates as dutch } from '../nl/dates.ts';

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function day(iso: string): string {
  const at = inAmsterdam(iso);
  return `${at.day} ${months[at.month - 1]} ${at.year}`;
}
function date(iso: string): string {
  return `${weekdays[inAmsterdam(iso).weekday]} ${day(iso)}`;
}
function time(iso: string): string {
  const at = inAmsterdam(iso);
  return `${twoDigits(at.hour)}:${twoDigits(at.minute)}`;
}
function full(iso: string): string {
  return `${date(iso)}, ${time(iso)} (Amsterdam)`;
}

export const dates = {
  day,
  date,
  time,
  full,
  dayAndMonth: (iso: string) => {
    const at = inAmsterdam(iso);
    return `${at.day} ${months[at.month - 1]}`;
  },
  short: (iso: string) => {
    const at = inAmsterdam(iso);
    return `${twoDigits(at.day)}-${twoDigits(at.month)}-${at.year}`;
  },
  month: (iso: string) => {
    const at = inAmsterdam(iso);
    return `${months[at.month - 1]} ${at.year}`;
  },
  shortMonth: (iso: string) => (months[inAmsterdam(iso).month - 1] ?? '').slice(0, 3),
  until: (iso: string) => `up to and including ${full(iso)}`,
  period: (from: string, until: string) => `${day(from)} to ${day(until)}`,
  from: (iso: string) => `from ${day(iso)}`,
  inDays: (days: number) => {
    if (days === 0) return 'today';
    if (days === 1) return 'tomorrow';
    if (days === -1) return 'yesterday';
    return days > 0 ? `in ${days} days` : `${-days} days ago`;
  },
  lateBy: (days: number) => (days === 1 ? '1 day late' : `${days} days late`),
  days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
} satisfies typeof dutch;
