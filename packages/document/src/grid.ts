import type { Node } from 'prosemirror-model';
import type { CellJson, TableJson } from './json.ts';

/**
 * Where the cells of a table stand once merged cells are laid out, as HTML lays them out: a cell takes the first free
 * column of its row and covers `colspan` columns and `rowspan` rows. Ragged rows are fine.
 */
export interface GridCell<T> {
  readonly node: T;
  readonly row: number;
  /** First column it covers, from 0. */
  readonly column: number;
  readonly colspan: number;
  readonly rowspan: number;
}

/** A merged cell cannot claim more than this many columns or rows, whatever a draft says. */
export const MAX_SPAN = 200;

const spanOf = (value: unknown): number => Math.min(MAX_SPAN, Math.max(1, Math.trunc(Number(value)) || 1));

function lay<T>(rows: readonly (readonly T[])[], spans: (cell: T) => readonly [number, number]): GridCell<T>[] {
  const taken: boolean[][] = rows.map(() => []);
  const placed: GridCell<T>[] = [];
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const node of cells) {
      while (taken[row]?.[column]) column += 1;
      const [colspan, rows_] = spans(node);
      const rowspan = Math.min(rows_, rows.length - row);
      for (let r = row; r < row + rowspan; r += 1)
        for (let c = column; c < column + colspan; c += 1) (taken[r] as boolean[])[c] = true;
      placed.push({ node, row, column, colspan, rowspan });
      column += colspan;
    }
  }
  return placed;
}

/** The grid of a table as data. */
export function tableGrid(table: TableJson): { readonly width: number; readonly cells: readonly GridCell<CellJson>[] } {
  const cells = lay(
    (table.content ?? []).map((row) => row.content ?? []),
    (cell) => [spanOf(cell.attrs.colspan), spanOf(cell.attrs.rowspan)],
  );
  return { width: cells.reduce((most, cell) => Math.max(most, cell.column + cell.colspan), 0), cells };
}

/** The grid of a table node, with each cell's offset within the table's content. */
export function columnsOf(table: Node): {
  readonly width: number;
  readonly cells: readonly (GridCell<Node> & { readonly offset: number })[];
} {
  const rows: { node: Node; offset: number }[][] = [];
  table.forEach((row, rowOffset) => {
    const cells: { node: Node; offset: number }[] = [];
    row.forEach((node, offset) => cells.push({ node, offset: rowOffset + 1 + offset }));
    rows.push(cells);
  });
  const cells = lay(rows, ({ node }) => [spanOf(node.attrs['colspan']), spanOf(node.attrs['rowspan'])]).map(
    ({ node: { node, offset }, ...place }) => ({ ...place, node, offset }),
  );
  return { width: cells.reduce((most, cell) => Math.max(most, cell.column + cell.colspan), 0), cells };
}
