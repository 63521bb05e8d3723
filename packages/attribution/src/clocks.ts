import type { ClockRange } from './attribution.ts';

/** Adds a run, joined to the last one where it goes on. */
export function pushClocks(clocks: ClockRange[], client: number, clock: number, count: number): void {
  if (count <= 0) return;
  const last = clocks.at(-1);
  if (last && last.client === client && last.clock + last.count === clock) {
    clocks[clocks.length - 1] = { client, clock: last.clock, count: last.count + count };
  } else {
    clocks.push({ client, clock, count });
  }
}

/** The clocks of units `from` up to `to` of a text whose units have `clocks`. */
export function sliceClocks(clocks: readonly ClockRange[], from: number, to: number): ClockRange[] {
  const slice: ClockRange[] = [];
  let at = 0;
  for (const { client, clock, count } of clocks) {
    if (at >= to) break;
    const start = Math.max(from, at);
    const end = Math.min(to, at + count);
    if (end > start) pushClocks(slice, client, clock + start - at, end - start);
    at += count;
  }
  return slice;
}

/** Two equally long lists of runs cut at each other's boundaries. */
export function zipClocks(
  left: readonly ClockRange[],
  right: readonly ClockRange[],
): { readonly left: ClockRange; readonly right: ClockRange }[] {
  const pairs: { left: ClockRange; right: ClockRange }[] = [];
  let leftAt = 0;
  let rightAt = 0;
  let leftUsed = 0;
  let rightUsed = 0;
  while (leftAt < left.length && rightAt < right.length) {
    const one = left[leftAt]!;
    const other = right[rightAt]!;
    const count = Math.min(one.count - leftUsed, other.count - rightUsed);
    pairs.push({
      left: { client: one.client, clock: one.clock + leftUsed, count },
      right: { client: other.client, clock: other.clock + rightUsed, count },
    });
    leftUsed += count;
    rightUsed += count;
    if (leftUsed === one.count) {
      leftAt++;
      leftUsed = 0;
    }
    if (rightUsed === other.count) {
      rightAt++;
      rightUsed = 0;
    }
  }
  return pairs;
}

export const keyOf = (client: number, clock: number): string => `${client}:${clock}`;
