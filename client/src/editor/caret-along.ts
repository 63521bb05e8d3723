import type { Node } from 'prosemirror-model';
import { type EditorState, Plugin, TextSelection } from 'prosemirror-state';
import { isFromShared, isUndo } from './origin.ts';
import { blockAt, findById, type Placed } from './place.ts';

/** The offset in the words of one block that an offset in another's is, where the two differ in one place. */
function sameOffset(was: Node, now: Node, offset: number): number {
  const start = was.content.findDiffStart(now.content) ?? offset;
  if (offset <= start) return offset;
  const end = was.content.findDiffEnd(now.content);
  return end === null || offset < end.a ? start : offset - end.a + end.b;
}

/**
 * Where a position stands in the state that follows, when its words went elsewhere: with their block, behind its end
 * in a new one, or to the end of the one before. What the author typed just then may not be there yet.
 */
function along({ doc }: EditorState, after: EditorState, was: number, now: number): number | null {
  const block = blockAt(doc, was);
  const id = block?.node.attrs['id'] as string | null | undefined;
  if (block === null || id == null) return null;
  const offset = was - block.pos - 1;
  const place = findById(after.doc, id);
  if (place === null) {
    const before = blockAt(doc, Math.max(0, block.pos - 1));
    const joined = before && findById(after.doc, before.node.attrs['id'] as string);
    const start = joined === null ? 0 : joined.node.content.size - block.node.content.size;
    return joined?.node.textContent.endsWith(block.node.textContent) && block.node.content.size > 0
      ? joined.pos + 1 + start + offset
      : null;
  }
  const rest = offset - place.node.content.size;
  const piece = rest > 0 ? splitFrom(doc, after.doc, place, block.node) : null;
  if (piece !== null) return piece.pos + 1 + Math.min(rest, piece.node.content.size);
  if (blockAt(after.doc, now)?.node.attrs['id'] === id) return null;
  return place.pos + 1 + sameOffset(block.node, place.node, offset);
}

/** The new block behind another that holds the end of what that one was. */
function splitFrom(before: Node, after: Node, place: Placed, was: Node): Placed | null {
  const pos = place.pos + place.node.nodeSize;
  const node = after.nodeAt(pos);
  const words = node?.textContent ?? '';
  if (node?.type !== was.type || words === '' || !was.textContent.endsWith(words)) return null;
  return findById(before, node.attrs['id'] as string) === null ? { node, pos } : null;
}

/**
 * A colleague moves, splits or joins the part that one writes in: the caret goes along with its words. To the shared
 * document that takes text out and puts it in again, which would leave the caret behind, and what is typed next in a
 * neighbour's text.
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
