// @vitest-environment happy-dom
import { undoInputRule } from 'prosemirror-inputrules';
import type { EditorView } from 'prosemirror-view';
import { afterEach, describe, expect, it } from 'vitest';
import { findById } from './place.ts';
import { block, caretIn, doc, draft, edit, run, words } from './testing.ts';

let open: EditorView | null = null;
afterEach(() => {
  open?.destroy();
  document.body.replaceChildren();
});
const start = (text = '') => (open = edit(draft(doc(block('p', text), block('na', 'Na.')))));
/** Types letter by letter, as the browser does. */
function key(view: EditorView, text: string): void {
  for (const letter of text) {
    const { from, to } = view.state.selection;
    const taken = view.someProp('handleTextInput', (handle) =>
      handle(view, from, to, letter, () => view.state.tr.insertText(letter, from, to)),
    );
    if (taken !== true) view.dispatch(view.state.tr.insertText(letter, from, to));
  }
}
const attributes = (view: EditorView) => findById(view.state.doc, 'p')?.node.attrs;
const marked = (view: EditorView) => {
  const all: string[] = [];
  findById(view.state.doc, 'p')?.node.forEach((node) => {
    all.push(`${node.marks.map(({ type }) => type.name).join(' ')}:${node.text}`);
  });
  return all;
};

describe('signs that are typed', () => {
  it.each([
    ['# ', { role: 'heading', level: 1 }],
    ['### ', { role: 'heading', level: 3 }],
    ['- ', { role: 'item', kind: 'bullet' }],
    ['1. ', { role: 'item', kind: 'ordered' }],
    ['> ', { role: 'quote' }],
    ['Eis: ', { role: 'requirement' }],
  ])('%s at the start makes it what it says, keeps its id, and Backspace takes it back', (sign, role) => {
    const view = start();
    caretIn(view, 'p');
    key(view, sign);
    expect(attributes(view)).toMatchObject({ ...role, id: 'p' });
    expect(words(view, 'p')).toBe('');
    run(view, undoInputRule);
    expect(attributes(view)).toMatchObject({ role: 'paragraph' });
    expect(words(view, 'p')).toBe(sign);
  });

  it('around words make them bold or italic, and what is typed after is neither', () => {
    const view = start();
    caretIn(view, 'p');
    key(view, 'Dit is **echt waar** en _kort_.');
    expect(marked(view)).toEqual([':Dit is ', 'strong:echt waar', ': en ', 'emphasis:kort', ':.']);
  });

  it('within a word, with a space inside, or of another kind stay signs', () => {
    const view = start();
    caretIn(view, 'p');
    key(view, 'snake_case_naam, 2 ** 3 ** 4, ** niet ** en *ook niet*');
    expect(marked(view)).toEqual([':snake_case_naam, 2 ** 3 ** 4, ** niet ** en *ook niet*']);
  });

  it('bold taken back by Backspace is as it was typed', () => {
    const view = start();
    caretIn(view, 'p');
    key(view, '**vet**');
    run(view, undoInputRule);
    expect(marked(view)).toEqual([':**vet**']);
  });
});
