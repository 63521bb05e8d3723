import { inAmsterdam } from '@draagvlak/wording';

/** The calendar day in Amsterdam of an instant or a day, as an ISO date. */
export function calendarDay(iso: string): string {
  const { year, month, day } = inAmsterdam(iso);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
