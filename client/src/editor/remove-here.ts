import { schema } from '@draagvlak/document';
import { type Command, Selection } from 'prosemirror-state';
import { sectionRun } from './move.ts';

/**
 * Takes away the paragraphs or tables that the selection touches; at a heading its section with all in it, as Alt+arrow
 * moves it; within a cell the paragraphs in that cell.
 */
export const removeHere: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  const { doc, tr } = state;
  if (doc.childCount === 0) return false;
  // What holds the paragraphs: a cell, else the document.
  let depth = $from.sharedDepth($to.pos);
  while (depth > 0 && $from.node(depth).type.name !== 'cell') depth -= 1;
  const holder = $from.node(depth);
  const start = $from.start(depth);
  let [first, behind] = [$from.index(depth), $to.indexAfter(depth)];
  const heading = depth === 0 ? holder.maybeChild(first) : null;
  if (heading?.attrs['role'] === 'heading' && behind === first + 1) {
    const run = sectionRun(state, heading.attrs['id'] as string);
    if (run !== null) [first, behind] = [run.from, run.to];
  }
  const place = (index: number) => {
    let pos = start;
    for (let at = 0; at < index; at += 1) pos += holder.child(at).nodeSize;
    return pos;
  };
  const from = place(first);
  const all = first === 0 && behind === holder.childCount;
  // A cell, and a document, keep a line to type on.
  if (all) tr.replaceWith(from, place(behind), schema.nodes.block.create());
  else tr.delete(from, place(behind));
  tr.setSelection(Selection.near(tr.doc.resolve(Math.min(from + 1, tr.doc.content.size)), 1));
  dispatch?.(tr.scrollIntoView());
  return true;
};
