import { type Definition, definitionsOf, termFinder, type TermUse } from '@draagvlak/document';
import { type EditorState, TextSelection } from 'prosemirror-state';
import { derived } from './derived.ts';
import { textOf } from './find-text.ts';
import { blockAt, findById } from './place.ts';

type Find = (text: string) => readonly TermUse[];

/** Definitions come and go with what is marked in the text, which is far more seldom than a letter or a paragraph. */
const finders = new WeakMap<object, Find>();

function finderOf(state: EditorState): Find {
  const known = derived(state);
  let find = finders.get(known.marked);
  if (find === undefined) finders.set(known.marked, (find = termFinder(definitionsOf(known.document, known.outline))));
  return find;
}

/** The term the caret is in, as the document explains it now; `null` elsewhere, and within an explanation itself. */
export function termAtCaret(state: EditorState): Pick<Definition, 'term' | 'meaning'> | null {
  const { selection } = state;
  if (!(selection instanceof TextSelection)) return null;
  const block = blockAt(state.doc, selection.from);
  if (block === null || block.node.attrs['role'] === 'definition') return null;
  const [from, to] = [selection.from - block.pos - 1, selection.to - block.pos - 1];
  const use = finderOf(state)(textOf(block.node)).find((one) => one.from <= from && to <= one.to);
  const explained = use === undefined ? null : findById(state.doc, use.definition.id);
  if (explained === null || use === undefined) return null;
  if (explained.node.type.name !== 'cell' && explained.node.attrs['role'] !== 'definition') return null;
  // Within the row of a table of terms the explanation is there already.
  const row = state.doc.resolve(explained.pos);
  if (explained.node.type.name === 'cell' && row.start() <= selection.from && selection.from <= row.end()) return null;
  return { term: use.definition.term, meaning: explained.node.textBetween(0, explained.node.content.size, ' ') };
}
