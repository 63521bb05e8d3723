import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Section } from '@draagvlak/document';
import { heatStep } from './heat-step.ts';
import { outlineTree } from './outline-tree.ts';
import { barSpans } from './bar-spans.ts';
import { compareText } from './text-difference.ts';

describe('a text proposal shown as a difference', () => {
  it('gives back both texts from its pieces, for all texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const pieces = compareText(before, after);
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('inserted')).toBe(before);
        expect(without('deleted')).toBe(after);
      }),
    );
  });
  it('shows a wholly new text as one replacement, not as crumbs', () => {
    expect(compareText('De opleiding duurt minimaal 8 uur', 'Groep A 8 uur, groep B 16 uur.')).toHaveLength(2);
    expect(compareText('ten hoogste 12 deelnemers', 'ten hoogste 8 deelnemers').map(({ kind }) => kind)).toEqual([
      'kept',
      'deleted',
      'inserted',
      'kept',
    ]);
  });
});

describe('a bar of parts', () => {
  it('fills its width with the parts that count and leaves nothing for the others', () => {
    const spans = barSpans([25, 0, 5, 10], 430);
    expect(spans[1]?.width).toBe(0);
    const last = spans[3]!;
    expect(last.x + last.width).toBeCloseTo(430);
    expect(barSpans([0, 0], 430).every(({ width }) => width === 0)).toBe(true);
  });
});

describe('how dark a count is', () => {
  it('grows with the count and never marks nothing', () => {
    expect([0, 1, 2, 4, 8].map((count) => heatStep(count, 8))).toEqual([0, 1, 2, 3, 4]);
    expect(heatStep(3, 0)).toBe(0);
  });
});

describe('the contents of a document', () => {
  const section = (id: string, parent: string | null) => ({ id, parent }) as Section;
  it('nests by parent and loses no section whose parent is unknown', () => {
    const tree = outlineTree([section('1', null), section('1.1', '1'), section('x', 'weg')]);
    expect(tree.map((branch) => [branch.section.id, branch.children.map((child) => child.section.id)])).toEqual([
      ['1', ['1.1']],
      ['x', []],
    ]);
  });
});
