import type { Selection } from '@draagvlak/review';
import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import { blockAt, blocksBetween, type Placed } from '../editor/place.ts';

/** Offset in a block's own text of a position in it: an inline leaf counts as one, a footnote's words do not. */
function offsetIn(block: Placed, pos: number): number {
  let at = block.pos + 1;
  let offset = 0;
  block.node.forEach((child: Node) => {
    const end = at + child.nodeSize;
    if (pos >= end) offset += child.isText ? child.nodeSize : 1;
    else if (pos > at && child.isText) offset += pos - at;
    at = end;
  });
  return offset;
}

/** What is selected in the draft, as a place to point at; `null` when nothing is. */
export function selectedPassage({ doc, selection }: EditorState): Selection | null {
  const { from, to, empty } = selection;
  if (empty) return null;
  const blocks = blocksBetween(doc, from, to);
  const first = blockAt(doc, from) ?? blocks[0];
  const last = blockAt(doc, to) ?? blocks.at(-1);
  const [start, end] = [first?.node.attrs['id'] as unknown, last?.node.attrs['id'] as unknown];
  if (first === undefined || last === undefined || typeof start !== 'string' || typeof end !== 'string') return null;
  return {
    scope: 'passage',
    start: { block: start, offset: offsetIn(first, from) },
    end: { block: end, offset: offsetIn(last, to) },
  };
}
