import type { Change, Comparison, TextRange } from '@draagvlak/compare';
import type { DocumentJson } from '@draagvlak/document';
import type { Anchor, ChangedPlace, Placement } from './comment.ts';
import { type Places, placesOf } from './places.ts';

/** What a change touches in one version. */
interface Reach {
  /** Nodes named and blocks written in, with the cells, rows, columns and tables around them. */
  readonly nodes: ReadonlySet<string>;
  /** The section and the sections around it. */
  readonly sections: ReadonlySet<string>;
  readonly ranges: readonly TextRange[];
}

const NOTHING: Reach = { nodes: new Set(), sections: new Set(), ranges: [] };

/** Which places of two versions each change of their comparison touches; indexed once. */
export class Touched {
  readonly #before: Places;
  readonly #after: Places;
  readonly #around: { readonly before: Around; readonly after: Around };
  readonly #reaches = new Map<string, { readonly before: Reach; readonly after: Reach }>();

  constructor(before: DocumentJson, after: DocumentJson, comparison: Comparison) {
    this.#before = placesOf(before);
    this.#after = placesOf(after);
    this.#around = { before: around(before), after: around(after) };
    for (const change of comparison.changes) {
      this.#reaches.set(change.key, { before: this.#reach(change, 'before'), after: this.#reach(change, 'after') });
    }
  }

  #reach(change: Change, side: 'before' | 'after'): Reach {
    const own = change[side];
    if (!own) return NOTHING;
    const places = side === 'before' ? this.#before : this.#after;
    const nodes = new Set(own.nodes);
    for (const id of [...own.nodes, ...own.ranges.map(({ block }) => block)]) {
      nodes.add(id);
      for (const outer of this.#around[side].get(id) ?? []) nodes.add(outer);
    }
    const sections = new Set<string>();
    for (let id = own.section; id !== null && !sections.has(id); id = places.outline.section(id)?.parent ?? null) {
      sections.add(id);
    }
    return { nodes, sections, ranges: own.ranges };
  }

  /**
   * The change is at a place that a disposition names: the block, row, cell, or table itself, in either version. A place
   * that is a heading stands for its section.
   */
  isAt(change: Change, place: ChangedPlace): boolean {
    const { before, after } = this.#reaches.get(change.key)!;
    if (this.isPreciselyAt(change, place)) return true;
    const isSection = (places: Places) => places.outline.section(place.node) !== undefined;
    return (
      (isSection(this.#after) && after.sections.has(place.node)) ||
      (isSection(this.#before) && before.sections.has(place.node))
    );
  }

  /** The same without the rest of a section whose heading is named. */
  isPreciselyAt(change: Change, { node }: ChangedPlace): boolean {
    if (change.unit === 'section' && change.kind !== 'inserted' && change.kind !== 'deleted') {
      // A paragraph in a section that moved or got another title did not change by that.
      return change.after?.nodes[0] === node || change.before?.nodes[0] === node;
    }
    const { before, after } = this.#reaches.get(change.key)!;
    return after.nodes.has(node) || before.nodes.has(node);
  }

  /** The change is in the passage or part that the anchor stands on, there or where it went. */
  overlaps(change: Change, anchor: Anchor, placement: Placement | null): boolean {
    const { before, after } = this.#reaches.get(change.key)!;
    const { scope, node, start, end } = anchor;
    if (scope === 'document' || change.kind === 'renumbered') return false;
    if (scope === 'section') {
      return node !== null && (before.sections.has(node) || before.nodes.has(node));
    }
    if (scope !== 'passage') {
      const own = node === null ? undefined : this.#before.node(scope, node);
      if (node === null || !own) return false;
      if (before.nodes.has(node)) return true;
      return own.blocks.some((id) => before.nodes.has(id));
    }
    if (!start || !end) return false;
    const inBefore = before.ranges.some((range) => meets(this.#before, range, start, end, false));
    if (inBefore) return true;
    if (placement?.start && placement.end) {
      const [from, to] = [placement.start, placement.end];
      if (after.ranges.some((range) => meets(this.#after, range, from, to, true))) return true;
    }
    // Nothing written: an attribute, a move, a split of the block the passage stands in.
    const writes = before.ranges.length + after.ranges.length > 0;
    return !writes && this.#before.between(start.block, end.block).some(({ id }) => change.before?.nodes.includes(id));
  }

  has(side: 'before' | 'after', id: string): boolean {
    const places = side === 'before' ? this.#before : this.#after;
    return places.block(id) !== undefined || this.#around[side].has(id);
  }
}

/** A range meets a stretch; `edges` counts text put directly before or behind it. */
function meets(
  places: Places,
  range: TextRange,
  start: { readonly block: string; readonly offset: number },
  end: { readonly block: string; readonly offset: number },
  edges: boolean,
): boolean {
  const block = places.block(range.block);
  const first = places.block(start.block);
  const last = places.block(end.block);
  if (!block || !first || !last || block.order < first.order || block.order > last.order) return false;
  const from = block.id === start.block ? start.offset : 0;
  const to = block.id === end.block ? end.offset : block.text.length;
  return edges ? range.from <= to && from <= range.to : range.from < to && from < range.to;
}

type Around = ReadonlyMap<string, readonly string[]>;

/** For every node within a table the cell, column, row and table around it; every other node has nothing around it. */
function around(document: DocumentJson): Around {
  const outer = new Map<string, readonly string[]>();
  const put = (id: string | null, ids: readonly (string | null)[]) => {
    if (id === null) return;
    const known = ids.filter((one) => one !== null);
    outer.set(id, [...new Set([...(outer.get(id) ?? []), ...known])]);
  };
  for (const node of document.content ?? []) {
    put(node.attrs.id, []);
    if (node.type !== 'table') continue;
    const table = node.attrs.id;
    for (const row of node.content ?? []) {
      put(row.attrs.id, [table]);
      for (const cell of row.content ?? []) {
        const { id, column } = cell.attrs;
        put(column, [table]);
        put(id, [column, row.attrs.id, table]);
        for (const inner of cell.content ?? []) put(inner.attrs.id, [id, column, row.attrs.id, table]);
      }
    }
  }
  return outer;
}
