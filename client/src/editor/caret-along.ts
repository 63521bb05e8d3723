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

type Beside = readonly [before: string, behind: string];

/** The letters directly before and behind a position, within its block. */
function beside(doc: Node, pos: number): Beside {
  const { parent, parentOffset: at } = doc.resolve(pos);
  const words = (from: number, to: number) =>
    parent.textBetween(Math.max(0, from), Math.min(parent.content.size, to), '', '\ufffc');
  return [words(at - 2, at), words(at, at + 2)];
}

/** Whether a position stands at these letters. */
function standsAt(doc: Node, pos: number, [left, right]: Beside): boolean {
  const [before, behind] = beside(doc, pos);
  return (
    (before !== '' && left.endsWith(before)) ||
    (behind !== '' && right.startsWith(behind)) ||
    left + right === before + behind
  );
}

/**
 * Where a position stands in the state that follows, when its words went elsewhere: with their block, behind its end
 * in a new one, or to the end of the one before. What the author typed just then may not be there yet.
 */
function along({ doc }: EditorState, after: EditorState, was: number, now: number, words: Beside): number | null {
  const block = blockAt(doc, was);
  const id = block?.node.attrs['id'] as string | null | undefined;
  if (block === null || id == null) return null;
  const offset = was - block.pos - 1;
  const fits = (pos: number): boolean => standsAt(after.doc, pos, words);
  const here = blockAt(after.doc, now)?.node.attrs['id'] === id;
  if (here && fits(now)) return null;
  const place = findById(after.doc, id);
  if (place === null) {
    const before = blockAt(doc, Math.max(0, block.pos - 1));
    const joined = before && findById(after.doc, before.node.attrs['id'] as string);
    const start = joined === null ? -1 : joined.node.content.size - block.node.content.size;
    const pos = joined === null || start < 0 ? null : joined.pos + 1 + start + offset;
    return pos !== null && fits(pos) ? pos : null;
  }
  const inPlace = place.pos + 1 + sameOffset(block.node, place.node, offset);
  if (fits(inPlace)) return inPlace;
  const piece = splitFrom(doc, after.doc, place, block.node);
  const inPiece = piece && piece.pos + 1 + Math.max(0, piece.node.content.size - (block.node.content.size - offset));
  if (inPiece !== null && fits(inPiece)) return inPiece;
  return here ? null : inPlace;
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
export const caretAlong = (): Plugin => {
  // The letters that the caret stood at and that did not come along yet; they come a moment later, behind the rest.
  let missed: { readonly at: number; readonly words: Beside } | null = null;
  return new Plugin({
    appendTransaction: (transactions, before, after) => {
      if (!transactions.some((tr) => tr.docChanged && isFromShared(tr) && !isUndo(tr))) {
        if (transactions.some((tr) => tr.docChanged)) missed = null;
        return null;
      }
      if (!(before.selection instanceof TextSelection)) return null;
      const was = before.selection.head;
      const words = missed?.at === was ? missed.words : beside(before.doc, was);
      const head = along(before, after, was, after.selection.head, words);
      const at = head ?? after.selection.head;
      missed = standsAt(after.doc, at, words) ? null : { at, words };
      if (head === null) return null;
      const anchor = before.selection.empty
        ? head
        : (along(
            before,
            after,
            before.selection.anchor,
            after.selection.anchor,
            beside(before.doc, before.selection.anchor),
          ) ?? head);
      return after.tr.setSelection(TextSelection.create(after.doc, anchor, head)).setMeta('addToHistory', false);
    },
  });
};
