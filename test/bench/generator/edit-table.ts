import type { Maker } from './maker.ts';
import type { Cell, Node, Row, Table, Text } from './model.ts';

/** One edit of a table that was left alone until now, and one to three cells with other words. */
export function editTable(maker: Maker, nodes: readonly Node[], touched: Set<number>, moves: number[]): void {
  const tables = nodes.filter((node): node is Table => node.kind === 'table' && !touched.has(node.uid));
  if (tables.length === 0) return;
  const table = maker.pick(tables);
  touched.add(table.uid);
  maker.pick([editRows, editColumns, moveRow, moveColumn, editList, joinOrPart, () => undefined])(maker, table, moves);
  for (let hits = 1 + maker.int(3); hits > 0; hits -= 1) {
    const text = maker.pick(maker.pick(maker.pick(table.rows).cells).content);
    text.words.splice(maker.int(text.words.length), 1, ...maker.others(1 + maker.int(2), text.words));
  }
}

/** Columns of the table that no merged cell covers, by the cells of its last row. */
const columnsOf = (table: Table): number[] => (table.rows.at(-1) as Row).cells.map(({ column }) => column);

function editRows(maker: Maker, table: Table): void {
  const at = table.merged + maker.int(table.rows.length - table.merged);
  const columns = columnsOf(table);
  if (maker.chance(0.5) || table.rows.length - table.merged < 2) {
    table.rows.splice(at, 0, { uid: maker.uid(), cells: columns.map((column) => maker.cell(column)) });
  } else table.rows.splice(at, 1);
}

function editColumns(maker: Maker, table: Table): void {
  const columns = columnsOf(table);
  const free = columns.slice(Math.min(table.merged, columns.length - 1));
  const column = maker.pick(free);
  if (maker.chance(0.5)) {
    const fresh = maker.uid();
    for (const row of table.rows) row.cells.splice(placeOf(row, column), 0, maker.cell(fresh));
  } else if (columns.length > 3) {
    for (const row of table.rows) row.cells.splice(placeOf(row, column), 1);
  }
}

const placeOf = (row: Row, column: number): number => row.cells.findIndex((cell) => cell.column === column);
const weight = (cells: readonly Cell[]): number =>
  cells
    .flatMap(({ content }) => content)
    .reduce((sum, { words }) => sum + words.reduce((all, { text }) => all + text.length + 1, 0), 0);

/** What moves must weigh clearly less than what it passes, or nobody could say which of both moved. */
const CLEARLY = 1.5;

function moveRow(maker: Maker, table: Table, moves: number[]): void {
  const free = table.rows.length - table.merged;
  if (free < 3) return;
  const from = table.merged + maker.int(free);
  const to = table.merged + maker.int(free);
  const passed = table.rows
    .slice(Math.min(from, to), Math.max(from, to) + 1)
    .filter((_, at) => at + Math.min(from, to) !== from);
  const [row] = table.rows.slice(from, from + 1) as [Row];
  if (passed.length < 2 || weight(passed.flatMap(({ cells }) => cells)) < CLEARLY * weight(row.cells)) return;
  table.rows.splice(from, 1);
  table.rows.splice(to, 0, row);
  moves.push(row.uid);
}

function moveColumn(maker: Maker, table: Table, moves: number[]): void {
  const columns = columnsOf(table);
  if (table.merged > 0 || columns.length < 4) return;
  const from = maker.int(columns.length);
  const to = maker.int(columns.length);
  const cellsAt = (place: number) => table.rows.map(({ cells }) => cells[place] as Cell);
  const passed = columns
    .map((_, place) => place)
    .filter((place) => place !== from && place >= Math.min(from, to) && place <= Math.max(from, to));
  if (passed.length < 2 || weight(passed.flatMap(cellsAt)) < CLEARLY * weight(cellsAt(from))) return;
  for (const row of table.rows) row.cells.splice(to, 0, ...row.cells.splice(from, 1));
  moves.push(columns[from] as number);
}

/** A list in a cell gets an item or loses one. */
function editList(maker: Maker, table: Table): void {
  const lists = table.rows.flatMap(({ cells }) => cells).filter(({ content }) => content.length > 1);
  if (lists.length === 0) return;
  const list = maker.pick(lists);
  if (maker.chance(0.5) && list.content.length > 2) list.content.splice(maker.int(list.content.length), 1);
  else list.content.splice(maker.int(list.content.length + 1), 0, maker.item() satisfies Text);
}

/** A cell takes over the place of the one to its right, or gives half of its own to a new cell. */
function joinOrPart(maker: Maker, table: Table): void {
  if (table.merged > 0) {
    const head = (table.rows[0] as Row).cells;
    const second = (table.rows[1] as Row).cells[1] as Cell;
    (head[0] as Cell).colspan = 1;
    head.splice(1, 0, maker.cell(second.column));
    return;
  }
  const { cells } = maker.pick(table.rows);
  const at = maker.int(cells.length - 1);
  (cells[at] as Cell).colspan = 2;
  cells.splice(at + 1, 1);
}
