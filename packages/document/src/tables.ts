import type { Node, NodeType } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import { columnsOf } from './grid.ts';
import { schema } from './schema.ts';
import { type Found, findById } from './edits.ts';

/**
 * Rows and columns of a table. Merged cells that an edit crosses grow or shrink with it; header cells, an attribute of
 * each cell, are copied from the neighbours. New rows, cells and columns have no id yet: the repair that follows every
 * edit gives them one.
 */

const cellType = schema.nodes['cell'] as NodeType;
const rowType = schema.nodes['row'] as NodeType;
const tableType = schema.nodes['table'] as NodeType;

/** The table with this id, or the table around the row, cell or block with this id. */
export function tableOf(document: Node, id: string): Found | null {
  const found = findById(document, id);
  if (!found) return null;
  if (found.node.type === tableType) return found;
  const place = document.resolve(found.pos);
  for (let depth = place.depth; depth > 0; depth -= 1)
    if (place.node(depth).type === tableType) return { node: place.node(depth), pos: place.before(depth) };
  return null;
}

const newCell = (attributes: { column: string | null; header: boolean; colspan?: number }): Node =>
  cellType.create(attributes, schema.node('block'));

/** Offset of row `index` within the table; of its end for the number of rows. */
function rowOffset(table: Node, index: number): number {
  let offset = 0;
  for (let row = 0; row < index; row += 1) offset += table.child(row).nodeSize;
  return offset;
}

function setSpan(tr: Transform, pos: number, cell: Node, name: 'colspan' | 'rowspan', value: number): void {
  tr.setNodeAttribute(pos, name, value);
  if (name === 'colspan' && cell.attrs['colwidth'] !== null) tr.setNodeAttribute(pos, 'colwidth', null);
}

/** Inserts an empty row so that it becomes row `index` (0 to the number of rows) of this table. */
export function insertRowAt(tr: Transform, table: Found, index: number): void {
  const grid = columnsOf(table.node);
  const cells: Node[] = [];
  const crossing = grid.cells.filter((cell) => cell.row < index && cell.row + cell.rowspan > index);
  for (let column = 0; column < grid.width; column += 1) {
    if (crossing.some((cell) => cell.column <= column && column < cell.column + cell.colspan)) continue;
    const members = grid.cells.filter((cell) => cell.column === column);
    const neighbours = grid.cells.filter((cell) => cell.column <= column && column < cell.column + cell.colspan);
    // A column of row headings goes on; a header row does not repeat itself.
    const header = neighbours.length > 1 && neighbours.every((cell) => cell.node.attrs['header']);
    cells.push(newCell({ column: (members[0]?.node.attrs['column'] as string | null | undefined) ?? null, header }));
  }
  for (const cell of crossing) setSpan(tr, table.pos + 1 + cell.offset, cell.node, 'rowspan', cell.rowspan + 1);
  tr.insert(table.pos + 1 + rowOffset(table.node, index), rowType.create(null, cells));
}

/** Inserts an empty column so that it becomes column `index` (0 to the number of columns) of this table. */
export function insertColumnAt(tr: Transform, table: Found, index: number): void {
  const grid = columnsOf(table.node);
  const edits: { at: number; apply: () => void }[] = [];
  const covered = new Set<number>();
  for (const cell of grid.cells.filter((each) => each.column < index && each.column + each.colspan > index)) {
    for (let row = cell.row; row < cell.row + cell.rowspan; row += 1) covered.add(row);
    const pos = table.pos + 1 + cell.offset;
    edits.push({ at: pos, apply: () => setSpan(tr, pos, cell.node, 'colspan', cell.colspan + 1) });
  }
  for (let row = 0; row < table.node.childCount; row += 1) {
    if (covered.has(row)) continue;
    const own = grid.cells.filter((cell) => cell.row === row);
    const previous = own.findLast((cell) => cell.column < index);
    const neighbour = previous ?? own[0];
    // A header row goes on; a column of row headings does not repeat itself.
    const header =
      own.length > 1 ? own.every((cell) => cell.node.attrs['header']) : (neighbour?.node.attrs['header'] ?? false);
    const pos = table.pos + 1 + (previous ? previous.offset + previous.node.nodeSize : rowOffset(table.node, row) + 1);
    edits.push({ at: pos, apply: () => tr.insert(pos, newCell({ column: null, header })) });
  }
  // From the end to the start, so that the positions found above stay right.
  for (const edit of edits.toSorted((a, b) => b.at - a.at)) edit.apply();
}

/** Removes row `index`; a merged cell that begins in it goes on in the next row. The last row takes the table along. */
export function removeRowAt(tr: Transform, table: Found, index: number): void {
  if (table.node.childCount <= 1) {
    tr.delete(table.pos, table.pos + table.node.nodeSize);
    return;
  }
  const grid = columnsOf(table.node);
  const start = table.pos + 1 + rowOffset(table.node, index);
  const moving = grid.cells.filter((cell) => cell.row === index && cell.rowspan > 1);
  const below = grid.cells.filter((cell) => cell.row === index + 1);
  for (const cell of moving.toReversed()) {
    const previous = below.findLast((each) => each.column < cell.column);
    const pos =
      table.pos + 1 + (previous ? previous.offset + previous.node.nodeSize : rowOffset(table.node, index + 1) + 1);
    tr.insert(pos, cell.node.type.create({ ...cell.node.attrs, rowspan: cell.rowspan - 1 }, cell.node.content));
  }
  tr.delete(start, start + table.node.child(index).nodeSize);
  for (const cell of grid.cells.filter((each) => each.row < index && each.row + each.rowspan > index))
    setSpan(tr, table.pos + 1 + cell.offset, cell.node, 'rowspan', cell.rowspan - 1);
}

/** Removes column `index`; a merged cell that covers it becomes narrower. The last column takes the table along. */
export function removeColumnAt(tr: Transform, table: Found, index: number): void {
  const grid = columnsOf(table.node);
  if (grid.width <= 1) {
    tr.delete(table.pos, table.pos + table.node.nodeSize);
    return;
  }
  for (const cell of grid.cells.toReversed()) {
    if (cell.column > index || cell.column + cell.colspan <= index) continue;
    const pos = table.pos + 1 + cell.offset;
    if (cell.colspan === 1) {
      tr.delete(pos, pos + cell.node.nodeSize);
      continue;
    }
    setSpan(tr, pos, cell.node, 'colspan', cell.colspan - 1);
    // The column that gave the merged cell its id is gone: it now begins at the next one.
    if (cell.column === index) {
      const next = grid.cells.find((each) => each.column === index + 1 && each.colspan === 1);
      tr.setNodeAttribute(pos, 'column', next?.node.attrs['column'] ?? null);
    }
  }
}

function needTable(tr: Transform, id: string): Found {
  const table = tableOf(tr.doc, id);
  if (!table) throw new RangeError(`no table with or around ${id}`);
  return table;
}

function rowIndex(table: Node, row: string): number {
  const index = table.content.content.findIndex((each) => each.attrs['id'] === row);
  if (index < 0) throw new RangeError(`no row ${row}`);
  return index;
}

function columnIndex(table: Node, column: string): number {
  const cell = columnsOf(table).cells.find((each) => each.node.attrs['column'] === column);
  if (!cell) throw new RangeError(`no column ${column}`);
  return cell.column;
}

/** Inserts an empty row behind the row with this id, or before the first one (`null`), and fills it with words. */
export function insertRow(tr: Transform, table: string, after: string | null, words: readonly string[] = []): void {
  const found = needTable(tr, table);
  const index = after === null ? 0 : rowIndex(found.node, after) + 1;
  insertRowAt(tr, found, index);
  const made = needTable(tr, table);
  const cells = columnsOf(made.node).cells.filter((cell) => cell.row === index);
  fill(tr, made, cells, words);
}

/** Inserts an empty column behind the column with this id, or before the first (`null`); words go down its cells. */
export function insertColumn(tr: Transform, table: string, after: string | null, words: readonly string[] = []): void {
  const found = needTable(tr, table);
  let index = 0;
  if (after !== null) {
    const cell = columnsOf(found.node).cells.find((each) => each.node.attrs['column'] === after && each.colspan === 1);
    index = (cell?.column ?? columnIndex(found.node, after)) + 1;
  }
  insertColumnAt(tr, found, index);
  const made = needTable(tr, table);
  const cells = columnsOf(made.node).cells.filter((cell) => cell.column === index && cell.node.attrs['id'] === null);
  fill(tr, made, cells, words);
}

function fill(
  tr: Transform,
  table: Found,
  cells: readonly { readonly offset: number }[],
  words: readonly string[],
): void {
  for (const [index, cell] of [...cells.entries()].toReversed()) {
    const text = words[index];
    // Two in: past the cell's and its only block's opening.
    if (text) tr.insert(table.pos + 1 + cell.offset + 2, schema.text(text));
  }
}

/** Removes the row with this id. */
export function removeRow(tr: Transform, row: string): void {
  const found = needTable(tr, row);
  removeRowAt(tr, found, rowIndex(found.node, row));
}

/** Removes the column with this id from a table. */
export function removeColumn(tr: Transform, table: string, column: string): void {
  const found = needTable(tr, table);
  removeColumnAt(tr, found, columnIndex(found.node, column));
}
