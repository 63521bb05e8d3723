import * as Y from 'yjs';
import type { ClockRange } from './attribution.ts';
import { keyOf, pushClocks, sliceClocks } from './clocks.ts';

/** Text with the clock of each of its UTF-16 units. */
export interface Text {
  readonly text: string;
  readonly clocks: readonly ClockRange[];
}

/** A text as it stood before the transaction, of which characters were deleted. */
export interface Lost extends Text {
  /** 1 for each unit that the transaction deleted. */
  readonly gone: Uint8Array;
  /** The element that holds the text, and its id. */
  readonly holder: string;
  readonly id: string | null;
  /** The element or the text node went with it, so this was more than deleting letters. */
  readonly structural: boolean;
}

/** A stretch of new characters, unbroken as a reader sees them. */
export interface Gained extends Text {
  readonly holder: string;
  readonly id: string | null;
  readonly structural: boolean;
  /** It is all the text of its text node. */
  readonly whole: boolean;
  /** Its holder and the elements next to that, as they stood before: where a split came from and a merge went to. */
  readonly near: ReadonlySet<string>;
  /** What stands before and after it. */
  readonly left: Text;
  readonly right: Text;
  /** Per inserted item the deleted characters directly behind it: undo puts text back in front of its remains. */
  readonly remains: readonly Remains[];
}

interface Remains {
  readonly from: number;
  readonly count: number;
  readonly clocks: readonly ClockRange[];
  /** `null` where Yjs has thrown the text away. */
  readonly text: string | null;
}

/** An element with the clocks of itself and its attributes. */
export interface ElementClocks {
  readonly id: string;
  readonly clock: ClockRange;
  readonly attributes: ReadonlyMap<string, { readonly value: string; readonly clock: ClockRange }>;
}

/** All that one transaction did, as plain data read before Yjs throws the deleted content away. */
export interface Capture {
  readonly inserted: readonly ClockRange[];
  /** Clocks that existed before and are deleted now. */
  readonly deleted: readonly ClockRange[];
  readonly lost: readonly Lost[];
  readonly gained: readonly Gained[];
  readonly elementsLost: readonly ElementClocks[];
  readonly elementsGained: readonly ElementClocks[];
}

type Parent = Y.AbstractType<unknown>;
/** Characters kept on either side of new text, to recognise an edit that could have been told one letter further on. */
const CONTEXT = 64;
/** Neighbours looked at on either side of a changed element. */
const NEIGHBOURS = 12;

/** Deleted clocks that an update lists: all that its sender knew. */
type Asked = ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>;

/**
 * Reads a transaction in its `afterTransaction` event.
 *
 * @param update the bytes it came from: letters in a part that went which their sender had never seen are no part of what
 *   the sender moved; `null` for an act on the document itself
 */
export function capture(transaction: Y.Transaction, update: Uint8Array | null = null): Capture {
  const inserted: ClockRange[] = [];
  const deleted: ClockRange[] = [];
  const newItems: Y.Item[] = [];
  const goneItems: Y.Item[] = [];
  for (const [client, end] of transaction.afterState) {
    const start = transaction.beforeState.get(client) ?? 0;
    if (end <= start) continue;
    inserted.push({ client, clock: start, count: end - start });
    for (const struct of structsOf(transaction, client, start, end - start)) {
      if (struct instanceof Y.Item) newItems.push(struct);
    }
  }
  for (const [client, ranges] of transaction.deleteSet.clients) {
    const start = transaction.beforeState.get(client) ?? 0;
    for (const { clock, len } of ranges) {
      const count = Math.min(clock + len, start) - clock;
      if (count <= 0) continue;
      pushClocks(deleted, client, clock, count);
      for (const struct of structsOf(transaction, client, clock, count)) {
        if (struct instanceof Y.Item) goneItems.push(struct);
      }
    }
  }
  const living = newItems.filter((item) => !item.deleted);
  const lost = texts(goneItems);
  const asked = lost.length > 0 && update !== null ? Y.decodeUpdate(update).ds.clients : null;
  const seen = new Reading(transaction, asked);
  // One letter typed is by far the most frequent update and can inherit from nothing.
  const gained = lost.length === 0 && isKeystroke(living) ? [] : texts(living);
  return {
    inserted,
    deleted,
    lost: lost.map((text) => seen.lost(text)),
    gained: gained.flatMap((text) => seen.gained(text)),
    elementsLost: goneItems.flatMap(elementClocks),
    elementsGained: living.flatMap(elementClocks),
  };
}

/** Reads texts as they were before and are after one transaction. */
class Reading {
  readonly #transaction: Y.Transaction;
  readonly #asked: Asked | null;

  constructor(transaction: Y.Transaction, asked: Asked | null) {
    this.#transaction = transaction;
    this.#asked = asked;
  }

  #isNew(item: Y.Item): boolean {
    return item.id.clock >= (this.#transaction.beforeState.get(item.id.client) ?? 0);
  }
  #isGone(item: Y.Item): boolean {
    return item.deleted && Y.isDeleted(this.#transaction.deleteSet, item.id);
  }

  lost(parent: Parent): Lost {
    const clocks: ClockRange[] = [];
    const goneParts: [from: number, to: number][] = [];
    let text = '';
    for (let item = parent._start; item !== null; item = item.right) {
      if (!(item.content instanceof Y.ContentString) || this.#isNew(item)) continue;
      const isGone = this.#isGone(item);
      if (item.deleted && !isGone) continue;
      for (const [from, to] of isGone ? this.#known(item) : [[0, item.length] as const]) {
        text += item.content.str.slice(from, to);
        pushClocks(clocks, item.id.client, item.id.clock + from, to - from);
        if (isGone) goneParts.push([text.length - (to - from), text.length]);
      }
    }
    const gone = new Uint8Array(text.length);
    for (const [from, to] of goneParts) gone.fill(1, from, to);
    const holder = holderOf(parent);
    const structural = parent._item !== null && parent._item.deleted;
    return { text, clocks, gone, structural, ...holder };
  }

  /** The parts of a deleted item that the sender had seen, as offsets. */
  #known({ id, length }: Y.Item): readonly (readonly [from: number, to: number])[] {
    if (this.#asked === null) return [[0, length]];
    const ranges = this.#asked.get(id.client) ?? [];
    return ranges
      .map(({ clock, len }) => [Math.max(0, clock - id.clock), Math.min(length, clock + len - id.clock)] as const)
      .filter(([from, to]) => to > from)
      .toSorted(([one], [other]) => one - other);
  }

  gained(parent: Parent): Gained[] {
    const clocks: ClockRange[] = [];
    let text = '';
    const stretches: { from: number; to: number; remains: Remains[] }[] = [];
    for (let item = parent._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
      if (this.#isNew(item)) {
        const last = stretches.at(-1);
        const stretch = last?.to === text.length ? last : { from: text.length, to: 0, remains: [] };
        if (stretch !== last) stretches.push(stretch);
        const behind = remainsBehind(item);
        if (behind) stretch.remains.push({ from: text.length - stretch.from, count: item.length, ...behind });
        stretch.to = text.length + item.length;
      }
      text += item.content.str;
      pushClocks(clocks, item.id.client, item.id.clock, item.length);
    }
    if (stretches.length === 0) return [];
    const holder = holderOf(parent);
    const structural = parent._item !== null && this.#isNew(parent._item);
    const near = this.#near(parent);
    const cut = (from: number, to: number): Text => ({
      text: text.slice(from, to),
      clocks: sliceClocks(clocks, from, to),
    });
    return stretches.map(({ from, to, remains }) => ({
      ...cut(from, to),
      ...holder,
      structural,
      near,
      remains,
      whole: from === 0 && to === text.length,
      left: cut(Math.max(0, from - CONTEXT), from),
      right: cut(to, to + CONTEXT),
    }));
  }

  /** The holder and its neighbours, passing over what this transaction added or deleted. */
  #near(parent: Parent): ReadonlySet<string> {
    const start = elementOf(parent);
    const near = new Set<string>(start ? [keyOf(start.id.client, start.id.clock)] : []);
    for (const side of ['left', 'right'] as const) {
      let steps = 0;
      for (let item = start?.[side] ?? null; item !== null && steps < NEIGHBOURS; item = item[side], steps++) {
        near.add(keyOf(item.id.client, item.id.clock));
        if (!item.deleted && !this.#isNew(item)) break;
      }
    }
    return near;
  }
}

/** A single new letter that stands before no remains of an earlier one. */
function isKeystroke(items: readonly Y.Item[]): boolean {
  const letters = items.filter(({ content }) => content instanceof Y.ContentString);
  return letters.every((item) => item.length === 1 && letters.length === 1 && !item.right?.deleted);
}

/** Deleted characters that follow an item at once, as many as it has itself; `null` when there are fewer. */
function remainsBehind(item: Y.Item): { clocks: ClockRange[]; text: string | null } | null {
  const clocks: ClockRange[] = [];
  let text: string | null = '';
  let count = 0;
  for (let next = item.right; next !== null && count < item.length && next.deleted; next = next.right) {
    if (!(next.content instanceof Y.ContentString || next.content instanceof Y.ContentDeleted)) break;
    const take = Math.min(next.length, item.length - count);
    pushClocks(clocks, next.id.client, next.id.clock, take);
    text = text !== null && next.content instanceof Y.ContentString ? text + next.content.str.slice(0, take) : null;
    count += take;
  }
  return count === item.length ? { clocks, text } : null;
}

function structsOf(transaction: Y.Transaction, client: number, clock: number, count: number): (Y.Item | Y.GC)[] {
  const structs = transaction.doc.store.clients.get(client) ?? [];
  if (structs.length === 0) return [];
  const start = Y.findIndexSS(structs as Y.Item[], clock);
  let end = start;
  while (end < structs.length && structs[end]!.id.clock < clock + count) end++;
  return structs.slice(start, end);
}

/** The text nodes that these items stand in, each once. */
function texts(items: readonly Y.Item[]): Parent[] {
  const parents = new Set<Parent>();
  for (const item of items) {
    if (item.content instanceof Y.ContentString) parents.add(item.parent as Parent);
  }
  return [...parents];
}

/** Item of the element around a text node; the text's own item where it stands in no element. */
function elementOf(parent: Parent): Y.Item | null {
  const own = parent._item;
  const around = own?.parent;
  if (around instanceof Y.XmlElement) return around._item;
  return own;
}

function holderOf(parent: Parent): { holder: string; id: string | null } {
  const item = elementOf(parent);
  if (item === null) return { holder: '', id: null };
  const type = item.content instanceof Y.ContentType ? item.content.type : null;
  const id = type?._map.get('id');
  return { holder: keyOf(item.id.client, item.id.clock), id: id ? textOf(id) : null };
}

function textOf(item: Y.Item): string | null {
  const value: unknown = item.content instanceof Y.ContentAny ? item.content.arr.at(-1) : null;
  return typeof value === 'string' ? value : null;
}

function elementClocks(item: Y.Item): ElementClocks[] {
  if (!(item.content instanceof Y.ContentType)) return [];
  const attributes = new Map<string, { value: string; clock: ClockRange }>();
  let id: string | null = null;
  for (const [name, value] of item.content.type._map) {
    if (!(value.content instanceof Y.ContentAny)) continue;
    if (name === 'id') id = textOf(value);
    const clock = { client: value.id.client, clock: value.id.clock + value.length - 1, count: 1 };
    attributes.set(name, { value: JSON.stringify(value.content.arr.at(-1)), clock });
  }
  return id === null ? [] : [{ id, clock: { client: item.id.client, clock: item.id.clock, count: 1 }, attributes }];
}
