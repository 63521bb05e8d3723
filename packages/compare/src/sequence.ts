/** `count` elements that stand in both sequences. */
export interface Common {
  readonly before: number;
  readonly after: number;
  readonly count: number;
}

export interface SequenceDifference {
  readonly common: readonly Common[];
  /** The shortest way was too long to look for; what stayed unmatched is counted as replaced. */
  readonly limited: boolean;
}

/** Steps (insertions and deletions) that the exact search may take before it gives up on one stretch. */
const STEPS = 1500;

/**
 * What two sequences of numbers have in common, in order: the longest common subsequence while it can be found within
 * {@link STEPS} (E. W. Myers, "An O(ND) difference algorithm and its variations", 1986). Beyond it, elements that
 * occur once on both sides fix the coarse order (patience) and the search starts again between them.
 */
export function common(before: readonly number[], after: readonly number[]): SequenceDifference {
  const found: Common[] = [];
  const limited = search(before, 0, before.length, after, 0, after.length, found, true);
  return { common: joined(found), limited };
}

function joined(found: readonly Common[]): Common[] {
  const result: Common[] = [];
  for (const run of found) {
    const last = result.at(-1);
    if (last && last.before + last.count === run.before && last.after + last.count === run.after) {
      result[result.length - 1] = { ...last, count: last.count + run.count };
    } else result.push(run);
  }
  return result;
}

function search(
  a: readonly number[],
  a0: number,
  a1: number,
  b: readonly number[],
  b0: number,
  b1: number,
  found: Common[],
  mayCut: boolean,
): boolean {
  let from = 0;
  while (a0 + from < a1 && b0 + from < b1 && a[a0 + from] === b[b0 + from]) from += 1;
  if (from > 0) found.push({ before: a0, after: b0, count: from });
  a0 += from;
  b0 += from;
  let end = 0;
  while (a1 - end > a0 && b1 - end > b0 && a[a1 - end - 1] === b[b1 - end - 1]) end += 1;
  a1 -= end;
  b1 -= end;
  let limited = false;
  if (a1 > a0 && b1 > b0) {
    const path = shortest(a, a0, a1, b, b0, b1);
    if (path) for (const run of path) found.push(run);
    else {
      const cuts = mayCut ? unique(a, a0, a1, b, b0, b1) : [];
      if (cuts.length === 0) limited = true;
      let atA = a0;
      let atB = b0;
      for (const [cutA, cutB] of cuts) {
        limited = search(a, atA, cutA, b, atB, cutB, found, false) || limited;
        found.push({ before: cutA, after: cutB, count: 1 });
        atA = cutA + 1;
        atB = cutB + 1;
      }
      if (cuts.length > 0) limited = search(a, atA, a1, b, atB, b1, found, false) || limited;
    }
  }
  if (end > 0) found.push({ before: a1, after: b1, count: end });
  return limited;
}

/**
 * Myers' greedy search; `null` when more than {@link STEPS} steps are needed. Row d tells how far into the first sequence
 * d steps reach on each diagonal that they can reach: -d, -d + 2, … d.
 */
function shortest(
  a: readonly number[],
  a0: number,
  a1: number,
  b: readonly number[],
  b0: number,
  b1: number,
): readonly Common[] | null {
  const n = a1 - a0;
  const m = b1 - b0;
  const limit = Math.min(n + m, STEPS);
  const rows: number[][] = [];
  for (let d = 0; d <= limit; d += 1) {
    const last = rows[d - 1] ?? ORIGIN;
    const row: number[] = [];
    rows.push(row);
    for (let r = 0; r <= d; r += 1) {
      let x = down(last, r, d) ? (last[r] as number) : (last[r - 1] as number) + 1;
      let y = x - (2 * r - d);
      while (x < n && y < m && a[a0 + x] === b[b0 + y]) {
        x += 1;
        y += 1;
      }
      row.push(x);
      if (x >= n && y >= m) return walkBack(rows, n, m, a0, b0);
    }
  }
  return null;
}

const ORIGIN: readonly number[] = [0];

/** Whether the best way to place `r` of row `d` is an insertion, from place `r` of the row before; else a deletion. */
const down = (last: readonly number[], r: number, d: number): boolean =>
  r === 0 || (r !== d && (last[r - 1] as number) < (last[r] as number));

function walkBack(rows: readonly (readonly number[])[], n: number, m: number, a0: number, b0: number): Common[] {
  const path: Common[] = [];
  let x = n;
  let y = m;
  for (let d = rows.length - 1; d >= 0; d -= 1) {
    const last = rows[d - 1] ?? ORIGIN;
    const k = x - y;
    const r = (k + d) / 2;
    const insertion = down(last, r, d);
    const startX = insertion ? (last[r] as number) : (last[r - 1] as number) + 1;
    if (x > startX) path.push({ before: a0 + startX, after: b0 + (startX - k), count: x - startX });
    x = insertion ? startX : startX - 1;
    y = x - (insertion ? k + 1 : k - 1);
  }
  return path.toReversed();
}

/** Elements that occur exactly once on both sides, as the longest row that stands in the same order on both. */
function unique(
  a: readonly number[],
  a0: number,
  a1: number,
  b: readonly number[],
  b0: number,
  b1: number,
): [number, number][] {
  const once = (row: readonly number[], from: number, to: number) => {
    const places = new Map<number, number>();
    for (let at = from; at < to; at += 1) {
      const value = row[at] as number;
      places.set(value, places.has(value) ? -1 : at);
    }
    return places;
  };
  const inB = once(b, b0, b1);
  const pairs: [number, number][] = [];
  for (const [value, at] of once(a, a0, a1)) {
    const other = inB.get(value);
    if (at >= 0 && other !== undefined && other >= 0) pairs.push([at, other]);
  }
  pairs.sort((one, two) => one[0] - two[0]);
  const kept = heaviestRise(
    pairs.map((pair) => pair[1]),
    pairs.map(() => 1),
  );
  return pairs.filter((_, index) => kept[index]);
}

/**
 * Marks the increasing subsequence with the greatest total weight: what of `values` can be said to have stayed in
 * place. Values are indexes. O(n log n), with a prefix-maximum (Fenwick) tree; of equal totals the one found first.
 */
export function heaviestRise(values: readonly number[], weights: readonly number[]): boolean[] {
  if (values.every((value, index) => index === 0 || value > (values[index - 1] as number)))
    return values.map(() => true);
  let size = 0;
  for (const value of values) if (value >= size) size = value + 1;
  const best = new Float64Array(size + 1);
  const holder = new Int32Array(size + 1).fill(-1);
  const previous = new Int32Array(values.length).fill(-1);
  let top = -1;
  let topWeight = -1;
  for (const [index, value] of values.entries()) {
    let weight = 0;
    let from = -1;
    for (let at = value; at > 0; at -= at & -at) {
      if ((best[at] as number) > weight) {
        weight = best[at] as number;
        from = holder[at] as number;
      }
    }
    weight += weights[index] as number;
    previous[index] = from;
    for (let at = value + 1; at <= size; at += at & -at) {
      if (weight > (best[at] as number)) {
        best[at] = weight;
        holder[at] = index;
      }
    }
    if (weight > topWeight) {
      topWeight = weight;
      top = index;
    }
  }
  const kept = values.map(() => false);
  for (let at = top; at >= 0; at = previous[at] as number) kept[at] = true;
  return kept;
}
