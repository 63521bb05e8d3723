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

const going: Wording['editing']['going'] = { title: 'Go to', what: 'Where do you want to go?', confirm: 'Go here' };

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

const keyGroups: Wording['editing']['keys']['groups'] = [
  {
    name: 'Text and formatting',
    list: [
      ['Ctrl+B', 'Bold, or type **bold**'],
      ['Ctrl+I', 'Italic, or type _italic_'],
      ['Ctrl+,', 'Subscript'],
      ['Ctrl+.', 'Superscript'],
      ['Ctrl+K', 'Link'],
      ['Ctrl+Alt+F', 'Footnote; Enter on its number opens it'],
      ['Ctrl+Alt+V', 'Reference to a section, requirement, table or term'],
      ['Shift+Enter', 'New line in the same paragraph'],
      ['Ctrl+Z', 'Undo'],
      ['Ctrl+Y', 'Redo'],
    ],
  },
  {
    name: 'Kind of paragraph',
    list: [
      ['Ctrl+Alt+0', 'Plain text'],
      ['Ctrl+Alt+1', 'Chapter, or # and a space at the start; 2, 3 and 4 for lower'],
      ['Ctrl+Alt+E', 'Requirement, or eis: and a space at the start'],
      ['Ctrl+Alt+G', 'Figure of the requirement'],
      ['Ctrl+Shift+7', 'Numbered list, or 1. and a space'],
      ['Ctrl+Shift+8', 'Bullets, or - and a space'],
      ['> and a space', 'Quotation'],
      ['Tab', 'Item or heading one level down; Shift+Tab up'],
      ['Backspace', 'Directly after such a sign: plain text after all'],
    ],
  },
  {
    name: 'Table',
    list: [
      ['Tab', 'Next cell; behind the last one a new row'],
      ['Shift+Tab', 'Previous cell'],
      ['| A | B | and Enter', 'New table with these headings'],
      ['Ctrl+Alt+Enter', 'Row below'],
      ['Ctrl+Alt+K', 'Column to the right'],
      ['Ctrl+Enter', 'Go on behind the table'],
      ['Shift+arrow', 'Select cells, to merge them'],
      ['Alt+F10, Tab', 'To what can be done with the table'],
    ],
  },
  {
    name: 'In the text',
    list: [
      ['Ctrl+G', 'Go to a section, requirement, table or term'],
      ['Ctrl+F', 'Find; Esc selects what was found. Once more for the browser’s own'],
      ['Ctrl+H', 'Find and replace'],
      ['Alt+arrow', 'Paragraph or section up or down'],
      ['Ctrl+Shift+Backspace', 'Take a paragraph or table away; at a heading the whole section'],
      ['Alt+Shift+arrow', 'Level up or down'],
      ['Alt+F10', 'To the buttons; Esc back to the text'],
      ['Ctrl+Alt+R', 'When processing: choose for which comment you write'],
      ['Esc, Tab', 'Leave the text'],
      ['Ctrl+/', 'This list'],
    ],
  },
];

export const editing: Wording['editing'] = {
  deleting,
  finding,
  going,
  keys: { title: 'Keys in the draft', groups: keyGroups },
  referring,
};
