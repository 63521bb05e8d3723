import * as Y from 'yjs';
import type { Unit } from './ports.ts';

/** Text that nobody will see where it was typed: one writer's run of clocks. */
export interface Lost extends Unit {
  readonly text: string;
  /** `id` attribute of the nearest element it stood in; `null` where that is thrown away already. */
  readonly block: string | null;
  /** What stood before it and behind it, nearest first. */
  readonly left: readonly Unit[];
  readonly right: readonly Unit[];
  /** The element it stood in. */
  readonly holder: Unit | null;
}

type Range = Unit & { readonly len: number };

/** Neighbours looked at: the nearest that lives on elsewhere is as a rule the first. */
const NEAR = 16;

/**
 * Watches what one update deletes beyond what its sender asked for: text the sender had never seen, in a part that the
 * sender deleted or moved; and text the sender typed in a part that somebody else had deleted. Yjs lists in an update
 * every deleted clock the sender knew, so whatever else goes, goes unseen. Gives the pieces as they stood in the text.
 *
 * @param update what was asked; `null` when nobody asked for anything, so that all that goes is lost
 */
export function watchLost(doc: Y.Doc, update: Uint8Array | null, act: () => void): readonly Lost[] {
  let asked: ReturnType<typeof Y.decodeUpdate>['ds']['clients'] | null = update === null ? new Map() : null;
  const lost: Lost[] = [];
  const listen = (transaction: Y.Transaction): void => {
    if (transaction.deleteSet.clients.size === 0) return;
    asked ??= Y.decodeUpdate(update ?? new Uint8Array()).ds.clients;
    const unseen = new Map<Y.Item, Unseen>();
    for (const [client, ranges] of transaction.deleteSet.clients) {
      for (const { clock, len } of ranges) {
        // Most deletions are asked for as a whole.
        const wanted = asked.get(client) ?? [];
        if (wanted.some((range) => range.clock <= clock && clock + len <= range.clock + range.len)) continue;
        collect(transaction, { client, clock, len }, wanted, unseen);
      }
    }
    for (const parent of new Set([...unseen.keys()].map((item) => item.parent as Y.XmlText))) {
      lost.push(...piecesIn(parent, unseen, transaction));
    }
  };
  doc.on('afterTransaction', listen);
  try {
    act();
  } finally {
    doc.off('afterTransaction', listen);
  }
  return lost;
}

/** For each unit of a string whether it went unseen. */
type Unseen = readonly boolean[];

function collect(
  transaction: Y.Transaction,
  { client, clock, len }: Range,
  wanted: readonly { readonly clock: number; readonly len: number }[],
  unseen: Map<Y.Item, Unseen>,
): void {
  const structs = transaction.doc.store.clients.get(client) ?? [];
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
    const struct = structs[at] as Y.Item | Y.GC;
    if (struct.id.clock >= clock + len) return;
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
    const units = Array.from({ length: struct.length }, (_, unit) => {
      const here = struct.id.clock + unit;
      const asked = wanted.some((range) => range.clock <= here && here < range.clock + range.len);
      return (here >= clock && here < clock + len && !asked) || (unseen.get(struct)?.[unit] ?? false);
    });
    if (units.includes(true)) unseen.set(struct, units);
  }
}

/** Deleted content is still readable here: Yjs throws it away only after its observers were called. */
function piecesIn(parent: Y.XmlText, unseen: ReadonlyMap<Y.Item, Unseen>, transaction: Y.Transaction): Lost[] {
  const pieces: Lost[] = [];
  const block = blockOf(parent);
  const holder = parent._item?.parent instanceof Y.AbstractType ? unitOf(parent._item.parent._item) : null;
  const stood: Unit[] = [];
  const stands = (item: Y.Item) => !item.deleted || Y.isDeleted(transaction.deleteSet, item.id);
  for (let item = parent._start; item !== null; item = item.right) {
    const units = unseen.get(item);
    const { client, clock } = item.id;
    for (let from = 0; units !== undefined && from < item.length;) {
      const isLost = units[from];
      let to = from + 1;
      while (to < item.length && units[to] === isLost) to += 1;
      if (isLost) {
        const text = (item.content as Y.ContentString).str.slice(from, to);
        const left = stood.slice(-NEAR).toReversed();
        pieces.push({ client, clock: clock + from, text, block, left, right: rightOf(item, to), holder });
      }
      stood.push({ client, clock: clock + to - 1 });
      from = to;
    }
    if (units === undefined && item.countable && stands(item)) stood.push({ client, clock: clock + item.length - 1 });
  }
  return pieces;
}

function rightOf(item: Y.Item, from: number): Unit[] {
  const right: Unit[] = from < item.length ? [{ client: item.id.client, clock: item.id.clock + from }] : [];
  for (let next = item.right; next !== null && right.length < NEAR; next = next.right) right.push(next.id);
  return right;
}

/**
 * The text among content of an update whose place is thrown away already, with what it was typed beside. Only the update
 * itself still knows that; what its sender typed and took out again in between is looked through.
 */
export function lostOnArrival(gone: readonly Y.Item[]): readonly Lost[] {
  const find = ({ client, clock }: Unit) =>
    gone.find(({ id, length }) => id.client === client && id.clock <= clock && clock < id.clock + length);
  const isText = ({ content }: Y.Item) => content instanceof Y.ContentString;
  const beside = (first: Unit | null, next: (item: Y.Item) => Unit | null): Unit[] => {
    for (let unit = first, looked = 0; unit !== null && looked < NEAR; looked += 1) {
      const item = find(unit);
      if (item === undefined || isText(item)) return [unit];
      unit = next(item);
    }
    return [];
  };
  return gone.filter(isText).map((item) => ({
    client: item.id.client,
    clock: item.id.clock,
    text: (item.content as Y.ContentString).str,
    block: null,
    left: beside(item.origin, ({ origin }) => origin),
    right: beside(item.rightOrigin, ({ rightOrigin }) => rightOrigin),
    holder: holderOf(item, find),
  }));
}

/** The element around the text node that this stands in, where the update names them. */
function holderOf(item: Y.Item, find: (unit: Unit) => Y.Item | undefined): Unit | null {
  const named = item.parent as unknown;
  if (!(named instanceof Y.ID)) return null;
  const around = find(named)?.parent as unknown;
  return around instanceof Y.ID ? around : null;
}

const unitOf = (item: Y.Item | null): Unit | null => (item === null ? null : item.id);

function blockOf(text: Y.XmlText): string | null {
  for (let holder = text._item; holder !== null;) {
    const { parent } = holder;
    if (!(parent instanceof Y.AbstractType)) return null;
    holder = (parent as Y.AbstractType<unknown>)._item;
    const id = (parent as Y.AbstractType<unknown>)._map.get('id')?.content;
    const value: unknown = id instanceof Y.ContentAny ? id.arr.at(-1) : null;
    if (typeof value === 'string') return value;
  }
  return null;
}

/** Neighbouring pieces of one writer in one block are one text. */
export function joined(pieces: readonly Lost[]): readonly Pick<Lost, 'client' | 'text' | 'block'>[] {
  const texts: Pick<Lost, 'client' | 'text' | 'block'>[] = [];
  for (const { client, text, block } of pieces) {
    const last = texts.at(-1);
    if (last && last.client === client && last.block === block) {
      texts[texts.length - 1] = { ...last, text: last.text + text };
    } else texts.push({ client, text, block });
  }
  return texts;
}
