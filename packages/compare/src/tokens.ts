import { LEAF } from '@draagvlak/document';

/** A text cut into words, numbers, spaces and single other characters; equal tokens have equal numbers. */
export interface Tokens {
  readonly ids: Int32Array;
  /** Offset of each token in the text, with the text's length at the end. */
  readonly starts: Int32Array;
}

const SPACE = 1;
const LETTER = 2;
const DIGIT = 3;
const OTHER = 4;

function classify(character: string): number {
  if (/\s/u.test(character)) return SPACE;
  if (/\p{N}/u.test(character)) return DIGIT;
  return /[\p{L}\p{M}]/u.test(character) ? LETTER : OTHER;
}

// Nearly all text is Latin: looking up beats a Unicode expression per character by an order of magnitude.
const LATIN = Uint8Array.from({ length: 0x250 }, (_, code) => classify(String.fromCharCode(code)));
const POINT = 0x2e;
const COMMA = 0x2c;

/** Which token stands between two blocks that were split or merged. */
export const PILCROW = 0;

/**
 * Numbers tokens for one comparison. A number with its decimals or subdivisions ("5,5", "4.3.2") is one token, so that
 * a changed figure is never half marked.
 */
export class Lexicon {
  readonly #numbers = new Map<string, number>([['¶', PILCROW]]);
  readonly #word: boolean[] = [false];

  #number(text: string, word: boolean): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#word.length;
    this.#numbers.set(text, number);
    this.#word.push(word);
    return number;
  }

  isWord(token: number): boolean {
    return this.#word[token] === true;
  }

  /** `leaves` names the inline leaves of the text in order: equal names count as the same leaf. */
  tokens(text: string, leaves: readonly string[]): Tokens {
    const ids: number[] = [];
    const starts: number[] = [];
    let leaf = 0;
    let at = 0;
    const kind = (offset: number): number => {
      const code = text.charCodeAt(offset);
      return code < 0x250 ? (LATIN[code] as number) : classify(String.fromCodePoint(text.codePointAt(offset) ?? 0));
    };
    const width = (offset: number): number => ((text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1);
    while (at < text.length) {
      const start = at;
      const first = kind(at);
      at += width(at);
      if (first === SPACE) {
        while (at < text.length && kind(at) === SPACE) at += 1;
      } else if (first !== OTHER) {
        let digits = first === DIGIT;
        while (at < text.length) {
          const next = kind(at);
          if (next === LETTER || next === DIGIT) {
            digits &&= next === DIGIT;
            at += width(at);
          } else if (
            digits &&
            (text.charCodeAt(at) === POINT || text.charCodeAt(at) === COMMA) &&
            at + 1 < text.length &&
            kind(at + 1) === DIGIT
          ) {
            at += 2;
          } else break;
        }
      }
      starts.push(start);
      const token = text.slice(start, at);
      if (token === LEAF) ids.push(this.#number(`\u0000${leaves[leaf++] ?? ''}`, true));
      else ids.push(this.#number(token, first === LETTER || first === DIGIT));
    }
    starts.push(text.length);
    return { ids: Int32Array.from(ids), starts: Int32Array.from(starts) };
  }

  /** The words of a text as a sorted bag. */
  words(tokens: Tokens): Int32Array {
    return tokens.ids.filter((id) => this.isWord(id)).toSorted();
  }
}

/** How many elements two sorted bags share. */
export function shared(one: Int32Array, two: Int32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < one.length && j < two.length;) {
    const a = one[i] as number;
    const b = two[j] as number;
    if (a === b) {
      count += 1;
      i += 1;
      j += 1;
    } else if (a < b) i += 1;
    else j += 1;
  }
  return count;
}

/** Dice's coefficient of two bags of words: 0 for nothing in common, 1 for the same words. */
export function likeness(one: Int32Array, two: Int32Array): number {
  const total = one.length + two.length;
  return total === 0 ? 1 : (2 * shared(one, two)) / total;
}

/** The bag without what it shares with the other. */
export function without(bag: Int32Array, other: Int32Array): Int32Array {
  const rest: number[] = [];
  let j = 0;
  for (const value of bag) {
    while (j < other.length && (other[j] as number) < value) j += 1;
    if (j < other.length && other[j] === value) j += 1;
    else rest.push(value);
  }
  return Int32Array.from(rest);
}
