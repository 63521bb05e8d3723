import type { ComparisonView } from '@draagvlak/contract/client';
import { CATEGORIES } from '@draagvlak/compare';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChangeFilter, EVERYTHING, filterOf, nextTo, openQuestions, SHOWS, withFilter } from './change-filter.ts';
import type { KnownChange } from './change-index.ts';

const some = fc.option(fc.string({ minLength: 1 }), { nil: null });
const filters: fc.Arbitrary<ChangeFilter> = fc.record({
  categories: fc.subarray([...CATEGORIES]),
  section: some,
  comment: some,
  author: some,
  organisation: some,
  show: fc.constantFrom('all' as const, ...SHOWS),
});

describe('a filter in the address', () => {
  it('comes back as it was, whatever else stands there', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const query = withFilter(new URLSearchParams({ van: 'a', naar: 'b' }), filter);
        expect(filterOf(new URLSearchParams(query.toString()))).toEqual(filter);
        expect([query.get('van'), query.get('naar')]).toEqual(['a', 'b']);
      }),
    );
  });

  it('leaves nothing behind once it is cleared', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const query = new URLSearchParams({ van: 'a' });
        expect(withFilter(withFilter(query, filter), EVERYTHING).toString()).toBe('van=a');
      }),
    );
  });

  it('that names what does not exist lets everything through', () => {
    expect(filterOf(new URLSearchParams({ soort: 'x,y', toon: 'z' }))).toEqual(EVERYTHING);
  });
});

describe('questions about a change', () => {
  const remark = (id: string, kind: string, about: string | null = null) =>
    ({ id, kind, about }) as ComparisonView['remarks'][number];
  const open = (...remarks: readonly ComparisonView['remarks'][number][]) =>
    openQuestions({ remarks } as unknown as KnownChange).map(({ id }) => id);

  it('are open until the committee answers; remarks and advice ask for nothing', () => {
    expect(open(remark('q', 'question'), remark('r', 'remark'), remark('a', 'advice'))).toEqual(['q']);
    expect(open(remark('q', 'question'), remark('p', 'question'), remark('x', 'answer', 'q'))).toEqual(['p']);
  });
});

describe('walking', () => {
  const shown = [2, 5, 9].map((number) => ({ number }) as KnownChange);
  const to = (at: number, by: 1 | -1) => nextTo(shown, at, by)?.number;
  it('begins at either end and goes on from a change that the filter hides by now', () => {
    expect([to(0, 1), to(0, -1)]).toEqual([2, 9]);
    expect([to(2, 1), to(6, 1), to(6, -1)]).toEqual([5, 9, 5]);
    expect([to(9, 1), to(2, -1)]).toEqual([undefined, undefined]);
  });
});
