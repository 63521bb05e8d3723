/** How dark: four steps from the least to the most; none for nothing. */
export function heatStep(count: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (count <= 0 || most <= 0) return 0;
  const share = count / most;
  return share > 0.75 ? 4 : share > 0.45 ? 3 : share > 0.2 ? 2 : 1;
}
