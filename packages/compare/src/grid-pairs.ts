import { type CellJson, type GridCell, type RowJson, type TableJson, tableGrid } from '@draagvlak/document';
import { type Alignable, align } from './align.ts';
import { cellText } from './flow.ts';
import { heaviestRise } from './sequence.ts';
import { type Bag, type Lexicon, likeness } from './tokens.ts';

/** A table laid out: `slots[row][column]` is the cell that covers the place, or nothing where the row is short. */
export interface Grid {
  readonly rows: readonly RowJson[];
  readonly width: number;
  readonly slots: readonly (readonly (GridCell<CellJson> | undefined)[])[];
  /** Text of each cell. */
  readonly text: ReadonlyMap<CellJson, string>;
  readonly words: (cell: CellJson) => Bag;
  /** Id of each column: what most of its own cells say. */
  readonly columns: readonly (string | null)[];
}

export function gridOf(table: TableJson, lexicon: Lexicon): Grid {
  const rows = table.content ?? [];
  const { width, cells } = tableGrid(table);
  const slots = rows.map(() => Array.from<GridCell<CellJson> | undefined>({ length: width }));
  const text = new Map<CellJson, string>();
  for (const cell of cells) {
    text.set(cell.node, cellText(cell.node));
    for (let r = cell.row; r < cell.row + cell.rowspan; r += 1) {
      for (let c = cell.column; c < cell.column + cell.colspan; c += 1) {
        const slot = slots[r] as (GridCell<CellJson> | undefined)[];
        slot[c] ??= cell;
      }
    }
  }
  const bags = new Map<CellJson, Bag>();
  const words = (cell: CellJson) => {
    const known = bags.get(cell) ?? lexicon.words(lexicon.tokens(text.get(cell) ?? '', []));
    bags.set(cell, known);
    return known;
  };
  const columns = columnVotes(width, cells);
  return { rows, width, slots, text, words, columns };
}

/** Id of each column of the laid-out table: what most cells that begin in it say, `null` where none says anything. */
export function columnIds(table: TableJson): (string | null)[] {
  const { width, cells } = tableGrid(table);
  return columnVotes(width, cells);
}

function columnVotes(width: number, cells: readonly GridCell<CellJson>[]): (string | null)[] {
  const votes = Array.from({ length: width }, () => new Map<string, number>());
  for (const cell of cells) {
    const id = cell.node.attrs.column;
    const counts = votes[cell.column];
    if (id !== null && counts) counts.set(id, (counts.get(id) ?? 0) + (cell.colspan === 1 ? 2 : 1));
  }
  return votes.map((counts) => [...counts].toSorted((one, two) => two[1] - one[1])[0]?.[0] ?? null);
}

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

/** Rows that are the same row: by identity, then by what they say. */
export function pairRows(before: Grid, after: Grid, lexicon: Lexicon): Pairs & { readonly limited: boolean } {
  const alignable = (grid: Grid): Alignable[] =>
    grid.rows.map((row) => {
      const text = (row.content ?? []).map((cell) => grid.text.get(cell)).join('\u001f');
      let words: Bag | null = null;
      return {
        id: row.attrs.id,
        type: 'row',
        text,
        context: '',
        heading: -1,
        get words() {
          words ??= lexicon.words(lexicon.tokens(text, []));
          return words;
        },
      };
    });
  const rows = alignable(after);
  const pairs = align(alignable(before), rows);
  return {
    ...ordered(pairs.after, pairs.before, (index) => 1 + (rows[index] as Alignable).text.length),
    limited: pairs.limited,
  };
}

/** Least likeness of two columns' cells for them to be the same column without an id that says so. */
const COLUMN = 0.3;

/** Columns that are the same column: by identity unless their cells contradict it, then by the cells of paired rows. */
export function pairColumns(before: Grid, after: Grid, rows: Pairs): Pairs {
  const known = new Map<number, number>();
  const score = (c: number, d: number): number => {
    const key = c * after.width + d;
    const value = known.get(key) ?? columnLikeness(before, after, rows, c, d);
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
  return ordered(toAfter, toBefore, (column) =>
    after.slots.reduce(
      (size, row) => size + 1 + (row[column] ? (after.text.get(row[column].node)?.length ?? 0) : 0),
      0,
    ),
  );
}

const identified = (before: Grid, after: Grid) =>
  before.columns.some((id) => id !== null && after.columns.includes(id));

/** Whether two columns have a cell with the same words in the same row. */
function agrees(before: Grid, after: Grid, rows: Pairs, c: number, d: number): boolean {
  return rows.before.some((from, to) => {
    const one = from === -1 ? undefined : before.slots[from]?.[c]?.node;
    const two = after.slots[to]?.[d]?.node;
    const text = one && before.text.get(one);
    return text !== undefined && text !== '' && two !== undefined && after.text.get(two) === text;
  });
}

function columnLikeness(before: Grid, after: Grid, rows: Pairs, c: number, d: number): number {
  let sum = 0;
  let most = 0;
  rows.before.forEach((from, to) => {
    const one = from === -1 ? undefined : before.slots[from]?.[c]?.node;
    const two = after.slots[to]?.[d]?.node;
    if (!one || !two) return;
    const [left, right] = [before.text.get(one) ?? '', after.text.get(two) ?? ''];
    // a header says more about a column than one of its cells; an empty cell says nothing
    const weight = left === '' && right === '' ? 0.1 : one.attrs.header && two.attrs.header ? 3 : 1;
    most += weight;
    if (left === right) sum += weight;
    else sum += weight * likeness(before.words(one), after.words(two));
  });
  return most === 0 ? 0 : sum / most;
}
