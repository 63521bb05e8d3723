import { schema } from '@draagvlak/document';
import type { Node } from 'prosemirror-model';
import { type Command, type EditorState, TextSelection } from 'prosemirror-state';

/** The table around the caret. */
export function tableAt(state: EditorState): { readonly node: Node; readonly pos: number } | null {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).type.name === 'table') return { node: $from.node(depth), pos: $from.before(depth) };
  return null;
}

/** Ctrl+Enter: on with the text behind the table, also where the document ends with it. */
export const behindTable: Command = (state, dispatch) => {
  const table = tableAt(state);
  if (table === null) return false;
  const after = table.pos + table.node.nodeSize;
  const next = state.doc.nodeAt(after);
  const { tr } = state;
  const free = next?.type.name === 'block' && next.content.size === 0 && next.attrs['role'] === 'paragraph';
  if (!free) tr.insert(after, schema.nodes.block.create());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  return true;
};
