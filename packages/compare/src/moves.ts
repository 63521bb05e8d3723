import type { FlowNode } from './flow.ts';
import type { Group } from './group.ts';
import { heaviestRise } from './sequence.ts';

/** A section that moved as a whole, or blocks that moved by themselves; its members stand together on both sides. */
export interface Move {
  readonly kind: 'section' | 'blocks';
  readonly groups: readonly Group[];
  /** The moved section it moved within. */
  readonly within: Move | null;
}

/** Share of a section's text that must have come along for the section to have moved. */
const TOGETHER = 0.8;

/** A section's nodes by index, `end` not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** From a heading to the next of its level or higher; any other node spans itself. */
export function spanOf(nodes: readonly FlowNode[], heading: FlowNode): Span {
  let end = heading.index + 1;
  if (heading.level > 0) {
    while (end < nodes.length) {
      const { level } = nodes[end] as FlowNode;
      if (level > 0 && level <= heading.level) break;
      end += 1;
    }
  }
  return { start: heading.index, end };
}

const first = (nodes: readonly FlowNode[]) => nodes[0] as FlowNode;
const weightOf = (group: Group) =>
  group.before.length === 1 && group.after.length === 1
    ? 1 + Math.max(first(group.before).text.length, first(group.after).text.length)
    : weightOfSeveral(group);
const weightOfSeveral = (group: Group) =>
  1 + Math.max(sum(group.before.map((node) => node.text.length)), sum(group.after.map((node) => node.text.length)));
const sum = (numbers: readonly number[]) => numbers.reduce((one, two) => one + two, 0);
const inside = (node: FlowNode, span: Span) => node.index >= span.start && node.index < span.end;

/**
 * What moved. The heaviest row of groups that kept its order (weight: characters) stayed; the rest moved, lifted to
 * whole sections where a heading took along most of its body. Inside a moved section the same question is asked again.
 */
export function findMoves(before: readonly FlowNode[], after: readonly FlowNode[], all: readonly Group[]): Move[] {
  const moves: Move[] = [];
  const paired = all.filter((group) => group.before.length > 0 && group.after.length > 0);
  const inAfterOrder = paired.toSorted((one, two) => first(one.after).index - first(two.after).index);

  const place = (groups: readonly Group[], within: Move | null) => {
    const kept = heaviestRise(
      groups.map((group) => first(group.before).index),
      groups.map(weightOf),
    );
    const moved = new Set(groups.filter((_, index) => !kept[index]));
    for (const group of groups) {
      if (!moved.has(group) || first(group.after).level === 0 || first(group.before).level === 0) continue;
      const from = spanOf(before, first(group.before));
      const to = spanOf(after, first(group.after));
      const arrived = groups.filter((each) => inside(first(each.after), to));
      const along = arrived.filter((each) => moved.has(each) && inside(first(each.before), from));
      const left = groups.filter((each) => inside(first(each.before), from));
      const size = sum(along.map(weightOf));
      if (size < TOGETHER * sum(arrived.map(weightOf)) || size < TOGETHER * sum(left.map(weightOf))) continue;
      const move: Move = { kind: 'section', groups: along, within };
      moves.push(move);
      for (const each of along) moved.delete(each);
      place(
        along.filter((each) => each !== group),
        move,
      );
    }
    let run: Group[] = [];
    const close = () => {
      if (run.length > 0) moves.push({ kind: 'blocks', groups: run, within });
      run = [];
    };
    for (const group of groups) {
      if (!moved.has(group)) {
        close();
        continue;
      }
      const last = run.at(-1);
      if (last && !follows(last, group)) close();
      run.push(group);
    }
    close();
  };
  place(inAfterOrder, null);
  return moves;
}

/** Whether two groups stand beside each other on both sides and are of a kind. */
function follows(one: Group, two: Group): boolean {
  const next = (left: readonly FlowNode[], right: readonly FlowNode[]) =>
    (left.at(-1) as FlowNode).index + 1 === first(right).index;
  return next(one.before, two.before) && next(one.after, two.after) && first(one.after).type === first(two.after).type;
}
