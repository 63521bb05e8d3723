import type { Node } from 'prosemirror-model';

/** The top-level nodes in which two documents differ: `start` up to `beforeEnd` in the one, up to `afterEnd` in the other. */
export interface Changed {
  readonly start: number;
  readonly beforeEnd: number;
  readonly afterEnd: number;
  /** Positions: where both begin to differ, and where that ends in each. */
  readonly from: number;
  readonly beforeTo: number;
  readonly afterTo: number;
}

/**
 * Where two documents differ, told by the nodes they share; `null` when they share all. Works for a colleague's change
 * too, which comes as one replacement of everything. Costs a comparison per node, whatever the nodes hold.
 */
export function changed(before: Node, after: Node): Changed | null {
  if (before === after) return null;
  const most = Math.min(before.childCount, after.childCount);
  let start = 0;
  let from = 0;
  while (start < most && before.child(start) === after.child(start)) {
    from += before.child(start).nodeSize;
    start += 1;
  }
  let [beforeEnd, afterEnd] = [before.childCount, after.childCount];
  let tail = 0;
  while (beforeEnd > start && afterEnd > start && before.child(beforeEnd - 1) === after.child(afterEnd - 1)) {
    beforeEnd -= 1;
    afterEnd -= 1;
    tail += before.child(beforeEnd).nodeSize;
  }
  if (beforeEnd === start && afterEnd === start) return null;
  return { start, beforeEnd, afterEnd, from, beforeTo: before.content.size - tail, afterTo: after.content.size - tail };
}

/** The nodes of a document in a stretch of its top level. */
export const topNodes = (doc: Node, start: number, end: number): Node[] =>
  Array.from({ length: end - start }, (_one, index) => doc.child(start + index));
