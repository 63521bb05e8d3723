import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, endOfDay, isDay, isInstant, isOver, startOfDay, termEnd } from './term.ts';

describe('terms in calendar days of Amsterdam', () => {
  it('[TER1] fourteen days after publication on 30 March run up to and including 13 April, 23.59.59', () => {
    expect(termEnd('2026-03-30T07:00:00Z', 14)).toBe('2026-04-13T21:59:59.000Z');
  });

  it('[TER1] what is published late in the evening counts from the day after in Amsterdam, not in UTC', () => {
    // 30 March 00.30 in Amsterdam is still the 29th in UTC
    expect(termEnd('2026-03-29T22:30:00Z', 14)).toBe('2026-04-13T21:59:59.000Z');
  });

  it('[TER2] the change of the clock neither shortens nor lengthens a term', () => {
    expect(endOfDay('2026-03-28')).toBe('2026-03-28T22:59:59.000Z');
    expect(endOfDay('2026-03-29')).toBe('2026-03-29T21:59:59.000Z');
    expect(endOfDay('2026-10-25')).toBe('2026-10-25T22:59:59.000Z');
    expect(termEnd('2026-03-20T09:00:00Z', 14)).toBe('2026-04-03T21:59:59.000Z');
    expect(termEnd('2026-10-20T09:00:00Z', 14)).toBe('2026-11-03T22:59:59.000Z');
  });

  it('[TER3] a term runs through its last second', () => {
    const end = '2026-04-13T21:59:59.000Z';
    expect(isOver(end, '2026-04-13T21:59:59.999Z')).toBe(false);
    expect(isOver(end, '2026-04-13T22:00:00.000Z')).toBe(true);
  });

  it('[TER2] every day begins where the day before ended, in any year', () => {
    const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays('1995-01-01', count));
    fc.assert(
      fc.property(days, (day) => {
        expect(Date.parse(startOfDay(addDays(day, 1))) - Date.parse(endOfDay(day))).toBe(1000);
        expect(dayOf(startOfDay(day))).toBe(day);
        expect(dayOf(endOfDay(day))).toBe(day);
      }),
      { numRuns: 300 },
    );
  });

  it('[TER1] a term of n days ends n days later by the calendar, whatever the hour it began', () => {
    const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2060-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 60 }), (at, days) => {
        const from = at.toISOString();
        expect(daysBetween(dayOf(from), dayOf(termEnd(from, days)))).toBe(days);
      }),
      { numRuns: 300 },
    );
  });

  it('[TER4] tells a day and an instant from what only looks like one', () => {
    expect(['2026-02-28', '2026-02-30', '2026-2-1', '', 'morgen', '2026-02-28T10:00:00Z'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(
      ['2026-02-28T10:00:00Z', '2026-02-28T10:00:00+01:00', '2026-02-28T10:00:00', '2026-02-28'].map(isInstant),
    ).toEqual([true, true, false, false]);
  });
});
