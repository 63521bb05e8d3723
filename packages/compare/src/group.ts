import type { Alignment } from './align.ts';
import type { FlowNode } from './flow.ts';
import { shared, without } from './tokens.ts';

/**
 * Nodes that are the same thing on both sides: one and one as a rule; one and several where a paragraph was split,
 * several and one where paragraphs were merged. A side is empty where the node is new or gone.
 */
export interface Group {
  readonly before: readonly FlowNode[];
  readonly after: readonly FlowNode[];
}

/** Share of a left-over paragraph's words that must be missing from its neighbour to be the rest of it. */
const CONTAINED = 0.8;
const FEWEST_WORDS = 3;
/** How far from its other half a split-off paragraph may stand: something may have been put between. */
const REACH = 3;

/** Every node of both sides in exactly one group. */
export function groups(before: readonly FlowNode[], after: readonly FlowNode[], pairs: Alignment): Group[] {
  const splits = leftovers(after, pairs.before, before);
  const merges = leftovers(before, pairs.after, after);
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
    const halves = splits.get(i);
    const others = halves ? undefined : merges.get(j);
    const group = {
      before: inOrder([node, ...(others ?? [])]),
      after: inOrder([partner, ...(halves ?? [])]),
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

/**
 * Unpaired text blocks whose words went missing from (or came into) the pair of a neighbour, by the index of that
 * pair's node on the other side.
 */
function leftovers(
  nodes: readonly FlowNode[],
  partner: Int32Array,
  others: readonly FlowNode[],
): ReadonlyMap<number, readonly FlowNode[]> {
  const rests = new Map<number, Int32Array>();
  const joined = new Map<number, FlowNode[]>();
  const tryJoin = (node: FlowNode, neighbour: FlowNode | undefined): boolean => {
    if (!neighbour || neighbour.type !== 'block') return false;
    const whole = partner[neighbour.index] as number;
    const other = whole === -1 ? undefined : others[whole];
    if (!other || other.type !== 'block') return false;
    const rest = rests.get(whole) ?? without(other.words, neighbour.words);
    rests.set(whole, rest);
    if (rest.length === 0 || shared(node.words, rest) < CONTAINED * node.words.length) return false;
    rests.set(whole, without(rest, node.words));
    joined.set(whole, [...(joined.get(whole) ?? []), node]);
    return true;
  };
  nodes.forEach((node, index) => {
    if (partner[index] !== -1 || node.type !== 'block' || node.words.length < FEWEST_WORDS) return;
    for (let step = 1; step <= REACH; step += 1) {
      if (tryJoin(node, nodes[index - step]) || tryJoin(node, nodes[index + step])) return;
    }
  });
  return joined;
}
