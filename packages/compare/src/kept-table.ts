import { type CellJson, inlineText, type TableJson } from '@draagvlak/document';
import type { FlowNode } from './flow.ts';
import type { Path } from './passage.ts';
import { ALIKE, DIFFERENT } from './same.ts';
import type { Workbook } from './workbook.ts';

/** Whether a table says the same in both versions; then it is noted as such, and there is nothing to report. */
export function keptTable(book: Workbook, before: FlowNode, after: FlowNode): boolean {
  if (before.json.type !== 'table' || after.json.type !== 'table') return false;
  if (book.pair(before, after) === DIFFERENT) return false;
  book.nodes.push({ unit: 'table', before: before.address, after: after.address });
  keepTable(book, before, after);
  return true;
}

/** A table that says the same in both versions: everything in it is the same by its place. */
function keepTable(book: Workbook, before: FlowNode, after: FlowNode): void {
  const columns = new Map<string, string>();
  ((after.json as TableJson).content ?? []).forEach((row, r) => {
    const from = [...before.path, r];
    const to = [...after.path, r];
    const oldRow = (before.json as TableJson).content?.[r];
    book.nodes.push({ unit: 'row', before: name(oldRow, before.path, r), after: name(row, after.path, r) });
    (row.content ?? []).forEach((cell, c) => {
      const oldCell = oldRow?.content?.[c];
      book.nodes.push({ unit: 'cell', before: name(oldCell, from, c), after: name(cell, to, c) });
      const oldColumn = oldCell?.attrs.column ?? null;
      if (oldColumn !== null && cell.attrs.column !== null) columns.set(cell.attrs.column, oldColumn);
      if (oldCell) keepCell(book, oldCell, [...from, c], cell, [...to, c]);
    });
  });
  for (const [now, old] of columns) book.nodes.push({ unit: 'column', before: old, after: now });
}

/** Notes that a cell says the same in both versions. */
export function keepCell(book: Workbook, old: CellJson, from: Path, now: CellJson, to: Path): void {
  (now.content ?? []).forEach((node, n) => {
    const was = name(old.content?.[n], from, n);
    const is = name(node, to, n);
    if (node.type === 'block') book.keepWhole(was, is, inlineText(node).length);
    else book.nodes.push({ unit: 'image', before: was, after: is });
  });
}

/** The same for a cell with other ids in it: each of its nodes is its twin's partner. */
export function keepTwin(book: Workbook, old: CellJson, from: Path, now: CellJson, to: Path): void {
  keepCell(book, old, from, now, to);
  (now.content ?? []).forEach((json, n) => {
    const twin = old.content?.[n];
    if (twin) book.pair({ path: [...from, n], json: twin }, { path: [...to, n], json }, ALIKE);
  });
}

const name = (node: { readonly attrs: { readonly id: string | null } } | undefined, parent: Path, index: number) =>
  node?.attrs.id ?? `@${[...parent, index].join('.')}`;
