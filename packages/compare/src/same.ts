/** Whether two pieces of plain JSON are deeply equal; the order of members does not matter. */
export function same(one: unknown, two: unknown): boolean {
  if (one === two) return true;
  if (typeof one !== 'object' || typeof two !== 'object' || one === null || two === null) return false;
  if (Array.isArray(one)) {
    return Array.isArray(two) && one.length === two.length && one.every((each, index) => same(each, two[index]));
  }
  if (Array.isArray(two)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(two).length) return false;
  return names.every(
    (name) =>
      Object.hasOwn(two, name) && same((one as Record<string, unknown>)[name], (two as Record<string, unknown>)[name]),
  );
}
