import type { TextPiece } from './comparison.ts';

/** Kept text this short between two changes is read along with them: a space, a point, "de". */
const SHORT_WORD = 3;

/**
 * Text as a person reads it through both versions: changes with nearly nothing between them become one, deletion before
 * insertion. The exact ranges stay beside it; this is a view.
 */
export function readable(exact: readonly TextPiece[]): TextPiece[] {
  const pieces: { kind: TextPiece['kind']; text: string }[] = [];
  let gone = '';
  let come = '';
  const flush = () => {
    if (gone) pieces.push({ kind: 'deleted', text: gone });
    if (come) pieces.push({ kind: 'inserted', text: come });
    gone = '';
    come = '';
  };
  exact.forEach((piece, index) => {
    if (piece.kind === 'deleted') gone += piece.text;
    else if (piece.kind === 'inserted') come += piece.text;
    else if (gone && come && isThin(piece.text) && replacedNext(exact, index + 1)) {
      gone += piece.text;
      come += piece.text;
    } else {
      flush();
      pieces.push({ ...piece });
    }
  });
  flush();
  return pieces;
}

function isThin(text: string): boolean {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    words.length === 0 || (words.length === 1 && (words[0] as string).length <= SHORT_WORD && !/\p{N}/u.test(text))
  );
}

/** Whether text is both deleted and inserted from here: a lone insertion reads better by itself. */
function replacedNext(exact: readonly TextPiece[], index: number): boolean {
  const kinds = [exact[index]?.kind, exact[index + 1]?.kind];
  return kinds.includes('deleted') && kinds.includes('inserted');
}
