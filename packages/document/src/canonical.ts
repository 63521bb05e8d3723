/**
 * Canonical JSON after RFC 8785: members sorted by the UTF-16 units of their names, no white space, numbers and strings
 * as ECMAScript writes them. Equal values give equal bytes, so the text can be hashed.
 *
 * Members that are `undefined` are left out, as `JSON.stringify` does. A lone surrogate is written as its escape.
 * @throws TypeError on what JSON cannot say: NaN, infinities, functions, symbols, bigints, `undefined` in an array.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`no JSON for ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`no JSON for a ${typeof value}`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join(',')}}`;
}
