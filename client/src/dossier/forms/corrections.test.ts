import type { DocumentJson } from '@draagvlak/document';
import { fromMarkdown } from '@draagvlak/document/markdown';
import { corrected } from '@draagvlak/document';
import { expect, test } from 'vitest';
import { correctionOf } from './corrections.ts';

let ids = 0;
const { document } = fromMarkdown(
  '# Titel\n\n## Duur\n\nDe opleiding duurt acht uur. De toets duurt een uur.\n\nDe toets is mondeling.',
  () => `n${(ids += 1)}`,
);

function find(was: string, becomes: string, earlier: Parameters<typeof correctionOf>[2] = []) {
  return correctionOf(document, { was, becomes }, earlier);
}

test('a mistake is found by its words and becomes a correction that holds', () => {
  const one = find('acht uur', 'negen uur');
  if (typeof one === 'string') throw new Error(one);
  const mended: DocumentJson = corrected(document, [one]);
  expect(JSON.stringify(mended)).toContain('De opleiding duurt negen uur. De toets');
});

test('a heading can be mended, and words can be taken out', () => {
  expect(find('Duur', 'De duur')).toMatchObject({ from: 0, to: 4, was: 'Duur' });
  expect(find(' De toets duurt een uur.', '')).toMatchObject({ becomes: '' });
});

test('words that are not there, stand there twice, cross paragraphs or stay the same are told', () => {
  expect(find('tien uur', 'elf uur')).toBe('missing');
  expect(find('', 'iets')).toBe('missing');
  expect(find('De toets', 'Het examen')).toBe('ambiguous');
  expect(find('een uur.\nDe toets is', 'x')).toBe('across');
  expect(find('acht uur', 'acht uur')).toBe('same');
  const first = find('acht uur', 'negen uur');
  if (typeof first === 'string') throw new Error(first);
  expect(find('duurt acht', 'duurt zes', [first])).toBe('overlap');
});
