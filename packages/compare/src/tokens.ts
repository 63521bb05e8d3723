import { LEAF } from '@draagvlak/document';

/** A text cut into words, numbers, spaces and single other characters; equal tokens have equal numbers. */
export interface Tokens {
  readonly ids: readonly number[];
  /** Offset of each token in the text, with the text's length at the end. */
  readonly starts: readonly number[];
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
const LEAF_CODE = LEAF.charCodeAt(0);

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 0x250 ? (LATIN[code] as number) : classify(String.fromCodePoint(text.codePointAt(at) ?? 0));
}

/** UTF-16 units of the character that begins here. */
function widthAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00 && (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
}

/** Where the word or number that goes on here ends; `digits` while it is a number. */
function wordEnd(text: string, from: number, digits: boolean): number {
  let at = from;
  let number = digits;
  while (at < text.length) {
    const next = kindAt(text, at);
    if (next === LETTER || next === DIGIT) {
      number &&= next === DIGIT;
      at += widthAt(text, at);
      continue;
    }
    const code = text.charCodeAt(at);
    if (!number || (code !== POINT && code !== COMMA)) break;
    if (at + 1 >= text.length || kindAt(text, at + 1) !== DIGIT) break;
    at += 2;
  }
  return at;
}

/** Which token stands between two blocks that were split or merged. */
export const PILCROW = 0;

/**
 * Numbers tokens for one comparison. A number with its decimals or subdivisions ("5,5", "4.3.2") is one token, so that
 * a changed figure is never half marked.
 */
export class Lexicon {
  readonly #texts: string[] = [];
  readonly #word: boolean[] = [];
  // a hash table of our own: a map would need a string made of every token before it could be looked up
  #slots = new Int32Array(2048);
  #hashes = new Int32Array(2048);

  constructor() {
    // the first: PILCROW
    this.#number('¶', 0, 1, false);
  }

  isWord(token: number): boolean {
    return this.#word[token] === true;
  }

  /** `leaves` names the inline leaves of the text in order: equal names count as the same leaf. */
  tokens(text: string, leaves: readonly string[]): Tokens {
    const { length } = text;
    const ids: number[] = [];
    const starts: number[] = [];
    let leaf = 0;
    for (let at = 0; at < length;) {
      const start = at;
      const first = kindAt(text, at);
      at += widthAt(text, at);
      if (first === SPACE) while (at < length && kindAt(text, at) === SPACE) at += 1;
      else if (first !== OTHER) at = wordEnd(text, at, first === DIGIT);
      starts.push(start);
      if (first === OTHER && text.charCodeAt(start) === LEAF_CODE) {
        const name = `\u0000${leaves[leaf++] ?? ''}`;
        ids.push(this.#number(name, 0, name.length, true));
      } else ids.push(this.#number(text, start, at, first === LETTER || first === DIGIT));
    }
    starts.push(length);
    return { ids, starts };
  }

  /** The number of the token that stands in `text` from `from` to `to`. */
  #number(text: string, from: number, to: number, word: boolean): number {
    let hash = 0x811c9dc5;
    for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const known = (this.#slots[slot] as number) - 1;
      if (known === -1) break;
      if (this.#hashes[slot] === hash && stands(this.#texts[known] as string, text, from, to)) return known;
      slot = (slot + 1) & mask;
    }
    const number = this.#texts.length;
    this.#texts.push(text.slice(from, to));
    this.#word.push(word);
    this.#slots[slot] = number + 1;
    this.#hashes[slot] = hash;
    if (2 * number > mask) this.#grow();
    return number;
  }

  #grow(): void {
    const [slots, hashes] = [this.#slots, this.#hashes];
    this.#slots = new Int32Array(4 * slots.length);
    this.#hashes = new Int32Array(4 * slots.length);
    const mask = this.#slots.length - 1;
    for (let old = 0; old < slots.length; old += 1) {
      if (slots[old] === 0) continue;
      let slot = (hashes[old] as number) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = slots[old] as number;
      this.#hashes[slot] = hashes[old] as number;
    }
  }

  /** The words of a text, each as often as it stands there. */
  words({ ids }: Tokens): Bag {
    const bag: number[] = [];
    for (let at = 0; at < ids.length; at += 1) if (this.#word[ids[at] as number]) bag.push(ids[at] as number);
    return bag;
  }
}

function stands(token: string, text: string, from: number, to: number): boolean {
  if (token.length !== to - from) return false;
  for (let at = from; at < to; at += 1) if (token.charCodeAt(at - from) !== text.charCodeAt(at)) return false;
  return true;
}

/** Words in any order; a word that stands twice counts twice. */
export type Bag = readonly number[];

/** How often each word is left of the bag at hand; all zero between calls. */
let counts = new Int32Array(4096);

function count(bag: Bag): void {
  for (let at = 0; at < bag.length; at += 1) {
    const word = bag[at] as number;
    if (word >= counts.length) {
      const grown = new Int32Array(2 * word);
      grown.set(counts);
      counts = grown;
    }
    counts[word] = (counts[word] as number) + 1;
  }
}

function forget(bag: Bag): void {
  for (let at = 0; at < bag.length; at += 1) counts[bag[at] as number] = 0;
}

/** How many words two bags share. */
export function shared(one: Bag, two: Bag): number {
  count(one);
  let found = 0;
  for (let at = 0; at < two.length; at += 1) {
    const word = two[at] as number;
    const left = counts[word] ?? 0;
    if (left === 0) continue;
    counts[word] = left - 1;
    found += 1;
  }
  forget(one);
  return found;
}

/** Dice's coefficient of two bags of words: 0 for nothing in common, 1 for the same words. */
export function likeness(one: Bag, two: Bag): number {
  const total = one.length + two.length;
  return total === 0 ? 1 : (2 * shared(one, two)) / total;
}

/** The bag without what it shares with the other. */
export function without(bag: Bag, other: Bag): Bag {
  count(other);
  const rest: number[] = [];
  for (let at = 0; at < bag.length; at += 1) {
    const word = bag[at] as number;
    const left = counts[word] ?? 0;
    if (left === 0) rest.push(word);
    else counts[word] = left - 1;
  }
  forget(other);
  return rest;
}
