// @vitest-environment happy-dom
import type { WorkbenchView } from '@draagvlak/contract/client';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { showLines } from './lines.ts';
import { Slices } from './slices.ts';
import { unchanged } from './unchanged.ts';

afterEach(() => void vi.unstubAllGlobals());

describe('the lines of a long list', () => {
  it('whatever was there, the list holds these lines in this order, and a line that stays is not moved', () => {
    const some = fc.uniqueArray(fc.integer({ min: 0, max: 30 }));
    fc.assert(
      fc.property(some, some, (before, after) => {
        const all = Array.from({ length: 31 }, () => document.createElement('li'));
        const of = (numbers: readonly number[]) => numbers.map((number) => all[number]!);
        const list = document.createElement('ol');
        showLines(list, of(before));
        showLines(list, of(after));
        expect([...list.children]).toEqual(of(after));
        const put = vi.spyOn(list, 'insertBefore');
        showLines(list, of(after));
        expect(put).not.toHaveBeenCalled();
        showLines(list, of(after).slice(1));
        expect(put).not.toHaveBeenCalled();
      }),
    );
  });

  it('comes in slices until all of it is there, and stays whole when more comes in', () => {
    const frames: (() => void)[] = [];
    vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
    vi.stubGlobal('cancelAnimationFrame', () => undefined);
    let asked = 0;
    const slices = new Slices(() => void (asked += 1));
    slices.begin(200);
    const shown = [slices.of(500)];
    expect(shown[0]).toBeGreaterThan(200);
    while (shown.at(-1)! < 500) {
      for (const run of frames.splice(0)) run();
      for (const run of frames.splice(0)) run();
      shown.push(slices.of(500));
    }
    expect(shown).toEqual(shown.toSorted((one, other) => one - other));
    expect(asked).toBe(shown.length - 1);
    expect(slices.of(900)).toBe(900);
    slices.begin(0);
    expect(slices.of(900)).toBeLessThan(900);
  });
});

describe('a workbench that is read again', () => {
  const view = (words: readonly string[]) =>
    ({
      comments: words.map((body, index) => ({ id: `c${index}`, body })),
      bundles: [],
      authors: [],
    }) as unknown as WorkbenchView;

  it('keeps every comment that stayed the same as the same object', () => {
    const before = view(['een', 'twee']);
    const now = unchanged(before, view(['een', 'drie']));
    expect(now.comments[0]).toBe(before.comments[0]);
    expect(now.comments[1]).not.toBe(before.comments[1]);
    expect(now.comments[1]?.body).toBe('drie');
    expect(unchanged(now, view(['een', 'drie'])).comments).toBe(now.comments);
    expect(unchanged(now, view(['een'])).comments).toHaveLength(1);
  });
});
