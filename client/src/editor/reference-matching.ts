import type { ReferenceTarget } from '@draagvlak/document';

/** A text as it is looked up: without capitals and accents. */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('nl');

/** What answers to the typed words, by number, name or title; the closest first, else in reading order. */
export function matching(
  targets: readonly ReferenceTarget[],
  typed: string,
  nameOf: (target: ReferenceTarget) => string,
): ReferenceTarget[] {
  const words = plain(typed).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return [...targets];
  const ranked = targets.flatMap((target) => {
    const name = plain(nameOf(target));
    const title = plain(target.title);
    const all = `${name} ${title}`;
    if (!words.every((word) => all.includes(word))) return [];
    const exact = title === words.join(' ') || words.some((word) => target.number?.toLowerCase() === word);
    const begins = title.startsWith(words[0] ?? '') || (target.number ?? '').startsWith(words[0] ?? '');
    return [{ target, rank: exact ? 0 : begins ? 1 : 2 }];
  });
  return ranked.toSorted((one, two) => one.rank - two.rank).map(({ target }) => target);
}
