import { stem } from './stem.ts';

/** A word of a text, with its place in UTF-16 code units. */
export interface Term {
  /** As it compares: lower case, without accents. */
  readonly word: string;
  readonly stem: string;
  readonly from: number;
  readonly to: number;
}

/** A decimal number ("5,5"), or letters and digits with the apostrophes inside ("foto's"). */
const WORD = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;

/** How a word compares: compatibility forms made plain ("CO₂" is "co2"), accents off, lower case, one apostrophe. */
export const fold = (word: string): string =>
  word.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase();

const stems = new Map<string, string>();
/** Most stems remembered; a dossier has some thousands of different words. */
const REMEMBERED = 50_000;

function stemOf(word: string): string {
  let known = stems.get(word);
  if (known === undefined) {
    known = stem(word);
    if (stems.size >= REMEMBERED) stems.clear();
    stems.set(word, known);
  }
  return known;
}

/** The words of a text in order. */
export function terms(text: string): Term[] {
  return [...text.matchAll(WORD)].map((match) => {
    const word = fold(match[0]);
    return { word, stem: stemOf(word), from: match.index, to: match.index + match[0].length };
  });
}
