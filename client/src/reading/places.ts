import { domFromPoint } from '@draagvlak/render';
import type { Anchor } from '@draagvlak/review';

const quoted = (id: string) => id.replaceAll(/["\\]/g, String.raw`\$&`);

/** The element that an anchor's part is on the page; the block where a passage begins. */
export function elementOf(root: ParentNode, anchor: Anchor): HTMLElement | null {
  const find = (name: string, id: string | null) =>
    id === null ? null : root.querySelector<HTMLElement>(`[data-${name}="${quoted(id)}"]`);
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
  const start = domFromPoint(root, anchor.start, 'start');
  const end = domFromPoint(root, anchor.end, 'end');
  if (!start || !end) return null;
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}
