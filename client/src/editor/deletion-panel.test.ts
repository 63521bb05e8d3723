// @vitest-environment happy-dom
import type { EditorView } from 'prosemirror-view';
import { undo } from 'y-prosemirror';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { allWords } from '../stores/words.ts';
import type { TextLeftEvent } from './draft-editor.ts';
import './deletion-panel.ts';
import type { DeletionPanel } from './deletion-panel.ts';
import { findById } from './place.ts';
import { block, caretIn, doc, draft, edit, heading, type } from './testing.ts';
import { TextSelection } from 'prosemirror-state';

const long = 'Elk onderdeel van deze tekst heeft woorden genoeg om mee te tellen. '.repeat(12);
const START = doc(
  block('voor', 'Voor.'),
  ...['a', 'b', 'c', 'd'].flatMap((id) => [heading(id, `Kop ${id}`), block(`${id}1`, `${id} ${long}`)]),
  block('na', 'Na.'),
);
let view: EditorView;
let panel: DeletionPanel;
let kept: string[];

beforeAll(() => allWords());

beforeEach(() => {
  kept = [];
  panel = document.createElement('deletion-panel');
  panel.addEventListener('draft-text-left', (event: TextLeftEvent) => {
    kept.push(event.text);
    event.kept = Promise.resolve(true);
  });
  document.body.append(panel);
  view = edit(draft(START), { onMassDeletion: (deletion) => panel.ask(deletion) });
  panel.view = view;
});
afterEach(() => {
  view.destroy();
  document.body.replaceChildren();
});

const order = () => view.state.doc.content.content.map((node) => node.attrs['id'] as string);
const press = async (name: string) => {
  await panel.updateComplete;
  const button = [...panel.querySelectorAll('button')].find((one) => one.textContent?.trim() === name);
  if (button === undefined) throw new Error(`no ${name}`);
  button.click();
  await new Promise((done) => setTimeout(done));
  await panel.updateComplete;
};
const removeMost = () => {
  const [from, to] = [findById(view.state.doc, 'a'), findById(view.state.doc, 'd1')];
  const { tr } = view.state;
  tr.setSelection(TextSelection.create(tr.doc, from!.pos + 1, to!.pos + to!.node.nodeSize - 1));
  view.dispatch(tr);
  view.dispatch(view.state.tr.deleteSelection());
};

test('nothing goes before it is confirmed; then a copy is kept and all of it can come back', async () => {
  const before = order();
  removeMost();
  await press('Niet verwijderen');
  expect(order()).toEqual(before);
  expect(kept).toEqual([]);
  removeMost();
  await press('Verwijderen');
  expect(order()).toEqual(['voor', 'a', 'na']);
  expect(kept[0]).toContain('Kop c');
  expect(panel.textContent).toContain('kopie');
  await press('Zet terug');
  expect(order()).toEqual(before);
});

test('after other edits the paragraphs come back where they stood, with their ids', async () => {
  const before = order();
  removeMost();
  await press('Verwijderen');
  caretIn(view, 'na', 3);
  type(view, ' Verder.');
  await press('Zet terug');
  expect(order()).toEqual(before);
  expect(findById(view.state.doc, 'na')?.node.textContent).toBe('Na. Verder.');
});

test('what undo has put back already does not come twice', async () => {
  const before = order();
  removeMost();
  await press('Verwijderen');
  undo(view.state);
  await press('Zet terug');
  expect(order()).toEqual(before);
});
