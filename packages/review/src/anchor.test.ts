import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorExists, makeAnchor, selectionOf } from './anchor.ts';
import { block, cell, document, heading, row, table } from './document.testing.ts';
import { findQuote } from './quote-match.ts';
import { RandomDocument } from './random-edits.ts';
import { placesOf } from './places.ts';

const text = document(
  heading('h1', 'Duur'),
  block('p1', 'De opleiding 🚒 duurt minimaal 8 uur, exclusief pauzes.'),
  heading('h2', 'Verdeling', 2),
  block('p2', [
    { type: 'text', text: 'Ten hoogste 30 dagen' },
    { type: 'footnote', attrs: { id: 'f1' }, content: [{ type: 'text', text: 'Ook in 2025.' }] },
    { type: 'text', text: ' ertussen.' },
  ]),
  table(
    't',
    row('r1', cell('c1', 'k1', 'Onderdeel'), cell('c2', 'k2', 'Duur')),
    row('r2', cell('c3', 'k1', 'Theorie'), cell('c4', 'k2', '5,5 uur')),
  ),
);
const at = (id: string, offset: number) => ({ block: id, offset });

describe('anchoring', () => {
  it('[ANC1] keeps the words as they stand, with context, and the innermost section', () => {
    const anchor = makeAnchor(text, { scope: 'passage', start: at('p1', 31), end: at('p1', 36) }, 'v1');
    expect(anchor).toMatchObject({ quote: '8 uur', section: 'h1', version: 'v1', node: null });
    expect(anchor!.prefix).toBe('De opleiding 🚒 duurt minimaal ');
    expect(anchor!.suffix).toBe(', exclusief pauzes.');
  });

  it('[ANC2] counts UTF-16 units, a footnote as one, whatever it holds', () => {
    const emoji = makeAnchor(text, { scope: 'passage', start: at('p1', 13), end: at('p1', 15) }, 'v1');
    expect(emoji!.quote).toBe('🚒');
    const note = makeAnchor(text, { scope: 'passage', start: at('p2', 12), end: at('p2', 30) }, 'v1');
    expect(note!.quote).toBe('30 dagen￼ ertussen');
    expect(note!.section).toBe('h2');
  });

  it('[ANC3] takes a selection made backwards, and one over several blocks and cells', () => {
    const back = makeAnchor(text, { scope: 'passage', start: at('c3-b', 7), end: at('p2', 22) }, 'v1');
    expect(back).toMatchObject({ start: at('p2', 22), end: at('c3-b', 7) });
    expect(back!.quote).toBe('ertussen.\nOnderdeel\nDuur\nTheorie');
  });

  it('[ANC4] names a section, block, row, column or cell as a whole', () => {
    const quote = (scope: 'section' | 'block' | 'row' | 'column' | 'cell', node: string) =>
      makeAnchor(text, { scope, node }, 'v1')?.quote;
    expect(quote('section', 'h2')).toBe('Verdeling');
    expect(quote('row', 'r2')).toBe('Theorie\n5,5 uur');
    expect(quote('column', 'k2')).toBe('Duur\n5,5 uur');
    expect(quote('cell', 'c4')).toBe('5,5 uur');
    expect(quote('block', 'p1')).toMatch(/^De opleiding/);
    expect(makeAnchor(text, { scope: 'row', node: 'r2' }, 'v1')!.section).toBe('h2');
  });

  it('[ANC5] refuses a passage that is not there', () => {
    expect(makeAnchor(text, { scope: 'passage', start: at('p9', 0), end: at('p9', 3) }, 'v1')).toBeNull();
    expect(makeAnchor(text, { scope: 'passage', start: at('p1', 0), end: at('p1', 999) }, 'v1')).toBeNull();
    expect(makeAnchor(text, { scope: 'passage', start: at('p1', 4), end: at('p1', 4) }, 'v1')).toBeNull();
    expect(makeAnchor(text, { scope: 'section', node: 'p1' }, 'v1')).toBeNull();
  });

  it('[ANC6] recognises its own anchors and no others', () => {
    const anchor = makeAnchor(text, { scope: 'passage', start: at('p1', 31), end: at('p1', 36) }, 'v1')!;
    expect(anchorExists(text, anchor)).toBe(true);
    expect(anchorExists(text, { ...anchor, quote: '9 uur' })).toBe(false);
    expect(anchorExists(text, { ...anchor, start: at('p1', 30) })).toBe(false);
    expect(anchorExists(text, { ...anchor, section: 'h2' })).toBe(false);
    expect(anchorExists(text, { ...anchor, start: null })).toBe(false);
    expect(anchorExists(text, { ...anchor, start: anchor.end, end: anchor.start })).toBe(false);
  });

  it('[ANC6] for every passage of any document', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(), fc.nat(), fc.nat(), (seed, one, from, length) => {
        const any = new RandomDocument(seed, 5).document();
        const { blocks } = placesOf(any);
        const { id, text: words } = blocks[one % blocks.length]!;
        const start = at(id, from % words.length);
        const end = at(id, Math.min(words.length, start.offset + (length % 60)));
        const anchor = makeAnchor(any, { scope: 'passage', start, end }, 'v1');
        const isBlank = words.slice(start.offset, end.offset).trim() === '';
        expect(anchor === null).toBe(isBlank);
        expect(isBlank || anchorExists(any, anchor!)).toBe(true);
        expect(isBlank || makeAnchor(any, selectionOf(anchor!), 'v1')!.quote === anchor!.quote).toBe(true);
      }),
    );
  });
});

describe('finding a quote', () => {
  const found = (quote: string, section: string | null = null) => findQuote(text, quote, section);

  it('[QUO2] finds literal words, and names rows and sections written as such', () => {
    expect(found('8 uur, exclusief')).toEqual({
      found: { scope: 'passage', start: at('p1', 31), end: at('p1', 47) },
    });
    expect(found('| Theorie | 5,5 uur |')).toEqual({ found: { scope: 'row', node: 'r2' } });
    expect(found('## 1.1 Verdeling')).toEqual({ found: { scope: 'section', node: 'h2' } });
    expect(found('1.1 Verdeling')).toEqual({ found: { scope: 'section', node: 'h2' } });
  });

  it('[QUO3] does not mind spaces, line ends and kinds of quotation marks, nor a footnote mark in between', () => {
    expect(found('De opleiding 🚒  duurt\nminimaal')).toMatchObject({
      found: { start: at('p1', 0), end: at('p1', 30) },
    });
    expect(found('30 dagen ertussen')).toMatchObject({ found: { start: at('p2', 12), end: at('p2', 30) } });
    expect(found('3. Ten hoogste 30')).toMatchObject({ found: { start: at('p2', 0) } });
  });

  it('[QUO4] refuses what stands there twice or not at all, and never takes part of a word', () => {
    expect(found('Duur')).toEqual({ refused: 'ambiguous' });
    expect(found('Duur', 'h2')).toMatchObject({ found: { start: at('c2-b', 0) } });
    expect(found('dertig dagen')).toEqual({ refused: 'missing' });
    expect(found('leiding')).toEqual({ refused: 'missing' });
    expect(found('   ')).toEqual({ refused: 'missing' });
  });
});
