// @vitest-environment happy-dom
import { type DocumentJson, FRAGMENT, schema } from '@draagvlak/document';
import { initialUpdate, readDraft } from '@draagvlak/document/yjs';
import { nl } from '@draagvlak/wording';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { undo } from 'y-prosemirror';
import { Awareness } from 'y-protocols/awareness';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { DraftSession } from './draft-session.ts';
import { createEditor } from './editor.ts';
import { paste } from './pasted.ts';
import { findById } from './place.ts';

const block = (id: string, text: string, more: Record<string, unknown> = {}) => ({
  type: 'block',
  attrs: { ...schema.nodes.block.create().attrs, id, ...more },
  ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
});
const cell = (id: string, text: string) => ({
  type: 'cell',
  attrs: { id, column: `k-${id.at(-1)}`, header: false, colspan: 1, rowspan: 1, colwidth: null },
  content: [block(`${id}-b`, text)],
});
const START = {
  type: 'doc',
  content: [
    block('kop', 'Kop', { role: 'heading', level: 1 }),
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
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, initialUpdate(START));
  const view = createEditor({
    mount: document.body.appendChild(document.createElement('div')),
    session: {
      ydoc,
      fragment: ydoc.getXmlFragment(FRAGMENT),
      awareness: new Awareness(ydoc),
      loaded: true,
      ended: null,
      standIn: () => {},
    } as unknown as DraftSession,
    label: 'werktekst',
    words: nl.writing.editor,
    guidanceOf: () => null,
    mayWrite: () => true,
    onUpdate: () => {},
    onMeasure: () => {},
    editLink: () => {},
    editMeasure: () => {},
  });
  open.push(view);
  return { view, ydoc };
}

function caret(view: EditorView, id: string, from: number, to = from): void {
  const place = findById(view.state.doc, id);
  if (place === null) throw new Error(`no ${id}`);
  const at = place.pos + 1;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at + from, at + to)));
}
const pasteIn = (view: EditorView, html: string) => paste(view, html, new Event('paste'));
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
    caret(view, 'zin', 5);
    pasteIn(view, '<p>het <b>midden</b> </p>');
    type(view, '!');
    expect(lines(view)[1]).toBe('voor het midden!na');
  });

  it('several paragraphs join what stands before and after them', () => {
    const { view } = edit();
    caret(view, 'zin', 5);
    pasteIn(view, '<p>een</p><p>twee</p><p>drie</p>');
    type(view, '!');
    expect(lines(view).slice(1, 4)).toEqual(['voor een', 'twee', 'drie!na']);
  });

  it('headings and items stay what they are, wherever they land', () => {
    const { view } = edit();
    caret(view, 'zin', 5);
    pasteIn(view, '<h2>Titel</h2><ul><li>punt</li></ul>');
    expect(lines(view).slice(1, 5)).toEqual(['voor ', 'heading: Titel', 'bullet: punt', 'na']);
  });

  it('paragraphs behind a heading do not become part of it', () => {
    const { view } = edit();
    caret(view, 'kop', 3);
    pasteIn(view, '<p>een</p><p>twee</p>');
    expect(lines(view).slice(0, 3)).toEqual(['heading: Kop', 'een', 'twee']);
  });

  it('an empty paragraph gives way, a selection is replaced', () => {
    const { view } = edit();
    caret(view, 'leeg', 0);
    pasteIn(view, '<h2>Titel</h2><p>tekst</p>');
    expect(lines(view).slice(1, 4)).toEqual(['voor na', 'heading: Titel', 'tekst']);
    caret(view, 'zin', 0, 7);
    pasteIn(view, '<p>anders</p>');
    expect(lines(view)[1]).toBe('anders');
  });

  it('a table over a table fills its cells; other tables come into a cell as their words', () => {
    const { view } = edit();
    caret(view, 'c1-b', 0);
    pasteIn(view, '<table><tr><td>een</td><td>twee</td></tr></table>');
    expect(lines(view)).toContain('|een|twee|');
    const { view: other } = edit();
    caret(other, 'c2-b', 0);
    const lost = pasteIn(other, '<p>zie</p><table><tr><td>a</td><td>b</td></tr></table>');
    expect(lost).toEqual([{ kind: 'nested-table', count: 1 }]);
    expect(lines(other)).toContain('|links|zie/a/b/rechts|');
  });

  it('every pasted part has an id of its own, and one undo takes all of it away', () => {
    const { view, ydoc } = edit();
    caret(view, 'zin', 0);
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
    caret(view, 'leeg', 0);
    expect(pasteIn(view, '<p style="color:red">rood<img src="https://elders.example/a.png"></p>')).toEqual([
      { kind: 'colour', count: 1 },
      { kind: 'image', count: 1 },
    ]);
    expect(nl.pasting.pasted([nl.pasting.lost.image(2), nl.pasting.lost.colour(1)])).toBe(
      'Geplakt. Niet meegenomen: 2 afbeeldingen, kleuren.',
    );
  });
});
