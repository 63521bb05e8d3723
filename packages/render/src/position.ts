/**
 * Between a place on a rendered page and a place in the document: a block's id and an offset in UTF-16 units of the
 * block's own text, where an inline leaf (footnote mark, reference, line break) counts one and what is generated
 * (numbers, links to a section, counts) counts nothing: exactly as `inlineText` of the document counts.
 *
 * On the page a block's words sit in one element with `data-block`, leaves have `data-leaf`, generated parts
 * `data-generated`.
 */
export interface Point {
  readonly block: string;
  readonly offset: number;
}

/** A place in a page, as a Range holds it. */
export interface DomPoint {
  readonly node: Node;
  readonly offset: number;
}

const ELEMENT = 1;
const TEXT = 3;

const isElement = (node: Node): node is Element => node.nodeType === ELEMENT;
const isGenerated = (node: Node): boolean => isElement(node) && node.hasAttribute('data-generated');
const isLeaf = (node: Node): boolean => isElement(node) && (node.hasAttribute('data-leaf') || node.nodeName === 'BR');

/** Units of a node's content as offsets count them. */
function unitsOf(node: Node): number {
  if (node.nodeType === TEXT) return (node.nodeValue ?? '').length;
  if (!isElement(node) || isGenerated(node)) return 0;
  if (isLeaf(node)) return 1;
  let units = 0;
  for (const child of node.childNodes) units += unitsOf(child);
  return units;
}

/** Length of the words in a block's element, in the units that offsets count. */
export const blockLength = (block: Element): number => unitsOf(block);

/** The element of the block that this node stands in, itself included; null outside every block. */
export function blockAround(node: Node): Element | null {
  for (let here: Node | null = node; here; here = here.parentNode)
    if (isElement(here) && here.hasAttribute('data-block')) return here;
  return null;
}

/** The element that holds the words of this block. */
export function blockElement(root: ParentNode, id: string): Element | null {
  return root.querySelector(`[data-block="${id.replaceAll(/["\\]/g, String.raw`\$&`)}"]`);
}

/**
 * The place in the document of a place on the page.
 *
 * A place in a leaf or a generated part counts as the edge of it: of a leaf the near edge for the start of a selection
 * and the far edge for its end. A place outside every block (a selection by triple click ends at the start of the next
 * element; a margin; a requirement's number) goes to the next block's start, or for an end to the previous block's end.
 *
 * @param edge which end of a selection this is
 * @returns null when `root` has no block on that side
 */
export function pointFromDom(root: ParentNode & Node, place: DomPoint, edge: 'start' | 'end' = 'start'): Point | null {
  const block = blockAround(place.node);
  if (!block || !root.contains(block)) return nearestBlock(root, place, edge);
  let units = 0;
  let done = false;
  const walk = (node: Node): void => {
    if (done) return;
    if (isGenerated(node) || isLeaf(node)) {
      if (node === place.node || node.contains(place.node)) {
        if (isLeaf(node) && edge === 'end') units += 1;
        done = true;
      } else units += unitsOf(node);
      return;
    }
    if (node.nodeType === TEXT) {
      if (node === place.node) {
        units += Math.min(place.offset, unitsOf(node));
        done = true;
      } else units += unitsOf(node);
      return;
    }
    if (!isElement(node)) {
      if (node === place.node) done = true;
      return;
    }
    for (const [index, child] of [...node.childNodes].entries()) {
      if (node === place.node && index === place.offset) done = true;
      if (done) return;
      walk(child);
      if (done) return;
    }
    if (node === place.node) done = true;
  };
  walk(block);
  return { block: block.getAttribute('data-block') ?? '', offset: units };
}

function nearestBlock(root: ParentNode & Node, { node, offset }: DomPoint, edge: 'start' | 'end'): Point | null {
  // The node that the place stands just before; its end stands for "behind the last child".
  const child = node.childNodes[offset];
  const anchor = child ?? node;
  const blocks = [...root.querySelectorAll('[data-block]')];
  const follows = (block: Element): boolean => {
    if (block === anchor) return child !== undefined;
    const position = anchor.compareDocumentPosition(block);
    // DOCUMENT_POSITION_FOLLOWING 4, CONTAINED_BY 16: inside the anchor is behind a place before it only.
    return (position & 4) !== 0 && ((position & 16) === 0 || child !== undefined);
  };
  if (edge === 'start') {
    const next = blocks.find(follows);
    return next ? { block: next.getAttribute('data-block') ?? '', offset: 0 } : null;
  }
  const previous = blocks.findLast((block) => !follows(block));
  return previous ? { block: previous.getAttribute('data-block') ?? '', offset: blockLength(previous) } : null;
}

/**
 * The place on the page of a place in the document, for a Range. An offset beyond the block's end gives its end.
 *
 * At a boundary a start goes into the text behind it and an end into the text before it, so that a range covers no more
 * than its words.
 * @returns null when the block is not on this page
 */
export function domFromPoint(root: ParentNode, point: Point, edge: 'start' | 'end' = 'start'): DomPoint | null {
  const block = blockElement(root, point.block);
  if (!block) return null;
  let rest = Math.max(0, Math.min(point.offset, blockLength(block)));
  let found: DomPoint | null = null;
  let last: DomPoint | null = null;
  const walk = (node: Node): void => {
    for (const [index, child] of [...node.childNodes].entries()) {
      if (found) return;
      if (isGenerated(child)) continue;
      const units = unitsOf(child);
      if (child.nodeType === TEXT) {
        if (rest < units || (edge === 'end' && rest === units)) {
          found = { node: child, offset: rest };
          return;
        }
        rest -= units;
        last = { node: child, offset: units };
      } else if (isLeaf(child)) {
        if (rest === 0) {
          found = edge === 'end' && last ? last : { node, offset: index };
          return;
        }
        rest -= 1;
        last = { node, offset: index + 1 };
        if (rest === 0 && edge === 'end') found = last;
      } else walk(child);
    }
  };
  if (edge === 'end' && rest === 0) return { node: block, offset: 0 };
  walk(block);
  return found ?? last ?? { node: block, offset: 0 };
}

/** What a selection on the page names in the document; null when it holds no words of a block. */
export function pointsFromRange(
  root: ParentNode & Node,
  range: {
    readonly startContainer: Node;
    readonly startOffset: number;
    readonly endContainer: Node;
    readonly endOffset: number;
  },
): { readonly start: Point; readonly end: Point } | null {
  const start = pointFromDom(root, { node: range.startContainer, offset: range.startOffset }, 'start');
  const end = pointFromDom(root, { node: range.endContainer, offset: range.endOffset }, 'end');
  if (!start || !end) return null;
  if (start.block === end.block) return start.offset < end.offset ? { start, end } : null;
  const from = blockElement(root, start.block);
  const to = blockElement(root, end.block);
  if (!from || !to || (from.compareDocumentPosition(to) & 4) === 0) return null;
  return { start, end };
}
