import type { Node } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import { changed } from './changed.ts';
import { isFromShared } from './origin.ts';

/** Blocks whose words or attributes differ, by id; cells and their tables by the block in them. */
function editedBlocks(before: Node, after: Node): string[] {
  const differs = changed(before, after);
  if (differs === null) return [];
  const blocksOf = (doc: Node, start: number, end: number): Node[] => {
    const blocks: Node[] = [];
    const take = (node: Node) => {
      if (node.type.name === 'block') blocks.push(node);
      else node.forEach(take);
    };
    for (let index = start; index < end; index += 1) take(doc.child(index));
    return blocks;
  };
  const old = new Map<unknown, Node>();
  for (const block of blocksOf(before, differs.start, differs.beforeEnd)) old.set(block.attrs['id'], block);
  return blocksOf(after, differs.start, differs.afterEnd).flatMap((block) => {
    const id = block.attrs['id'] as string | null;
    return id !== null && !(old.get(id)?.eq(block) ?? false) ? [id] : [];
  });
}

/** Tells which blocks the author's own edits touch. */
export function editedPlugin(onEdited: (nodes: readonly string[]) => void): Plugin {
  return new Plugin({
    state: {
      init: () => null,
      apply: (tr, value, before, after) => {
        if (tr.docChanged && !isFromShared(tr)) onEdited(editedBlocks(before.doc, after.doc));
        return value;
      },
    },
  });
}
