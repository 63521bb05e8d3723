import { type Term, terms } from './terms.ts';

/** One word that is looked for. */
export interface SoughtWord {
  readonly word: string;
  readonly stem: string;
}

/** What somebody looks for: every word must be there. */
export type Query = readonly SoughtWord[];

/** Words that say little; they are looked for only when there are no others. */
const STOP_WORDS = new Set(
  (
    'aan al als bij dan dat de den der des deze die dit door dus een en er ge had heb heeft het hier hij hoe hun ik in ' +
    'is je kan maar me met mij mijn na naar niet nog nu of om ook op over te ten ter toch tot uit van veel voor want ' +
    'was wat we wel werd wie wij wordt worden ze zich zij zijn zo zou a an and are for from in is it of on or the to'
  ).split(' '),
);
/** Most words of a query that count. */
const MOST = 8;
/** From this many letters on a word is also found as the beginning of another, and inside a compound. */
const BEGINNING = 2;
const INSIDE = 4;

export function parseQuery(text: string): Query {
  const all = terms(text);
  const telling = all.filter(({ word }) => !STOP_WORDS.has(word));
  const found = new Map<string, SoughtWord>();
  for (const { word, stem } of telling.length === 0 ? all : telling) found.set(word, { word, stem });
  return [...found.values()].slice(0, MOST);
}

/**
 * How well a word of a text answers a word that is looked for, 0 (not) to 1: the same word, another form of it, a word
 * that begins with it, a compound that holds it ("gasmeting" for "metingen").
 */
export function likeness(sought: SoughtWord, term: Pick<Term, 'word' | 'stem'>): number {
  if (term.word === sought.word) return 1;
  if (term.stem === sought.stem) return 0.9;
  if (sought.word.length >= BEGINNING && term.word.startsWith(sought.word)) return 0.6;
  if (/^\p{N}/u.test(sought.word)) return 0;
  if (sought.word.length >= INSIDE && term.word.includes(sought.word)) return 0.35;
  return sought.stem.length >= INSIDE && term.word.includes(sought.stem) ? 0.3 : 0;
}
