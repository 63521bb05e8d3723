import type { Node } from 'prosemirror-model';
import type { Mappable, Transform } from 'prosemirror-transform';
import { columnsOf } from './grid.ts';
import { type Carrier, idOf, knownOf, Stock } from './stock.ts';

export interface RepairOptions {
  /** Source of new ids; asked again while it gives one that the document holds already. */
  readonly newId: () => string;
  /** The document before the edit: decides which of two equal ids is the old one. */
  readonly before?: Node;
  /** Where positions of `before` are now: settles a tie, so that of two equal copies the original keeps its id. */
  readonly mapping?: Mappable;
  /** Follows the ids of a document that is repaired again and again, as a draft is while somebody writes. */
  readonly stock?: Stock;
}

/** One id that the repair changed; `from` is what the node carried, also the lineage of a split. */
export interface Renamed {
  readonly type: string;
  readonly from: string | null;
  readonly to: string;
}

/** Every carrier in the document that this holds for, in reading order; `within` tells which top-level nodes have any. */
function carriersThat(
  document: Node,
  wanted: (id: string | null) => boolean,
  within: (top: Node) => boolean = () => true,
): Carrier[] {
  const found: Carrier[] = [];
  document.forEach((top, offset) => {
    if (!within(top)) return;
    for (const { node, pos } of knownOf(top).carriers) if (wanted(idOf(node))) found.push({ node, pos: offset + pos });
  });
  return found;
}

const wordsOf = (node: Node): string => node.textBetween(0, node.content.size, '\n', '￼');

/** How much of the previous text this one still holds at its ends, in UTF-16 units: exact for a split, cheap for all. */
function share(text: string, previous: string): number {
  const most = Math.min(text.length, previous.length);
  let start = 0;
  while (start < most && text[start] === previous[start]) start += 1;
  let end = 0;
  while (end < most - start && text[text.length - 1 - end] === previous[previous.length - 1 - end]) end += 1;
  return start + end;
}

/** Which of several carriers of one id keeps it. */
function keeper(same: readonly Carrier[], previous: Carrier | undefined, mapping: Mappable | undefined): Carrier {
  const old = previous && wordsOf(previous.node);
  const home = previous && mapping ? mapping.map(previous.pos, 1) : null;
  const rank = (carrier: Carrier): readonly number[] => {
    const words = wordsOf(carrier.node);
    return [
      previous && carrier.node.type === previous.node.type ? 1 : 0,
      old === undefined ? words.length : share(words, old),
      home === carrier.pos ? 1 : 0,
    ];
  };
  let best = same[0] as Carrier;
  let bestRank = rank(best);
  for (const carrier of same.slice(1)) {
    const its = rank(carrier);
    const differs = its.findIndex((value, index) => value !== bestRank[index]);
    if (differs < 0 || (its[differs] as number) < (bestRank[differs] as number)) continue;
    best = carrier;
    bestRank = its;
  }
  return best;
}

/**
 * Gives every block, table, row, cell, image, source and footnote its own id and every table column one id.
 *
 * Missing ids are filled. Of several nodes with one id the one keeps it that holds the larger share of the text that had
 * it before (so Enter at the start of a paragraph leaves the id with the words); without `before`, the one with most
 * text; in a tie the one at the original's place, else the first. Attributes only are written, so no text, mark or
 * position changes. Deterministic in its arguments; running it again changes nothing.
 *
 * The editor calls it after the author's own transactions, the server after its own edits and before a freeze.
 */
export function repairIds(tr: Transform, options: RepairOptions): readonly Renamed[] {
  const { doc } = tr;
  const { ids, columns, lacking, unsound } = (options.stock ?? new Stock()).take(doc);
  const { repeated } = ids;
  const sound = unsound.size === 0 && columns.repeated.size === 0;
  if (lacking.size === 0 && repeated.size === 0 && sound) return [];
  // What lacks an id or may have to give it up; all others stay as they are.
  const doubtful = carriersThat(
    doc,
    (id) => id === null || repeated.has(id),
    repeated.size > 0 ? undefined : (top) => lacking.has(top),
  );
  const byId = new Map<string, Carrier[]>();
  for (const carrier of doubtful) {
    const id = idOf(carrier.node);
    if (id === null) continue;
    const same = byId.get(id);
    if (same) same.push(carrier);
    else byId.set(id, [carrier]);
  }
  const previous = new Map<string, Carrier>();
  if (options.before && repeated.size > 0) {
    for (const carrier of carriersThat(options.before, (id) => id !== null && repeated.has(id))) {
      const id = idOf(carrier.node) as string;
      if (!previous.has(id)) previous.set(id, carrier);
    }
  }
  const losers = new Set<Carrier>();
  for (const [id, same] of byId) {
    const kept = keeper(same, previous.get(id), options.mapping);
    for (const carrier of same) if (carrier !== kept) losers.add(carrier);
  }

  const given = new Set<string>();
  const fresh = (): string => {
    for (let attempt = 0; attempt < 1000; attempt += 1) {
      const id = options.newId();
      if (id !== '' && !ids.has(id) && !given.has(id)) {
        given.add(id);
        return id;
      }
    }
    throw new Error('newId gives no unused id');
  };
  const renamed: Renamed[] = [];
  const renamedTables = new Set<number>();
  for (const carrier of doubtful) {
    const from = idOf(carrier.node);
    if (from !== null && !losers.has(carrier)) continue;
    const to = fresh();
    // An attribute step keeps every size, so positions found before the first step stay right.
    tr.setNodeAttribute(carrier.pos, 'id', to);
    renamed.push({ type: carrier.node.type.name, from, to });
    if (carrier.node.type.name === 'table') renamedTables.add(carrier.pos);
  }

  if (sound) return renamed;
  // Tables that kept their id choose first: a pasted copy must not take its original's columns.
  const tables: Carrier[] = [];
  doc.forEach((node, pos) => {
    if (node.type.name === 'table') tables.push({ node, pos });
  });
  const order = [
    ...tables.filter(({ pos }) => !renamedTables.has(pos)),
    ...tables.filter(({ pos }) => renamedTables.has(pos)),
  ];
  const taken = new Set<string>();
  for (const { node, pos } of order) repairColumns(tr, node, pos, taken, fresh, renamed);
  return renamed;
}

/** One id per column: what most of its cells say, the fuller column first; a column that loses its id gets a new one. */
function repairColumns(
  tr: Transform,
  table: Node,
  tablePos: number,
  taken: Set<string>,
  fresh: () => string,
  renamed: Renamed[],
): void {
  const { width, cells } = columnsOf(table);
  const columns = Array.from({ length: width }, (_, index) => cells.filter((cell) => cell.column === index));
  const votes: { index: number; id: string; count: number }[] = [];
  for (const [index, members] of columns.entries()) {
    const counts = new Map<string, number>();
    for (const { node } of members) {
      const id = node.attrs['column'] as string | null;
      if (id) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    for (const [id, count] of counts) votes.push({ index, id, count });
  }
  votes.sort((a, b) => b.count - a.count || a.index - b.index);
  const chosen = new Map<number, string>();
  for (const { index, id } of votes) {
    if (chosen.has(index) || taken.has(id)) continue;
    chosen.set(index, id);
    taken.add(id);
  }
  for (const [index, members] of columns.entries()) {
    if (members.length === 0) continue;
    const id = chosen.get(index) ?? fresh();
    if (!chosen.has(index)) {
      taken.add(id);
      renamed.push({ type: 'column', from: null, to: id });
    }
    for (const { node, offset } of members)
      if (node.attrs['column'] !== id) tr.setNodeAttribute(tablePos + 1 + offset, 'column', id);
  }
}
