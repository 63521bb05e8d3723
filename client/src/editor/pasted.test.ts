// @vitest-environment happy-dom
import type { DocumentJson } from '@draagvlak/document';
import { readDraft } from '@draagvlak/document/yjs';
import { nl } from '@draagvlak/wording';
import type { EditorView } from 'prosemirror-view';
import { undo } from 'y-prosemirror';
import { afterEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { paste } from './pasted.ts';
import { block, caretIn, draft, edit as openEditor, heading } from './testing.ts';

const cell = (id: string, text: string) => ({
  type: 'cell',
  attrs: { id, column: `k-${id.at(-1)}`, header: false, colspan: 1, rowspan: 1, colwidth: null },
  content: [block(`${id}-b`, text)],
});
const START = {
  type: 'doc',
  content: [
    heading('kop', 'Kop'),
    block('zin', 'voor na'),
    block('leeg', ''),
    {
      type: 'table',
      attrs: { id: 't', caption: null },
      content: [{ type: 'row', attrs: { id: 'r' }, content: [cell('c1', 'links'), cell('c2', 'rechts')] }],
    },
    block('einde', 'Einde.'),
  ],
} as unknown as DocumentJson;

const open: EditorView[] = [];
afterEach(() => {
  for (const view of open.splice(0)) view.destroy();
  document.body.replaceChildren();
});

function edit(): { view: EditorView; ydoc: Y.Doc } {
  const ydoc = draft(START);
  const view = openEditor(ydoc);
  open.push(view);
  return { view, ydoc };
}

const pasteIn = (view: EditorView, html: string) => paste(view, html, new Event('paste')).lost;
/** Role and words of the blocks at the top; a table as the words of its cells. */
const lines = (view: EditorView): string[] => {
  const all: string[] = [];
  view.state.doc.forEach((node) => {
    if (node.type.name !== 'table') {
      const { role, kind } = node.attrs as { role: string; kind: string | null };
      all.push(`${role === 'paragraph' ? '' : `${kind ?? role}: `}${node.textContent}`);
      return;
    }
    const cells: string[] = [];
    node.descendants((inner) => {
      if (inner.type.name !== 'cell') return true;
      const words: string[] = [];
      inner.forEach((one) => words.push(one.textContent));
      cells.push(words.join('/'));
      return false;
    });
    all.push(`|${cells.join('|')}|`);
  });
  return all;
};
const type = (view: EditorView, text: string) => view.dispatch(view.state.tr.insertText(text));

describe('pasting', () => {
  it('words go into the sentence, and the caret stands behind them', () => {
    const { view } = edit();
    caretIn(view, 'zin', 5);
    pasteIn(view, '<p>het <b>midden</b> </p>');
    type(view, '!');
    expect(lines(view)[1]).toBe('voor het midden!na');
  });

  it('several paragraphs join what stands before and after them', () => {
    const { view } = edit();
    caretIn(view, 'zin', 5);
    pasteIn(view, '<p>een</p><p>twee</p><p>drie</p>');
    type(view, '!');
    expect(lines(view).slice(1, 4)).toEqual(['voor een', 'twee', 'drie!na']);
  });

  it('headings and items stay what they are, wherever they land', () => {
    const { view } = edit();
    caretIn(view, 'zin', 5);
    pasteIn(view, '<h2>Titel</h2><ul><li>punt</li></ul>');
    expect(lines(view).slice(1, 5)).toEqual(['voor ', 'heading: Titel', 'bullet: punt', 'na']);
  });

  it('paragraphs behind a heading do not become part of it', () => {
    const { view } = edit();
    caretIn(view, 'kop', 3);
    pasteIn(view, '<p>een</p><p>twee</p>');
    expect(lines(view).slice(0, 3)).toEqual(['heading: Kop', 'een', 'twee']);
  });

  it('an empty paragraph gives way, a selection is replaced', () => {
    const { view } = edit();
    caretIn(view, 'leeg', 0);
    pasteIn(view, '<h2>Titel</h2><p>tekst</p>');
    expect(lines(view).slice(1, 4)).toEqual(['voor na', 'heading: Titel', 'tekst']);
    caretIn(view, 'zin', 0, 7);
    pasteIn(view, '<p>anders</p>');
    expect(lines(view)[1]).toBe('anders');
  });

  it('a table over a table fills its cells; other tables come into a cell as their words', () => {
    const { view } = edit();
    caretIn(view, 'c1-b', 0);
    pasteIn(view, '<table><tr><td>een</td><td>twee</td></tr></table>');
    expect(lines(view)).toContain('|een|twee|');
    const { view: other } = edit();
    caretIn(other, 'c2-b', 0);
    const lost = pasteIn(other, '<p>zie</p><table><tr><td>a</td><td>b</td></tr></table>');
    expect(lost).toEqual([{ kind: 'nested-table', count: 1 }]);
    expect(lines(other)).toContain('|links|zie/a/b/rechts|');
  });

  it('every pasted part has an id of its own, and one undo takes all of it away', () => {
    const { view, ydoc } = edit();
    caretIn(view, 'zin', 0);
    type(view, 'x');
    const before = JSON.stringify(readDraft(ydoc));
    const html = '<h2>Titel</h2><table><tr><td>een</td><td>twee</td></tr></table><p>tekst</p>';
    pasteIn(view, html);
    pasteIn(view, html);
    const ids: string[] = [];
    view.state.doc.descendants((node) => {
      if ('id' in node.attrs) ids.push(node.attrs['id'] as string);
    });
    expect(new Set(ids).size).toBe(ids.length);
    undo(view.state);
    undo(view.state);
    expect(JSON.stringify(readDraft(ydoc))).toBe(before);
  });

  it('says what it left out', () => {
    const { view } = edit();
    caretIn(view, 'leeg', 0);
    expect(pasteIn(view, '<p style="color:red">rood<img src="https://elders.example/a.png"></p>')).toEqual([
      { kind: 'colour', count: 1 },
      { kind: 'image', count: 1 },
    ]);
    expect(nl.pasting.pasted([nl.pasting.lost.image(2), nl.pasting.lost.colour(1)])).toBe(
      'Geplakt. Niet meegenomen: 2 afbeeldingen, kleuren.',
    );
  });
});
