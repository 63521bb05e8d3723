import type { BlockJson, TopJson } from './json.ts';

/** A list as a tree: the view of a run of consecutive items. */
export interface List<T> {
  readonly type: 'list';
  readonly ordered: boolean;
  /** How many lists this one stands in. */
  readonly depth: number;
  /** How its numbers are written; null for bullets. */
  readonly numbering: Numbering | null;
  readonly items: readonly ListItem<T>[];
}
export interface ListItem<T> {
  readonly block: BlockJson;
  /** As printed, without punctuation: "3", "b", "iv"; null for a bullet. */
  readonly number: string | null;
  /** What belongs to the item after its own words: continuing blocks and deeper lists. */
  readonly content: readonly (T | List<T>)[];
}
export type Numbering = 'decimal' | 'letter' | 'roman';

const NUMBERINGS = ['decimal', 'letter', 'roman'] as const;
/** Deepest indent of an item. */
export const MAX_INDENT = 8;

function roman(n: number): string {
  const steps: [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let text = '';
  let rest = n;
  for (const [value, sign] of steps) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}

/** A, B, …, Z, AA, AB, …; `n` counts from 1. */
export function letters(n: number): string {
  let text = '';
  for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / 26))
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}

const printed = (numbering: Numbering, n: number): string =>
  numbering === 'decimal' ? String(n) : numbering === 'letter' ? letters(n).toLowerCase() : roman(n);

interface OpenItem<T> {
  readonly block: BlockJson;
  readonly number: string | null;
  readonly content: (T | List<T>)[];
}
interface OpenList<T> {
  readonly type: 'list';
  readonly ordered: boolean;
  readonly depth: number;
  readonly numbering: Numbering | null;
  readonly items: OpenItem<T>[];
}
interface Level<T> {
  readonly indent: number;
  readonly list: OpenList<T>;
}

const indentOf = (block: BlockJson): number => Math.min(MAX_INDENT, Math.max(0, Math.trunc(block.attrs.indent) || 0));

/**
 * The run of blocks with its lists as trees.
 *
 * A list is a run of consecutive items. A deeper item opens a list within the item before it; at one depth a change from
 * bullets to numbers begins a new list, and numbers go on after a deeper list. A block that is no item but stands
 * indented directly behind an item continues the nearest item that is less indented; anything else ends the list.
 */
export function flow<T extends TopJson>(nodes: readonly T[]): readonly (T | List<T>)[] {
  const result: (T | List<T>)[] = [];
  let open: Level<T>[] = [];
  for (const node of nodes) {
    const block: BlockJson | null = node.type === 'block' ? node : null;
    if (block?.attrs.role !== 'item') {
      const depth = block && block.attrs.role !== 'heading' ? indentOf(block) : 0;
      const holder = depth > 0 ? open.findLast((level) => level.indent < depth) : undefined;
      const item = holder?.list.items.at(-1);
      if (holder && item) {
        open = open.slice(0, open.indexOf(holder) + 1);
        item.content.push(node);
      } else {
        open = [];
        result.push(node);
      }
      continue;
    }
    const indent = indentOf(block);
    const ordered = block.attrs.kind === 'ordered';
    while (open.length > 0 && (open.at(-1) as Level<T>).indent > indent) open.pop();
    if (open.at(-1)?.indent === indent && (open.at(-1) as Level<T>).list.ordered !== ordered) open.pop();
    if (open.at(-1)?.indent !== indent) {
      const numbered = open.filter((level) => level.list.ordered).length;
      const list: OpenList<T> = {
        type: 'list',
        ordered,
        depth: open.length,
        numbering: ordered ? (NUMBERINGS[numbered % NUMBERINGS.length] as Numbering) : null,
        items: [],
      };
      (open.at(-1)?.list.items.at(-1)?.content ?? result).push(list);
      open.push({ indent, list });
    }
    const { list } = open.at(-1) as Level<T>;
    const number = list.numbering === null ? null : printed(list.numbering, list.items.length + 1);
    list.items.push({ block, number, content: [] });
  }
  return result;
}

/** Every item of the lists in this flow, in reading order. */
export function* listItems<T extends TopJson>(nodes: readonly (T | List<T>)[]): Generator<ListItem<T>> {
  for (const node of nodes) {
    if (node.type !== 'list') continue;
    for (const item of node.items) {
      yield item;
      yield* listItems(item.content);
    }
  }
}
