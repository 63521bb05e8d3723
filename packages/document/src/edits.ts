import { Fragment, type Mark, Node, type NodeType } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import type { BlockAttributes, TopJson } from './json.ts';
import { schema } from './schema.ts';

/**
 * Edits that name what they change by id, for code that has no editor: the server applying a text proposal, the demo
 * rewriting a concept, tests. All work on a Transform and change nothing but what they say; offsets count as
 * `inlineText` does.
 */

/** A node of the document with its position. */
export interface Found {
  readonly node: Node;
  readonly pos: number;
}

/** The node that carries this id; null when there is none. The first in reading order, should it occur twice. */
export function findById(document: Node, id: string): Found | null {
  let found: Found | null = null;
  document.descendants((node, pos) => {
    if (!found && node.attrs['id'] === id) found = { node, pos };
    return !found;
  });
  return found;
}

function need(tr: Transform, id: string): Found {
  const found = findById(tr.doc, id);
  if (!found) throw new RangeError(`nothing with id ${id} in this document`);
  return found;
}

function needBlock(tr: Transform, id: string): Found {
  const found = need(tr, id);
  if (found.node.type !== schema.nodes['block']) throw new RangeError(`${id} is not a text block`);
  return found;
}

/**
 * Position in the document of an offset in a block's own text: an inline leaf counts one there, and its node size here.
 */
export function positionIn(block: Found, offset: number): number {
  let rest = offset;
  let position = block.pos + 1;
  for (const child of block.node.content.content) {
    const units = child.isText ? child.nodeSize : 1;
    if (rest < units) return position + (child.isText ? rest : 0);
    rest -= units;
    position += child.nodeSize;
  }
  if (rest > 0) throw new RangeError(`offset ${offset} lies outside the block`);
  return position;
}

/** Replaces a stretch of a block's text. The new text takes the marks that the old stretch has throughout. */
export function replaceText(tr: Transform, block: string, from: number, to: number, text: string): void {
  if (from > to) throw new RangeError(`from ${from} lies behind to ${to}`);
  const found = needBlock(tr, block);
  const start = positionIn(found, from);
  const end = positionIn(found, to);
  if (text === '') {
    if (end > start) tr.delete(start, end);
    return;
  }
  const marks = start === end ? tr.doc.resolve(start).marks() : sharedMarks(tr.doc, start, end);
  tr.replaceWith(start, end, schema.text(text, marks));
}

function sharedMarks(document: Node, from: number, to: number): readonly Mark[] {
  let shared: readonly Mark[] | null = null;
  document.nodesBetween(from, to, (node) => {
    if (node.isText) shared = shared ? shared.filter((mark) => mark.isInSet(node.marks)) : node.marks;
  });
  return shared ?? [];
}

/** Inserts nodes behind the top-level node with this id, or behind the one that holds it; `null`: at the very start. */
export function insertBlocksAfter(tr: Transform, id: string | null, nodes: readonly TopJson[]): void {
  const content = Fragment.fromArray(nodes.map((node) => Node.fromJSON(schema, node)));
  if (id === null) {
    tr.insert(0, content);
    return;
  }
  const { node, pos } = need(tr, id);
  const place = tr.doc.resolve(pos);
  const parent = place.parent.type;
  // Directly in a cell blocks and images fit; whatever else goes behind the whole table.
  const fits = nodes.every((each) => parent.contentMatch.matchType(schema.nodes[each.type] as NodeType));
  tr.insert(place.depth === 0 || fits ? pos + node.nodeSize : place.after(1), content);
}

/** Removes the node with this id: a block, table, row, cell, image, source document or footnote. */
export function removeNode(tr: Transform, id: string): void {
  const { node, pos } = need(tr, id);
  tr.delete(pos, pos + node.nodeSize);
}

/** Sets attributes of the node with this id; the others stay. */
export function setAttributes(
  tr: Transform,
  id: string,
  attributes: Partial<BlockAttributes> | Record<string, unknown>,
): void {
  const { node, pos } = need(tr, id);
  for (const [name, value] of Object.entries(attributes)) {
    if (!(name in node.attrs)) throw new RangeError(`${node.type.name} has no attribute ${name}`);
    if (node.attrs[name] !== value) tr.setNodeAttribute(pos, name, value);
  }
}

/** Splits a block at an offset; both halves have its attributes, and the repair of ids decides which is the old one. */
export function splitBlock(tr: Transform, id: string, offset: number): void {
  tr.split(positionIn(needBlock(tr, id), offset));
}

/** Appends the block behind this one to it; attributes and id of the first stay. */
export function joinBlock(tr: Transform, id: string): void {
  const { node, pos } = needBlock(tr, id);
  const next = tr.doc.nodeAt(pos + node.nodeSize);
  if (next?.type !== node.type) throw new RangeError(`no text block stands behind ${id}`);
  tr.join(pos + node.nodeSize);
}
