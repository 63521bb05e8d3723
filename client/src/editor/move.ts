import type { Node } from 'prosemirror-model';
import { type EditorState, TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { ySyncPluginKey, yUndoPluginKey } from 'y-prosemirror';
import type * as Y from 'yjs';
import { derived } from './derived.ts';
import { moving } from './mass-deletion.ts';

/** A run of top-level nodes, by index: from (included) to (excluded). */
export interface Run {
  readonly from: number;
  readonly to: number;
}

const positionOf = (doc: Node, index: number) => {
  let pos = 0;
  for (let at = 0; at < index; at += 1) pos += doc.child(at).nodeSize;
  return pos;
};

/** The top-level nodes of the section that this heading opens, subsections included. */
export function sectionRun(state: EditorState, heading: string): Run | null {
  const section = derived(state).outline.section(heading);
  return section === undefined ? null : { from: section.start, to: section.end };
}

/**
 * Moves top-level nodes to before the node with index `before`.
 *
 * One ProseMirror transaction that deletes and inserts would make y-prosemirror rewrite a third of the rest of the
 * document; two, inside one Yjs transaction of the binding's own origin, cost only what moves and undo as one step.
 */
export function moveRun(view: EditorView, run: Run, before: number): boolean {
  if (run.from >= run.to || (before >= run.from && before <= run.to)) return false;
  const { doc } = view.state;
  const start = positionOf(doc, run.from);
  const end = positionOf(doc, run.to);
  const target = positionOf(doc, before);
  const nodes = doc.slice(start, end).content;
  const { anchor, head } = view.state.selection;
  const inside = anchor >= start && anchor <= end && head >= start && head <= end;
  const landing = target > start ? target - (end - start) : target;

  const sync = ySyncPluginKey.getState(view.state) as { doc: Y.Doc };
  const undo = yUndoPluginKey.getState(view.state) as { undoManager: Y.UndoManager } | undefined;
  undo?.undoManager.stopCapturing();
  sync.doc.transact(() => {
    view.dispatch(moving(view.state.tr.delete(start, end)));
    const { tr } = view.state;
    tr.insert(landing, nodes);
    if (inside) {
      const shiftBy = landing - start;
      tr.setSelection(TextSelection.between(tr.doc.resolve(anchor + shiftBy), tr.doc.resolve(head + shiftBy)));
    }
    view.dispatch(tr.scrollIntoView());
  }, ySyncPluginKey);
  undo?.undoManager.stopCapturing();
  return true;
}

/** Moves a section with everything in it to before another heading, or to the end. */
export function moveSection(view: EditorView, heading: string, beforeHeading: string | null): boolean {
  const run = sectionRun(view.state, heading);
  if (run === null) return false;
  const before = beforeHeading === null ? view.state.doc.childCount : sectionRun(view.state, beforeHeading)?.from;
  return before === undefined ? false : moveRun(view, run, before);
}

/** Moves a section past its neighbour of the same level, within the same parent. */
export function moveSectionBy(view: EditorView, heading: string, by: 1 | -1): boolean {
  const { outline } = derived(view.state);
  const section = outline.section(heading);
  if (section === undefined) return false;
  const siblings = outline.sections.filter(({ parent }) => parent === section.parent);
  const index = siblings.findIndex(({ id }) => id === heading);
  const neighbour = siblings[index + by];
  if (neighbour === undefined) return false;
  return moveRun(view, { from: section.start, to: section.end }, by < 0 ? neighbour.start : neighbour.end);
}

/** Alt+arrow: a heading takes its section along, any other block or table moves alone. */
export function moveHere(view: EditorView, by: 1 | -1): boolean {
  const { $from, $to } = view.state.selection;
  const from = $from.index(0);
  const heading = view.state.doc.maybeChild(from);
  if (heading?.attrs['role'] === 'heading' && typeof heading.attrs['id'] === 'string') {
    return moveSectionBy(view, heading.attrs['id'], by);
  }
  const to = $to.indexAfter(0);
  const before = by < 0 ? from - 1 : to + 1;
  if (before < 0 || before > view.state.doc.childCount) return false;
  return moveRun(view, { from, to }, before);
}
