/** How far two pieces of plain JSON are the same: not, in all but the ids of nodes and columns, or to the letter. */
export const DIFFERENT = 0;
export const ALIKE = 1;
export const IDENTICAL = 2;
export type Sameness = typeof DIFFERENT | typeof ALIKE | typeof IDENTICAL;

/** Whether two pieces of plain JSON are deeply equal; the order of members does not matter. */
export function same(one: unknown, two: unknown): boolean {
  return sameness(one, two) === IDENTICAL;
}

/** How far two nodes say the same and look the same, in one walk through both. */
export function sameness(one: unknown, two: unknown): Sameness {
  if (one === two) return IDENTICAL;
  if (typeof one !== 'object' || typeof two !== 'object' || one === null || two === null) return DIFFERENT;
  if (Array.isArray(one)) return Array.isArray(two) ? ofRows(one, two) : DIFFERENT;
  if (Array.isArray(two)) return DIFFERENT;
  const left = one as Record<string, unknown>;
  const right = two as Record<string, unknown>;
  let found: Sameness = IDENTICAL;
  let members = 0;
  for (const name in left) {
    members += 1;
    const value = left[name];
    const other = right[name];
    // nearly all members are plain and equal
    if (value === other && (value !== undefined || name in right)) continue;
    let its: Sameness = typeof value === 'object' ? sameness(value, other) : DIFFERENT;
    if (its === DIFFERENT && (name === 'id' || name === 'column')) its = ALIKE;
    if (its === DIFFERENT) return DIFFERENT;
    if (its === ALIKE) found = ALIKE;
  }
  for (const _ in right) members -= 1;
  return members === 0 ? found : DIFFERENT;
}

function ofRows(one: readonly unknown[], two: readonly unknown[]): Sameness {
  if (one.length !== two.length) return DIFFERENT;
  let found: Sameness = IDENTICAL;
  for (let at = 0; at < one.length; at += 1) {
    const its = sameness(one[at], two[at]);
    if (its === DIFFERENT) return DIFFERENT;
    if (its === ALIKE) found = ALIKE;
  }
  return found;
}
