import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excerpt, fold, parseQuery, SearchIndex, stem, terms } from './index.ts';

const keys = (index: SearchIndex, query: string) => index.find(parseQuery(query)).map(({ key }) => key);
const indexOf = (texts: Readonly<Record<string, string>>) => {
  const index = new SearchIndex();
  for (const [key, text] of Object.entries(texts)) index.add(key, text);
  return index;
};

describe('word forms', () => {
  test.each([
    ['werkproces', 'werkprocessen'],
    ['eis', 'eisen'],
    ['deelnemer', 'deelnemers'],
    ['meting', 'metingen'],
    ['gas', 'gassen'],
    ['docent', 'docenten'],
    ['kwalificatie', 'kwalificaties'],
    ['uur', 'uren'],
    ['toets', 'toetsen'],
    ['bewijs', 'bewijzen'],
    ['bevoegdheid', 'bevoegdheden'],
    ['opleiding', 'opleidingen'],
    ['examen', 'examens'],
    ['les', 'lessen'],
    ['taak', 'taken'],
    ["foto's", 'foto'],
    ['schriftelijk', 'schriftelijke'],
    ['proef', 'proeven'],
  ])('[SEA1] %s and %s are one word', (one, other) => {
    expect(stem(one)).toBe(stem(other));
  });

  test.each([
    ['gas', 'gast'],
    ['eis', 'eind'],
    ['docent', 'document'],
    ['meting', 'mening'],
    ['deelnemer', 'deel'],
    ['opleiding', 'opleider'],
  ])('[SEA1] %s and %s stay apart', (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  test('[SEA2] capitals and accents make no difference, nor does the way they are encoded', () => {
    expect(fold('Coördinator')).toBe('coordinator');
    expect(fold('Coördinator'.normalize('NFD'))).toBe('coordinator');
    expect(fold('CO₂')).toBe('co2');
    expect(keys(indexOf({ a: 'De coördinator meet CO₂.' }), 'COORDINATOR co2')).toEqual(['a']);
  });

  test('[SEA3] words are where they stand in the text as it was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let last = 0;
        for (const { word, from, to } of terms(text)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(fold(text.slice(from, to))).toBe(word);
          last = to;
        }
      }),
    );
  });

  test('[SEA3] a decimal number is one word, a hyphen parts two', () => {
    expect(terms('5,5 uur e-learning').map(({ word }) => word)).toEqual(['5,5', 'uur', 'e', 'learning']);
  });
});

describe('finding', () => {
  const texts = {
    process: 'De deelnemer beschrijft het werkproces.',
    processes: 'Werkprocessen en metingen',
    compound: 'Een gasmeting duurt vijf minuten.',
    other: 'De docent heeft een certificaat.',
  };

  test('[SEA4] every word of the query must be there, in some form', () => {
    const index = indexOf(texts);
    expect(keys(index, 'werkproces')).toEqual(['process', 'processes']);
    expect(keys(index, 'werkprocessen deelnemers')).toEqual(['process']);
    expect(keys(index, 'werkproces docent')).toEqual([]);
    expect(keys(index, '')).toEqual([]);
  });

  test('[SEA5] a beginning is enough, and a compound is found by what it is made of', () => {
    const index = indexOf(texts);
    expect(keys(index, 'certif')).toEqual(['other']);
    expect(keys(index, 'metingen')).toEqual(['processes', 'compound']);
    expect(keys(indexOf({ a: 'Minimaal 8 uur', b: 'Het jaar 1980' }), '8')).toEqual(['a']);
  });

  test('[SEA6] small words count only when there is nothing else to look for', () => {
    const index = indexOf(texts);
    expect(keys(index, 'de docent')).toEqual(['other']);
    expect(keys(index, 'de')).toEqual(expect.arrayContaining(['process', 'other']));
  });

  test('[SEA7] the word itself comes before another form, a title before running text', () => {
    const index = indexOf({ form: 'eisen stellen wij', same: 'eis stellen wij' });
    index.add('title', 'eis stellen wij', 2);
    expect(keys(index, 'eis')).toEqual(['title', 'same', 'form']);
  });

  const word = fc.constantFrom('eis', 'eisen', 'gas', 'gassen', 'meting', 'docent', 'uren', 'toets');
  const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));

  test('[SEA8] what was removed or replaced is not found, and an index that forgot is as one that never knew', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), fc.array(text, { maxLength: 8 }), word, (kept, gone, sought) => {
        const grown = new SearchIndex();
        for (const [index, one] of gone.entries()) grown.add(`gone ${index}`, one);
        for (const [index, one] of kept.entries()) grown.add(`kept ${index}`, `vorige ${one}`);
        for (const [index, one] of kept.entries()) grown.add(`kept ${index}`, one);
        for (const index of gone.keys()) grown.remove(`gone ${index}`);
        const fresh = indexOf(Object.fromEntries(kept.map((one, index) => [`kept ${index}`, one])));
        expect(new Set(keys(grown, sought))).toEqual(new Set(keys(fresh, sought)));
        expect(keys(grown, 'vorige')).toEqual([]);
        expect(grown.size).toBe(kept.length);
      }),
    );
  });
});

describe('excerpts', () => {
  const marked = ({ text, marks }: ReturnType<typeof excerpt>) => marks.map(({ from, to }) => text.slice(from, to));

  test('[SEA9] the words that were looked for are marked as they stand, whole', () => {
    const found = excerpt('Alle Werkprocessen van de gasmeting.', parseQuery('werkproces meting'));
    expect(marked(found)).toEqual(['Werkprocessen', 'gasmeting']);
  });

  test('[SEA9] a long text is cut between words around where most stands together', () => {
    const far = `eis ${'vulling '.repeat(60)}de docent stelt een eis aan elke docent ${'vulling '.repeat(60)}`;
    const found = excerpt(far, parseQuery('eis docent'), 120);
    expect(marked(found)).toEqual(['docent', 'eis', 'docent']);
    expect(found.text).toMatch(/^… vulling .* …$/);
    expect(found.text.length).toBeLessThanOrEqual(124);
  });

  test('[SEA9] marks lie inside the excerpt, in order and apart, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.string(), (text, query) => {
        const found = excerpt(text, parseQuery(query), 60);
        let last = 0;
        for (const { from, to } of found.marks) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(found.text.length);
      }),
    );
  });
});
