import { expect, test } from 'vitest';
import { definitionsOf, termFinder } from './definitions.ts';
import { cell, definition, doc, h1, h2, p, table } from './testing.ts';

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

test('[DEF3] a table of terms explains them: by its header, in whatever columns, each term once with the definitions', () => {
  const explained = definitionsOf(
    doc(
      h1('Begrippen'),
      definition('Docent', 'wie lesgeeft', { id: 'd' }),
      table([
        ['Nr.', 'Begrip', 'Betekenis in dit document'],
        ['1', 'Docent', 'nog eens'],
        ['2', 'Erkende  opleider', [p('opleider'), p('met een erkenning')]],
        ['3', '', 'zonder begrip'],
        ['4', 'Zonder betekenis', ''],
        [cell('Tussenkop over alles', { colspan: 3 })],
        ['5', 'Testgas', 'bekend gasmengsel'],
      ]),
    ),
  );
  expect(explained).toEqual([
    { id: 'd', term: 'Docent', meaning: 'wie lesgeeft' },
    { id: 't-r3k3', term: 'Erkende opleider', meaning: 'opleider met een erkenning' },
    { id: 't-r7k3', term: 'Testgas', meaning: 'bekend gasmengsel' },
  ]);
});

test('[DEF3] in the section for terms a table needs no header that says so; elsewhere it explains nothing', () => {
  const terms = (slot: string | null, header: boolean) =>
    definitionsOf(
      doc(
        h1('Inleiding', { slot: 'inleiding' }),
        h2('Woorden', { slot }),
        table([...(header ? [['Woord', 'Wat wij ermee bedoelen']] : []), ['Lesplan', 'beschrijving per les']], {
          header,
        }),
      ),
    ).map(({ term }) => term);
  expect(terms('inleiding.begrippen', true)).toEqual(['Lesplan']);
  expect(terms('toepassingsgebied.begrippen', false)).toEqual(['Lesplan']);
  expect(terms('inleiding.status', true)).toEqual([]);
  expect(terms(null, true)).toEqual([]);
});
