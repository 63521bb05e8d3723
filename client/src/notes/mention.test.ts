import { expect, test } from 'vitest';
import { matching, mentionAt, mentionsIn } from './mention.ts';

const authors = [
  { person: 'b', name: 'Bram Osinga' },
  { person: 'c', name: 'Chantal de Boer' },
];

test('an @ at the start of a word begins a mention; one in an address does not', () => {
  expect(mentionAt('Klopt dit @br', 13)).toEqual({ from: 10, typed: 'br' });
  expect(mentionAt('@', 1)).toEqual({ from: 0, typed: '' });
  expect(mentionAt('mail@br', 7)).toBeNull();
  expect(mentionAt('Klopt dit', 9)).toBeNull();
  expect(mentionAt('@Bram\nOok', 9)).toBeNull();
});

test('names are found by any of their words, and no more once they are complete', () => {
  expect(matching(authors, 'BR')).toEqual([authors[0]]);
  expect(matching(authors, 'boer')).toEqual([authors[1]]);
  expect(matching(authors, '')).toEqual(authors);
  expect(matching(authors, 'bram osinga')).toEqual([]);
});

test('who is mentioned is who stands in the text with the whole name', () => {
  expect(mentionsIn('@Bram Osinga, klopt dit? @Chantal weet het ook.', authors)).toEqual(['b']);
});
