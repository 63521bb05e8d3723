import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corrected, type Correction, correctionsHold, narrow } from './corrections.ts';
import { inlineText, LEAF, textBlocks } from './json.ts';
import { arbitraryDocument, br, doc, footnote, h1, p, strong } from './testing.ts';

const text = doc(
  h1('Duur', { id: 'h' }),
  p('De toets duurt ', strong('acht uur'), ' in 2019.', { id: 'a' }),
  p('Slot', { id: 'b' }),
);
const fix = (block: string, from: number, was: string, becomes: string): Correction => ({
  block,
  from,
  to: from + was.length,
  was,
  becomes,
});

describe('corrections of a frozen text', () => {
  it('[COR1] change the words they name and nothing else', () => {
    const year = fix('a', 27, '2019', '2026');
    const hours = fix('a', 15, 'acht uur', 'acht lesuren');
    expect(corrected(text, [year, hours])).toEqual(
      doc(
        h1('Duur', { id: 'h' }),
        p('De toets duurt ', strong('acht lesuren'), ' in 2026.', { id: 'a' }),
        p('Slot', { id: 'b' }),
      ),
    );
    expect(corrected(text, [hours, year])).toEqual(corrected(text, [year, hours]));
  });

  it('[COR2] hold only where the words stand, change something, and do not overlap', () => {
    const year = fix('a', 27, '2019', '2026');
    expect(correctionsHold(text, [year])).toBe(true);
    expect(correctionsHold(text, [year, fix('a', 24, 'in 2019', 'nu')])).toBe(false);
    for (const wrong of [
      fix('a', 26, '2019', '2026'),
      fix('x', 27, '2019', '2026'),
      fix('a', 27, '2019', '2019'),
      fix('a', 3, '', 'x'),
    ]) {
      expect(correctionsHold(text, [wrong])).toBe(false);
      expect(() => corrected(text, [wrong])).toThrow(RangeError);
    }
    const noted = doc(p('a', footnote('noot'), 'b', br, { id: 'n' }));
    expect(correctionsHold(noted, [fix('n', 0, `a${LEAF}b`, 'c')])).toBe(false);
  });

  it('[COR3] only what differs is touched, never half a character', () => {
    expect(narrow('acht uur', 'acht lesuren')).toEqual({ from: 5, to: 8, text: 'lesuren' });
    expect(narrow('👍', '👎')).toEqual({ from: 0, to: 2, text: '👎' });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
        const { from, to, text: typed } = narrow(before, after);
        expect(before.slice(0, from) + typed + before.slice(to)).toBe(after);
        expect(`${before.slice(0, from)} ${typed}`).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  it('[COR1] of any document leave every id and every other word', () => {
    fc.assert(
      fc.property(arbitraryDocument(), fc.nat(), fc.constantFrom('', 'x', 'woorden 👩‍🚒'), (document, seed, becomes) => {
        const blocks = [...textBlocks(document)].filter(({ block }) => (inlineText(block).split(LEAF)[0] ?? '') !== '');
        const found = blocks[seed % Math.max(1, blocks.length)];
        if (found === undefined || found.block.attrs.id === null) return;
        const was = inlineText(found.block).split(LEAF)[0] ?? '';
        if (was === becomes) return;
        const mended = corrected(document, [fix(found.block.attrs.id, 0, was, becomes)]);
        const ids = (one: typeof document) => JSON.stringify(one).match(/"id":"[^"]*"/g);
        expect(ids(mended)).toEqual(ids(document));
        const words = (one: typeof document) =>
          [...textBlocks(one)].map(({ block }) => [block.attrs.id, inlineText(block)]);
        expect(words(mended)).toEqual(
          words(document).map(([id, own]) => [
            id,
            id === found.block.attrs.id ? becomes + (own ?? '').slice(was.length) : own,
          ]),
        );
      }),
      { numRuns: 60 },
    );
  });
});
