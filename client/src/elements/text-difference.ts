import { diffWordsWithSpace } from 'diff';

export interface DifferencePiece {
  readonly kind: 'kept' | 'deleted' | 'inserted';
  readonly text: string;
}

/** The two texts word by word: joined in order without the inserted pieces they give `before`, without the deleted `after`. */
export function compareText(before: string, after: string): readonly DifferencePiece[] {
  return diffWordsWithSpace(before, after).map(({ added, removed, value }) => ({
    kind: removed ? 'deleted' : added ? 'inserted' : 'kept',
    text: value,
  }));
}
