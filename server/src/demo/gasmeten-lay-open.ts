import type { Concepts, Telling } from './telling.ts';

/** Lays both concepts before everybody on the morning of a day of the sample; answers the round. */
export async function layOpen(
  { stage, at, act }: Telling,
  phase: 'consultation' | 'inspection',
  day: string,
  lastDay: string,
  { taakprofiel, opleiderdocument }: Omit<Concepts, 'round'>,
): Promise<string> {
  const round = stage.newId();
  const closes = at(lastDay, '23:59:59');
  await act('secretaris', at(day, '09:00'), { type: 'enter-phase', phase, reason: '', closes, round });
  const versions = [taakprofiel, opleiderdocument];
  await act('secretaris', at(day, '09:05'), { type: 'publish', versions, where: 'ssvv.nl' });
  await act('secretaris', at(day, '09:10'), { type: 'record-notices', round, people: 61 });
  return round;
}
