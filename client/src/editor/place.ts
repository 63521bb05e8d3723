import type { Node } from 'prosemirror-model';

/** A node with the position before it. */
export interface Placed {
  readonly node: Node;
  readonly pos: number;
}

/** The block, table, row, cell, image or footnote with this id. */
export function findById(doc: Node, id: string): Placed | null {
  let found: Placed | null = null;
  doc.descendants((node, pos) => {
    if (found !== null) return false;
    if (node.attrs['id'] === id) found = { node, pos };
    return !node.isText;
  });
  return found;
}

/** The innermost text block around a position, cells included; a footnote is no block. */
export function blockAt(doc: Node, pos: number): Placed | null {
  const $pos = doc.resolve(pos);
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    if ($pos.node(depth).type.name === 'block') return { node: $pos.node(depth), pos: $pos.before(depth) };
  }
  return null;
}

/** Every text block that a range touches, in order. */
export function blocksBetween(doc: Node, from: number, to: number): Placed[] {
  const blocks: Placed[] = [];
  doc.nodesBetween(from, to, (node, pos) => {
    if (node.type.name !== 'block') return true;
    blocks.push({ node, pos });
    return false;
  });
  return blocks;
}

/**
 * Position of an offset within a block: offsets count UTF-16 units with an inline leaf as one, positions count a
 * footnote with its words. An offset past the end gives the end.
 */
export function positionIn(block: Placed, offset: number): number {
  let pos = block.pos + 1;
  let left = offset;
  for (let index = 0; index < block.node.childCount && left > 0; index += 1) {
    const child = block.node.child(index);
    const units = child.isText ? child.nodeSize : 1;
    if (child.isText && left < units) return pos + left;
    pos += child.nodeSize;
    left -= units;
  }
  return pos;
}
