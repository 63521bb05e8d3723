import { schema } from '@draagvlak/document';
import type { Attrs, Node } from 'prosemirror-model';
import {
  type Command,
  type EditorState,
  type Plugin,
  type PluginSpec,
  type Transaction,
  TextSelection,
} from 'prosemirror-state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  goToNextCell,
  isInTable,
  mergeCells,
  selectedRect,
  splitCell,
  tableEditing,
  tableEditingKey,
  TableMap,
  type TableRect,
} from 'prosemirror-tables';
import { isFromShared } from './origin.ts';
import { nextCell } from './table-headers.ts';
import { cellKeys, tablePlace } from './table-place.ts';

/**
 * Cell selection and repair of tables. Repair answers local edits only: if every open editor mended the same broken
 * table after a merge, each would add its own cells.
 */
const { spec } = tableEditing();
const repair = spec.appendTransaction;
// The library reads what it holds by its own key; it is held in the place that the editor kept for it.
Object.assign(tableEditingKey, tablePlace.key);
tablePlace.spec = {
  ...(spec as PluginSpec<number | null>),
  appendTransaction(transactions, before, after) {
    if (transactions.some((tr) => isFromShared(tr))) return null;
    return repair?.call(this as unknown as Plugin, transactions, before, after) ?? null;
  },
};

const cell = (header: boolean): Node => schema.nodes.cell.create({ header }, schema.nodes.block.create());

/** A table with a header row after the block the caret is in; ids are given by the repair that follows every edit. */
export function insertTable(rows: number, columns: number): Command {
  return (state, dispatch) => {
    if (isInTable(state)) return false;
    const { $to } = state.selection;
    const table = schema.nodes.table.create(
      null,
      Array.from({ length: rows }, (_row, row) =>
        schema.nodes.row.create(
          null,
          Array.from({ length: columns }, () => cell(row === 0)),
        ),
      ),
    );
    const at = $to.depth === 0 ? $to.pos : $to.after(1);
    const { tr } = state;
    const followed = at < state.doc.content.size;
    // The caret must be able to leave a table at the end of the document.
    tr.insert(at, followed ? [table] : [table, schema.nodes.block.create()]);
    tr.setSelection(TextSelection.near(tr.doc.resolve(at + 4)));
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** New cells must stand under the header of their row or column and hold a block to type in. */
function completed(tr: Transaction, before: EditorState): Transaction {
  const headers = headerPattern(before);
  const done = tr.steps.length;
  tr.doc.descendants((node, pos) => {
    if (node.type.name !== 'cell') return node.type.name !== 'block';
    if (node.childCount === 0) tr.insert(tr.mapping.slice(done).map(pos) + 1, schema.nodes.block.create());
    return false;
  });
  if (headers === null) return tr;
  const table = tr.doc.nodeAt(headers.table);
  table?.forEach((row, offset, index) => {
    row.forEach((one, at) => {
      const header = index === 0 ? headers.firstRow : headers.firstColumn && at === 0;
      if (header && !one.attrs['header']) tr.setNodeAttribute(headers.table + 1 + offset + 1 + at, 'header', true);
    });
  });
  return tr;
}

/** Where the table around the selection stands, and whether its first row or the column under it holds headers. */
function headerPattern(state: EditorState): { table: number; firstRow: boolean; firstColumn: boolean } | null {
  if (!isInTable(state)) return null;
  const { table, tableStart } = selectedRect(state);
  let firstRow = table.childCount > 0;
  let firstColumn = table.childCount > 1;
  table.forEach((row, _offset, index) => {
    if (index > 0) firstColumn &&= row.firstChild?.attrs['header'] === true;
    else
      row.forEach((one) => {
        firstRow &&= one.attrs['header'] === true;
      });
  });
  return { table: tableStart - 1, firstRow, firstColumn };
}

const growing =
  (command: Command): Command =>
  (state, dispatch) =>
    command(state, dispatch && ((tr) => dispatch(completed(tr, state))));

/** The same, with the caret in what is new: at the start of the row, or in the column on the same row. */
const goingOn =
  (command: Command, cellOf: (rect: TableRect) => readonly [row: number, column: number]): Command =>
  (state, dispatch) => {
    if (!isInTable(state)) return false;
    const rect = selectedRect(state);
    const into = (tr: Transaction): Transaction => {
      const table = tr.doc.nodeAt(rect.tableStart - 1);
      if (table === null) return tr;
      const [row, column] = cellOf(rect);
      const map = TableMap.get(table);
      const at = rect.tableStart + (map.map[row * map.width + column] ?? 0);
      return tr.setSelection(TextSelection.near(tr.doc.resolve(at + 1))).scrollIntoView();
    };
    return command(state, dispatch && ((tr) => dispatch(into(tr))));
  };

export const rowAbove = goingOn(growing(addRowBefore), ({ top }) => [top, 0]);
export const rowBelow = goingOn(growing(addRowAfter), ({ bottom }) => [bottom, 0]);
export const columnBefore = goingOn(growing(addColumnBefore), ({ top, left }) => [top, left]);
export const columnAfter = goingOn(growing(addColumnAfter), ({ top, right }) => [top, right]);
Object.assign(cellKeys, {
  next: nextCell(rowBelow),
  previous: goToNextCell(-1),
  row: rowBelow,
  column: columnAfter,
});
export const removeRow: Command = deleteRow;
export const removeColumn: Command = deleteColumn;
export const removeTable: Command = deleteTable;
export const joinCells: Command = mergeCells;
export const divideCell = growing(splitCell);

/** Makes the selected cells headers, or ordinary cells when all of them are headers. */
export const toggleHeader: Command = (state, dispatch) => {
  if (!isInTable(state)) return false;
  if (dispatch === undefined) return true;
  const { map, tableStart, table, left, top, right, bottom } = selectedRect(state);
  const cells = map.cellsInRect({ left, top, right, bottom });
  const header = !cells.every((pos) => table.nodeAt(pos)?.attrs['header'] === true);
  const { tr } = state;
  for (const pos of cells) tr.setNodeAttribute(tableStart + pos, 'header', header);
  dispatch(tr);
  return true;
};

/** Whether the cell around the caret is a header. */
export function inHeader(state: EditorState): boolean {
  if (!isInTable(state)) return false;
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const attributes: Attrs = $from.node(depth).attrs;
    if ($from.node(depth).type.name === 'cell') return attributes['header'] === true;
  }
  return false;
}

export { isInTable } from 'prosemirror-tables';
