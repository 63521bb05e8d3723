import type { DocumentJson, TopJson } from '@draagvlak/document';
import type { Place } from './block-changes.ts';
import type { BlockPair, Comparison, KeptRun } from './comparison.ts';
import { type FlowNode, flowOf } from './flow.ts';
import { type ComparedFlow, compareFlow, placeOfGone, reportLone, reportMove, reportPairs } from './flow-changes.ts';
import type { Group } from './group.ts';
import type { Move } from './moves.ts';
import { loneSections, renumbered, SectionStates } from './section-changes.ts';
import type { Partners } from './partners.ts';
import { DIFFERENT } from './same.ts';
import { steps } from './script.ts';
import type { Kept } from './text-edit.ts';
import { type Draft, Workbook } from './workbook.ts';

/**
 * What changed between two versions of a document.
 *
 * Deterministic and lossless: `apply(before, comparison)` is `after`, `revert(after, comparison)` is `before`. Never
 * refuses: where versions are too different to align within its limits it shows them as replaced and says `limited`.
 */
export function compare(before: DocumentJson, after: DocumentJson): Comparison {
  const book = new Workbook(before, after);
  const flow = compareFlow(
    book,
    flowOf(before.content ?? [], [], book.reading.before),
    flowOf(after.content ?? [], [], book.reading.after),
  );
  const states = new SectionStates(flow);
  const report = new TopReport(book, flow, states);
  report.run();
  const changes = book.changes();
  return {
    sections: states.pairs(changes),
    changes,
    blocks: [...book.blocks, ...unpaired(book)],
    nodes: book.nodes,
    kept: [...book.whole, ...book.kept.map(plain)],
    limited: book.limited,
    script: { after: steps(after, book.origins('after')), before: steps(before, book.origins('before')) },
  };
}

const plain = (run: Kept): KeptRun => ({
  before: { block: run.before.address, from: run.from },
  after: { block: run.after.address, from: run.at },
  count: run.count,
});

/** Text blocks that stand in one version only. */
function unpaired(book: Workbook): BlockPair[] {
  const alone: BlockPair[] = [];
  for (const of of ['before', 'after'] as const) {
    const found = new Set<string>();
    const visit = (nodes: readonly TopJson[], partners: Partners | undefined, path: string) => {
      nodes.forEach((node, index) => {
        const its = partners?.inner?.[index];
        // what is the same on both sides was noted with all that is in it
        if (its?.partner && (node.type !== 'table' || its.partner.sameness !== DIFFERENT)) return;
        if (node.type === 'block') found.add(node.attrs.id ?? `@${path}${index}`);
        if (node.type !== 'table') return;
        node.content?.forEach((row, r) => {
          row.content?.forEach((cell, c) => {
            const inCell = its?.inner?.[r]?.inner?.[c];
            if (inCell?.partner && inCell.partner.sameness !== DIFFERENT) return;
            visit(cell.content ?? [], inCell, `${path}${index}.${r}.${c}.`);
          });
        });
      });
    };
    visit(book[of].content ?? [], book.partners[of], '');
    // an id that stands twice may have its partner elsewhere
    if (found.size > 0) for (const pair of book.blocks) for (const block of pair[of]) found.delete(block);
    for (const block of found)
      alone.push(of === 'before' ? { before: [block], after: [] } : { before: [], after: [block] });
  }
  return alone;
}

/** Reports what changed among the document's own nodes, sections first. */
class TopReport {
  readonly #book: Workbook;
  readonly #flow: ComparedFlow;
  readonly #states: SectionStates;
  readonly #moves = new Map<Move, Draft>();
  /** The moved section that each node of the second version stands in, innermost. */
  readonly #homes: (Draft | null)[];

  constructor(book: Workbook, flow: ComparedFlow, states: SectionStates) {
    this.#book = book;
    this.#flow = flow;
    this.#states = states;
    this.#homes = flow.after.map(() => null);
  }

  run(): void {
    for (const move of this.#flow.moves) this.#move(move);
    const placeOf = (old: FlowNode | null, now: FlowNode | null) => this.#placeOf(old, now);
    const spokenFor = loneSections(this.#book, this.#flow, placeOf, this.#states);
    renumbered(this.#book, this.#flow, placeOf, this.#states);
    reportPairs(this.#book, this.#flow, placeOf);
    for (const group of this.#flow.groups) {
      if (group.before.length === 0) {
        for (const node of group.after)
          if (!spokenFor.has(node)) reportLone(this.#book, node, true, placeOf(null, node));
      }
      if (group.after.length === 0) {
        for (const node of group.before) {
          if (!spokenFor.has(node)) reportLone(this.#book, node, false, placeOf(node, null));
        }
      }
    }
    this.#retitled();
  }

  #move(move: Move): void {
    const first = move.groups[0] as Group;
    const [old] = first.before as [FlowNode];
    const [now] = first.after as [FlowNode];
    const place = this.#placeOf(old, now);
    const draft = reportMove(this.#book, this.#flow, move, { ...place, at: [now.index, -2] });
    this.#moves.set(move, draft);
    if (move.kind !== 'section') return;
    this.#states.add(now, 'moved');
    const members = new Set(draft.after?.nodes);
    for (const node of this.#flow.after) if (members.has(node.address)) this.#homes[node.index] = draft;
  }

  #retitled(): void {
    for (const group of this.#flow.groups) {
      const [old] = group.before;
      const [now] = group.after;
      if (old && now && old.level > 0 && now.level > 0 && old.text !== now.text) this.#states.add(now, 'retitled');
    }
  }

  #placeOf(old: FlowNode | null, now: FlowNode | null): Place {
    const section = (nodes: readonly FlowNode[], node: FlowNode | null) =>
      node === null ? null : node.level > 0 ? node.address : (nodes[node.heading]?.address ?? null);
    const gone = now === null && old !== null ? placeOfGone(this.#flow, old) : -1;
    const move = now ? this.#flow.moveOf.get(this.#flow.groupOf.after[now.index] as Group) : undefined;
    return {
      at: now ? [now.index, 0] : [gone, 1, old?.index ?? 0],
      before: section(this.#flow.before, old),
      after: section(this.#flow.after, now),
      within: (move && this.#moves.get(move)) ?? this.#homes[now ? now.index : gone] ?? null,
      paragraph: 'block',
    };
  }
}
