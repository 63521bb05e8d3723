import type { Alignment } from './align.ts';
import type { FlowNode } from './flow.ts';
import { halves } from './halves.ts';

/**
 * Nodes that are the same thing on both sides: one and one as a rule; one and several where a paragraph was split,
 * several and one where paragraphs were merged. A side is empty where the node is new or gone.
 */
export interface Group {
  readonly before: readonly FlowNode[];
  readonly after: readonly FlowNode[];
}

/** Every node of both sides in exactly one group. */
export function groups(before: readonly FlowNode[], after: readonly FlowNode[], pairs: Alignment): Group[] {
  const splits = halves(after, pairs.before, before);
  const merges = halves(before, pairs.after, after);
  const result: Group[] = [];
  const spent = new Set<FlowNode>();
  before.forEach((node, i) => {
    const j = pairs.after[i] as number;
    if (j === -1) return;
    if (!splits.has(i) && !merges.has(j)) {
      result.push({ before: [node], after: [after[j] as FlowNode] });
      return;
    }
    const partner = after[j] as FlowNode;
    const parts = splits.get(i);
    const others = parts ? undefined : merges.get(j);
    const group = {
      before: inOrder([node, ...(others ?? []).map((index) => before[index] as FlowNode)]),
      after: inOrder([partner, ...(parts ?? []).map((index) => after[index] as FlowNode)]),
    };
    for (const each of [...group.before, ...group.after]) spent.add(each);
    result.push(group);
  });
  for (const node of before)
    if (pairs.after[node.index] === -1 && !spent.has(node)) result.push({ before: [node], after: [] });
  for (const node of after)
    if (pairs.before[node.index] === -1 && !spent.has(node)) result.push({ before: [], after: [node] });
  return result;
}

const inOrder = (nodes: readonly FlowNode[]) => nodes.toSorted((one, two) => one.index - two.index);
