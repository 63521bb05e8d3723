// @vitest-environment happy-dom
import { schema } from '@draagvlak/document';
import { Node } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { CellSelection } from 'prosemirror-tables';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cellKey, cellKeys, tablePlace } from './table-place.ts';
import { insertTable } from './tables.ts';
import { caretIn, block, doc, draft, edit, run, type } from './testing.ts';

/** Every cell with its position, in reading order. */
function cells(view: EditorView): number[] {
  const found: number[] = [];
  view.state.doc.descendants((node: Node, pos) => {
    if (node.type === schema.nodes.cell) found.push(pos);
  });
  return found;
}

const select = (view: EditorView, from: number, to: number) =>
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));

describe('tables, of which the tools come when one can type already', () => {
  const here = { spec: tablePlace.spec, ...cellKeys };
  let view: EditorView;

  beforeEach(() => {
    view = edit(draft(doc(block('a', 'Voor'), block('b', 'Na'))));
    caretIn(view, 'a');
    run(view, insertTable(2, 2));
    tablePlace.spec = null;
    Object.assign(cellKeys, { next: null, previous: null });
  });
  afterEach(() => {
    tablePlace.spec = here.spec;
    Object.assign(cellKeys, { next: here.next, previous: here.previous });
    view.destroy();
  });

  it('before they are here one types in a cell and around the table', () => {
    const [first] = cells(view);
    select(view, first! + 2, first! + 2);
    type(view, 'Duur');
    caretIn(view, 'b');
    type(view, 'Daar');
    expect(view.state.doc.textContent).toBe('VoorDuurDaarNa');
  });

  it('before they are here no edit breaks a table, and Tab changes nothing in one', () => {
    const [first, second] = cells(view);
    select(view, first! + 2, second! + 2);
    const before = view.state.doc;
    view.dispatch(view.state.tr.deleteSelection());
    expect(run(view, cellKey('next'))).toBe(true);
    expect(view.state.doc.eq(before)).toBe(true);
  });

  it('once they are here, the same editor has them', () => {
    tablePlace.spec = here.spec;
    Object.assign(cellKeys, { next: here.next, previous: here.previous });
    const [first, second] = cells(view);
    select(view, first! + 2, first! + 2);
    expect(run(view, cellKey('next'))).toBe(true);
    expect(view.state.selection.from).toBe(second! + 2);
    // A selection of text stays within one cell; of more cells it takes them whole.
    select(view, first! + 2, second! + 2);
    expect(view.state.selection.to).toBeLessThan(second!);
    view.dispatch(view.state.tr.setSelection(CellSelection.create(view.state.doc, first!, second!)));
    expect(view.dom.querySelectorAll('.selectedCell')).toHaveLength(2);
  });
});
