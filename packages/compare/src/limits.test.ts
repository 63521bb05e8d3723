import { type DocumentJson, PLAIN_BLOCK } from '@draagvlak/document';
import { expect, test } from 'vitest';
import { compare } from './compare.ts';
import { apply, revert } from './script.ts';

/** Paragraphs that have no word in common with those of another name, and no id either. */
const strangers = (count: number, name: string): DocumentJson => ({
  type: 'doc',
  content: Array.from({ length: count }, (_, at) => ({
    type: 'block',
    attrs: { ...PLAIN_BLOCK, id: `${name}${at}` },
    content: [{ type: 'text', text: Array.from({ length: 8 }, (_, word) => `${name}${at}w${word}`).join(' ') }],
  })),
});

test('[LOS5] texts too different to align are shown as replaced, without loss, and it is said', () => {
  const [before, after] = [strangers(300, 'oud'), strangers(300, 'nieuw')];
  const comparison = compare(before, after);
  expect(comparison.limited).toBe(true);
  const count = (kind: string) => comparison.changes.filter((change) => change.kind === kind).length;
  expect([count('deleted'), count('inserted')]).toEqual([300, 300]);
  expect(apply(before, comparison)).toEqual(after);
  expect(revert(after, comparison)).toEqual(before);
});

test('[CAT1] what came is new, what went is deleted, what moved has moved; an edit is substantive', () => {
  const [one, two, three, four, five] = strangers(5, 'tekst').content as NonNullable<DocumentJson['content']>;
  const [fresh] = strangers(1, 'vers').content as NonNullable<DocumentJson['content']>;
  const edited = { ...two, content: [{ type: 'text', text: 'tekst1w0 tekst1w1 tekst1w2 tekst1w3 tekst1w4 anders' }] };
  const after = { type: 'doc', content: [edited, three, one, five, fresh] } as DocumentJson;
  const { changes } = compare({ type: 'doc', content: [one, two, three, four, five] } as DocumentJson, after);
  expect(changes.map(({ kind, category }) => `${kind} ${category}`).toSorted()).toEqual([
    'deleted deleted',
    'inserted new',
    'moved moved',
    'text substantive',
  ]);
});
