import { type DocumentJson, PLAIN_BLOCK, type TopJson } from '@draagvlak/document';
import { afterEach, expect, test, vi } from 'vitest';
import { compare } from './compare.ts';
import { Lexicon } from './tokens.ts';

afterEach(() => vi.restoreAllMocks());

const WORDS =
  'de opleider toont aan dat elke deelnemer het meten van gas in de praktijk veilig en zelfstandig beheerst';

const paragraph = (id: string, text: string) => ({
  type: 'block' as const,
  attrs: { ...PLAIN_BLOCK, id },
  content: [{ type: 'text' as const, text }],
});
const table = (name: string): TopJson => ({
  type: 'table',
  attrs: { id: name, caption: null },
  content: [0, 1, 2].map((row) => ({
    type: 'row',
    attrs: { id: `${name}-${row}` },
    content: [0, 1, 2].map((column) => ({
      type: 'cell',
      attrs: {
        id: `${name}-${row}-${column}`,
        column: `${name}-k${column}`,
        header: false,
        colspan: 1,
        rowspan: 1,
        colwidth: null,
      },
      content: [paragraph(`${name}-${row}-${column}-p`, `cel ${row} ${column} van ${name}`)],
    })),
  })),
});

/** Paragraphs of eighteen words each, every tenth followed by a table; one of them is given another word. */
const document = (paragraphs: number, word: string): DocumentJson => ({
  type: 'doc',
  content: Array.from({ length: paragraphs }, (_, at): TopJson[] => {
    const text = `Eis ${at}: ${WORDS}${at === paragraphs >> 1 ? ` ${word}` : ''}.`;
    return [paragraph(`p${at}`, text), ...(at % 10 === 0 ? [table(`t${at}`)] : [])];
  }).flat(),
});

test('[SPD1] equal blocks and tables are not looked into, however many there are', () => {
  const tokens = vi.spyOn(Lexicon.prototype, 'tokens');
  const looks = (paragraphs: number) => {
    tokens.mockClear();
    expect(compare(document(paragraphs, 'eerst'), document(paragraphs, 'daarna')).changes).toHaveLength(1);
    return tokens.mock.calls.length;
  };
  expect([looks(20), looks(2000)]).toEqual([2, 2]);
});

test('[SPD1] 70,000 words take well under a second, also on a busy machine', () => {
  const [before, after] = [document(3600, 'eerst'), document(3600, 'daarna')];
  const took = Array.from({ length: 5 }, () => {
    const start = performance.now();
    compare(before, after);
    return performance.now() - start;
  });
  // the figure itself is in the bench; this catches what grows with the product of both sizes
  expect(Math.min(...took)).toBeLessThan(1000);
});
