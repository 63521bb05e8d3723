import { describe, expect, test } from 'vitest';
import type { ClockMap } from './attribution.ts';
import { clocksOf, correctedClocks, unknownClocks } from './corrected-clocks.ts';

const map: ClockMap = {
  blocks: { a: [{ client: 1, clock: 10, count: 10 }], b: [{ client: 2, clock: 0, count: 4 }] },
  attributes: { a: {} },
  marks: {
    a: [
      { mark: 'strong', from: 0, to: 4, clock: { client: 1, clock: 5, count: 1 } },
      { mark: 'emphasis', from: 3, to: 5, clock: { client: 1, clock: 6, count: 1 } },
      { mark: 'emphasis', from: 8, to: 10, clock: { client: 1, clock: 7, count: 1 } },
    ],
  },
};

describe('the clocks of a mended text', () => {
  test('[CLK3] words that stay keep their clocks, the others get those of who typed them', () => {
    const typed = [{ client: 7, clock: 3, count: 4 }];
    const mended = correctedClocks(map, [
      { block: 'a', from: 3, to: 5, clocks: typed },
      { block: 'a', from: 8, to: 9, clocks: [] },
    ]);
    expect(mended.blocks['a']).toEqual([
      { client: 1, clock: 10, count: 3 },
      { client: 7, clock: 3, count: 4 },
      { client: 1, clock: 15, count: 3 },
      { client: 1, clock: 19, count: 1 },
    ]);
    expect(mended.blocks['b']).toEqual(map.blocks['b']);
    expect(mended.marks?.['a']?.map(({ mark, from, to }) => [mark, from, to])).toEqual([
      ['strong', 0, 4],
      ['emphasis', 3, 7],
      ['emphasis', 10, 11],
    ]);
  });

  test('[CLK3] a replacement by the same clocks changes nothing', () => {
    const clocks = clocksOf(map, 'a', 2, 6);
    expect(clocks).toEqual([{ client: 1, clock: 12, count: 4 }]);
    expect(correctedClocks(map, [{ block: 'a', from: 2, to: 6, clocks: clocks ?? [] }])).toEqual(map);
    expect(clocksOf(map, 'b', 2, 6)).toBeNull();
    expect(unknownClocks(0)).toEqual([]);
  });
});
