import type { Alignable } from './agreement.ts';
import { align } from './align.ts';
import type { Grid } from './grid.ts';
import { heaviestRise } from './sequence.ts';
import { type Bag, type Lexicon, likeness } from './tokens.ts';

/** Partners by index, -1 for none, and whether each pair of the second side kept its order. */
export interface Pairs {
  readonly after: Int32Array;
  readonly before: Int32Array;
  readonly stayed: readonly boolean[];
}

function ordered(after: Int32Array, before: Int32Array, weights: (index: number) => number): Pairs {
  const indexes = [...before.keys()].filter((index) => before[index] !== -1);
  const kept = heaviestRise(
    indexes.map((index) => before[index] as number),
    indexes.map(weights),
  );
  const stayed = Array.from(before, () => true);
  indexes.forEach((index, nth) => (stayed[index] = kept[nth] as boolean));
  return { after, before, stayed };
}

class Row implements Alignable {
  readonly type = 'row';
  readonly context = '';
  readonly heading = -1;
  readonly id: string | null;
  readonly text: string;
  readonly #lexicon: Lexicon;
  #words: Bag | null = null;

  constructor(id: string | null, grid: Grid, row: number, lexicon: Lexicon) {
    this.id = id;
    this.text = grid.texts[row] as string;
    this.#lexicon = lexicon;
  }

  get words(): Bag {
    this.#words ??= this.#lexicon.words(this.#lexicon.tokens(this.text, []));
    return this.#words;
  }
}

/** Rows that are the same row: by identity, then by what they say. */
export function pairRows(before: Grid, after: Grid, lexicon: Lexicon): Pairs & { readonly limited: boolean } {
  const alignable = (grid: Grid): Alignable[] =>
    grid.rows.map(({ attrs }, row) => new Row(attrs.id, grid, row, lexicon));
  const rows = alignable(after);
  const pairs = align(alignable(before), rows);
  return {
    ...ordered(pairs.after, pairs.before, (index) => 1 + (rows[index] as Alignable).text.length),
    limited: pairs.limited,
  };
}

/** Least likeness of two columns' cells for them to be the same column without an id that says so. */
const COLUMN = 0.3;
/** From here on two columns are the same: so much of what their cells say is equal. */
const EQUAL = 0.9;

/** Columns that are the same column: by identity unless their cells contradict it, then by the cells of paired rows. */
export function pairColumns(before: Grid, after: Grid, rows: Pairs): Pairs {
  const known = new Map<number, number>();
  const score = (c: number, d: number): number => {
    const key = c * after.width + d;
    const value = known.get(key) ?? columnLikeness(before, after, rows, c, d, true);
    known.set(key, value);
    return value;
  };
  const toAfter = new Int32Array(before.width).fill(-1);
  const toBefore = new Int32Array(after.width).fill(-1);
  const pair = (c: number, d: number) => {
    toAfter[c] = d;
    toBefore[d] = c;
  };
  const free = (c: number, d: number) => toAfter[c] === -1 && toBefore[d] === -1;
  // an id that occurs once on both sides is right when at least one cell says the same
  for (const [c, id] of before.columns.entries()) {
    const d = id === null ? -1 : after.columns.indexOf(id);
    if (d === -1 || before.columns.lastIndexOf(id) !== c || after.columns.lastIndexOf(id) !== d) continue;
    if (agrees(before, after, rows, c, d)) pair(c, d);
  }
  // most columns that no id tells of say the same as one, to the letter: that needs no count of words
  for (let c = 0; c < before.width; c += 1) {
    if (elsewhere(before.columns[c], after)) continue;
    let best = -1;
    let most = EQUAL;
    for (let d = 0; d < after.width; d += 1) {
      if (!free(c, d) || elsewhere(after.columns[d], before)) continue;
      const share = columnLikeness(before, after, rows, c, d, false);
      const nearer = best === -1 || Math.abs(c - d) < Math.abs(c - best);
      if (share > most || (share === most && nearer)) [best, most] = [d, share];
    }
    if (best !== -1) pair(c, best);
  }
  if (!toAfter.includes(-1) || !toBefore.includes(-1)) return inOrder(after, toAfter, toBefore);
  const byScore = [...before.columns.keys()]
    .flatMap((c) => [...after.columns.keys()].filter((d) => free(c, d)).map((d) => ({ c, d, value: score(c, d) })))
    .toSorted(
      (one, two) => two.value - one.value || Math.abs(one.c - one.d) - Math.abs(two.c - two.d) || one.c - two.c,
    );
  const best = new Map<number, number>();
  for (const { c, value } of byScore) best.set(c, Math.max(value, best.get(c) ?? 0));
  for (const { c, d, value } of byScore) {
    const id = before.columns[c] ?? null;
    if (id === null || id !== after.columns[d] || !free(c, d)) continue;
    if (value > 0 || (best.get(c) ?? 0) < 2 * COLUMN) pair(c, d);
  }
  const named = (c: number, d: number) => {
    const [one, two] = [before.columns[c] ?? null, after.columns[d] ?? null];
    // both known, and each also elsewhere: identity says they are different columns
    return one !== null && two !== null && one !== two && (after.columns.includes(one) || before.columns.includes(two));
  };
  for (const { c, d, value } of byScore) if (value >= COLUMN && free(c, d) && !named(c, d)) pair(c, d);
  // one column left over on each side of the same place
  for (let c = 0; c < before.width; c += 1) {
    const d = c === 0 ? 0 : (toAfter[c - 1] as number) + 1;
    const follows = c === 0 || toAfter[c - 1] !== -1;
    const alone = c + 1 >= before.width ? d + 1 >= after.width : toAfter[c + 1] === d + 1;
    if (follows && d < after.width && free(c, d) && alone && !named(c, d) && !identified(before, after)) pair(c, d);
  }
  return inOrder(after, toAfter, toBefore);
}

/** What of the columns kept its order, weighed by what they say. */
const inOrder = (after: Grid, toAfter: Int32Array, toBefore: Int32Array): Pairs =>
  ordered(toAfter, toBefore, (column) =>
    after.slots.reduce((size, row) => size + 1 + (row[column]?.text.length ?? 0), 0),
  );

/** Whether the other table has a column of this id. */
const elsewhere = (id: string | null | undefined, other: Grid): boolean => id != null && other.columns.includes(id);

const identified = (before: Grid, after: Grid) =>
  before.columns.some((id) => id !== null && after.columns.includes(id));

/** Whether two columns have a cell with the same words in the same row. */
function agrees(before: Grid, after: Grid, rows: Pairs, c: number, d: number): boolean {
  return rows.before.some((from, to) => {
    const text = from === -1 ? undefined : before.slots[from]?.[c]?.text;
    return text !== undefined && text !== '' && after.slots[to]?.[d]?.text === text;
  });
}

/** How alike the cells of two columns are in paired rows; without `words` only equal cells count. */
function columnLikeness(before: Grid, after: Grid, rows: Pairs, c: number, d: number, words: boolean): number {
  let sum = 0;
  let most = 0;
  rows.before.forEach((from, to) => {
    const one = from === -1 ? undefined : before.slots[from]?.[c];
    const two = after.slots[to]?.[d];
    if (!one || !two) return;
    const [left, right] = [one.text, two.text];
    // a header says more about a column than one of its cells; an empty cell says nothing
    const weight = left === '' && right === '' ? 0.1 : one.node.attrs.header && two.node.attrs.header ? 3 : 1;
    most += weight;
    if (left === right) sum += weight;
    else if (words) sum += weight * likeness(before.words(one), after.words(two));
  });
  return most === 0 ? 0 : sum / most;
}
