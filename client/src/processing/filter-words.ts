import type { PersonView } from '@draagvlak/contract/client';
import { words } from '../stores/words.ts';
import type { Filters } from './list-filter.ts';

/** What the list is narrowed down to, each thing as the filters say it; for who reads the list on paper. */
export function filterWords(
  { state, kind, submitter, section, work, text }: Filters,
  sections: readonly { readonly id: string; readonly label: string }[],
  authors: readonly PersonView[],
): readonly string[] {
  const { processing, vocabulary, handling } = words();
  const { sheet } = handling;
  return [
    state === null ? null : processing.filters[state].toLowerCase(),
    kind === null ? null : vocabulary.commentKinds[kind].toLowerCase(),
    submitter,
    section === null ? null : (sections.find(({ id }) => id === section)?.label ?? null),
    work === null
      ? null
      : typeof work === 'string'
        ? sheet[work]
        : sheet.assignedTo(authors.find(({ person }) => person === work.person)?.name ?? ''),
    text.trim() === '' ? null : sheet.holding(text.trim()),
  ].filter((one) => one !== null);
}
