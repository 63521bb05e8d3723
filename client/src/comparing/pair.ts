import type { DocumentView } from '@draagvlak/contract/client';

/** The two sides of a comparison: a version or the text in force, and a later version or the draft as it stands. */
export interface Pair {
  readonly before: string;
  readonly after: string;
}

/**
 * What is compared unless the reader says otherwise: the last two versions, or the only one, or the text
 * in force, with the draft; while nobody writes, the text in force with the only one. What the address asks for holds as
 * far as it names versions of this document.
 */
export function pairOf(document: DocumentView, before: string | null, after: string | null): Pair | null {
  const ids = document.versions.map(({ id }) => id);
  const { inForce } = document;
  const earliest = inForce?.mayCompare === true ? inForce.version : null;
  const mayDraft = document.draft !== null;
  const to = after !== null && (ids.includes(after) || (after === 'draft' && mayDraft)) ? after : null;
  const from = before !== null && (ids.includes(before) || before === earliest) ? before : null;
  if (from !== null && to !== null && from !== to) return { before: from, after: to };
  const last = ids.at(-1);
  if (last === undefined) return earliest !== null && mayDraft ? { before: earliest, after: 'draft' } : null;
  if (to === 'draft') return { before: from ?? last, after: 'draft' };
  if (to !== null) {
    const earlier = ids[ids.indexOf(to) - 1];
    const first = earlier ?? earliest;
    return first === null ? null : { before: first, after: to };
  }
  const second = ids.at(-2);
  if (from !== null && from !== last) return { before: from, after: last };
  if (second !== undefined) return { before: second, after: last };
  // A first concept that nobody writes on at the moment is looked at beside what holds now.
  if (earliest !== null && !(mayDraft && document.mayWrite)) return { before: earliest, after: last };
  return mayDraft ? { before: last, after: 'draft' } : null;
}
