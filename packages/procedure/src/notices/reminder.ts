import type { PersonId } from '@draagvlak/review';
import type { Dossier, Round } from '../dossier.ts';
import { activeRoles } from '../members.ts';
import { addDays, dayOf, isBefore, isOver, startOfDay } from '../term.ts';
import { inRound } from './moment.ts';
import { notice, type Notice } from './notice.ts';

/** Working days before the last day of a round on which people are reminded of it. */
const REMINDED = { consultation: 5, inspection: 3 } as const;
const EIGHT_HOURS = 8 * 3_600_000;

/** What the clock brings: nobody did it, so no fact tells of it. */
export interface Reminder {
  /** The same for the same round and closing day, so that it is told once. */
  readonly id: string;
  readonly at: string;
  readonly notice: Notice;
}

/** The day a number of working days (Monday to Friday) before another. */
export function workingDaysBefore(day: string, count: number): string {
  let found = day;
  for (let left = count; left > 0;) {
    found = addDays(found, -1);
    const weekday = new Date(`${found}T12:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return found;
}

/** At eight in the morning some working days before the round closes. */
function remindedAt({ kind, closes }: Round): string {
  const day = workingDaysBefore(dayOf(closes), REMINDED[kind]);
  return new Date(Date.parse(startOfDay(day)) + EIGHT_HOURS).toISOString();
}

/** The reminders of this person up to `now`: that a round closes soon, and that it ended as announced. */
export function reminders(dossier: Dossier, person: PersonId, now: string): readonly Reminder[] {
  const since = dossier.members.find((one) => one.person === person)?.since;
  if (since === undefined) return [];
  return dossier.rounds.flatMap((round) => {
    const { id, kind, opens, closes, closedAt } = round;
    const phase = dossier.definition.phases.find((one) => one.round === kind)?.phase;
    if (activeRoles(dossier, person, phase).length === 0) return [];
    const happened = (at: string): boolean => isBefore(since, at) && !isBefore(now, at);
    const place = inRound(dossier, round, person);
    const found: Reminder[] = [];
    const soon = remindedAt(round);
    const ranThen = isBefore(opens, soon) && (closedAt === null || isBefore(soon, closedAt));
    if (ranThen && happened(soon)) {
      found.push({
        id: `soon/${id}/${dayOf(closes)}`,
        at: soon,
        notice: notice('round-closes-soon', { kind, closes }, place),
      });
    }
    if ((closedAt === null || !isBefore(closedAt, closes)) && isOver(closes, now) && isBefore(since, closes)) {
      found.push({ id: `over/${id}/${dayOf(closes)}`, at: closes, notice: notice('round-closed', { kind }, place) });
    }
    return found;
  });
}
