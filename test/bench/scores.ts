import { isDeepStrictEqual } from 'node:util';
import { apply, compare, type Comparison, revert, type TextRange } from '@draagvlak/compare';
import type { Pair, PlacedWord } from './generator/model.ts';
import { byBlock, type Marked } from './lines.ts';

/**
 * How good a comparison of a generated pair is; shares in per cent.
 *
 * Over-marking: characters of kept words shown as changed, as a share of the characters that did change. Missed: the
 * reverse. A moved word counts as kept: peers that know no moves are not charged for it, but find none.
 */
export interface Score {
  readonly overMarking: number;
  readonly missed: number;
  readonly cells: number;
  readonly lossless: boolean;
  readonly milliseconds: number;
  /** What only a comparison of documents can tell. */
  readonly document: {
    readonly moves: number;
    /** Moves of blocks and sections that nobody made. */
    readonly falseMoves: number;
    readonly tableMoves: number;
    readonly sections: number;
    readonly marks: number;
    readonly notes: number;
  } | null;
}

const covered = (word: PlacedWord, ranges: readonly TextRange[]): number =>
  ranges.reduce((sum, range) => sum + Math.max(0, Math.min(word.to, range.to) - Math.max(word.from, range.from)), 0);

const share = (part: number, whole: number) => (whole === 0 ? 100 : (100 * part) / whole);

/** `movable`: the method knows moves, so a moved word is to be kept too. */
function marking(pair: Pair, marks: Marked, movable: boolean): { overMarking: number; missed: number; cells: number } {
  let changed = 0;
  let over = 0;
  let missed = 0;
  const right = { of: 0, all: 0 };
  for (const of of ['before', 'after'] as const) {
    const cells = new Set(pair.truth.cells[of]);
    for (const [block, words] of pair.truth[of]) {
      const ranges = marks[of].get(block) ?? [];
      let wrong = 0;
      for (const word of words) {
        const size = word.to - word.from;
        const shown = covered(word, ranges);
        if (word.kept) {
          wrong += shown;
          if (movable || !pair.truth.movedBlocks[of].has(block)) over += shown;
        } else {
          changed += size;
          missed += size - shown;
          wrong += size - shown;
        }
      }
      if (cells.has(block)) {
        right.all += 1;
        if (wrong === 0) right.of += 1;
      }
    }
  }
  const some = Math.max(1, changed);
  return { overMarking: (100 * over) / some, missed: (100 * missed) / some, cells: share(right.of, right.all) };
}

/**
 * The best of seven runs, or of as many as fit in a quarter of a second, in processor time (of all threads of the
 * process), so that the load of the machine counts as little as it can; a method that takes seconds is not asked so often.
 */
function time<T>(act: () => T): { result: T; milliseconds: number } {
  let best = Number.POSITIVE_INFINITY;
  let result: T | undefined;
  const began = performance.now();
  const spent = () => performance.now() - began;
  for (let run = 0; run === 0 || spent() < (run < 7 ? 3000 : 250); run += 1) {
    const start = process.cpuUsage();
    result = act();
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / 1000);
  }
  return { result: result as T, milliseconds: best };
}

export function scoreOwn(pair: Pair): Score {
  const { result, milliseconds } = time(() => compare(pair.before, pair.after));
  const marks = {
    before: byBlock(result.changes.flatMap((change) => change.before?.ranges ?? [])),
    after: byBlock(result.changes.flatMap((change) => change.after?.ranges ?? [])),
  };
  const { truth } = pair;
  const inChanges = (fits: (change: Comparison['changes'][number]) => boolean) =>
    new Set(result.changes.flatMap((change) => (fits(change) ? (change.after?.nodes ?? []) : [])));
  const found = (truths: readonly string[], names: ReadonlySet<string>) => truths.filter((id) => names.has(id)).length;
  const valued = inChanges(
    (change) => change.category === 'substantive' && change.attributes.some((each) => each.name === 'value'),
  );
  const marked =
    found(
      truth.marks,
      inChanges((change) => change.marks.length > 0),
    ) + found(truth.attributes, valued);
  const moved = inChanges((change) => change.kind === 'moved');
  return {
    ...marking(pair, marks, true),
    lossless:
      isDeepStrictEqual(apply(pair.before, result), pair.after) &&
      isDeepStrictEqual(revert(pair.after, result), pair.before),
    milliseconds,
    document: {
      moves: share(found(truth.moves, moved), truth.moves.length),
      falseMoves: falseMoves(result, pair),
      tableMoves: tableMoves(result, pair),
      sections: sectionsRight(result, truth.sections),
      marks: share(marked, truth.marks.length + truth.attributes.length),
      notes: share(
        found(
          truth.notes,
          inChanges((change) => change.unit === 'footnote'),
        ),
        truth.notes.length,
      ),
    },
  };
}

function falseMoves(result: Comparison, { truth }: Pair): number {
  const known = new Set(truth.moves);
  return result.changes.filter(
    (change) =>
      change.kind === 'moved' &&
      change.unit !== 'row' &&
      change.unit !== 'column' &&
      !(change.after?.nodes ?? []).some((id) => known.has(id)),
  ).length;
}

/** Rows by their own id, columns by that of a cell in them. */
function tableMoves(result: Comparison, { truth, after }: Pair): number {
  const columnOf = new Map<string, string>();
  for (const node of after.content ?? []) {
    if (node.type !== 'table') continue;
    for (const row of node.content ?? []) {
      for (const { attrs } of row.content ?? []) {
        if (attrs.id !== null && attrs.column !== null) columnOf.set(attrs.id, attrs.column);
      }
    }
  }
  const moved = new Set(
    result.changes.flatMap((change) =>
      change.kind !== 'moved'
        ? []
        : change.unit === 'row'
          ? (change.after?.nodes ?? [])
          : change.unit === 'column'
            ? (change.after?.nodes ?? []).flatMap((id) => columnOf.get(id) ?? [])
            : [],
    ),
  );
  return share(truth.tableMoves.filter((id) => moved.has(id)).length, truth.tableMoves.length);
}

function sectionsRight(result: Comparison, truth: ReadonlyMap<string, string>): number {
  const pairs = new Map(
    result.sections.flatMap((pair) =>
      pair.before !== null && pair.after !== null && !pair.states.includes('split') && !pair.states.includes('merged')
        ? [[pair.before, pair.after] as const]
        : [],
    ),
  );
  return share([...truth].filter(([before, after]) => pairs.get(before) === after).length, truth.size);
}

/** Scores a method that shows changed text; `null` is what cannot be traced back to both versions. */
export function scorePeer(pair: Pair, run: (pair: Pair) => Marked | null): Score | null {
  // each starts from the documents
  const { result, milliseconds } = time(() => run(pair));
  if (result === null) return null;
  return { ...marking(pair, result, false), lossless: true, milliseconds, document: null };
}

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, two) => one - two);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};
