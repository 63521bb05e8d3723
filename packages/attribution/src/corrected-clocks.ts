import type { ClockMap, ClockRange, MarkClock } from './attribution.ts';
import { pushClocks, sliceClocks } from './clocks.ts';

/** Units `from` up to `to` of a block that were replaced by units with these clocks. */
export interface ReplacedUnits {
  readonly block: string;
  readonly from: number;
  readonly to: number;
  readonly clocks: readonly ClockRange[];
}

/** Units that nobody is known to have typed; Yjs draws client numbers at random and never this one in practice. */
export const unknownClocks = (count: number): ClockRange[] => (count > 0 ? [{ client: 0, clock: 0, count }] : []);

/** The clocks of units `from` up to `to` of a block; `null` when it has no such units. */
export function clocksOf(map: ClockMap, block: string, from: number, to: number): ClockRange[] | null {
  const found = sliceClocks(map.blocks[block] ?? [], from, to);
  return lengthOf(found) === to - from ? found : null;
}

const lengthOf = (clocks: readonly ClockRange[]): number => clocks.reduce((sum, { count }) => sum + count, 0);

/**
 * The clocks of a frozen text after some of its words were replaced: the rest keeps its own, so that the words that stay
 * keep their author. Replacements may come in any order and must not overlap.
 */
export function correctedClocks(map: ClockMap, replaced: readonly ReplacedUnits[]): ClockMap {
  const blocks: Record<string, readonly ClockRange[]> = { ...map.blocks };
  const marks: Record<string, readonly MarkClock[]> = { ...map.marks };
  for (const { block, from, to, clocks } of replaced.toSorted((one, other) => other.from - one.from)) {
    const own = blocks[block] ?? [];
    const next: ClockRange[] = [];
    for (const run of [...sliceClocks(own, 0, from), ...clocks, ...sliceClocks(own, to, lengthOf(own))]) {
      pushClocks(next, run.client, run.clock, run.count);
    }
    blocks[block] = next;
    const grown = lengthOf(clocks) - (to - from);
    const shifted = (at: number) => (at >= to ? at + grown : Math.min(at, from + lengthOf(clocks)));
    const kept = (marks[block] ?? [])
      .map((mark) => ({ ...mark, from: shifted(mark.from), to: shifted(mark.to) }))
      .filter((mark) => mark.to > mark.from);
    if (marks[block] !== undefined) marks[block] = kept;
  }
  return { ...map, blocks, ...(map.marks === undefined ? {} : { marks }) };
}
