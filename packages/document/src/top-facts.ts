import { type BlockJson, type ImageJson, type InlineJson, LEAF, type TableJson, type TopJson } from './json.ts';
import { flow, listItems } from './lists.ts';

/** A requirement, a definition or a footnote: what is numbered through more than its own block, or referred to. */
export type Marked =
  | { readonly kind: 'requirement' | 'definition'; readonly id: string | null; readonly block: BlockJson }
  | { readonly kind: 'footnote'; readonly id: string | null };

/**
 * What an outline asks of one top-level node, whatever stands around it. Nodes never change, so it is worked out once
 * for each: after a keystroke an outline costs the nodes that are new.
 */
export interface TopFacts {
  /** Ids of the node, its rows, cells, blocks and footnotes, in reading order. */
  readonly ids: readonly string[];
  /** Requirements, definitions and footnotes, in reading order. */
  readonly marked: readonly Marked[];
  /** What is referred to and the id of the block that does so, in reading order. */
  readonly references: readonly { readonly target: string; readonly block: string | null }[];
  /** Numbers of the list items in its cells, by id. */
  readonly items: ReadonlyMap<string, string>;
}

const NO_ITEMS: ReadonlyMap<string, string> = new Map();
const NONE: readonly never[] = [];
const known = new WeakMap<TopJson, TopFacts>();
const titles = new WeakMap<BlockJson, string>();

/** What an outline asks of this node. */
export function factsOf(node: TopJson): TopFacts {
  let facts = known.get(node);
  if (facts === undefined) known.set(node, (facts = worked(node)));
  return facts;
}

/** The words of a heading: line breaks become spaces, other inline leaves vanish. */
export const titleOf = (block: { readonly content?: readonly InlineJson[] }): string =>
  (block.content ?? [])
    .map((node) => (node.type === 'text' ? node.text : node.type === 'break' ? ' ' : ''))
    .join('')
    .replaceAll(LEAF, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();

/** `titleOf`, worked out once for each heading. */
export function knownTitle(block: BlockJson): string {
  let title = titles.get(block);
  if (title === undefined) titles.set(block, (title = titleOf(block)));
  return title;
}

/** Adds numbers of the items in this run of blocks; of two items with one id the first counts. */
export function numberItems(blocks: readonly TopJson[], numbers: Map<string, string>): void {
  for (const { block, number } of listItems(flow(blocks))) {
    const { id } = block.attrs;
    if (id !== null && number !== null && !numbers.has(id)) numbers.set(id, number);
  }
}

function worked(node: TopJson): TopFacts {
  const ids: string[] = [];
  const marked: Marked[] = [];
  const references: { target: string; block: string | null }[] = [];
  const take = (carrier: { readonly attrs: { readonly id: string | null } }) => {
    if (carrier.attrs.id !== null) ids.push(carrier.attrs.id);
  };
  const read = (block: TopJson | ImageJson) => {
    take(block);
    if (block.type !== 'block') return;
    const { id, role } = block.attrs;
    if (role === 'requirement' || role === 'definition') marked.push({ kind: role, id, block });
    for (const inline of block.content ?? []) {
      if (inline.type === 'reference') references.push({ target: inline.attrs.target, block: id });
      if (inline.type !== 'footnote') continue;
      take(inline);
      marked.push({ kind: 'footnote', id: inline.attrs.id });
    }
  };
  read(node);
  if (node.type === 'table')
    for (const row of node.content ?? []) {
      take(row);
      for (const cell of row.content ?? []) {
        take(cell);
        for (const block of cell.content ?? []) read(block);
      }
    }
  return {
    ids,
    marked: marked.length === 0 ? NONE : marked,
    references: references.length === 0 ? NONE : references,
    items: node.type === 'table' ? cellItems(node) : NO_ITEMS,
  };
}

function cellItems(table: TableJson): ReadonlyMap<string, string> {
  const numbers = new Map<string, string>();
  for (const row of table.content ?? []) for (const cell of row.content ?? []) numberItems(cell.content ?? [], numbers);
  return numbers.size === 0 ? NO_ITEMS : numbers;
}
