import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Span } from './attribution.ts';
import { decodeSpans, encodeSpans } from './encoding.ts';
import { RangeMap } from './range-map.ts';

const clock = fc.nat(2 ** 31);
const range = fc.record({ client: fc.nat(2 ** 32 - 1), clock, count: fc.integer({ min: 1, max: 100_000 }) });
const name = fc.oneof(fc.uuid(), fc.string({ maxLength: 12 }));
const moment = fc.oneof(
  fc
    .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  fc.constant('12 januari'),
);
const ground = fc.record({
  person: name,
  at: moment,
  comment: fc.option(name),
  origin: fc.constantFrom('typed' as const, 'imported' as const),
});
const span: fc.Arbitrary<Span> = fc.oneof(
  fc.tuple(range, ground).map(([one, by]): Span => ({ kind: 'inserted', ...one, ...by })),
  fc.tuple(range, ground, name).map(([one, by, sender]): Span => ({ kind: 'inserted', ...one, ...by, sender })),
  fc.tuple(range, ground).map(([one, by]): Span => ({ kind: 'deleted', ...one, ...by })),
  fc
    .tuple(range, range, ground)
    .map(([from, to, by]): Span => ({ kind: 'relocated', from, to: { ...to, count: from.count }, by })),
);

describe('spans as bytes', () => {
  it('[ENC1] come back as they went, with or without the row they are stored in', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 20 }), name, moment, (spans, by, at) => {
        expect(decodeSpans(encodeSpans(spans))).toEqual(spans);
        const row = { by, at };
        expect(decodeSpans(encodeSpans(spans, row), row)).toEqual(spans);
      }),
    );
  });

  it('[ENC2] cost a keystroke at most 16 bytes beside its row', () => {
    const row = { by: '0b54a3f0-63f5-4b3e-9a1c-2f27e2d6a001', at: '2026-01-12T09:00:00.000Z' };
    const typed: Span = {
      kind: 'inserted',
      client: 4_012_345_678,
      clock: 182_315,
      count: 1,
      person: row.by,
      at: row.at,
      comment: null,
      origin: 'typed',
    };
    expect(encodeSpans([typed], row).length).toBeLessThanOrEqual(16);
  });

  it('[ENC3] refuse another format, and bytes that need their row', () => {
    const typed: Span = {
      kind: 'inserted',
      client: 1,
      clock: 0,
      count: 1,
      person: 'ann',
      at: '2026-01-12T09:00:00.000Z',
      comment: null,
      origin: 'typed',
    };
    expect(decodeSpans(new Uint8Array())).toEqual([]);
    expect(() => decodeSpans(new Uint8Array([9, 0, 0]))).toThrow(RangeError);
    const row = { by: 'ann', at: '2026-01-12T09:00:00.000Z' };
    expect(() => decodeSpans(encodeSpans([typed], row))).toThrow(RangeError);
  });
});

describe('values by clock', () => {
  it('[IDX1] are those set last, whatever runs overlap', () => {
    const step = fc.record({
      clock: fc.nat(60),
      count: fc.integer({ min: 1, max: 30 }),
      value: fc.option(fc.constantFrom('a', 'b', 'c')),
    });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.nat(80),
        fc.integer({ min: 1, max: 40 }),
        (steps, from, count) => {
          const runs = new RangeMap<string>((one, other) => one === other);
          const plain = Array.from<string | null>({ length: 200 }).fill(null);
          for (const { clock: at, count: many, value } of steps) {
            plain.fill(value, at, at + many);
            if (value === null) runs.delete(1, at, many);
            else runs.set(1, at, many, value);
          }
          const slices = runs.slices(1, from, count);
          expect(
            slices.flatMap(({ count: many, value }) => Array.from<string | null>({ length: many }).fill(value)),
          ).toEqual(plain.slice(from, from + count));
          expect(runs.get(1, from)).toBe(plain[from]);
        },
      ),
    );
  });
});
