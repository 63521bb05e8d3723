/** A value for every clock of one client, kept as runs; a later run wins where two overlap. */
interface Run<Value> {
  clock: number;
  count: number;
  value: Value;
}

/** Part of a range with the value that holds there; `null` where none was set. */
export interface Slice<Value> {
  readonly clock: number;
  readonly count: number;
  readonly value: Value | null;
}

/** Values by (client, clock), in memory proportional to the number of distinct runs. */
export class RangeMap<Value> {
  readonly #clients = new Map<number, Run<Value>[]>();
  readonly #same: (left: Value, right: Value) => boolean;

  constructor(same: (left: Value, right: Value) => boolean) {
    this.#same = same;
  }

  /** Clients that have at least one value. */
  clients(): IterableIterator<number> {
    return this.#clients.keys();
  }

  set(client: number, clock: number, count: number, value: Value): void {
    if (count <= 0) return;
    let runs = this.#clients.get(client);
    if (!runs) this.#clients.set(client, (runs = []));
    const last = runs.at(-1);
    // The usual case: a client's next clocks.
    if (!last || last.clock + last.count <= clock) {
      if (last && last.clock + last.count === clock && this.#same(last.value, value)) last.count += count;
      else runs.push({ clock, count, value });
      return;
    }
    this.#replace(runs, clock, count, [{ clock, count, value }]);
  }

  delete(client: number, clock: number, count: number): void {
    const runs = this.#clients.get(client);
    if (runs) this.#replace(runs, clock, count, []);
  }

  #replace(runs: Run<Value>[], clock: number, count: number, by: readonly Run<Value>[]): void {
    const end = clock + count;
    const first = firstEndingAfter(runs, clock);
    let after = first;
    while (after < runs.length && runs[after]!.clock < end) after++;
    const replacement: Run<Value>[] = [];
    for (let at = first; at < after; at++) {
      const run = runs[at]!;
      if (run.clock < clock) replacement.push({ ...run, count: clock - run.clock });
    }
    replacement.push(...by);
    for (let at = first; at < after; at++) {
      const run = runs[at]!;
      const runEnd = run.clock + run.count;
      if (runEnd > end) replacement.push({ clock: end, count: runEnd - end, value: run.value });
    }
    runs.splice(first, after - first, ...replacement);
  }

  get(client: number, clock: number): Value | null {
    const runs = this.#clients.get(client);
    if (!runs) return null;
    const run = runs[firstEndingAfter(runs, clock)];
    return run && run.clock <= clock ? run.value : null;
  }

  /** The range in pieces of one value each, gaps included. */
  slices(client: number, clock: number, count: number): Slice<Value>[] {
    const slices: Slice<Value>[] = [];
    const end = clock + count;
    const runs = this.#clients.get(client) ?? [];
    let at = clock;
    for (let index = firstEndingAfter(runs, clock); at < end; index++) {
      const run = runs[index];
      if (!run || run.clock >= end) {
        slices.push({ clock: at, count: end - at, value: null });
        break;
      }
      if (run.clock > at) {
        slices.push({ clock: at, count: run.clock - at, value: null });
        at = run.clock;
      }
      const stop = Math.min(end, run.clock + run.count);
      slices.push({ clock: at, count: stop - at, value: run.value });
      at = stop;
    }
    return slices;
  }
}

function firstEndingAfter<Value>(runs: readonly Run<Value>[], clock: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const run = runs[middle]!;
    if (run.clock + run.count > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}
