import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Card, layOut } from './note-layout.ts';

const ROOM = { height: 1000, gap: 10 };
const card = (line: number, height = 100): Card => ({ line, height });

test('a card stands at its line; of two at one line the second stands below the first', () => {
  expect(layOut([card(50), card(300), card(300)], null, ROOM)).toEqual([50, 300, 410]);
});

test('the one that is looked at stands at its line, and the ones before it make room', () => {
  expect(layOut([card(300), card(310), card(320)], 2, ROOM)).toEqual([100, 210, 320]);
  expect(layOut([card(300), card(310), card(320)], 1, ROOM)).toEqual([200, 310, 420]);
});

test('at the ends of the text the cards keep within it', () => {
  expect(layOut([card(0), card(5), card(8)], 2, ROOM)).toEqual([0, 110, 220]);
  expect(layOut([card(950), card(960)], 0, ROOM)).toEqual([790, 900]);
});

test('more than the room holds is not placed', () => {
  expect(layOut([card(0, 600), card(10, 600)], null, ROOM)).toBeNull();
  expect(layOut([], null, ROOM)).toEqual([]);
});

test('no card ever stands over another or outside the room, and the active one leaves its line only when it must', () => {
  const cards = fc
    .array(fc.record({ line: fc.integer({ min: -50, max: 1200 }), height: fc.integer({ min: 20, max: 200 }) }), {
      minLength: 1,
      maxLength: 12,
    })
    .map((all) => all.toSorted((a, b) => a.line - b.line));
  fc.assert(
    fc.property(cards, fc.nat(11), fc.boolean(), (all, pick, looking) => {
      const active = looking ? pick % all.length : null;
      const tops = layOut(all, active, ROOM);
      const sum = (some: readonly Card[]) => some.reduce((total, one) => total + one.height + ROOM.gap, 0);
      const fits = sum(all) - ROOM.gap <= ROOM.height;
      expect(tops !== null).toBe(fits);
      const ends = (tops ?? []).map((top, index) => top + (all[index]?.height ?? 0));
      const outside = (tops ?? []).filter((top, index) => top < 0 || (ends[index] ?? 0) > ROOM.height);
      const over = (tops ?? []).filter((top, index) => index > 0 && top < (ends[index - 1] ?? 0) + ROOM.gap);
      expect({ outside, over }).toEqual({ outside: [], over: [] });
      const line = active === null ? 0 : (all[active]?.line ?? 0);
      const free =
        tops !== null &&
        active !== null &&
        line >= sum(all.slice(0, active)) &&
        line + sum(all.slice(active)) - ROOM.gap <= ROOM.height;
      expect(free ? tops[active] : line).toBe(line);
    }),
    { numRuns: 500 },
  );
});
