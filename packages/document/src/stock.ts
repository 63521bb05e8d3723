import type { Node } from 'prosemirror-model';
import { columnsOf } from './grid.ts';

/** A node with the position before it. */
export interface Carrier {
  readonly node: Node;
  readonly pos: number;
}

/** Node types that carry an id. */
const IDENTIFIED = new Set(['block', 'table', 'row', 'cell', 'image', 'source', 'footnote']);

export const idOf = (node: Node): string | null => (node.attrs['id'] as string | null) || null;

/** What is asked of one top-level node; worked out once, since nodes never change. */
interface Known {
  /** The node and what it holds, with positions counted from the node's own. */
  readonly carriers: readonly Carrier[];
  /** Ids of a table's columns; `null` when a column of it lacks its id, or two have the same. */
  readonly columns: readonly string[] | null;
}

const NO_COLUMNS: readonly string[] = [];
const known = new WeakMap<Node, Known>();

export function knownOf(top: Node): Known {
  let value = known.get(top);
  if (value !== undefined) return value;
  const carriers: Carrier[] = IDENTIFIED.has(top.type.name) ? [{ node: top, pos: 0 }] : [];
  top.descendants((node, pos) => {
    if (IDENTIFIED.has(node.type.name)) carriers.push({ node, pos: pos + 1 });
  });
  value = { carriers, columns: top.type.name === 'table' ? soundColumns(top) : NO_COLUMNS };
  known.set(top, value);
  return value;
}

/** The ids of a table's columns when all cells agree on them and no two are the same. */
function soundColumns(table: Node): readonly string[] | null {
  const ids: string[] = [];
  const { cells } = columnsOf(table);
  for (const { node, column } of cells) {
    const id = node.attrs['column'] as string | null;
    if (!id || (ids[column] ?? id) !== id) return null;
    ids[column] = id;
  }
  const present = ids.filter((id) => id !== undefined);
  return new Set(present).size === present.length ? present : null;
}

/** How often each of these is there. */
class Counts<T> {
  readonly #counts = new Map<T, number>();
  /** What is there more than once. */
  readonly repeated = new Set<T>();

  has(one: T): boolean {
    return this.#counts.has(one);
  }

  get size(): number {
    return this.#counts.size;
  }

  add(one: T, by: 1 | -1): void {
    const count = (this.#counts.get(one) ?? 0) + by;
    if (count > 0) this.#counts.set(one, count);
    else this.#counts.delete(one);
    if (count > 1) this.repeated.add(one);
    else this.repeated.delete(one);
  }
}

/**
 * The ids of one document: which are given, more than once, or lacking. Follows a draft from edit to edit at the cost of
 * the top-level nodes that differ.
 */
export class Stock {
  readonly ids = new Counts<string>();
  /** Ids of columns, by table. */
  readonly columns = new Counts<string>();
  /** Top-level nodes in which something lacks its id. */
  readonly lacking = new Counts<Node>();
  /** Tables of which a column lacks its id, or two have the same. */
  readonly unsound = new Counts<Node>();
  #taken: readonly Node[] = [];

  /** Takes stock of this document; what it shares with the one before it at both ends stays as it was counted. */
  take(document: Node): this {
    const now = document.content.content;
    const was = this.#taken;
    const most = Math.min(was.length, now.length);
    let start = 0;
    while (start < most && was[start] === now[start]) start += 1;
    let end = 0;
    while (end < most - start && was[was.length - 1 - end] === now[now.length - 1 - end]) end += 1;
    for (let index = start; index < was.length - end; index += 1) this.#count(was[index] as Node, -1);
    for (let index = start; index < now.length - end; index += 1) this.#count(now[index] as Node, 1);
    this.#taken = now;
    return this;
  }

  #count(top: Node, by: 1 | -1): void {
    const { carriers, columns } = knownOf(top);
    for (const { node } of carriers) {
      const id = idOf(node);
      if (id === null) this.lacking.add(top, by);
      else this.ids.add(id, by);
    }
    if (columns === null) this.unsound.add(top, by);
    else for (const id of columns) this.columns.add(id, by);
  }
}
