import type { ExactPiece } from './text-edit.ts';

/** Kept text this short between two replacements is read along with them: "de". */
const SHORT_WORD = 3;
const WORD = /[\p{L}\p{N}]+/gu;
const NUMERAL = /\p{N}/u;
const MORE_WORDS = /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u;

/**
 * Text as a person reads it through both versions: changes with nearly nothing between them become one, deletion before
 * insertion. The exact ranges stay beside it; this is a view.
 */
export function readable(exact: readonly ExactPiece[]): ExactPiece[] {
  const pieces: { kind: ExactPiece['kind']; text: string }[] = [];
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
    else {
      const next = hunkAt(exact, index + 1);
      const words = MORE_WORDS.test(piece.text) ? null : (piece.text.match(WORD) ?? []);
      const join =
        words === null
          ? false
          : words.length === 0
            ? (gone || next.gone) && (come || next.come) && (gone || come) && (next.gone || next.come)
            : words.length === 1 &&
              (words[0] as string).length <= SHORT_WORD &&
              !NUMERAL.test(piece.text) &&
              [gone, come, next.gone, next.come].every(Boolean);
      if (join) {
        gone += piece.text;
        come += piece.text;
        return;
      }
      flush();
      pieces.push({ ...piece });
    }
  });
  flush();
  return pieces;
}

/** What is deleted and inserted from here until the next kept text. */
function hunkAt(exact: readonly ExactPiece[], index: number): { readonly gone: boolean; readonly come: boolean } {
  const kinds = [];
  for (let at = index; at < exact.length && exact[at]?.kind !== 'kept'; at += 1) kinds.push(exact[at]?.kind);
  return { gone: kinds.includes('deleted'), come: kinds.includes('inserted') };
}
