import { schema } from '@draagvlak/document';
import type { Node } from 'prosemirror-model';
import type { Transaction } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { ySyncPluginKey, yUndoPluginKey } from 'y-prosemirror';
import type * as Y from 'yjs';

/** A stretch of text within one block or footnote, and what it becomes. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const isHalf = (text: string, at: number): boolean => /[\uDC00-\uDFFF]/.test(text.charAt(at));

/** Changes only the letters that differ; the new ones take the marks of the first that was replaced. */
function replaceOne(tr: Transaction, from: number, to: number, text: string): void {
  const old = tr.doc.textBetween(from, to);
  let start = 0;
  while (start < old.length && start < text.length && old[start] === text[start]) start += 1;
  if (start > 0 && (isHalf(old, start) || isHalf(text, start))) start -= 1;
  let end = 0;
  const most = Math.min(old.length, text.length) - start;
  while (end < most && old.at(-1 - end) === text.at(-1 - end)) end += 1;
  if (end > 0 && isHalf(old, old.length - end)) end -= 1;
  const marks = tr.doc.nodeAt(Math.min(from + start, to - 1))?.marks ?? [];
  const letters = text.slice(start, text.length - end);
  if (letters !== '') tr.replaceWith(from + start, to - end, schema.text(letters, marks));
  else if (from + start < to - end) tr.delete(from + start, to - end);
}

/** The block or footnote around a position: the binding compares its text as a whole. */
const holderAt = (doc: Node, pos: number): number => doc.resolve(pos).start();

/**
 * Replaces all of these as one step of undo.
 *
 * The binding compares the text of a block from both ends, so two changes in one block at once would rewrite the words
 * between them: their anchors would slip and their author would change. So each block changes once per transaction, and
 * all transactions are one in the shared document.
 *
 * @returns how many stretches were replaced
 */
export function replaceAll(view: EditorView, wanted: readonly Replacement[]): number {
  let left = wanted.filter(({ from, to }) => from < to).toSorted((one, two) => one.from - two.from);
  const count = left.length;
  if (count === 0) return 0;
  const sync = ySyncPluginKey.getState(view.state) as { doc: Y.Doc };
  const undo = yUndoPluginKey.getState(view.state) as { undoManager: Y.UndoManager } | undefined;
  undo?.undoManager.stopCapturing();
  sync.doc.transact(() => {
    while (left.length > 0) {
      const { tr } = view.state;
      const touched = new Set<number>();
      const later: Replacement[] = [];
      // from the end, so that what stands before keeps its place
      for (const one of left.toReversed()) {
        const holder = holderAt(tr.doc, one.from);
        if (touched.has(holder)) later.push(one);
        else replaceOne(tr, one.from, one.to, one.text);
        touched.add(holder);
      }
      left = later
        .toReversed()
        .map(({ from, to, text }) => ({ from: tr.mapping.map(from, 1), to: tr.mapping.map(to, -1), text }));
      view.dispatch(tr);
    }
  }, ySyncPluginKey);
  undo?.undoManager.stopCapturing();
  return count;
}
