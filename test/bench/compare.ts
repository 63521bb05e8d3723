import { isDeepStrictEqual } from 'node:util';
import { apply, compare, type Comparison, revert, type TextRange } from '@draagvlak/compare';
import { type DocumentJson, inlineText, textBlocks } from '@draagvlak/document';
import { diffArrays, diffWordsWithSpace } from 'diff';
import { loadPeers, type PeerDiff } from './peers.ts';
import { generate, type Identity, type Pair, type PlacedWord } from './compare-generator.ts';

/**
 * How good and how fast the comparison is, on generated pairs whose truth is known word by word, beside jsdiff.
 *
 * Over-marking: characters of kept words shown as changed, as a share of the characters that did change. Missed: the
 * reverse. A moved word counts as kept: peers that know no moves are not charged for it, but find none.
 */

interface Score {
  readonly peer: string;
  readonly overMarking: number;
  readonly missed: number;
  readonly moves: number | null;
  readonly falseMoves: number | null;
  readonly sections: number | null;
  readonly cells: number;
  readonly marks: number | null;
  readonly lossless: boolean;
  readonly milliseconds: number;
}

interface Marked {
  readonly before: ReadonlyMap<string, readonly TextRange[]>;
  readonly after: ReadonlyMap<string, readonly TextRange[]>;
}

export function byBlock(ranges: readonly TextRange[]): Map<string, TextRange[]> {
  const found = new Map<string, TextRange[]>();
  for (const range of ranges) {
    const list = found.get(range.block);
    if (list) list.push(range);
    else found.set(range.block, [range]);
  }
  return found;
}

const covered = (word: PlacedWord, ranges: readonly TextRange[]): number =>
  ranges.reduce((sum, range) => sum + Math.max(0, Math.min(word.to, range.to) - Math.max(word.from, range.from)), 0);

function marking(pair: Pair, marked: Marked, movable: boolean): { over: number; missed: number; cells: number } {
  let changed = 0;
  let over = 0;
  let missed = 0;
  const right = { of: 0, all: 0 };
  for (const of of ['before', 'after'] as const) {
    const cells = new Set(pair.truth.cells[of]);
    for (const [block, words] of pair.truth[of]) {
      const ranges = marked[of].get(block) ?? [];
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
  return {
    over: (100 * over) / Math.max(1, changed),
    missed: (100 * missed) / Math.max(1, changed),
    cells: right.all === 0 ? 100 : (100 * right.of) / right.all,
  };
}

function time<T>(act: () => T): { result: T; milliseconds: number } {
  let best = Number.POSITIVE_INFINITY;
  let result: T | undefined;
  for (let run = 0; run < 7; run += 1) {
    const start = performance.now();
    result = act();
    best = Math.min(best, performance.now() - start);
  }
  return { result: result as T, milliseconds: best };
}

export function scoreOwn(pair: Pair): Score {
  const { result, milliseconds } = time(() => compare(pair.before, pair.after));
  const marked = {
    before: byBlock(result.changes.flatMap((change) => change.before?.ranges ?? [])),
    after: byBlock(result.changes.flatMap((change) => change.after?.ranges ?? [])),
  };
  const { over, missed, cells } = marking(pair, marked, true);
  const { truth } = pair;
  const movedTo = new Set(
    result.changes.flatMap((change) => (change.kind === 'moved' ? (change.after?.nodes ?? []) : [])),
  );
  const found = truth.moves.filter((id) => movedTo.has(id)).length;
  return {
    peer: 'draagvlak',
    overMarking: over,
    missed,
    moves: share(found, truth.moves.length),
    falseMoves: falseMoves(result, pair),
    sections: sectionsRight(result, truth.sections),
    cells,
    marks: marksRight(result, pair),
    lossless:
      isDeepStrictEqual(apply(pair.before, result), pair.after) &&
      isDeepStrictEqual(revert(pair.after, result), pair.before),
    milliseconds,
  };
}

const share = (part: number, whole: number) => (whole === 0 ? 100 : (100 * part) / whole);

/** Moves of blocks and sections that nobody made. */
function falseMoves(result: Comparison, pair: Pair): number {
  const known = new Set(pair.truth.moves);
  return result.changes.filter(
    (change) =>
      change.kind === 'moved' &&
      change.unit !== 'row' &&
      change.unit !== 'column' &&
      !(change.after?.nodes ?? []).some((id) => known.has(id)),
  ).length;
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

function marksRight(result: Comparison, { truth }: Pair): number {
  const marked = new Set(
    result.changes.flatMap((change) => (change.marks.length > 0 ? (change.after?.nodes ?? []) : [])),
  );
  const valued = new Set(
    result.changes.flatMap((change) =>
      change.attributes.some((each) => each.name === 'value') && change.category === 'substantive'
        ? (change.after?.nodes ?? [])
        : [],
    ),
  );
  const right =
    truth.marks.filter((id) => marked.has(id)).length + truth.attributes.filter((id) => valued.has(id)).length;
  return share(right, truth.marks.length + truth.attributes.length);
}

interface Line {
  readonly block: string;
  readonly text: string;
}
export const lines = (document: DocumentJson): Line[] =>
  [...textBlocks(document)].map(({ block }) => ({ block: block.attrs.id as string, text: inlineText(block) }));

/** jsdiff as its users combine it: lines first, words inside what changed. */
export function byLinesThenWords(before: readonly Line[], after: readonly Line[]): Marked {
  const gone: TextRange[] = [];
  const come: TextRange[] = [];
  let i = 0;
  let j = 0;
  let old: Line[] = [];
  let now: Line[] = [];
  const words = () => {
    if (old.length === 0 && now.length === 0) return;
    const parts = diffWordsWithSpace(old.map((line) => line.text).join('\n'), now.map((line) => line.text).join('\n'));
    let at = 0;
    let to = 0;
    for (const part of parts) {
      if (part.removed) gone.push(...spread(old, at, at + part.value.length));
      if (part.added) come.push(...spread(now, to, to + part.value.length));
      if (!part.added) at += part.value.length;
      if (!part.removed) to += part.value.length;
    }
    old = [];
    now = [];
  };
  for (const part of diffArrays(
    before.map((line) => line.text),
    after.map((line) => line.text),
  )) {
    if (part.removed) old.push(...before.slice(i, i + part.value.length));
    else if (part.added) now.push(...after.slice(j, j + part.value.length));
    else words();
    if (!part.added) i += part.value.length;
    if (!part.removed) j += part.value.length;
  }
  words();
  return { before: byBlock(gone), after: byBlock(come) };
}

/** jsdiff on the whole text at once. */
function byWords(before: readonly Line[], after: readonly Line[]): Marked {
  const gone: TextRange[] = [];
  const come: TextRange[] = [];
  let at = 0;
  let to = 0;
  const parts = diffWordsWithSpace(
    before.map((line) => line.text).join('\n'),
    after.map((line) => line.text).join('\n'),
    {
      timeout: 20_000,
    },
  );
  if (!parts) return { before: byBlock(whole(before)), after: byBlock(whole(after)) };
  for (const part of parts) {
    if (part.removed) gone.push(...spread(before, at, at + part.value.length));
    if (part.added) come.push(...spread(after, to, to + part.value.length));
    if (!part.added) at += part.value.length;
    if (!part.removed) to += part.value.length;
  }
  return { before: byBlock(gone), after: byBlock(come) };
}

/** A comparer of plain text, on the whole text at once. */
const byText =
  (diff: PeerDiff) =>
  (before: readonly Line[], after: readonly Line[]): Marked => {
    const gone: TextRange[] = [];
    const come: TextRange[] = [];
    let at = 0;
    let to = 0;
    const text = (all: readonly Line[]) => all.map((line) => line.text).join('\n');
    for (const [kind, value] of diff(text(before), text(after))) {
      if (kind < 0) gone.push(...spread(before, at, at + value.length));
      if (kind > 0) come.push(...spread(after, to, to + value.length));
      if (kind <= 0) at += value.length;
      if (kind >= 0) to += value.length;
    }
    return { before: byBlock(gone), after: byBlock(come) };
  };

const whole = (all: readonly Line[]) => all.map((line) => ({ block: line.block, from: 0, to: line.text.length }));

/** A stretch of lines joined by line feeds, as ranges of those lines. */
function spread(all: readonly Line[], from: number, to: number): TextRange[] {
  const ranges: TextRange[] = [];
  let at = 0;
  for (const line of all) {
    if (at >= to) break;
    const start = Math.max(from, at);
    const end = Math.min(to, at + line.text.length);
    if (start < end) ranges.push({ block: line.block, from: start - at, to: end - at });
    at += line.text.length + 1;
  }
  return ranges;
}

export function scorePeer(
  peer: string,
  pair: Pair,
  run: (before: readonly Line[], after: readonly Line[]) => Marked,
): Score {
  // each starts from the documents
  const { result, milliseconds } = time(() => run(lines(pair.before), lines(pair.after)));
  const { over, missed, cells } = marking(pair, result, false);
  return {
    peer,
    overMarking: over,
    missed,
    moves: 0,
    falseMoves: 0,
    sections: null,
    cells,
    marks: null,
    lossless: true,
    milliseconds,
  };
}

const PAIRS: readonly { readonly seed: number; readonly words: number }[] = [
  { seed: 11, words: 3000 },
  { seed: 12, words: 3000 },
  { seed: 21, words: 8000 },
  { seed: 22, words: 8000 },
  { seed: 31, words: 20_000 },
  { seed: 32, words: 20_000 },
  { seed: 41, words: 70_000 },
];
const MODES: readonly Identity[] = ['ids', 'worn', 'none'];

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, two) => one - two);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};
const shown = (value: number | null) => (value === null ? '–' : value.toFixed(value < 10 ? 2 : 1));

function report(title: string, scores: readonly Score[]): void {
  const of = (pick: (score: Score) => number | null) => {
    const values = scores.map(pick).filter((value): value is number => value !== null);
    return values.length === 0 ? null : median(values);
  };
  const slowest = Math.max(...scores.map((score) => score.milliseconds));
  const worst = Math.max(...scores.map((score) => score.overMarking));
  console.log(
    `${title.padEnd(34)} over-marking ${shown(of((score) => score.overMarking))} % (worst ${shown(worst)}), missed ${shown(of((score) => score.missed))} %, moves ${shown(of((score) => score.moves))} %, false moves ${shown(of((score) => score.falseMoves))}, sections ${shown(of((score) => score.sections))} %, cells ${shown(of((score) => score.cells))} %, marks ${shown(of((score) => score.marks))} %, lossless ${scores.every((score) => score.lossless) ? 'yes' : 'NO'}, ${shown(of((score) => score.milliseconds))} ms (slowest ${shown(slowest)})`,
  );
}

/** Runs all pairs and prints the medians. */
export async function benchCompare(detailed = false, others = false): Promise<void> {
  const warm = generate(1, 3000, 'ids');
  for (let run = 0; run < 10; run += 1) compare(warm.before, warm.after);
  for (const mode of MODES) {
    const scores: Score[] = [];
    for (const { seed, words } of PAIRS) {
      const score = scoreOwn(generate(seed, words, mode));
      scores.push(score);
      if (detailed) report(`  ${mode} ${words} words, seed ${seed}`, [score]);
    }
    report(`draagvlak, ${mode}`, scores);
  }
  const pairs = PAIRS.map(({ seed, words }) => generate(seed, words, 'ids'));
  report(
    'jsdiff, lines then words',
    pairs.map((pair) => scorePeer('jsdiff lines, words', pair, byLinesThenWords)),
  );
  report(
    'jsdiff, words (to 8,000 words)',
    pairs.slice(0, 4).map((pair) => scorePeer('jsdiff words', pair, byWords)),
  );
  if (!others) return;
  for (const [name, diff] of await loadPeers()) {
    report(
      `${name} (to 8,000 words)`,
      pairs.slice(0, 4).map((pair) => scorePeer(name, pair, byText(diff))),
    );
  }
}
