import type { Comment, CommentId, Words } from './comment.ts';

/** Comments that may be answered together: a suggestion, nobody is merged by it. */
export interface Group {
  /** In the order given. */
  readonly comments: readonly CommentId[];
  /** `passage`: they stand on the same words; `words`: they say much the same. */
  readonly because: 'passage' | 'words' | 'both';
}

/** Share of the shorter passage that two comments must have in common. */
const OVERLAP = 0.5;
/** Share of their telling words that two comments must have in common (Dice). */
const ALIKE = 0.5;
/** Fewer telling words than this say too little to compare. */
const ENOUGH = 3;

/**
 * Groups of comments on the same version that stand on the same passage or say much the same. Each comment is in one group
 * at most; alone it is in none. Deterministic.
 */
export function suggestGroups(
  comments: readonly Comment[],
  wordsOf: (words: Words) => string | null = (words) => ('words' in words ? words.words : null),
): Group[] {
  const leader = comments.map((_, at) => at);
  const find = (at: number): number => {
    while (leader[at] !== at) at = leader[at]!;
    return at;
  };
  const reasons = new Map<number, Set<'passage' | 'words'>>();
  const telling = comments.map(({ body }) => tellingWords(wordsOf(body) ?? ''));
  const join = (one: number, other: number, why: 'passage' | 'words') => {
    const [first, second] = [find(one), find(other)].toSorted((left, right) => left - right) as [number, number];
    leader[second] = first;
    reasons.set(first, new Set([...(reasons.get(first) ?? []), ...(reasons.get(second) ?? []), why]));
  };
  for (let other = 1; other < comments.length; other++) {
    for (let one = 0; one < other; one++) {
      if (comments[one]!.version !== comments[other]!.version) continue;
      if (samePassage(comments[one]!, comments[other]!)) join(one, other, 'passage');
      if (alike(telling[one]!, telling[other]!)) join(one, other, 'words');
    }
  }
  const members = new Map<number, CommentId[]>();
  comments.forEach(({ id }, at) => members.set(find(at), [...(members.get(find(at)) ?? []), id]));
  return [...members].flatMap(([first, ids]) => {
    if (ids.length < 2) return [];
    const why = reasons.get(first) ?? new Set();
    return [{ comments: ids, because: why.size > 1 ? 'both' : why.has('words') ? 'words' : 'passage' }];
  });
}

function samePassage({ anchor: one }: Comment, { anchor: other }: Comment): boolean {
  if (one.scope === 'document' || other.scope === 'document') return false;
  if (one.scope !== 'passage' || other.scope !== 'passage') return one.scope === other.scope && one.node === other.node;
  if (!one.start || !one.end || !other.start || !other.end) return false;
  if (one.start.block !== other.start.block || one.end.block !== other.end.block) return false;
  if (one.start.block !== one.end.block) return one.quote === other.quote;
  const common = Math.min(one.end.offset, other.end.offset) - Math.max(one.start.offset, other.start.offset);
  const shorter = Math.min(one.end.offset - one.start.offset, other.end.offset - other.start.offset);
  return common >= shorter * OVERLAP && common > 0;
}

function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  if (one.size < ENOUGH || other.size < ENOUGH) return false;
  let common = 0;
  for (const word of one) if (other.has(word)) common++;
  return (2 * common) / (one.size + other.size) >= ALIKE;
}

/** Words of some length, cut to their beginning so that "deelnemer" and "deelnemers" are one. */
function tellingWords(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length > 4 || /\p{N}/u.test(word)).map((word) => word.slice(0, 6)));
}
