/** Whether two pieces of plain JSON are deeply equal; the order of members does not matter. */
export function same(one: unknown, two: unknown): boolean {
  return equal(one, two, false);
}

/** Whether two nodes say the same and look the same; ids of nodes and columns do not count. */
export function alike(one: unknown, two: unknown): boolean {
  return equal(one, two, true);
}

function equal(one: unknown, two: unknown, nameless: boolean): boolean {
  if (one === two) return true;
  if (typeof one !== 'object' || typeof two !== 'object' || one === null || two === null) return false;
  if (Array.isArray(one)) {
    if (!Array.isArray(two) || one.length !== two.length) return false;
    for (let at = 0; at < one.length; at += 1) if (!equal(one[at], two[at], nameless)) return false;
    return true;
  }
  if (Array.isArray(two)) return false;
  const left = one as Record<string, unknown>;
  const right = two as Record<string, unknown>;
  let members = 0;
  for (const name in left) {
    members += 1;
    if (nameless && (name === 'id' || name === 'column')) continue;
    if (!equal(left[name], right[name], nameless) || (left[name] === undefined && !(name in right))) return false;
  }
  for (const _ in right) members -= 1;
  return members === 0;
}
