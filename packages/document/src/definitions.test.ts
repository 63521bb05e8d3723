import { expect, test } from 'vitest';
import { definitionsOf, termFinder } from './definitions.ts';
import { definition, doc, h1, p } from './testing.ts';

const document = doc(
  h1('Begrippen'),
  definition('Docent', 'wie lesgeeft', { id: 'd' }),
  definition('docent praktijk', 'wie voordoet', { id: 'dp' }),
  definition('DOCENT', 'nog eens', { id: 'x' }),
  definition('VCA', 'een diploma', { id: 'v' }),
  definition(' ', 'niets', { id: 'leeg' }),
  p('tekst'),
);
const stem = (word: string) => word.replace(/en$/u, '');
const find = (text: string) =>
  termFinder(
    definitionsOf(document),
    stem,
  )(text).map(({ from, to, definition: { id } }) => `${text.slice(from, to)}:${id}`);

test('[DEF1] what a document explains, each term once', () => {
  expect(definitionsOf(document)).toEqual([
    { id: 'd', term: 'Docent', meaning: 'wie lesgeeft' },
    { id: 'dp', term: 'docent praktijk', meaning: 'wie voordoet' },
    { id: 'v', term: 'VCA', meaning: 'een diploma' },
  ]);
});

test('[DEF2] terms are found as whole words in any form, the longest first, abbreviations only as written', () => {
  expect(find('De docent en docenten van de docentenkamer.')).toEqual(['docent:d', 'docenten:d']);
  expect(find('Elke Docent praktijk; docent, praktijk.')).toEqual(['Docent praktijk:dp', 'docent:d']);
  expect(find('VCA, vca en VCA-VOL')).toEqual(['VCA:v']);
  expect(find('')).toEqual([]);
});
