import type { ClockRange, Ground, Span } from './attribution.ts';
import { RangeMap } from './range-map.ts';

interface Relocation {
  readonly client: number;
  /** Added to the old clock it gives the new one. */
  readonly shift: number;
  readonly by: Ground;
}

/** What became of clocks: removed by somebody, alive, and who carried them from place to place in between. */
export interface Fate {
  readonly count: number;
  /** Who removed them in the end; `null` while they live on. */
  readonly deleted: Ground | null;
  /** Where they stand, or stood last. */
  readonly at: ClockRange;
  /** Who put them elsewhere, oldest first. */
  readonly carriers: readonly Ground[];
}

/** Keystrokes within a minute by the same person for the same comment are one entry. */
const MINUTE = 60_000;
const sameGround = (left: Ground, right: Ground): boolean =>
  left === right ||
  (left.person === right.person &&
    left.comment === right.comment &&
    left.origin === right.origin &&
    Math.abs(Date.parse(left.at) - Date.parse(right.at)) < MINUTE);

/** Every recorded span of a draft, to be asked by clock. */
export class SpanIndex {
  readonly #inserted = new RangeMap<Ground>(sameGround);
  readonly #deleted = new RangeMap<Ground>(sameGround);
  readonly #relocated = new RangeMap<Relocation>(
    (left, right) => left.client === right.client && left.shift === right.shift && sameGround(left.by, right.by),
  );

  constructor(spans: Iterable<Span> = []) {
    for (const span of spans) this.add(span);
  }

  /** Adds a span recorded after those already here. */
  add(span: Span): void {
    if (span.kind === 'relocated') {
      const { from, to, by } = span;
      this.#relocated.set(from.client, from.clock, from.count, {
        client: to.client,
        shift: to.clock - from.clock,
        by,
      });
      return;
    }
    const { person, at, comment, origin } = span;
    const ground = { person, at, comment, origin };
    (span.kind === 'inserted' ? this.#inserted : this.#deleted).set(span.client, span.clock, span.count, ground);
  }

  /** Who made these clocks, in runs; `null` where nothing was recorded. */
  grounds(range: ClockRange): { readonly count: number; readonly ground: Ground | null }[] {
    return this.#inserted
      .slices(range.client, range.clock, range.count)
      .map(({ count, value }) => ({ count, ground: value }));
  }

  /** Follows relocations to the present place and says who removed what is gone. */
  fates(range: ClockRange): Fate[] {
    const fates: Fate[] = [];
    const follow = (client: number, clock: number, count: number, carriers: readonly Ground[], seen: Set<string>) => {
      for (const slice of this.#relocated.slices(client, clock, count)) {
        const step = slice.value;
        const place = `${client}:${slice.clock}`;
        if (step && !seen.has(place)) {
          const next = new Set(seen).add(place);
          follow(step.client, slice.clock + step.shift, slice.count, [...carriers, step.by], next);
          continue;
        }
        for (const piece of this.#deleted.slices(client, slice.clock, slice.count)) {
          const at = { client, clock: piece.clock, count: piece.count };
          fates.push({ count: piece.count, deleted: piece.value, at, carriers });
        }
      }
    };
    follow(range.client, range.clock, range.count, [], new Set());
    return fates;
  }
}
