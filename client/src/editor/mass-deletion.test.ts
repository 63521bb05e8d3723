// @vitest-environment happy-dom
import { readDraft } from '@draagvlak/document/yjs';
import { AllSelection, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { undo } from 'y-prosemirror';
import { afterEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import type { MassDeletion } from './mass-deletion.ts';
import { moveSection } from './move.ts';
import { findById } from './place.ts';
import { block, caretIn, doc, edit, heading, pair, type } from './testing.ts';

const long = 'Elk onderdeel van deze tekst heeft woorden genoeg om mee te tellen. '.repeat(12);
const START = doc(
  ...['a', 'b', 'c', 'd', 'e'].flatMap((id) => [heading(id, `Kop ${id}`), block(`${id}1`, `${id} ${long}`)]),
);

const open: EditorView[] = [];
afterEach(() => {
  for (const view of open.splice(0)) view.destroy();
  document.body.replaceChildren();
});
const editing = (ydoc: Y.Doc) => {
  const asked: MassDeletion[] = [];
  const view = edit(ydoc, { onMassDeletion: (deletion) => asked.push(deletion) });
  open.push(view);
  return { view, asked };
};
const select = (view: EditorView, from: string, to: string) => {
  const at = (id: string) => findById(view.state.doc, id);
  const end = at(to);
  view.dispatch(
    view.state.tr.setSelection(
      TextSelection.create(view.state.doc, (at(from)?.pos ?? 0) + 1, (end?.pos ?? 0) + (end?.node.nodeSize ?? 2) - 1),
    ),
  );
};
const remove = (view: EditorView) => view.dispatch(view.state.tr.deleteSelection());
const order = (ydoc: Y.Doc) => (readDraft(ydoc).content ?? []).map((node) => node.attrs.id);

describe('deleting much at once', () => {
  it('is held until the author confirms it, with what goes in words', () => {
    const { a } = pair(START);
    const { view, asked } = editing(a);
    select(view, 'a1', 'e1');
    remove(view);
    expect(order(a)).toHaveLength(10);
    expect(asked).toMatchObject([{ sections: 4 }]);
    expect(asked[0]?.words).toBeGreaterThan(600);
    expect(asked[0]?.share).toBeGreaterThan(0.9);
    expect(asked[0]?.text).toContain('Kop c\nc Elk onderdeel');
    asked[0]?.proceed();
    expect(order(a)).toEqual(['a', 'a1']);
    undo(view.state);
    expect(order(a)).toHaveLength(10);
  });

  it('what is typed over it counts as well, and comes in its place', () => {
    const { a } = pair(START);
    const { view, asked } = editing(a);
    view.dispatch(view.state.tr.setSelection(new AllSelection(view.state.doc)));
    view.dispatch(view.state.tr.insertText('x'));
    expect(asked).toHaveLength(1);
    asked[0]?.proceed();
    expect(view.state.doc.textContent).toBe('x');
  });

  it('a colleague writes on meanwhile, and what they wrote outside it stays', () => {
    const { a, b, meet } = pair(START);
    const { view, asked } = editing(a);
    const other = editing(b);
    select(view, 'b1', 'e1');
    remove(view);
    caretIn(other.view, 'a1', 0);
    type(other.view, 'Intussen: ');
    meet();
    asked[0]?.proceed();
    meet();
    expect(order(b).slice(0, 4)).toEqual(['a', 'a1', 'b', 'b1']);
    expect(order(b)).toHaveLength(4);
    expect(findById(view.state.doc, 'a1')?.node.textContent).toMatch(/^Intussen: a Elk/);
  });

  it('small edits, moves, undo and what a colleague deletes are never held', () => {
    const { a, b, meet } = pair(START);
    const { view, asked } = editing(a);
    const other = editing(b);
    caretIn(view, 'a1', 0, 200);
    remove(view);
    moveSection(view, 'a', null);
    undo(view.state);
    select(other.view, 'a1', 'e1');
    remove(other.view);
    other.asked[0]?.proceed();
    meet();
    expect(asked).toEqual([]);
  });
});
