import { type Place } from './block-changes.ts';
import type { Change, SectionPair } from './comparison.ts';
import type { FlowNode } from './flow.ts';
import { type ComparedFlow, placeOfGone, rangesOf, wholly } from './flow-changes.ts';
import type { Group } from './group.ts';
import type { Draft, Workbook } from './workbook.ts';

/** Share of a section's own text that must come from one section of the other version to be a split or a merge. */
const MAINLY = 0.6;

/** The nodes of a section up to its first subsection, the heading included. */
export function ownNodes(nodes: readonly FlowNode[], heading: FlowNode): FlowNode[] {
  let end = heading.index + 1;
  while (end < nodes.length && (nodes[end] as FlowNode).level === 0) end += 1;
  return nodes.slice(heading.index, end);
}

/**
 * Sections that are new or gone, each as one change with everything in it that is new or gone too; subsections are
 * changes of their own. Where most of its text stood in one other section, it was split off or merged instead.
 * Answers which nodes these changes speak for, and the draft of each.
 */
export function loneSections(
  book: Workbook,
  flow: ComparedFlow,
  placeOf: (old: FlowNode | null, now: FlowNode | null) => Place,
  states: SectionStates,
): Map<FlowNode, Draft> {
  const spokenFor = new Map<FlowNode, Draft>();
  for (const of of ['after', 'before'] as const) {
    const other = of === 'after' ? 'before' : 'after';
    const nodes = flow[of];
    for (const heading of nodes) {
      const group = flow.groupOf[of][heading.index] as Group;
      if (heading.level === 0 || group[other].length > 0) continue;
      const body = ownNodes(nodes, heading);
      const lone = body.filter((node) => (flow.groupOf[of][node.index] as Group)[other].length === 0);
      const from = mainSource(flow, body, of, other);
      const come = of === 'after';
      const kind = from === null ? (come ? 'inserted' : 'deleted') : come ? 'split' : 'merged';
      const place = come ? placeOf(null, heading) : placeOf(heading, null);
      const outer = heading.heading === -1 ? undefined : spokenFor.get(nodes[heading.heading] as FlowNode);
      const text = lone.map((node) => node.spoken).join('\n');
      const about = { nodes: lone.map((node) => node.address), ranges: lone.flatMap(rangesOf), text };
      const elsewhere = from && book.sideOf(other, from.address, { nodes: [from.address], text: from.spoken });
      const draft = book.add({
        kind,
        unit: 'section',
        category: come ? 'new' : 'deleted',
        editorialRule: null,
        before: come ? elsewhere : book.sideOf('before', heading.address, about),
        after: come ? book.sideOf('after', heading.address, about) : elsewhere,
        pieces: wholly(come ? 'inserted' : 'deleted', lone),
        attributes: [],
        marks: [],
        within: outer ?? place.within,
        at: place.at,
      });
      for (const node of lone) spokenFor.set(node, draft);
      states.lone(heading, of, from);
    }
  }
  return spokenFor;
}

/** The section of the other version where most of these nodes' text stands, when it is there still. */
function mainSource(
  flow: ComparedFlow,
  body: readonly FlowNode[],
  of: 'before' | 'after',
  other: 'before' | 'after',
): FlowNode | null {
  const counts = new Map<number, number>();
  let total = 0;
  for (const node of body.slice(1)) {
    total += node.text.length;
    const [partner] = (flow.groupOf[of][node.index] as Group)[other];
    if (partner && partner.heading !== -1) {
      counts.set(partner.heading, (counts.get(partner.heading) ?? 0) + node.text.length);
    }
  }
  const [main] = [...counts].toSorted((one, two) => two[1] - one[1]);
  return main && main[1] >= MAINLY * total ? (flow[other][main[0]] as FlowNode) : null;
}

/** Sections that only got another number because something before them came, went or moved. */
export function renumbered(
  book: Workbook,
  flow: ComparedFlow,
  placeOf: (old: FlowNode | null, now: FlowNode | null) => Place,
  states: SectionStates,
): void {
  for (const group of flow.groups) {
    const [old] = group.before;
    const [now] = group.after;
    if (!old || !now || old.level === 0 || now.level === 0) continue;
    const was = book.beforeOutline.section(old.address)?.number ?? null;
    const is = book.afterOutline.section(now.address)?.number ?? null;
    if (was === null || is === null || was === is) continue;
    states.add(now, 'renumbered');
    const last = (number: string) => number.split('.').at(-1);
    const move = flow.moveOf.get(group);
    // a move says the new number itself; a subsection follows its chapter
    if (
      move?.groups[0] === group ||
      (last(was) === last(is) && was.split('.').length === is.split('.').length && was.includes('.'))
    )
      continue;
    const place = placeOf(old, now);
    book.add({
      kind: 'renumbered',
      unit: 'section',
      category: 'renumbered',
      editorialRule: null,
      before: book.sideOf('before', old.address, { nodes: [old.address], text: was }),
      after: book.sideOf('after', now.address, { nodes: [now.address], text: is }),
      pieces: [],
      attributes: [],
      marks: [],
      within: place.within,
      at: [...place.at, -1],
    });
  }
}

type State = SectionPair['states'][number];

/** What became of each section. */
export class SectionStates {
  readonly #flow: ComparedFlow;
  readonly #states = new Map<FlowNode, Set<State>>();
  readonly #sources = new Map<FlowNode, FlowNode>();

  constructor(flow: ComparedFlow) {
    this.#flow = flow;
  }

  add(heading: FlowNode, state: State): void {
    const known = this.#states.get(heading) ?? new Set();
    this.#states.set(heading, known.add(state));
  }

  lone(heading: FlowNode, of: 'before' | 'after', from: FlowNode | null): void {
    if (from) this.#sources.set(heading, from);
    this.add(heading, from ? (of === 'after' ? 'split' : 'merged') : of === 'after' ? 'added' : 'removed');
  }

  /** All sections of both versions in the order of the second. */
  pairs(changes: readonly Change[]): SectionPair[] {
    const flow = this.#flow;
    const touched = new Set<string>();
    for (const change of changes) {
      if (['moved', 'renumbered'].includes(change.kind) && change.unit === 'section') continue;
      if (change.kind === 'retitled') continue;
      if (change.before?.section) touched.add(`before ${change.before.section}`);
      if (change.after?.section) touched.add(`after ${change.after.section}`);
    }
    const rows: { at: number; sub: number; pair: SectionPair }[] = [];
    for (const node of flow.after) {
      if (node.level === 0) continue;
      const [old] = (flow.groupOf.after[node.index] as Group).before;
      const paired = old && old.level > 0 ? old : null;
      const states = new Set(this.#states.get(node));
      if (paired === null && states.size === 0) states.add('added');
      const changed = touched.has(`after ${node.address}`) || (paired && touched.has(`before ${paired.address}`));
      if (paired && changed) states.add('changed');
      if (states.size === 0) states.add('unchanged');
      const before = paired?.address ?? this.#sources.get(node)?.address ?? null;
      rows.push({ at: node.index, sub: -1, pair: { before, after: node.address, states: [...states] } });
    }
    for (const node of flow.before) {
      const [now] = (flow.groupOf.before[node.index] as Group).after;
      if (node.level === 0 || (now && now.level > 0)) continue;
      const states = this.#states.get(node) ?? new Set<State>(['removed']);
      const after = this.#sources.get(node)?.address ?? null;
      rows.push({
        at: placeOfGone(flow, node),
        sub: node.index,
        pair: { before: node.address, after, states: [...states] },
      });
    }
    return rows.toSorted((one, two) => one.at - two.at || one.sub - two.sub).map((row) => row.pair);
  }
}
