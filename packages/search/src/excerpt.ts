import { likeness, type Query } from './query.ts';
import { terms } from './terms.ts';

/** A stretch of a text, in UTF-16 code units of the excerpt. */
export interface MarkedRange {
  readonly from: number;
  readonly to: number;
}

export interface Excerpt {
  readonly text: string;
  /** The words that were looked for, in order, apart from each other. */
  readonly marks: readonly MarkedRange[];
}

/** Characters an excerpt begins before the first word that was looked for. */
const BEFORE = 50;

/** The part of a text where most of what was looked for stands together, cut between words, with those words marked. */
export function excerpt(text: string, query: Query, most = 200): Excerpt {
  const all = terms(text);
  const found = all.filter((term) => query.some((sought) => likeness(sought, term) > 0));
  let from = 0;
  let richest = 0;
  for (const [index, first] of found.entries()) {
    let count = 0;
    for (const next of found.slice(index)) if (next.to <= first.from + most - BEFORE) count += 1;
    if (count <= richest) continue;
    richest = count;
    from = first.from;
  }
  const begin = text.length <= most || from <= BEFORE ? 0 : (all.find((term) => term.from >= from - BEFORE)?.from ?? 0);
  let end = Math.min(text.length, begin + most);
  if (end < text.length) end = all.findLast((term) => term.to <= end && term.to > begin)?.to ?? end;
  const opening = begin > 0 ? '… ' : '';
  const marks = found
    .filter((term) => term.from >= begin && term.to <= end)
    .map((term) => ({ from: term.from - begin + opening.length, to: term.to - begin + opening.length }));
  return { text: opening + text.slice(begin, end) + (end < text.length ? ' …' : ''), marks };
}
