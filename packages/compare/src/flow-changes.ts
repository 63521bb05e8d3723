import type { CellJson } from '@draagvlak/document';
import { SHORTEST_MOVE } from './agreement.ts';
import { align } from './align.ts';
import { attributesOnly, editedText, keptText, type Place, textGroup, unitOf } from './block-changes.ts';
import type { Change, TextPiece, TextRange } from './comparison.ts';
import { type FlowNode, flowOf } from './flow.ts';
import { type Group, groups } from './group.ts';
import { findMoves, type Move, spanOf } from './moves.ts';
import { keptTable } from './kept-table.ts';
import { tableRanges } from './table-cells.ts';
import { type Content, tableChanges } from './table-changes.ts';
import type { Draft, Workbook } from './workbook.ts';

/** A run of nodes compared: which node is which, and what moved. */
export interface ComparedFlow {
  readonly before: readonly FlowNode[];
  readonly after: readonly FlowNode[];
  readonly groups: readonly Group[];
  readonly moves: readonly Move[];
  /** The group each node is in, by the node's index. */
  readonly groupOf: { readonly before: readonly Group[]; readonly after: readonly Group[] };
  /** The innermost move each group is part of. */
  readonly moveOf: ReadonlyMap<Group, Move>;
}

export function compareFlow(book: Workbook, before: readonly FlowNode[], after: readonly FlowNode[]): ComparedFlow {
  const pairs = align(before, after);
  book.limited ||= pairs.limited;
  const all = groups(before, after, pairs);
  const found = findMoves(before, after, all);
  const unbelieved = new Set(
    found
      .filter((move) => move.kind === 'blocks')
      .flatMap((move) => move.groups)
      .filter((group) => {
        const [old] = group.before as [FlowNode];
        return pairs.identity[old.index] === 0 && old.text.length < SHORTEST_MOVE && old.type === 'block';
      }),
  );
  const believed =
    unbelieved.size === 0
      ? all
      : all.flatMap((group) =>
          unbelieved.has(group)
            ? [
                ...group.before.map((node): Group => ({ before: [node], after: [] })),
                ...group.after.map((node): Group => ({ before: [], after: [node] })),
              ]
            : [group],
        );
  const moves = unbelieved.size === 0 ? found : findMoves(before, after, believed);
  const groupOf = {
    before: Array.from<Group>({ length: before.length }),
    after: Array.from<Group>({ length: after.length }),
  };
  for (const group of believed) {
    for (const node of group.before) groupOf.before[node.index] = group;
    for (const node of group.after) groupOf.after[node.index] = group;
  }
  const moveOf = new Map<Group, Move>();
  // inner moves come after the section they are in, so the innermost stands
  for (const move of moves) for (const group of move.groups) moveOf.set(group, move);
  return { before, after, groups: believed, moves, groupOf, moveOf };
}

/**
 * Where something gone stood: the index in the second version after which it is read. It follows the last node before it
 * that stayed with it, so that what was deleted in a moved section is shown in that section.
 */
export function placeOfGone(flow: ComparedFlow, node: FlowNode): number {
  const home = homeOf(flow, node);
  for (let index = node.index - 1; index >= 0; index -= 1) {
    const group = flow.groupOf.before[index] as Group;
    if (group.after.length === 0) continue;
    const move = flow.moveOf.get(group) ?? null;
    const belongs = move === null ? home === null : move === home && move.kind === 'section';
    if (belongs || (move?.kind === 'section' && encloses(home, move))) return (group.after.at(-1) as FlowNode).index;
  }
  return -1;
}

/** The moved section a node of the first version stood in. */
function homeOf(flow: ComparedFlow, node: FlowNode): Move | null {
  for (let heading = node.heading; heading >= 0; heading = (flow.before[heading] as FlowNode).heading) {
    const move = flow.moveOf.get(flow.groupOf.before[heading] as Group);
    if (move?.kind === 'section') return move;
  }
  return null;
}

function encloses(inner: Move | null, outer: Move): boolean {
  for (let move = inner; move; move = move.within) if (move === outer) return true;
  return false;
}

/** Tells for a node of the flow where its change belongs. */
export type PlaceOf = (old: FlowNode | null, now: FlowNode | null) => Place;

/** Reports edits of everything that stands on both sides. */
export function reportPairs(book: Workbook, flow: ComparedFlow, placeOf: PlaceOf): void {
  for (const group of flow.groups) {
    const [old] = group.before;
    const [now] = group.after;
    if (!old || !now) continue;
    if (keptText(book, group) || keptTable(book, old, now)) continue;
    const place = placeOf(old, now);
    if (old.passage && now.passage) editedText(book, group, place);
    else if (old.json.type === 'table' && now.json.type === 'table') {
      tableChanges(book, old, now, place, (from, to, inner) => compareCells(book, from, to, inner));
    } else attributesOnly(book, old, now, place);
  }
}

/** Reports one node that is new or gone. */
export function reportLone(book: Workbook, node: FlowNode, come: boolean, place: Place): Draft {
  const text = node.spoken;
  const about = { nodes: [node.address], ranges: rangesOf(node), text };
  return book.add({
    kind: come ? 'inserted' : 'deleted',
    unit: unitOf(node, place.paragraph),
    category: come ? 'new' : 'deleted',
    editorialRule: null,
    before: come ? null : book.sideOf('before', place.before, about),
    after: come ? book.sideOf('after', place.after, about) : null,
    pieces: wholly(come ? 'inserted' : 'deleted', [node]),
    attributes: [],
    marks: [],
    within: place.within,
    at: place.at,
  });
}

/** Whole nodes as one piece; what is no text block covers no text of its own. */
export function wholly(kind: 'inserted' | 'deleted', nodes: readonly FlowNode[]): TextPiece[] {
  const text = nodes.map((node) => node.spoken).join('\n');
  const passages = nodes.flatMap((node) => node.passage ?? []);
  const length = passages.reduce((sum, passage) => sum + passage.text.length, 0) + Math.max(0, passages.length - 1);
  return text === '' ? [] : [{ kind, text, length }];
}

export function rangesOf(node: FlowNode): TextRange[] {
  if (node.json.type === 'table') return tableRanges(node);
  const length = node.passage?.text.length ?? 0;
  return length === 0 ? [] : [{ block: node.address, from: 0, to: length }];
}

/** Reports a move; what was edited along the way is reported beside it. */
export function reportMove(book: Workbook, flow: ComparedFlow, move: Move, place: Place): Draft {
  const first = move.groups[0] as Group;
  const [old] = first.before as [FlowNode];
  const [now] = first.after as [FlowNode];
  const section = move.kind === 'section';
  const members = (nodes: readonly FlowNode[], head: FlowNode, of: 'before' | 'after') => {
    if (!section) return move.groups.flatMap((group) => group[of]);
    const span = spanOf(nodes, head);
    return nodes.slice(span.start, span.end);
  };
  const side = (of: 'before' | 'after', nodes: readonly FlowNode[], head: FlowNode): Change['before'] => {
    const all = members(nodes, head, of);
    return book.sideOf(of, place[of], {
      nodes: all.map((node) => node.address),
      text: section ? head.spoken : all.map((node) => node.spoken).join('\n'),
    });
  };
  return book.add({
    kind: 'moved',
    unit: section ? 'section' : unitOf(now, place.paragraph),
    category: 'moved',
    editorialRule: null,
    before: side('before', flow.before, old),
    after: side('after', flow.after, now),
    pieces: [],
    attributes: [],
    marks: [],
    within: place.within,
    at: place.at,
  });
}

/** Compares the content of two cells as a run of nodes of its own. */
export function compareCells(book: Workbook, from: Content, to: Content, place: Place): void {
  const before = flowOf(from.cell.content ?? [], from.path, book.reading.before);
  const after = flowOf(to.cell.content ?? [], to.path, book.reading.after);
  const [old, now] = [before[0], after[0]];
  // one paragraph in either version is the cell's own: the cell says which it is
  if (old?.passage && now?.passage && before.length === 1 && after.length === 1) {
    textGroup(book, { before: [old], after: [now] }, { ...place, paragraph: 'cell', at: [...place.at, 0, 0] });
    return;
  }
  const flow = compareFlow(book, before, after);
  const paragraph = lonely(from.cell) && lonely(to.cell) ? 'cell' : 'block';
  const moves = new Map<Move, Draft>();
  const placeOf: PlaceOf = (old, now) => {
    const group = now ? flow.groupOf.after[now.index] : flow.groupOf.before[(old as FlowNode).index];
    const move = flow.moveOf.get(group as Group);
    const at = now ? [now.index, 0] : [placeOfGone(flow, old as FlowNode), 1, (old as FlowNode).index];
    return { ...place, paragraph, at: [...place.at, ...at], within: (move && moves.get(move)) ?? place.within };
  };
  for (const move of flow.moves) {
    const [now] = (move.groups[0] as Group).after as [FlowNode];
    const outer = move.within ? (moves.get(move.within) as Draft) : place.within;
    const at = [...place.at, now.index, -1];
    moves.set(move, reportMove(book, flow, move, { ...place, paragraph, at, within: outer }));
  }
  reportPairs(book, flow, placeOf);
  for (const group of flow.groups) {
    if (group.before.length === 0) for (const node of group.after) reportLone(book, node, true, placeOf(null, node));
    if (group.after.length === 0) for (const node of group.before) reportLone(book, node, false, placeOf(node, null));
  }
}

const lonely = (cell: CellJson) => (cell.content ?? []).length <= 1;
