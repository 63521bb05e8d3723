// @vitest-environment happy-dom
import { readDraft } from '@draagvlak/document/yjs';
import { columnsOf, type TableJson } from '@draagvlak/document';
import type { Node } from 'prosemirror-model';
import { CellSelection } from 'prosemirror-tables';
import type { EditorView } from 'prosemirror-view';
import { undo } from 'y-prosemirror';
import { afterEach, describe, expect, it } from 'vitest';
import { setBlockType } from './block-commands.ts';
import { findById } from './place.ts';
import { behindTable } from './behind-table.ts';
import { hasHeader, nextCell, toggleHeaderLine } from './table-headers.ts';
import { columnAfter, divideCell, insertTable, joinCells, removeColumn, removeRow, rowBelow } from './tables.ts';
import { block, caretIn, doc, draft, edit, pair, run, type } from './testing.ts';

const cell = (row: number, column: number) => ({
  type: 'cell',
  attrs: { id: `c${row}${column}`, column: `k${column}`, header: row === 1, colspan: 1, rowspan: 1, colwidth: null },
  content: [block(`b${row}${column}`, `${row}${column}`)],
});
const row = (at: number) => ({
  type: 'row',
  attrs: { id: `r${at}` },
  content: [1, 2, 3].map((each) => cell(at, each)),
});
const START = doc(
  block('voor', 'Voor.'),
  { type: 'table', attrs: { id: 't', caption: null }, content: [row(1), row(2), row(3)] },
  block('na', 'Na.'),
);

const open: EditorView[] = [];
afterEach(() => {
  for (const view of open.splice(0)) view.destroy();
  document.body.replaceChildren();
});
const start = () => {
  const ydoc = draft(START);
  const view = edit(ydoc);
  open.push(view);
  return { ydoc, view };
};
const select = (view: EditorView, from: string, to: string) => {
  const at = (id: string) => findById(view.state.doc, id)?.pos ?? -1;
  view.dispatch(view.state.tr.setSelection(CellSelection.create(view.state.doc, at(from), at(to))));
};
const table = (view: EditorView): Node => findById(view.state.doc, 't')?.node as Node;
const ids = (view: EditorView) => {
  const all: string[] = [];
  table(view).descendants((node) => {
    if (!node.isText) all.push(node.attrs['id'] as string);
    return true;
  });
  return all;
};
const columns = (view: EditorView) =>
  columnsOf(table(view)).cells.map(({ node, row: at, column }) => `${at}.${column} ${node.attrs['column']}`);

describe('merged cells', () => {
  it('keep every word, the ids of what stands in them, and the columns of the others', () => {
    const { view } = start();
    select(view, 'c21', 'c32');
    expect(run(view, joinCells)).toBe(true);
    const merged = findById(view.state.doc, 'c21')?.node;
    expect(merged?.attrs).toMatchObject({ colspan: 2, rowspan: 2, column: 'k1' });
    expect(merged?.content.content.map((one) => [one.attrs['id'], one.textContent])).toEqual([
      ['b21', '21'],
      ['b22', '22'],
      ['b31', '31'],
      ['b32', '32'],
    ]);
    expect(columns(view)).toEqual(['0.0 k1', '0.1 k2', '0.2 k3', '1.0 k1', '1.2 k3', '2.2 k3']);
  });

  it('come apart into cells of the right columns, with ids that are nobody else’s, and undo puts all back', () => {
    const { view, ydoc } = start();
    const before = readDraft(ydoc);
    select(view, 'c21', 'c32');
    run(view, joinCells);
    caretIn(view, 'b21');
    expect(run(view, divideCell)).toBe(true);
    expect(columns(view)).toEqual(
      [0, 1, 2].flatMap((at) => [0, 1, 2].map((column) => `${at}.${column} k${column + 1}`)),
    );
    const all = ids(view);
    expect(all.every((id) => typeof id === 'string')).toBe(true);
    expect(new Set(all).size).toBe(all.length);
    expect(findById(view.state.doc, 'c21')?.node.textContent).toBe('21223132');
    undo(view.state);
    expect(readDraft(ydoc)).toEqual(before);
  });

  it('grow with a row or column that is put into them', () => {
    const { view } = start();
    select(view, 'c21', 'c22');
    run(view, joinCells);
    caretIn(view, 'b11');
    run(view, columnAfter);
    expect(findById(view.state.doc, 'c21')?.node.attrs['colspan']).toBe(3);
    caretIn(view, 'b13');
    run(view, removeColumn);
    expect(table(view).child(0).childCount).toBe(3);
    caretIn(view, 'b31');
    run(view, removeRow);
    expect(table(view).childCount).toBe(2);
  });

  it('what a colleague types meanwhile in the cell that stays, stays', () => {
    const { a, b, meet } = pair(START);
    const [anna, bram] = [edit(a), edit(b)];
    open.push(anna, bram);
    select(anna, 'c21', 'c22');
    caretIn(bram, 'b21', 2);
    type(bram, ' uur');
    run(anna, joinCells);
    meet();
    expect(findById(anna.state.doc, 'c21')?.node.textContent).toBe('21 uur22');
    expect(anna.state.doc.toJSON()).toEqual(bram.state.doc.toJSON());
  });
});

describe('headers', () => {
  it('the first row and column are made headers and back; the corner belongs to both', () => {
    const { view } = start();
    caretIn(view, 'b22');
    expect([hasHeader(view.state, 'row'), hasHeader(view.state, 'column')]).toEqual([true, false]);
    run(view, toggleHeaderLine('column'));
    expect([hasHeader(view.state, 'row'), hasHeader(view.state, 'column')]).toEqual([true, true]);
    run(view, toggleHeaderLine('row'));
    expect([hasHeader(view.state, 'row'), hasHeader(view.state, 'column')]).toEqual([false, true]);
    caretIn(view, 'voor');
    expect(run(view, toggleHeaderLine('row'))).toBe(false);
  });
});

describe('by keyboard', () => {
  it('Tab goes to the next cell, and behind the last one begins a row', () => {
    const { view, ydoc } = start();
    caretIn(view, 'b32');
    run(view, nextCell(rowBelow));
    expect(findById(view.state.doc, 'b33')?.pos).toBe(view.state.selection.$from.before());
    run(view, nextCell(rowBelow));
    type(view, 'nieuw');
    const json = readDraft(ydoc).content?.[1] as TableJson;
    expect(json.content).toHaveLength(4);
    expect(json.content?.[3]?.content?.[0]).toMatchObject({
      attrs: { column: 'k1', id: expect.any(String) },
      content: [{ content: [{ text: 'nieuw' }] }],
    });
    caretIn(view, 'voor');
    expect(run(view, nextCell(rowBelow))).toBe(false);
  });

  it('Ctrl+Enter goes on behind the table, once', () => {
    const { view, ydoc } = start();
    caretIn(view, 'b11');
    run(view, behindTable);
    type(view, 'Achter.');
    expect((readDraft(ydoc).content ?? []).map((node) => node.attrs.id)).toEqual([
      'voor',
      't',
      expect.any(String),
      'na',
    ]);
    expect(view.state.selection.$from.parent.textContent).toBe('Achter.');
    view.dispatch(view.state.tr.delete(view.state.selection.$from.start(), view.state.selection.$from.end()));
    caretIn(view, 'b11');
    run(view, behindTable);
    expect(view.state.doc.childCount).toBe(4);
    expect(run(view, behindTable)).toBe(false);
  });

  it('a cell holds a list as running text does', () => {
    const { view } = start();
    caretIn(view, 'b22');
    run(view, setBlockType('bullet'));
    expect(findById(view.state.doc, 'b22')?.node.attrs).toMatchObject({ role: 'item', kind: 'bullet', id: 'b22' });
    run(view, setBlockType('chapter'));
    expect(findById(view.state.doc, 'b22')?.node.attrs['role']).toBe('item');
  });

  it('a new table has a header row and takes the caret', () => {
    const { view } = start();
    caretIn(view, 'na');
    run(view, insertTable(2, 2));
    expect(hasHeader(view.state, 'row')).toBe(true);
  });
});
