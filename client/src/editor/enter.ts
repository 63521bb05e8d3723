import type { BlockAttributes } from '@draagvlak/document';
import { splitBlockAs } from 'prosemirror-commands';
import { type Command, TextSelection } from 'prosemirror-state';
import { reshaped, setBlockType, shift } from './block-commands.ts';
import { blockAt } from './place.ts';

/** Roles of which the next one is as a rule the same again. */
const CONTINUES: ReadonlySet<string> = new Set(['item', 'requirement', 'definition', 'quote', 'paragraph']);

const split = splitBlockAs((node, atEnd) => {
  const attributes = node.attrs as BlockAttributes;
  // The new half is a new block: what was measured, defined or asked for by the template stays with the first.
  const fresh = {
    ...attributes,
    id: null,
    slot: null,
    term: null,
    quantity: null,
    comparator: null,
    value: null,
    unit: null,
  };
  if (atEnd && !CONTINUES.has(attributes.role)) return { type: node.type, attrs: reshaped(fresh, 'text') };
  return { type: node.type, attrs: fresh };
});

/** Enter: ends a list or a row of requirements on an empty one, else splits the block. */
export const enter: Command = (state, dispatch, view) => {
  const { selection } = state;
  const { $from } = selection;
  const block = blockAt(state.doc, $from.pos);
  if (block === null) return false;
  const { role, indent } = block.node.attrs as BlockAttributes;
  if (selection.empty && block.node.content.size === 0 && role !== 'paragraph') {
    if (role === 'item' && indent > 0) return shift(-1)(state, dispatch);
    return setBlockType('text')(state, dispatch);
  }
  return split(state, dispatch, view);
};

/** Backspace at the start of a block first takes its role away, and joins only what is plain text. */
export const backspaceAtStart: Command = (state, dispatch) => {
  const { selection } = state;
  if (!(selection instanceof TextSelection) || selection.$cursor === null) return false;
  const { $cursor } = selection;
  if ($cursor.parent.type.name !== 'block' || $cursor.parentOffset > 0) return false;
  const { role, indent } = $cursor.parent.attrs as BlockAttributes;
  if (indent > 0) return shift(-1)(state, dispatch);
  return role === 'paragraph' ? false : setBlockType('text')(state, dispatch);
};

/** A new line within the block. */
export const lineBreak: Command = (state, dispatch) => {
  const type = state.schema.nodes['break'];
  if (type === undefined || blockAt(state.doc, state.selection.from) === null) return false;
  if (state.selection.$from.parent.type.name !== 'block') return false;
  dispatch?.(state.tr.replaceSelectionWith(type.create()).scrollIntoView());
  return true;
};
