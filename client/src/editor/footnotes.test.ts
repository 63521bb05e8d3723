// @vitest-environment happy-dom
import { readDraft } from '@draagvlak/document/yjs';
import type { EditorView } from 'prosemirror-view';
import { undo } from 'y-prosemirror';
import { afterEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { insertFootnote, removeFootnote } from './inline-commands.ts';
import { block, caretIn, doc, edit, pair, run, words } from './testing.ts';

const START = doc(block('samen', 'Samen leren helpt.'), block('na', 'Daarna.'));
const open: EditorView[] = [];
const editing = (ydoc: Y.Doc) => {
  const view = edit(ydoc);
  open.push(view);
  return view;
};
afterEach(() => {
  for (const view of open.splice(0)) view.destroy();
  document.body.replaceChildren();
});
const note = (at = 0) => document.querySelectorAll<HTMLElement>('.footnote-note')[at] as HTMLElement;
const content = (ydoc: Y.Doc) => JSON.stringify(readDraft(ydoc).content?.[0]);
const press = (element: Element, key: string) =>
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));

describe('a footnote', () => {
  it('is a number in the text; selected words become its content', () => {
    const { a } = pair(START);
    const anna = editing(a);
    caretIn(anna, 'samen', 0, 5);
    run(anna, insertFootnote);
    const mark = anna.dom.querySelector('[data-footnote]');
    expect(mark?.getAttribute('data-no')).toBe('1');
    expect(mark?.textContent).toBe('');
    expect(content(a)).toContain('"content":[{"type":"text","text":"Samen"}]');
  });

  it('removed, it takes its words along; undo brings them back', () => {
    const { a } = pair(START);
    const anna = editing(a);
    caretIn(anna, 'samen', 0, 5);
    run(anna, insertFootnote);
    expect(run(anna, removeFootnote)).toBe(true);
    expect(words(anna, 'samen')).toBe(' leren helpt.');
    undo(anna.state);
    expect(words(anna, 'samen')).toBe('Samen leren helpt.');
  });

  it('takes what is typed on its number, into its words', () => {
    const { a, b, meet } = pair(START);
    const [anna, bram] = [editing(a), editing(b)];
    anna.focus();
    caretIn(anna, 'samen', 5);
    run(anna, insertFootnote);
    for (const letter of 'Bron') {
      anna.someProp('handleTextInput', (handle) =>
        handle(anna, anna.state.selection.from, anna.state.selection.to, letter, () => anna.state.tr),
      );
    }
    expect(note().querySelector('.footnote-words')?.textContent).toBe('Bron');
    meet();
    expect(words(bram, 'samen')).toBe('SamenBron leren helpt.');
    caretIn(bram, 'samen', 0);
    const mark = bram.state.doc.resolve(6).nodeAfter;
    expect(mark?.textContent).toBe('Bron');
    bram.dispatch(bram.state.tr.insertText('De b', 7, 8));
    meet();
    expect(note().querySelector('.footnote-words')?.textContent).toBe('De bron');
  });

  it('no footnote stands in a footnote', () => {
    const anna = editing(pair(START).a);
    caretIn(anna, 'samen', 0, 5);
    run(anna, insertFootnote);
    expect(run(anna, insertFootnote)).toBe(false);
  });

  it('Enter on its number goes into its words', () => {
    const anna = editing(pair(START).a);
    anna.focus();
    caretIn(anna, 'samen', 0, 5);
    run(anna, insertFootnote);
    press(anna.dom, 'Enter');
    expect(document.activeElement).toBe(note().querySelector('.footnote-words'));
    press(note().querySelector('.footnote-words') as Element, 'Enter');
    expect(document.activeElement).toBe(anna.dom);
    expect(note()).toBeUndefined();
    expect(anna.state.selection.$from.parentOffset).toBe('Samen'.length + 2);
  });
});
