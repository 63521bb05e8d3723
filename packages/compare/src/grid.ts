import { type CellJson, type GridCell, type RowJson, type TableJson, tableGrid } from '@draagvlak/document';
import { cellText } from './flow.ts';
import type { Bag, Lexicon } from './tokens.ts';

/** A cell in the laid-out table, with what it says. */
export interface PlacedCell extends GridCell<CellJson> {
  /** Which of its row's cells it is. */
  readonly index: number;
  readonly text: string;
}

/** A table laid out: `slots[row][column]` is the cell that covers the place, or nothing where the row is short. */
export interface Grid {
  readonly rows: readonly RowJson[];
  readonly width: number;
  readonly cells: readonly PlacedCell[];
  readonly slots: readonly (readonly (PlacedCell | undefined)[])[];
  /** Text of each row, its cells apart. */
  readonly texts: readonly string[];
  readonly words: (cell: PlacedCell) => Bag;
  /** Id of each column: what most of its own cells say. */
  readonly columns: readonly (string | null)[];
}

/** Between the cells of a row: no text has it. */
const APART = '\u001f';

export function gridOf(table: TableJson, lexicon: Lexicon): Grid {
  const rows = table.content ?? [];
  const { width, cells: placed } = tableGrid(table);
  const slots = rows.map((): (PlacedCell | undefined)[] => []);
  const texts = rows.map(() => '');
  const cells: PlacedCell[] = [];
  let index = 0;
  let row = -1;
  for (const { node, row: its, column, colspan, rowspan } of placed) {
    index = its === row ? index + 1 : 0;
    row = its;
    const cell: PlacedCell = { node, row, column, colspan, rowspan, index, text: cellText(node) };
    cells.push(cell);
    texts[row] = index === 0 ? cell.text : `${texts[row]}${APART}${cell.text}`;
    for (let r = row; r < row + rowspan; r += 1) {
      const slot = slots[r] as (PlacedCell | undefined)[];
      while (slot.length < column) slot.push(undefined);
      for (let c = column; c < column + colspan; c += 1) slot[c] ??= cell;
    }
  }
  const bags = new Map<PlacedCell, Bag>();
  const words = (cell: PlacedCell) => {
    const known = bags.get(cell) ?? lexicon.words(lexicon.tokens(cell.text, []));
    bags.set(cell, known);
    return known;
  };
  return { rows, width, cells, slots, texts, words, columns: columnVotes(width, placed) };
}

/** Id of each column of the laid-out table: what most cells that begin in it say, `null` where none says anything. */
export function columnIds(table: TableJson): (string | null)[] {
  const { width, cells } = tableGrid(table);
  return columnVotes(width, cells);
}

function columnVotes(width: number, cells: readonly GridCell<CellJson>[]): (string | null)[] {
  const found: (string | null)[] = [];
  let unanimous = true;
  for (const { node, column } of cells) {
    const id = node.attrs.column;
    if (id === null) continue;
    const known = found[column] ?? null;
    if (known === null) found[column] = id;
    else if (known !== id) unanimous = false;
  }
  if (unanimous) return Array.from({ length: width }, (_, column) => found[column] ?? null);
  const votes = Array.from({ length: width }, () => new Map<string, number>());
  for (const { node, column, colspan } of cells) {
    const id = node.attrs.column;
    const counts = votes[column];
    if (id !== null && counts) counts.set(id, (counts.get(id) ?? 0) + (colspan === 1 ? 2 : 1));
  }
  return votes.map((counts) => [...counts].toSorted((one, two) => two[1] - one[1])[0]?.[0] ?? null);
}
