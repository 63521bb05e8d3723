import type { Change, Comparison, TextRange } from '@draagvlak/compare';
import type { ChangeAttribution, ClockMap, ClockRange, Ground, Span } from './attribution.ts';
import { sliceClocks } from './clocks.ts';
import { RangeMap } from './range-map.ts';
import { SpanIndex } from './span-index.ts';

export interface AttributeInput {
  readonly comparison: Comparison;
  /** Clocks of the first version; `null` when it has no history here (an imported text). */
  readonly before: ClockMap | null;
  readonly after: ClockMap | null;
  /** Every span of the draft, in the order of recording; or an index made of them before. */
  readonly spans: readonly Span[] | SpanIndex;
}

/**
 * Who stands behind each change, when and for which comments: new characters through the clocks of the second version,
 * removed ones through those of the first and what became of them, attributes, marks, moves, splits and merges through
 * the clocks of what says so. In the order of the comparison's changes.
 */
export function attribute({ comparison, before, after, spans }: AttributeInput): ChangeAttribution[] {
  const index = spans instanceof SpanIndex ? spans : new SpanIndex(spans);
  const kept = keptClocks(before, index);
  const carried = carriedNodes(before, after, index);
  return comparison.changes.map((change) => {
    const gathered = new Gathering(index, before, after, kept, carried);
    gathered.text(change);
    gathered.attributes(change);
    gathered.marks(change);
    gathered.places(change);
    return gathered.result(change.key);
  });
}

/** Kinds of change that a person makes by carrying text to another place. */
const CARRIED = new Set<Change['kind']>(['moved', 'split', 'merged']);

class Gathering {
  readonly #index: SpanIndex;
  readonly #before: ClockMap | null;
  readonly #after: ClockMap | null;
  readonly #grounds: Ground[] = [];
  readonly #kept: RangeMap<Kept>;
  readonly #carried: readonly CarriedNode[];
  #unknown = false;

  constructor(
    index: SpanIndex,
    before: ClockMap | null,
    after: ClockMap | null,
    kept: RangeMap<Kept>,
    carried: readonly CarriedNode[],
  ) {
    this.#kept = kept;
    this.#carried = carried;
    this.#index = index;
    this.#before = before;
    this.#after = after;
  }

  /**
   * New characters and characters that are gone. A comparison speaks of words: who made "deelnemer" plural wrote one
   * letter, and the others were there already. Only where every letter was there did somebody put them together.
   */
  text({ before, after }: Change): void {
    const carriers: Ground[] = [];
    for (const range of after?.ranges ?? []) {
      const clocks = clocksOf(this.#after, range);
      if (clocks === null) this.#unknown = true;
      for (const { client, clock, count } of clocks ?? []) {
        for (const slice of this.#kept.slices(client, clock, count)) {
          if (!slice.value) this.#written({ client, clock: slice.clock, count: slice.count });
          else if (slice.value.carrier) carriers.push(slice.value.carrier);
        }
      }
    }
    for (const range of before?.ranges ?? []) {
      const clocks = clocksOf(this.#before, range);
      if (clocks === null) this.#unknown = true;
      for (const clock of clocks ?? []) {
        for (const fate of this.#index.fates(clock)) {
          if (fate.deleted) this.#add(fate.deleted);
          else if (fate.carriers.length > 0) carriers.push(fate.carriers.at(-1)!);
        }
      }
    }
    if (this.#grounds.length === 0) for (const carrier of carriers) this.#add(carrier);
  }

  attributes({ attributes, before, after }: Change): void {
    for (const { name } of attributes) {
      for (const id of new Set([...(after?.nodes ?? []), ...(before?.nodes ?? [])])) {
        const now = this.#after?.attributes[id]?.[name];
        const then = this.#before?.attributes[id]?.[name];
        // Written anew is inserted; cleared is removed; the same clock on both sides is another node's change.
        if (now && !(then && sameClock(now, then))) this.#inserted([now]);
        else if (then && !now) this.#removed([then]);
      }
    }
    if (attributes.length > 0 && (!this.#before || !this.#after)) this.#unknown = true;
  }

  marks({ marks }: Change): void {
    for (const { mark, kind, range } of marks) {
      const now = (this.#after?.marks?.[range.block] ?? []).filter(
        (set) => set.mark === mark && set.from < range.to && range.from < set.to,
      );
      const then = (this.#before?.marks?.[range.block] ?? []).filter((set) => set.mark === mark);
      const fresh = now.filter(({ clock }) => !then.some((old) => sameClock(old.clock, clock)));
      if (fresh.length > 0) this.#inserted(fresh.map(({ clock }) => clock));
      if (kind !== 'added') {
        const cleared = then.flatMap(({ clock }) => this.#index.fates(clock)).filter(({ deleted }) => deleted !== null);
        for (const { deleted } of cleared) this.#add(deleted);
        if (fresh.length + cleared.length === 0) this.#unknown = true;
      } else if (fresh.length === 0) {
        this.#unknown = true;
      }
    }
  }

  /** Parts that came, went or were carried as a whole: the node itself says by whom. */
  places({ kind, before, after }: Change): void {
    const silent = this.#grounds.length === 0 && !this.#unknown && !CARRIED.has(kind);
    const [then, now] = [before?.nodes ?? [], after?.nodes ?? []];
    if (kind === 'split') this.#inserted(now.flatMap((id) => this.#newNode(id, then)));
    if (kind === 'merged') this.#removed(then.flatMap((id) => this.#goneNode(id)));
    if (kind === 'moved' || ((kind === 'split' || kind === 'merged') && this.#grounds.length === 0)) {
      const carriers = then.flatMap((id) => this.#carriers(id));
      for (const carrier of carriers) this.#add(carrier);
      if (carriers.length === 0 && kind === 'moved') this.#passed(then[0], now[0]);
    }
    if (CARRIED.has(kind) && this.#grounds.length === 0) this.#unknown = true;
    if (!silent) return;
    if (kind === 'inserted') this.#inserted(now.flatMap((id) => nodeClock(this.#after, id)));
    if (kind === 'deleted') this.#removed(then.flatMap((id) => nodeClock(this.#before, id)));
    // A number that changed because others moved was changed by nobody.
    if (this.#grounds.length === 0 && kind !== 'renumbered') this.#unknown = true;
  }

  /** Who put a node, or its words, elsewhere last. */
  #carriers(id: string): Ground[] {
    const own = nodeClock(this.#before, id).flatMap((clock) => this.#index.fates(clock));
    const words = (this.#before?.blocks[id] ?? []).flatMap((clock) => this.#index.fates(clock));
    const last = (own.some(({ carriers }) => carriers.length > 0) ? own : words).flatMap(
      ({ carriers }) => carriers.at(-1) ?? [],
    );
    return last;
  }
  /**
   * Where two parts changed places, a comparison may call either of them moved. Nobody touched this one; then who carried
   * the others past it moved it.
   */
  #passed(old: string | undefined, now: string | undefined): void {
    const from = orderOf(this.#before, old);
    const to = orderOf(this.#after, now);
    if (from === null || to === null) return;
    for (const { before, after, by } of this.#carried) {
      if (before < from !== after < to) this.#add(by);
    }
  }
  /** The node, unless it is what one of the old ones was, under whatever id: a split may give the old id to either half. */
  #newNode(id: string, before: readonly string[]): ClockRange[] {
    const old = before.flatMap((other) => nodeClock(this.#before, other)).flatMap((clock) => this.#index.fates(clock));
    return nodeClock(this.#after, id).filter((clock) => !old.some(({ at }) => sameClock(at, clock)));
  }
  #goneNode(id: string): ClockRange[] {
    return nodeClock(this.#before, id).filter((clock) => this.#index.fates(clock).some(({ deleted }) => deleted));
  }

  /**
   * Characters that came after the first version. Imported ones among them repeat letters beside them that were there (a
   * merge told one letter further on): they are as good as kept.
   */
  #written(clocks: ClockRange): void {
    for (const { ground } of this.#index.grounds(clocks)) {
      if (this.#before === null || ground?.origin !== 'imported') this.#add(ground);
    }
  }

  #inserted(clocks: readonly ClockRange[] | null): void {
    if (clocks === null) this.#unknown = true;
    for (const clock of clocks ?? []) for (const { ground } of this.#index.grounds(clock)) this.#add(ground);
  }

  #removed(clocks: readonly ClockRange[] | null): void {
    if (clocks === null) this.#unknown = true;
    for (const clock of clocks ?? []) {
      for (const { deleted, carriers } of this.#index.fates(clock)) this.#add(deleted ?? carriers.at(-1) ?? null);
    }
  }

  #add(ground: Ground | null): void {
    if (ground === null || ground.origin === 'imported') this.#unknown = true;
    else this.#grounds.push(ground);
  }

  result(key: string): ChangeAttribution {
    const grounds = this.#grounds.toSorted((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
    const comments = grounds.flatMap(({ comment }) => comment ?? []);
    return {
      key,
      people: [...new Set(grounds.map(({ person }) => person))],
      comments: [...new Set(comments)],
      first: grounds[0]?.at ?? null,
      last: grounds.at(-1)?.at ?? null,
      mixed: comments.length > 0 && comments.length < grounds.length,
      unknown: this.#unknown,
    };
  }
}

/** A character of the first version that still stands, with who put it where it is, if anybody did. */
interface Kept {
  readonly carrier: Ground | null;
}

/** By present clock every character of the first version that was not deleted for good. */
function keptClocks(before: ClockMap | null, index: SpanIndex): RangeMap<Kept> {
  const kept = new RangeMap<Kept>((one, other) => one.carrier === other.carrier);
  for (const clocks of Object.values(before?.blocks ?? {})) {
    for (const range of clocks) {
      for (const { at, deleted, carriers } of index.fates(range)) {
        if (!deleted) kept.set(at.client, at.clock, at.count, { carrier: carriers.at(-1) ?? null });
      }
    }
  }
  return kept;
}

/** A node that somebody carried, with its rank among the nodes of either version. */
interface CarriedNode {
  readonly before: number;
  readonly after: number;
  readonly by: Ground;
}

function carriedNodes(before: ClockMap | null, after: ClockMap | null, index: SpanIndex): CarriedNode[] {
  return Object.entries(before?.nodes ?? {}).flatMap(([id, clock]) => {
    const by = index.fates(clock).at(-1)?.carriers.at(-1);
    const old = orderOf(before, id);
    const now = orderOf(after, id);
    return by && old !== null && now !== null ? [{ before: old, after: now, by }] : [];
  });
}

const orders = new WeakMap<ClockMap, ReadonlyMap<string, number>>();

/** Rank of a node in document order; `null` when the version does not have it. */
function orderOf(map: ClockMap | null, id: string | undefined): number | null {
  if (map === null || id === undefined) return null;
  const order = orders.get(map) ?? new Map(Object.keys(map.nodes ?? {}).map((node, at) => [node, at]));
  orders.set(map, order);
  return order.get(id) ?? null;
}

const sameClock = (one: ClockRange, other: ClockRange): boolean =>
  one.client === other.client && one.clock === other.clock;

function nodeClock(map: ClockMap | null, id: string): ClockRange[] {
  const clock = map?.nodes?.[id];
  return clock ? [clock] : [];
}

/** `null` where the version has no clocks for these characters. */
function clocksOf(map: ClockMap | null, { block, from, to }: TextRange): ClockRange[] | null {
  const clocks = map?.blocks[block];
  if (!clocks) return null;
  const slice = sliceClocks(clocks, from, to);
  return slice.reduce((sum, { count }) => sum + count, 0) === to - from ? slice : null;
}
