import type { BlockPair, Comparison, KeptRun, TextRange } from './comparison.ts';

/** Where characters of the first version went. */
export interface MappedRange {
  /** The kept stretches of the range, in the order of the first version, cut to it. */
  readonly runs: readonly KeptRun[];
  /** How many characters of the range survive. */
  readonly survived: number;
  /** The nearest kept characters just before and after the range in the same block: between them its place is now. */
  readonly left: { readonly block: string; readonly offset: number } | null;
  readonly right: { readonly block: string; readonly offset: number } | null;
  /** What became of the block; `null` for a block that the first version does not have. */
  readonly pair: BlockPair | null;
}

interface Index {
  readonly runs: ReadonlyMap<string, readonly KeptRun[]>;
  readonly pairs: ReadonlyMap<string, BlockPair>;
}

const indexes = new WeakMap<Comparison, Index>();

function indexOf(comparison: Comparison): Index {
  const known = indexes.get(comparison);
  if (known) return known;
  const runs = new Map<string, KeptRun[]>();
  for (const run of comparison.kept) {
    const list = runs.get(run.before.block);
    if (list) list.push(run);
    else runs.set(run.before.block, [run]);
  }
  for (const list of runs.values()) list.sort((one, two) => one.before.from - two.before.from);
  const pairs = new Map<string, BlockPair>();
  for (const pair of comparison.blocks) for (const block of pair.before) pairs.set(block, pair);
  const index = { runs, pairs };
  indexes.set(comparison, index);
  return index;
}

/** Maps `[from, to)` of a block of the first version through a comparison. The index is made once per comparison. */
export function mapRange(comparison: Comparison, range: TextRange): MappedRange {
  const index = indexOf(comparison);
  const runs: KeptRun[] = [];
  let survived = 0;
  let left: MappedRange['left'] = null;
  let right: MappedRange['right'] = null;
  for (const run of index.runs.get(range.block) ?? []) {
    const end = run.before.from + run.count;
    if (run.before.from < range.from) {
      const upTo = Math.min(end, range.from) - run.before.from;
      left = { block: run.after.block, offset: run.after.from + upTo };
    }
    const from = Math.max(range.from, run.before.from);
    const to = Math.min(range.to, end);
    if (from < to) {
      const shift = from - run.before.from;
      runs.push({
        before: { block: range.block, from },
        after: { block: run.after.block, from: run.after.from + shift },
        count: to - from,
      });
      survived += to - from;
    }
    if (right === null && end > range.to) {
      const shift = Math.max(0, range.to - run.before.from);
      right = { block: run.after.block, offset: run.after.from + shift };
    }
  }
  return { runs, survived, left, right, pair: index.pairs.get(range.block) ?? null };
}
