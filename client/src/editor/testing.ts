import { type DocumentJson, FRAGMENT, type Role, schema } from '@draagvlak/document';
import { initialUpdate } from '@draagvlak/document/yjs';
import { nl } from '@draagvlak/wording';
import { type Command, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { DraftSession } from './draft-session.ts';
import { createEditor, type EditorOptions } from './editor.ts';
import { findById } from './place.ts';
import { furnish } from './rest.ts';

/** Drafts for the tests of the editor: real documents, the real binding, a line that is a function call. */

export const block = (id: string, text: string, role: Role = 'paragraph', more: Record<string, unknown> = {}) => ({
  type: 'block',
  attrs: { ...schema.nodes.block.create().attrs, id, role, ...more },
  ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
});
export const heading = (id: string, text: string, level = 1) => block(id, text, 'heading', { level });
export const doc = (...content: unknown[]) => ({ type: 'doc', content }) as unknown as DocumentJson;

/** What the editor needs of a session, over a document that lives in this process. */
function sessionOn(ydoc: Y.Doc): DraftSession {
  return {
    ydoc,
    fragment: ydoc.getXmlFragment(FRAGMENT),
    awareness: new Awareness(ydoc),
    loaded: true,
    ended: null,
    standIn: () => {},
  } as unknown as DraftSession;
}

/** What an editor on a draft is made with. */
export const optionsFor = (ydoc: Y.Doc, options: Partial<EditorOptions> = {}): EditorOptions => ({
  mount: document.body.appendChild(document.createElement('div')),
  session: sessionOn(ydoc),
  label: 'werktekst',
  words: nl.writing.editor,
  guidanceOf: () => null,
  mayWrite: () => true,
  onUpdate: () => {},
  onMeasure: () => {},
  editLink: () => {},
  editMeasure: () => {},
  ...options,
});

/** Opens an editor on a draft, with all that belongs to it; the caller destroys it. */
export function edit(ydoc: Y.Doc, options: Partial<EditorOptions> = {}): EditorView {
  const all = optionsFor(ydoc, options);
  const view = createEditor(all);
  furnish(view, all, nl.writing.editor);
  return view;
}

export function draft(start: DocumentJson): Y.Doc {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, initialUpdate(start));
  return ydoc;
}

/** Two drafts whose updates travel on `meet`, as with a slow line. */
export function pair(start: DocumentJson): { a: Y.Doc; b: Y.Doc; meet: () => void } {
  const a = draft(start);
  const b = new Y.Doc();
  const meet = () => {
    const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
    Y.applyUpdate(a, fromB, 'line');
    Y.applyUpdate(b, fromA, 'line');
  };
  meet();
  return { a, b, meet };
}

export const caretIn = (view: EditorView, id: string, offset = 0, to = offset) => {
  const place = findById(view.state.doc, id);
  if (place === null) throw new Error(`no ${id}`);
  const at = place.pos + 1;
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at + offset, at + to)));
};
export const type = (view: EditorView, text: string) => view.dispatch(view.state.tr.insertText(text));
export const run = (view: EditorView, command: Command): boolean =>
  command(view.state, (tr) => view.dispatch(tr), view);
export const words = (view: EditorView, id: string) => findById(view.state.doc, id)?.node.textContent;
