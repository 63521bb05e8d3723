import type { Wording } from '../wording.ts';

const finding: Wording['editing']['finding'] = {
  title: 'Find in the text',
  find: 'Find',
  replace: 'Replace with',
  count: (at, total, more) => `${at} of ${total}${more ? ' or more' : ''}`,
  none: 'Not found',
  next: 'Next',
  previous: 'Previous',
  wholeWords: 'Whole words',
  matchCase: 'Match case',
  accents: 'Accents',
  close: 'Close find',
  showReplace: 'Replace',
  one: 'Replace this one',
  preview: 'Review all',
  previewTitle: 'What will change',
  allOn: 'Choose all',
  allOff: 'Choose none',
  apply: (count) => (count === 1 ? 'Replace in 1 place' : `Replace in ${count} places`),
  done: (count) => `${count === 1 ? '1 place was' : `${count} places were`} replaced. Ctrl+Z undoes this in one go.`,
  footnote: 'footnote',
  outside: 'Before the first chapter',
  becomes: (old, now) => (now === '' ? `${old} is removed` : `${old} becomes ${now}`),
};

const referring: Wording['editing']['referring'] = {
  title: 'Cross-reference',
  what: 'What do you refer to?',
  hint: 'Type a number or part of the title. Choose with the up and down arrows and press Enter.',
  places: 'Sections, requirements, tables and terms',
  none: 'Nothing found.',
  count: (count) => (count === 1 ? '1 place' : `${count} places`),
  insert: 'Insert reference',
  lost: (count) =>
    count === 1
      ? 'A reference points to something that no longer exists'
      : `${count} references point to something that no longer exists`,
  lostIn: (section) => `Reference in ${section}`,
};

const deleting: Wording['editing']['deleting'] = {
  title: 'You are deleting a lot of text',
  what: (words, sections, percent) =>
    `${words} words${sections === 0 ? '' : `, ${sections === 1 ? '1 section' : `${sections} sections`}`}: ${percent}% of the draft.`,
  others: 'This may include text by others. A copy is kept for you.',
  keep: 'Do not delete',
  remove: 'Delete',
  done: 'The text was deleted.',
  kept: 'A copy that only you see is above the draft.',
  restore: 'Put it back',
  dismiss: 'Close',
  restored: 'The text is back.',
};

export const editing: Wording['editing'] = { deleting, finding, referring };
