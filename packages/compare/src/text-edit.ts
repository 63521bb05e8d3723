import type { TextPiece, TextRange } from './comparison.ts';
import type { Passage } from './passage.ts';
import { readable } from './pieces.ts';
import { type Common, common } from './sequence.ts';
import { PILCROW } from './tokens.ts';

/** Characters that stand in both, between two particular blocks. */
export interface Kept {
  readonly before: Passage;
  readonly from: number;
  readonly after: Passage;
  readonly at: number;
  readonly count: number;
}

/** A step before it is read aloud. */
export type ExactPiece = Omit<TextPiece, 'length'>;

/** What happened to the text of one paragraph, or of several that were split or merged. */
export interface TextEdit {
  readonly kept: readonly Kept[];
  readonly removed: readonly TextRange[];
  readonly added: readonly TextRange[];
  /** The same in small steps, with the signs that stand for leaves. */
  readonly exact: readonly ExactPiece[];
  readonly pieces: readonly TextPiece[];
  /** So little survives that it reads better as was and becomes. */
  readonly rewritten: boolean;
  readonly limited: boolean;
}

/** Below this share of words in common (Dice) a text counts as rewritten. */
const REWRITTEN = 0.3;

interface Joined {
  readonly passages: readonly Passage[];
  readonly ids: readonly number[];
  readonly starts: readonly number[];
  readonly text: string;
  /** Where each passage begins in the joined text. */
  readonly at: readonly number[];
}

function join(passages: readonly Passage[]): Joined {
  const [only] = passages;
  if (only && passages.length === 1) {
    return { passages, ids: only.tokens.ids, starts: only.tokens.starts, text: only.text, at: [0] };
  }
  const ids: number[] = [];
  const starts: number[] = [];
  const at: number[] = [];
  let text = '';
  passages.forEach((passage, index) => {
    if (index > 0) {
      starts.push(text.length);
      ids.push(PILCROW);
      text += '¶';
    }
    at.push(text.length);
    passage.tokens.ids.forEach((id, token) => {
      ids.push(id);
      starts.push(text.length + (passage.tokens.starts[token] as number));
    });
    text += passage.text;
  });
  starts.push(text.length);
  return { passages, ids, starts, text, at };
}

/** The exact difference of two texts, on words, with the view of it that people read. */
export function editOf(
  before: readonly Passage[],
  after: readonly Passage[],
  isWord: (id: number) => boolean,
): TextEdit {
  const one = join(before);
  const two = join(after);
  const found = common(one.ids, two.ids);
  const exact: ExactPiece[] = [];
  const kept: Kept[] = [];
  const removed: TextRange[] = [];
  const added: TextRange[] = [];
  let fromBefore = 0;
  let fromAfter = 0;
  let words = 0;
  const change = (toBefore: number, toAfter: number) => {
    const gone = one.text.slice(fromBefore, toBefore);
    const come = two.text.slice(fromAfter, toAfter);
    if (gone) exact.push({ kind: 'deleted', text: gone });
    if (come) exact.push({ kind: 'inserted', text: come });
    removed.push(...ranges(one, fromBefore, toBefore));
    added.push(...ranges(two, fromAfter, toAfter));
  };
  for (const run of settled(found.common, one, two)) {
    const start = one.starts[run.before] as number;
    const end = one.starts[run.before + run.count] as number;
    const startAfter = two.starts[run.after] as number;
    change(start, startAfter);
    exact.push({ kind: 'kept', text: one.text.slice(start, end) });
    kept.push(...keptRuns(one, start, two, startAfter, end - start));
    for (let token = run.before; token < run.before + run.count; token += 1)
      if (isWord(one.ids[token] as number)) words += 1;
    fromBefore = end;
    fromAfter = startAfter + (end - start);
  }
  change(one.text.length, two.text.length);
  const total = count(one.ids, isWord) + count(two.ids, isWord);
  const rewritten = removed.length > 0 && added.length > 0 && total > 6 && 2 * words < REWRITTEN * total;
  return {
    kept,
    removed,
    added,
    exact,
    pieces: said(
      rewritten
        ? [
            { kind: 'deleted', text: one.text },
            { kind: 'inserted', text: two.text },
          ]
        : readable(exact),
      one,
      two,
    ),
    rewritten,
    limited: found.limited,
  };
}

/** Pieces as they are read aloud. */
function said(pieces: readonly ExactPiece[], one: Joined, two: Joined): TextPiece[] {
  let before = 0;
  let after = 0;
  return pieces.map(({ kind, text }) => {
    const { length } = text;
    const spoken = kind === 'deleted' ? speak(one, before, before + length) : speak(two, after, after + length);
    if (kind !== 'inserted') before += length;
    if (kind !== 'deleted') after += length;
    return { kind, text: spoken, length };
  });
}

function speak(joined: Joined, from: number, to: number): string {
  let text = '';
  joined.passages.forEach((passage, index) => {
    const at = joined.at[index] as number;
    if (index > 0 && from < at && to >= at) text += '¶';
    if (from < at + passage.text.length && to > at) {
      text += passage.spoken(Math.max(0, from - at), Math.min(passage.text.length, to - at));
    }
  });
  return text;
}

/**
 * The same common runs with lone insertions and deletions shifted, where the words allow it, to where a person would see
 * them: whole sentences rather than from one full stop to the next.
 */
function settled(runs: readonly Common[], one: Joined, two: Joined): Common[] {
  const result = runs.map((run) => ({ ...run }));
  for (let index = 0; index + 1 < result.length; index += 1) {
    const left = result[index] as { before: number; after: number; count: number };
    const right = result[index + 1] as { before: number; after: number; count: number };
    const come = right.before === left.before + left.count;
    const gone = right.after === left.after + left.count;
    if (come === gone) continue;
    const side = come ? two : one;
    const start = come ? left.after + left.count : left.before + left.count;
    const end = come ? right.after : right.before;
    let best = 0;
    let bestScore = ease(side, start) + ease(side, end);
    const consider = (shift: number) => {
      const score = ease(side, start + shift) + ease(side, end + shift);
      if (score > bestScore) [best, bestScore] = [shift, score];
    };
    for (let shift = -1; -shift < left.count && side.ids[start + shift] === side.ids[end + shift]; shift -= 1) {
      consider(shift);
    }
    // the last common words of both texts may be used up: nothing else can merge with the change
    const last =
      index + 2 === result.length &&
      right.before + right.count === one.ids.length &&
      right.after + right.count === two.ids.length;
    const most = last ? right.count : right.count - 1;
    for (let shift = 1; shift <= most && side.ids[start + shift - 1] === side.ids[end + shift - 1]; shift += 1) {
      consider(shift);
    }
    left.count += best;
    right.before += best;
    right.after += best;
    right.count -= best;
  }
  return result.filter((run) => run.count > 0);
}

const SENTENCE_END = /[.;:!?¶]/u;

/** How natural it is for a change to begin or end before this token. */
function ease(side: Joined, token: number): number {
  const at = side.starts[token] as number;
  const last = side.text[at - 1];
  if (last === undefined || last === '¶') return 3;
  if (/\s/u.test(last)) return SENTENCE_END.test(side.text[at - 2] ?? '') ? 3 : 1;
  if (SENTENCE_END.test(last) || at === side.text.length) return 2;
  return 0;
}

function count(ids: readonly number[], isWord: (id: number) => boolean): number {
  let words = 0;
  for (const id of ids) if (isWord(id)) words += 1;
  return words;
}

/** A stretch of joined text as ranges of the blocks it runs through; the pilcrows between them are in no block. */
function ranges(joined: Joined, from: number, to: number): TextRange[] {
  const found: TextRange[] = [];
  joined.passages.forEach((passage, index) => {
    const at = joined.at[index] as number;
    const start = Math.max(from, at);
    const end = Math.min(to, at + passage.text.length);
    if (start < end) found.push({ block: passage.address, from: start - at, to: end - at });
  });
  return found;
}

function keptRuns(one: Joined, from: number, two: Joined, at: number, length: number): Kept[] {
  const found: Kept[] = [];
  one.passages.forEach((before, i) => {
    two.passages.forEach((after, j) => {
      const base = one.at[i] as number;
      const baseAfter = two.at[j] as number;
      // positions relative to the run: the part of it that lies in this block on both sides
      const start = Math.max(0, base - from, baseAfter - at);
      const end = Math.min(length, base + before.text.length - from, baseAfter + after.text.length - at);
      if (start < end) {
        found.push({ before, from: from + start - base, after, at: at + start - baseAfter, count: end - start });
      }
    });
  });
  return found;
}
