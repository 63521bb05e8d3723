import { inAmsterdam, twoDigits } from '../calendar.ts';

const weekdays = ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'];
export const months = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

/** 13 april 2026 */
function day(iso: string): string {
  const at = inAmsterdam(iso);
  return `${at.day} ${months[at.month - 1]} ${at.year}`;
}
/** maandag 13 april 2026 */
function date(iso: string): string {
  return `${weekdays[inAmsterdam(iso).weekday]} ${day(iso)}`;
}
/** 23.59 uur */
function time(iso: string): string {
  const at = inAmsterdam(iso);
  return `${twoDigits(at.hour)}.${twoDigits(at.minute)} uur`;
}

/** What the bar of a dossier and the state of saving need. */
export const datesFirst = { day, date, time };
