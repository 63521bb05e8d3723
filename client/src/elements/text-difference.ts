import { diffWordsWithSpace } from 'diff';

export interface DifferencePiece {
  readonly kind: 'kept' | 'deleted' | 'inserted';
  readonly text: string;
}

/** Below this share of kept letters, crumbs that happen to be equal only make a new text hard to read. */
const WORTH_SHOWING = 0.35;

/** The two texts word by word: joined in order without the inserted pieces they give `before`, without the deleted `after`. */
export function compareText(before: string, after: string): readonly DifferencePiece[] {
  const pieces = diffWordsWithSpace(before, after).map(({ added, removed, value }): DifferencePiece => ({
    kind: removed ? 'deleted' : added ? 'inserted' : 'kept',
    text: value,
  }));
  const letters = (text: string) => text.replaceAll(/\s/g, '').length;
  const kept = pieces.reduce((sum, { kind, text }) => sum + (kind === 'kept' ? letters(text) : 0), 0);
  if (kept >= WORTH_SHOWING * Math.min(letters(before), letters(after))) return pieces;
  return [
    { kind: 'deleted', text: before },
    { kind: 'inserted', text: after },
  ];
}
