import type { Node } from 'prosemirror-model';

/** What is looked for, and what counts as the same. */
export interface Sought {
  readonly text: string;
  readonly wholeWords: boolean;
  readonly matchCase: boolean;
  /** "coördinator" is found by "coordinator", and the other way around. */
  readonly ignoreAccents: boolean;
}

/** A text as it is compared, with the place of each of its units in the text as it is written. */
interface Folded {
  readonly text: string;
  /** Per unit its place in the written text, -1 within a sign that cannot be parted; `null`: the same places. */
  readonly at: readonly number[] | null;
}

/** Stands for a footnote, a reference or a line break: no text runs through it. */
const LEAF = '\uFFFC';
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
const PLAIN = /^[ -~]*$/;
const SAME: Readonly<Record<string, string>> = {
  '\u00A0': ' ',
  '\u202F': ' ',
  '\u2019': "'",
  '\u2018': "'",
  '\u00AD': '',
};

function foldCluster(cluster: string, { matchCase, ignoreAccents }: Sought): string {
  let text = SAME[cluster] ?? cluster.normalize('NFC');
  if (!matchCase) text = text.toLocaleLowerCase('nl');
  return ignoreAccents ? text.normalize('NFKD').replaceAll(/\p{M}/gu, '') : text;
}

function fold(text: string, sought: Sought): Folded {
  if (PLAIN.test(text)) return { text: sought.matchCase ? text : text.toLowerCase(), at: null };
  let folded = '';
  const at: number[] = [];
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const piece = foldCluster(cluster, sought);
    for (let unit = 0; unit < piece.length; unit += 1) at.push(unit === 0 ? index : -1);
    folded += piece;
  }
  at.push(text.length);
  return { text: folded, at };
}

const LETTER_BEFORE = /[\p{L}\p{N}\p{M}]$/u;
const LETTER_AFTER = /^[\p{L}\p{N}\p{M}]/u;

/** True when no letter or digit stands directly around the stretch. */
const isWhole = (text: string, from: number, to: number): boolean =>
  !LETTER_BEFORE.test(text.slice(Math.max(0, from - 2), from)) && !LETTER_AFTER.test(text.slice(to, to + 2));

/** Where the words stand in a text, from left to right and apart; offsets in UTF-16 units. */
export function findInText(text: string, sought: Sought): { readonly from: number; readonly to: number }[] {
  return search(text, fold(text, sought), sought);
}

function search(text: string, folded: Folded, sought: Sought): { readonly from: number; readonly to: number }[] {
  const wanted = fold(sought.text, sought).text;
  const found: { from: number; to: number }[] = [];
  if (wanted === '') return found;
  const place = (index: number) => (folded.at === null ? index : (folded.at[index] ?? -1));
  for (let index = folded.text.indexOf(wanted); index >= 0; index = folded.text.indexOf(wanted, index)) {
    const from = place(index);
    const to = place(index + wanted.length);
    if (from < 0 || to < 0 || (sought.wholeWords && !isWhole(text, from, to))) index += 1;
    else {
      found.push({ from, to });
      index += wanted.length;
    }
  }
  return found;
}

/** The text of a block or a footnote with one unit per position in it, so that offsets are positions. */
export function textOf(node: Node): string {
  let text = '';
  node.forEach((child) => {
    text += child.isText ? (child.text ?? '') : LEAF.repeat(child.nodeSize);
  });
  return text;
}

/** Folding a long document takes longer than searching it, and most of it stays as it was. */
const folds = new Map<string, WeakMap<Node, Folded>>();

/** Where the words stand in a block or a footnote: offsets in its content, in positions. */
export function findInNode(node: Node, sought: Sought): { readonly from: number; readonly to: number }[] {
  const kind = `${sought.matchCase} ${sought.ignoreAccents}`;
  const known = folds.get(kind) ?? new WeakMap<Node, Folded>();
  folds.set(kind, known);
  const text = textOf(node);
  let folded = known.get(node);
  if (folded === undefined) known.set(node, (folded = fold(text, sought)));
  return search(text, folded, sought);
}

/** The replacement as it will stand: with a capital where the words it replaces had one and those sought had not. */
export function replacementFor(written: string, sought: Sought, replacement: string): string {
  const [first = ''] = replacement;
  const [was = ''] = written;
  const [asked = ''] = sought.text;
  const capital = (letter: string) => letter !== letter.toLocaleLowerCase('nl');
  if (sought.matchCase || !capital(was) || capital(asked)) return replacement;
  return first.toLocaleUpperCase('nl') + replacement.slice(first.length);
}
