import { type Bag, likeness } from './tokens.ts';

/** What can be paired: a node of the document, or a row of a table. */
export interface Alignable {
  readonly id: string | null;
  /** Only like pairs with like, except that one identity may have changed from one text role to another. */
  readonly type: string;
  readonly text: string;
  /** Text of the nearest heading above, to tell repeated passages apart. */
  readonly context: string;
  /** Index of the nearest heading above among the same nodes; -1 for none. */
  readonly heading: number;
  readonly words: Bag;
}

/** Words in common that make an id trusted at once, and that make it trusted when nothing fits better. */
export const ID_STRONG = 0.4;
export const ID_WEAK = 0.12;
/** Share of the longer text's characters in what both begin with, end with or, in a table, have as whole rows or cells. */
const MOSTLY = 0.7;

/** Text shorter than this is too common for a move to be believed without identity. */
export const SHORTEST_MOVE = 25;

/** Whether two texts are plainly nearly the same, without a count of their words. */
export function sameMostly(one: Alignable, two: Alignable): boolean {
  const [a, b] = [one.text, two.text];
  const least = MOSTLY * Math.max(a.length, b.length);
  const most = Math.min(a.length, b.length);
  if (most < least) return false;
  let from = 0;
  while (from < most && a.charCodeAt(from) === b.charCodeAt(from)) from += 1;
  let end = 0;
  while (end < most - from && a.charCodeAt(a.length - end - 1) === b.charCodeAt(b.length - end - 1)) end += 1;
  if (from + end >= least) return true;
  return one.type === 'table' && (partsInCommon(a, b, '\n') >= least || partsInCommon(a, b, /\n| \| /u) >= least);
}

/** Characters of the second text's parts that the first has too. */
function partsInCommon(one: string, two: string, between: string | RegExp): number {
  const parts = new Set(one.split(between));
  let equal = 0;
  for (const part of two.split(between)) if (parts.has(part)) equal += part.length + 1;
  return equal;
}

/** Short texts say too little to contradict their identity ("12" became "8"). */
export function weakAgreement(one: Alignable, two: Alignable): number {
  return Math.min(one.words.length, two.words.length) <= 3 ? ID_WEAK : likeness(one.words, two.words);
}

/** Likeness where it reaches the least, else 0; lengths alone rule most pairs out. */
export function atLeast(one: Bag, two: Bag, least: number): number {
  const total = one.length + two.length;
  if (total === 0 || (2 * Math.min(one.length, two.length)) / total < least) return 0;
  const score = likeness(one, two);
  return score >= least ? score : 0;
}
