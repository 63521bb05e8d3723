// @vitest-environment happy-dom
import { nl } from '@draagvlak/wording';
import type { EditorView } from 'prosemirror-view';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createEditor, type EditorOptions } from './editor.ts';
import { placesOf } from './later.ts';
import { furnish } from './rest.ts';
import { block, caretIn, doc, draft, optionsFor, words } from './testing.ts';

let view: EditorView;
let options: EditorOptions;

beforeEach(() => {
  options = optionsFor(draft(doc(block('a', 'Eerst.'), block('b', ''))));
  view = createEditor(options);
});
afterEach(() => view.destroy());

const press = (key: string, more: KeyboardEventInit = {}): boolean => {
  const event = new KeyboardEvent('keydown', { key, ...more });
  return view.someProp('handleKeyDown', (handle) => handle(view, event)) === true;
};

/** As the view does for every letter it reads from the page. */
const type = (text: string): void => {
  for (const letter of text) {
    const { from, to } = view.state.selection;
    const insert = () => view.state.tr.insertText(letter, from, to);
    if (view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, insert)) !== true)
      view.dispatch(insert());
  }
};

const texts = () => {
  const all: string[] = [];
  view.state.doc.forEach((node) => void all.push(node.textContent));
  return all;
};

describe('before the keys of the editor are here', () => {
  test('letters come in at once', () => {
    caretIn(view, 'a', 6);
    type(' Meteen.');
    expect(words(view, 'a')).toBe('Eerst. Meteen.');
  });

  test('a key waits, what is typed behind it waits with it, and all lands as it was meant', () => {
    caretIn(view, 'a', 6);
    type(' Nu');
    expect(press('Enter')).toBe(true);
    type('straks');
    expect(texts()).toEqual(['Eerst. Nu', '']);
    furnish(view, options, nl.writing.editor);
    expect(texts()).toEqual(['Eerst. Nu', 'straks', '']);
    const ids = new Set<unknown>();
    view.state.doc.forEach((node) => ids.add(node.attrs['id']));
    expect(ids.size).toBe(3);
  });

  test('an Enter that the editor reads from what a phone did waits too', () => {
    caretIn(view, 'a', 6);
    const event = Object.assign(new Event('keydown'), { key: 'Enter', keyCode: 13 });
    expect(view.someProp('handleKeyDown', (handle) => handle(view, event as KeyboardEvent))).toBe(true);
    furnish(view, options, nl.writing.editor);
    expect(texts()).toEqual(['Eerst.', '', '']);
  });

  test('signs that make a heading still make one', () => {
    caretIn(view, 'b');
    type('## Kop');
    furnish(view, options, nl.writing.editor);
    expect(words(view, 'b')).toBe('Kop');
    expect(view.state.doc.lastChild?.attrs).toMatchObject({ role: 'heading', level: 2 });
  });

  test('keys of the browser are left alone', () => {
    for (const key of ['r', 't', 'c', 'v']) expect(press(key, { ctrlKey: true })).toBe(false);
    for (const key of ['ArrowDown', 'End', 'Escape', 'F5']) expect(press(key)).toBe(false);
  });

  test('when they cannot be fetched, no letter is lost and nothing waits any longer', () => {
    caretIn(view, 'a', 6);
    press('Enter');
    type(' Toch');
    placesOf(view).held.release(view, false);
    expect(words(view, 'a')).toBe('Eerst. Toch');
    expect(press('Enter')).toBe(false);
    type('.');
    expect(words(view, 'a')).toBe('Eerst. Toch.');
  });
});
