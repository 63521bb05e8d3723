import type { Change, Comparison } from '@draagvlak/compare';
import type { BlockJson, CellJson, DocumentJson, RowJson, TableJson, TopJson } from '@draagvlak/document';

/** A table with its rows, and where a node stands in it. */
export interface Held {
  readonly node: TopJson | RowJson | CellJson;
  readonly table: TableJson | null;
  /** Index of the top-level node that holds it. */
  readonly top: number;
}

/** Nodes of one version by id. */
export function heldNodes(document: DocumentJson): ReadonlyMap<string, Held> {
  const found = new Map<string, Held>();
  const add = (node: Held['node'], table: TableJson | null, top: number) => {
    if (node.attrs.id !== null && !found.has(node.attrs.id)) found.set(node.attrs.id, { node, table, top });
  };
  for (const [top, node] of (document.content ?? []).entries()) {
    add(node, null, top);
    if (node.type !== 'table') continue;
    for (const row of node.content ?? []) {
      add(row, node, top);
      for (const cell of row.content ?? []) {
        add(cell, node, top);
        for (const child of cell.content ?? []) add(child, node, top);
      }
    }
  }
  return found;
}

/** Both versions and their comparison, with every lookup that showing them needs. */
export class ComparisonIndex {
  readonly comparison: Comparison;
  readonly before: DocumentJson;
  readonly after: DocumentJson;
  readonly numbers: ReadonlyMap<string, number>;
  readonly #old: ReadonlyMap<string, Held>;
  readonly #now: ReadonlyMap<string, Held>;
  readonly #ofBefore = new Map<string, Change[]>();
  readonly #ofAfter = new Map<string, Change[]>();
  readonly #pairs = new Map<string, string>();

  constructor(before: DocumentJson, after: DocumentJson, comparison: Comparison) {
    this.before = before;
    this.after = after;
    this.comparison = comparison;
    this.#old = heldNodes(before);
    this.#now = heldNodes(after);
    this.numbers = new Map(comparison.changes.map((change, index) => [change.key, index + 1]));
    const note = (map: Map<string, Change[]>, id: string, change: Change) => {
      const list = map.get(id);
      if (list) list.push(change);
      else map.set(id, [change]);
    };
    for (const change of comparison.changes) {
      for (const id of change.before?.nodes ?? []) note(this.#ofBefore, id, change);
      for (const id of change.after?.nodes ?? []) note(this.#ofAfter, id, change);
    }
    for (const pair of comparison.nodes) this.#pairs.set(`${pair.unit} ${pair.after}`, pair.before);
  }

  held(of: 'before' | 'after', id: string): Held | undefined {
    return (of === 'before' ? this.#old : this.#now).get(id);
  }

  blocks(of: 'before' | 'after', ids: readonly string[]): BlockJson[] {
    return ids.flatMap((id) => {
      const node = this.held(of, id)?.node;
      return node?.type === 'block' ? [node] : [];
    });
  }

  /** Changes that name a node of this version. */
  changes(of: 'before' | 'after', id: string | null): readonly Change[] {
    return (id === null ? undefined : (of === 'before' ? this.#ofBefore : this.#ofAfter).get(id)) ?? [];
  }

  /** The partner in the first version of a row, column, cell or table of the second. */
  partner(unit: 'table' | 'row' | 'column' | 'cell', after: string | null): string | null {
    return after === null ? null : (this.#pairs.get(`${unit} ${after}`) ?? null);
  }

  /** The table a change stands in, when it is one of a row, a column or a cell, or of a table on both sides. */
  tableOf(change: Change): { readonly before: TableJson; readonly after: TableJson } | null {
    const find = (of: 'before' | 'after'): TableJson | null => {
      const id = change[of]?.nodes[0];
      const held = id === undefined ? undefined : this.held(of, id);
      return held?.table ?? (held?.node.type === 'table' ? held.node : null);
    };
    const after = find('after');
    if (after) {
      const id = this.partner('table', after.attrs.id);
      const before = id === null ? undefined : this.held('before', id)?.node;
      return before?.type === 'table' ? { before, after } : null;
    }
    const before = find('before');
    if (!before) return null;
    const pair = this.comparison.nodes.find((each) => each.unit === 'table' && each.before === before.attrs.id);
    const partner = pair && this.held('after', pair.after)?.node;
    return partner?.type === 'table' ? { before, after: partner } : null;
  }
}
