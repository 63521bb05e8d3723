import { schema } from '@draagvlak/document';
import { type Command, type EditorState, NodeSelection, TextSelection } from 'prosemirror-state';
import { blockAt, findById } from './place.ts';

/** Whether a reference can stand at the caret: in the words of a block, not in a footnote. */
export const canRefer = (state: EditorState): boolean =>
  isReference(state) || (blockAt(state.doc, state.selection.from) !== null && inBlock(state));

const inBlock = (state: EditorState) =>
  state.selection.$from.parent.type.name === 'block' && state.selection.$to.parent.type.name === 'block';

const isReference = ({ selection }: EditorState) =>
  selection instanceof NodeSelection && selection.node.type.name === 'reference';

/** The id that the selected reference, or the one directly before or behind the caret, points to. */
export function referenceAtCaret(state: EditorState): string | null {
  const { selection } = state;
  const near = selection instanceof NodeSelection ? [selection.node] : [];
  if (selection.empty && selection instanceof TextSelection) {
    const { nodeBefore, nodeAfter } = selection.$from;
    if (nodeBefore !== null) near.push(nodeBefore);
    if (nodeAfter !== null) near.push(nodeAfter);
  }
  const found = near.find((node) => node.type.name === 'reference');
  return found === undefined ? null : (found.attrs['target'] as string);
}

/** Puts a reference behind the selected words, or points the selected one elsewhere. What it says is never text. */
export function insertReference(target: string): Command {
  return (state, dispatch) => {
    if (!canRefer(state)) return false;
    const node = schema.nodes.reference.create({ target });
    const { tr, selection } = state;
    if (isReference(state)) {
      tr.replaceWith(selection.from, selection.to, node);
    } else {
      const { $to, to } = selection;
      const before = $to.parent.textBetween(0, $to.parentOffset, undefined, ' ');
      // Joined to the word before it, a number could not be read.
      const glue = /[\p{L}\p{N}.,;:]$/u.test(before) ? [schema.text(' '), node] : [node];
      tr.insert(to, glue);
      tr.setSelection(TextSelection.create(tr.doc, to + glue.reduce((size, one) => size + one.nodeSize, 0)));
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Removes the reference that is selected or stands directly at the caret. */
export const removeReference: Command = (state, dispatch) => {
  const { selection } = state;
  const { nodeBefore, nodeAfter } = selection.$from;
  const isOne = (node: typeof nodeBefore) => node?.type.name === 'reference';
  const from = isReference(state) || isOne(nodeAfter) ? selection.from : isOne(nodeBefore) ? selection.from - 1 : null;
  if (from === null) return false;
  dispatch?.(state.tr.delete(from, from + 1));
  return true;
};

/** Takes the caret to what the reference at the caret points to. */
export const followReference: Command = (state, dispatch) => {
  const target = referenceAtCaret(state);
  const place = target === null ? null : findById(state.doc, target);
  if (place === null) return false;
  dispatch?.(state.tr.setSelection(TextSelection.near(state.doc.resolve(place.pos + 1))).scrollIntoView());
  return true;
};
