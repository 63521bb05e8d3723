import type { CellJson, TableJson } from '@draagvlak/document';
import type { TextRange } from './comparison.ts';
import { cellText, type FlowNode } from './flow.ts';
import { type Grid, gridOf, type PlacedCell } from './grid.ts';
import type { Path } from './passage.ts';
import type { Workbook } from './workbook.ts';

/** A table on one side of a comparison. */
export interface Table {
  readonly node: FlowNode;
  readonly json: TableJson;
  readonly grid: Grid;
}

export function open(book: Workbook, node: FlowNode): Table {
  const json = node.json as TableJson;
  return { node, json, grid: gridOf(json, book.lexicon) };
}

export const cellPath = (table: Table, cell: PlacedCell): Path => [...table.node.path, cell.row, cell.index];

export const cellAddress = (table: Table, cell: PlacedCell) =>
  cell.node.attrs.id ?? `@${cellPath(table, cell).join('.')}`;

export const rowAddress = (table: Table, row: number) =>
  table.json.content?.[row]?.attrs.id ?? `@${[...table.node.path, row].join('.')}`;

export function cellRanges(table: Table, cell: PlacedCell): TextRange[] {
  return contentRanges(cell.node, cellPath(table, cell));
}

export function rowRanges(table: Table, row: number): TextRange[] {
  return (table.json.content?.[row]?.content ?? []).flatMap((cell, index) =>
    contentRanges(cell, [...table.node.path, row, index]),
  );
}

/** All text of a table, as ranges. */
export function tableRanges(node: FlowNode): TextRange[] {
  return ((node.json as TableJson).content ?? []).flatMap((row, r) =>
    (row.content ?? []).flatMap((cell, c) => contentRanges(cell, [...node.path, r, c])),
  );
}

function contentRanges(cell: CellJson, path: Path): TextRange[] {
  return (cell.content ?? []).flatMap((node, index) => {
    const text = node.type === 'block' ? cellText({ ...cell, content: [node] }) : '';
    return text === '' ? [] : [{ block: node.attrs.id ?? `@${[...path, index].join('.')}`, from: 0, to: text.length }];
  });
}
