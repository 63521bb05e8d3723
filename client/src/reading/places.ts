import { domFromPoint } from '@draagvlak/render';
import type { Anchor } from '@draagvlak/review';

const PARTS = ['block', 'row', 'column', 'cell'] as const;

/** The parts of a text by what they are; a text on a page does not change. */
const known = new WeakMap<ParentNode, ReadonlyMap<string, HTMLElement>>();

function partsOf(root: ParentNode): ReadonlyMap<string, HTMLElement> {
  let parts = known.get(root);
  if (parts === undefined) {
    const found = new Map<string, HTMLElement>();
    for (const part of root.querySelectorAll<HTMLElement>(PARTS.map((name) => `[data-${name}]`).join()))
      for (const name of PARTS) {
        const id = part.dataset[name];
        if (id !== undefined && !found.has(`${name} ${id}`)) found.set(`${name} ${id}`, part);
      }
    known.set(root, (parts = found));
  }
  return parts;
}

/** The element that an anchor's part is on the page; the block where a passage begins. */
export function elementOf(root: ParentNode, anchor: Anchor): HTMLElement | null {
  const find = (name: (typeof PARTS)[number], id: string | null) => partsOf(root).get(`${name} ${id}`) ?? null;
  switch (anchor.scope) {
    case 'passage':
      return find('block', anchor.start?.block ?? null);
    case 'section':
    case 'block':
      return find('block', anchor.node);
    case 'row':
      return find('row', anchor.node);
    case 'column':
      return find('column', anchor.node);
    case 'cell':
      return find('cell', anchor.node);
    case 'document':
      return null;
  }
}

/** The words of a passage as a range of the page; `null` for a part as a whole. */
export function rangeOf(root: ParentNode, anchor: Anchor): Range | null {
  if (anchor.scope !== 'passage' || !anchor.start || !anchor.end) return null;
  // Looked for beside the block, not through the whole text.
  const beside = (block: string) => partsOf(root).get(`block ${block}`)?.parentElement ?? root;
  const start = domFromPoint(beside(anchor.start.block), anchor.start, 'start');
  const end = domFromPoint(beside(anchor.end.block), anchor.end, 'end');
  if (!start || !end) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** The nearest part that can be commented on as a whole: a block, an item, a cell, a row or a heading. */
export function partAround(node: Node | null): Element | null {
  const start = node instanceof Element ? node : (node?.parentElement ?? null);
  return start?.closest('[data-block], [data-cell], .req, tr[data-row]') ?? null;
}
