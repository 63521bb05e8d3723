/** Left edge and width of each part that counts, with a gap of 2 between them, over the given width. */
export function barSpans(counts: readonly number[], width: number): readonly { x: number; width: number }[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const gaps = Math.max(0, counts.filter((count) => count > 0).length - 1) * 2;
  let x = 0;
  return counts.map((count) => {
    const span = { x, width: total === 0 ? 0 : (count / total) * (width - gaps) };
    if (count > 0) x += span.width + 2;
    return span;
  });
}
