import type { TextRange } from '@draagvlak/compare';
import { type ChangeObject, diffArrays, diffWordsWithSpace } from 'diff';
import { byBlock, joined, type Line, marked, type Marked, type Piece, spread } from './lines.ts';

const piece = (part: ChangeObject<string>): Piece => [part.removed ? -1 : part.added ? 1 : 0, part.value];

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
    let at = 0;
    let to = 0;
    for (const [kind, { length }] of diffWordsWithSpace(joined(old), joined(now)).map(piece)) {
      if (kind < 0) gone.push(...spread(old, at, at + length));
      if (kind > 0) come.push(...spread(now, to, to + length));
      if (kind <= 0) at += length;
      if (kind >= 0) to += length;
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

/** jsdiff on the whole text at once; all is marked where it gives up. */
export function byWords(before: readonly Line[], after: readonly Line[]): Marked {
  const [old, now] = [joined(before), joined(after)];
  const parts = diffWordsWithSpace(old, now, { timeout: 20_000 });
  const pieces: readonly Piece[] = parts
    ? parts.map(piece)
    : [
        [-1, old],
        [1, now],
      ];
  return marked(before, after, pieces);
}
