import { CATEGORIES, type Category, type Change, sectionOfChange } from '@draagvlak/compare';
import type { ChangeIndex, KnownChange } from './change-index.ts';

export const SHOWS = ['unread', 'groundless', 'contested', 'questions', 'discussed'] as const;
export type Show = 'all' | (typeof SHOWS)[number];

export interface ChangeFilter {
  readonly categories: readonly Category[];
  /** Heading id; its subsections count. */
  readonly section: string | null;
  readonly comment: string | null;
  readonly author: string | null;
  readonly organisation: string | null;
  readonly show: Show;
}
export const EVERYTHING: ChangeFilter = {
  categories: [],
  section: null,
  comment: null,
  author: null,
  organisation: null,
  show: 'all',
};

export const isFiltered = (filter: ChangeFilter): boolean =>
  filter.categories.length > 0 ||
  filter.show !== 'all' ||
  [filter.section, filter.comment, filter.author, filter.organisation].some((value) => value !== null);

function stands(index: ChangeIndex, change: Change, around: string): boolean {
  const section = sectionOfChange(change);
  for (const one of [index.after, index.before]) {
    for (
      let at = one.section(section);
      at !== undefined;
      at = at.parent === null ? undefined : one.section(at.parent)
    ) {
      if (at.id === around) return true;
    }
  }
  return change.after?.nodes.includes(around) === true || change.before?.nodes.includes(around) === true;
}

/** Questions about a change that nobody answered yet. */
export function openQuestions({ remarks }: KnownChange): KnownChange['remarks'] {
  return remarks.filter(({ kind, id }) => kind === 'question' && !remarks.some(({ about }) => about === id));
}

/** The changes that a filter lets through, in their order. */
export function filtered(index: ChangeIndex, filter: ChangeFilter): readonly KnownChange[] {
  const { categories, section, comment, author, organisation, show } = filter;
  return index.changes.filter(
    (known) =>
      (categories.length === 0 || categories.includes(known.change.category)) &&
      (section === null || stands(index, known.change, section)) &&
      (comment === null || known.comments.some(({ id }) => id === comment)) &&
      (author === null || known.people.some(({ person }) => person === author)) &&
      (organisation === null || known.comments.some(({ by }) => (by.organisation ?? by.name) === organisation)) &&
      (show === 'all' ||
        (show === 'unread' && !known.read) ||
        (show === 'groundless' && known.groundless) ||
        (show === 'contested' && known.contested) ||
        (show === 'questions' && openQuestions(known).length > 0) ||
        (show === 'discussed' && known.remarks.length > 0)),
  );
}

/** The change to go to from number `at`, or from outside (0); a change that a filter hides is passed by. */
export function nextTo(shown: readonly KnownChange[], at: number, by: 1 | -1): KnownChange | undefined {
  if (at === 0) return shown.at(by > 0 ? 0 : -1);
  return by > 0 ? shown.find(({ number }) => number > at) : shown.findLast(({ number }) => number < at);
}

const NAMES = {
  categories: 'soort',
  section: 'onderdeel',
  comment: 'reactie',
  author: 'auteur',
  organisation: 'organisatie',
  show: 'toon',
} as const;

/** The filter of an address; what it does not name, or names wrongly, lets everything through. */
export function filterOf(query: URLSearchParams): ChangeFilter {
  const asked = query.get(NAMES.categories)?.split(',') ?? [];
  const show = query.get(NAMES.show);
  return {
    categories: CATEGORIES.filter((category) => asked.includes(category)),
    section: query.get(NAMES.section),
    comment: query.get(NAMES.comment),
    author: query.get(NAMES.author),
    organisation: query.get(NAMES.organisation),
    show: SHOWS.find((one) => one === show) ?? 'all',
  };
}

/** The same address with this filter in it and nothing of another. */
export function withFilter(query: URLSearchParams, filter: ChangeFilter): URLSearchParams {
  const next = new URLSearchParams(query);
  const values: Record<keyof ChangeFilter, string | null> = {
    ...filter,
    categories: filter.categories.length === 0 ? null : filter.categories.join(','),
    show: filter.show === 'all' ? null : filter.show,
  };
  for (const [key, name] of Object.entries(NAMES)) {
    const value = values[key as keyof ChangeFilter];
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  return next;
}
