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
export function common(before: Int32Array, after: Int32Array): SequenceDifference {
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
  a: Int32Array,
  a0: number,
  a1: number,
  b: Int32Array,
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

/** Myers' greedy search; `null` when more than {@link STEPS} steps are needed. */
function shortest(
  a: Int32Array,
  a0: number,
  a1: number,
  b: Int32Array,
  b0: number,
  b1: number,
): readonly Common[] | null {
  const n = a1 - a0;
  const m = b1 - b0;
  const limit = Math.min(n + m, STEPS);
  const offset = limit + 1;
  const furthest = new Int32Array(2 * limit + 3);
  const history: Int32Array[] = [];
  for (let d = 0; d <= limit; d += 1) {
    history.push(furthest.slice(offset - d - 1, offset + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (furthest[offset + k - 1] as number) < (furthest[offset + k + 1] as number));
      let x = down ? (furthest[offset + k + 1] as number) : (furthest[offset + k - 1] as number) + 1;
      let y = x - k;
      while (x < n && y < m && a[a0 + x] === b[b0 + y]) {
        x += 1;
        y += 1;
      }
      furthest[offset + k] = x;
      if (x >= n && y >= m) return walkBack(history, n, m, a0, b0);
    }
  }
  return null;
}

function walkBack(history: readonly Int32Array[], n: number, m: number, a0: number, b0: number): Common[] {
  const path: Common[] = [];
  let x = n;
  let y = m;
  for (let d = history.length - 1; d >= 0; d -= 1) {
    const reached = history[d] as Int32Array;
    const at = (k: number) => reached[k + d + 1] as number;
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const previousK = down ? k + 1 : k - 1;
    const previousX = d === 0 ? 0 : at(previousK);
    const previousY = d === 0 ? 0 : previousX - previousK;
    const startX = d === 0 ? 0 : down ? previousX : previousX + 1;
    if (x > startX) path.push({ before: a0 + startX, after: b0 + (startX - k), count: x - startX });
    x = previousX;
    y = previousY;
  }
  return path.toReversed();
}

/** Elements that occur exactly once on both sides, as the longest row that stands in the same order on both. */
function unique(a: Int32Array, a0: number, a1: number, b: Int32Array, b0: number, b1: number): [number, number][] {
  const once = (row: Int32Array, from: number, to: number) => {
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
