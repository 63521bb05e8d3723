import { type EditorState, Plugin, TextSelection } from 'prosemirror-state';
import { isFromShared, isUndo } from './origin.ts';
import { blockAt, findById } from './place.ts';

/** Where a position stands in the state that follows, when its block went elsewhere as it was. */
function along(before: EditorState, after: EditorState, was: number, now: number): number | null {
  const block = blockAt(before.doc, was);
  const id = block?.node.attrs['id'] as string | null | undefined;
  if (block === null || id == null || blockAt(after.doc, now)?.node.attrs['id'] === id) return null;
  const place = findById(after.doc, id);
  return place === null || !place.node.eq(block.node) ? null : place.pos + (was - block.pos);
}

/**
 * A colleague moves the part that one writes in: the caret goes along. To the shared document a move takes text out and
 * puts it in again, which would leave the caret behind, and what is typed next in a neighbour's text.
 */
export const caretAlong = (): Plugin =>
  new Plugin({
    appendTransaction: (transactions, before, after) => {
      if (!transactions.some((tr) => tr.docChanged && isFromShared(tr) && !isUndo(tr))) return null;
      if (!(before.selection instanceof TextSelection)) return null;
      const head = along(before, after, before.selection.head, after.selection.head);
      if (head === null) return null;
      const anchor = before.selection.empty
        ? head
        : (along(before, after, before.selection.anchor, after.selection.anchor) ?? head);
      return after.tr.setSelection(TextSelection.create(after.doc, anchor, head)).setMeta('addToHistory', false);
    },
  });
