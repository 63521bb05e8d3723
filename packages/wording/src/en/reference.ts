import { beginsSentence, type Referred, type referenceKinds as dutch } from '../nl/reference.ts';

export const referenceKinds: typeof dutch = {
  chapter: 'chapter',
  section: 'section',
  annex: 'annex',
  requirement: 'requirement',
  recommendation: 'recommendation',
  table: 'table',
  definition: 'term',
};

function named({ kind, number, title, within }: Referred): string {
  if (number !== null) return `${referenceKinds[kind]} ${number}`;
  if (kind === 'table') return within === null ? 'the table' : `the table in ${named(within)}`;
  return kind === 'definition' ? `the term ‘${title}’` : `‘${title}’`;
}

/** "section 4.2", "requirement 4.2.1", with a capital where a sentence begins after `before`. */
export function reference(to: Referred, before = ''): string {
  const name = named(to);
  return beginsSentence(before) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
