/** A text with a stretch of it replaced by a marker; `null` when nothing is selected. */
export function struck(
  text: string,
  selected: { readonly from: number; readonly to: number },
  marker: string,
): { readonly text: string; readonly caret: number } | null {
  // Spaces around a word that is clicked twice stay.
  const words = text.slice(selected.from, selected.to);
  const from = selected.from + (words.length - words.trimStart().length);
  const to = selected.to - (words.length - words.trimEnd().length);
  if (to <= from) return null;
  return { text: text.slice(0, from) + marker + text.slice(to), caret: from + marker.length };
}
