// @vitest-environment happy-dom
import type { EditorView } from 'prosemirror-view';
import { afterEach, expect, it } from 'vitest';
import { termAtCaret } from './term-at-caret.ts';
import { block, caretIn, doc, draft, edit, heading, type } from './testing.ts';

let open: EditorView | null = null;
afterEach(() => {
  open?.destroy();
  document.body.replaceChildren();
});

it('a term says what it means where the caret is in it, in the words of now, and not in its own explanation', () => {
  const view = (open = edit(
    draft(
      doc(
        heading('kop', 'Begrippen'),
        block('d', 'wie lesgeeft', 'definition', { term: 'Docent' }),
        block('p', 'Elke docent leert.'),
      ),
    ),
  ));
  caretIn(view, 'p', 7);
  expect(termAtCaret(view.state)).toEqual({ term: 'Docent', meaning: 'wie lesgeeft' });
  caretIn(view, 'd', 12);
  type(view, ' en voordoet');
  expect(termAtCaret(view.state)).toBeNull();
  caretIn(view, 'p', 5);
  expect(termAtCaret(view.state)?.meaning).toBe('wie lesgeeft en voordoet');
  caretIn(view, 'p', 13);
  expect(termAtCaret(view.state)).toBeNull();
});

it('a row of a table of terms explains its term in the text, and not to itself', () => {
  const row = (id: string, term: string, meaning: string, header = false) => ({
    type: 'row',
    attrs: { id },
    content: [term, meaning].map((words, column) => ({
      type: 'cell',
      attrs: { id: `${id}-${column}`, column: `k${column}`, header },
      content: [block(`${id}-${column}-p`, words)],
    })),
  });
  const view = (open = edit(
    draft(
      doc(
        heading('kop', 'Begrippen'),
        {
          type: 'table',
          attrs: { id: 't' },
          content: [row('r0', 'Begrip', 'Betekenis', true), row('r1', 'Docent', 'wie lesgeeft aan een docent')],
        },
        block('p', 'Elke docent leert.'),
      ),
    ),
  ));
  caretIn(view, 'p', 7);
  expect(termAtCaret(view.state)).toEqual({ term: 'Docent', meaning: 'wie lesgeeft aan een docent' });
  caretIn(view, 'r1-1-p', 23);
  expect(termAtCaret(view.state)).toBeNull();
});
