import type { BlockJson, CellJson, ImageJson, MarkJson, RowJson, TableJson } from '../json.ts';
import { PLAIN_BLOCK } from '../json.ts';
import { elementChildren } from './office.ts';
import { type HtmlElement, textIn } from './tree.ts';

/** A cell as it was read, before it has a place in the grid. */
export interface ReadCell {
  readonly header: boolean;
  readonly colspan: number;
  readonly rowspan: number;
  readonly content: readonly (BlockJson | ImageJson)[];
}

/** More than this no page can show; such a table is a spreadsheet or an attack, and its words come in as paragraphs. */
const MOST_COLUMNS = 60;
const MOST_CELLS = 20_000;

/** The rows of a table in reading order, and whether each belongs to its head. */
export function rowsOf(table: HtmlElement): { readonly row: HtmlElement; readonly head: boolean }[] {
  return elementChildren(table).flatMap((part) => {
    if (part.tag === 'tr') return [{ row: part, head: false }];
    if (!['thead', 'tbody', 'tfoot'].includes(part.tag)) return [];
    return elementChildren(part)
      .filter(({ tag }) => tag === 'tr')
      .map((row) => ({ row, head: part.tag === 'thead' }));
  });
}

/** A row without height that office programs put at the end to hold the widths of the columns. */
export const isRuler = (row: HtmlElement): boolean =>
  row.attributes['height'] === '0' && textIn(row).replaceAll(/[\s\u00a0]+/gu, '') === '';

/** The caption of a table, or `null`. */
export function captionOf(table: HtmlElement): string | null {
  const caption = elementChildren(table).find(({ tag }) => tag === 'caption');
  const text =
    caption === undefined
      ? ''
      : textIn(caption)
          .replaceAll(/[\s\u00a0\p{Cc}]+/gu, ' ')
          .trim();
  return text === '' ? null : text;
}

/** How many rows or columns a cell says it covers; the layout cuts what is too many. */
export const spanIn = (element: HtmlElement, name: 'colspan' | 'rowspan'): number =>
  Math.min(1000, Math.max(1, Math.trunc(Number(element.attributes[name])) || 1));

interface Placed {
  readonly cell: ReadCell;
  readonly row: number;
  readonly column: number;
  colspan: number;
  rowspan: number;
}

/** Lays the cells out as HTML does; `null` for a table that is too large to be one here. */
function layOut(rows: readonly (readonly ReadCell[])[]): { placed: Placed[]; width: number } | null {
  const taken: boolean[][] = rows.map(() => []);
  const placed: Placed[] = [];
  for (const [row, cells] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      while (taken[row]?.[column] === true) column += 1;
      if (column >= MOST_COLUMNS) return null;
      let colspan = 1;
      while (colspan < cell.colspan && column + colspan < MOST_COLUMNS && taken[row]?.[column + colspan] !== true)
        colspan += 1;
      const rowspan = Math.min(cell.rowspan, rows.length - row);
      for (let r = row; r < row + rowspan; r += 1)
        for (let c = column; c < column + colspan; c += 1) (taken[r] as boolean[])[c] = true;
      placed.push({ cell, row, column, colspan, rowspan });
      column += colspan;
    }
  }
  // A column in which no cell begins exists only in the numbers of merged cells.
  const begins = [...new Set(placed.map(({ column }) => column))].toSorted((a, b) => a - b);
  const width = begins.length;
  if (width * rows.length > MOST_CELLS) return null;
  const at = new Map(begins.map((column, index) => [column, index]));
  for (const one of placed) {
    const end = one.column + one.colspan;
    one.colspan = Math.max(1, begins.filter((column) => column >= one.column && column < end).length);
  }
  return { placed: placed.map((one) => ({ ...one, column: at.get(one.column) as number })), width };
}

const isBold = (block: BlockJson): boolean => {
  const words = (block.content ?? []).filter((node) => node.type !== 'text' || node.text.trim() !== '');
  return words.length > 0 && words.every((node) => (node.marks ?? []).some(({ type }) => type === 'strong'));
};
const hasWords = (cell: ReadCell) => cell.content.some((one) => one.type === 'block' && (one.content ?? []).length > 0);
const allBold = (cell: ReadCell) =>
  cell.content.every((one) => one.type === 'block' && ((one.content ?? []).length === 0 || isBold(one)));

/** Office programs seldom say which row is the head; a first row that alone is bold throughout is one. */
function boldHead(rows: readonly (readonly ReadCell[])[]): boolean {
  const [first, ...rest] = rows;
  if (first === undefined || rest.length === 0 || rows.some((row) => row.some(({ header }) => header))) return false;
  return first.some(hasWords) && first.every(allBold) && !rest.some((row) => row.some(hasWords) && row.every(allBold));
}

/** A head is bold by itself. */
const withoutBold = (block: BlockJson): BlockJson => ({
  ...block,
  ...(block.content === undefined
    ? {}
    : {
        content: block.content.map((node) => {
          const marks: readonly MarkJson[] = (node.marks ?? []).filter(({ type }) => type !== 'strong');
          const { marks: _, ...bare } = node;
          return marks.length > 0 ? { ...node, marks } : bare;
        }),
      }),
});

/** A table of our own from the cells that were read: every row full, every column with an id; `null` when too large. */
export function makeTable(
  rows: readonly (readonly ReadCell[])[],
  caption: string | null,
  newId: () => string,
): TableJson | null {
  const laid = layOut(rows);
  if (laid === null || laid.width === 0) return null;
  const { placed, width } = laid;
  const columns = Array.from({ length: width }, () => newId());
  const head = boldHead(rows);
  const block = (): BlockJson => ({ type: 'block', attrs: { ...PLAIN_BLOCK, id: newId() } });
  const make = (column: number, cell: ReadCell, colspan: number, rowspan: number, header: boolean): CellJson => ({
    type: 'cell',
    attrs: { id: newId(), column: columns[column] as string, header, colspan, rowspan, colwidth: null },
    content:
      cell.content.length > 0
        ? cell.content.map((one) => (header && one.type === 'block' ? withoutBold(one) : one))
        : [block()],
  });
  const empty: ReadCell = { header: false, colspan: 1, rowspan: 1, content: [] };
  const covered: boolean[][] = rows.map(() => []);
  for (const { row, column, colspan, rowspan } of placed)
    for (let r = row; r < row + rowspan; r += 1)
      for (let c = column; c < column + colspan; c += 1) (covered[r] as boolean[])[c] = true;
  const byRow: Placed[][] = rows.map(() => []);
  for (const one of placed) byRow[one.row]?.push(one);
  const content = rows.map((_row, row): RowJson => {
    const cells: { column: number; json: CellJson }[] = (byRow[row] ?? []).map((one) => ({
      column: one.column,
      json: make(one.column, one.cell, one.colspan, one.rowspan, one.cell.header || (head && row === 0)),
    }));
    for (let column = 0; column < width; column += 1)
      if (covered[row]?.[column] !== true) cells.push({ column, json: make(column, empty, 1, 1, head && row === 0) });
    cells.sort((a, b) => a.column - b.column);
    return { type: 'row', attrs: { id: newId() }, content: cells.map(({ json }) => json) };
  });
  return { type: 'table', attrs: { id: newId(), caption }, content };
}
