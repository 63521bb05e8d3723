import type { Wording } from '../wording.ts';

const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;

export const importing: Wording['importing'] = {
  from: 'With a text that exists (Markdown, HTML or pasted from Word)',
  text: 'Paste the text',
  textHint: 'From Word, LibreOffice, Google Docs or a web page. Headings, lists, tables and footnotes are kept.',
  file: 'Or choose a file',
  fileHint: 'Markdown (.md) or a web page (.html), at most 3 MB.',
  fileTooLarge: 'This file is too large. At most 3 MB.',
  needed: 'Paste a text or choose a file.',
  taken: (name) => (name === null ? 'The pasted text is ready.' : `${name} is ready.`),
  again: 'Another text',
  look: 'See what it becomes',
  preview: 'This becomes the draft',
  nothingYet: 'Nothing has happened yet. See whether this is right, then begin.',
  title: (title) => `The title "${title}" is not in the text: the document has a title of its own.`,
  counts: ({ sections, tables, footnotes, definitions, words }) =>
    [
      many(sections, 'section', 'sections'),
      many(tables, 'table', 'tables'),
      many(footnotes, 'footnote', 'footnotes'),
      many(definitions, 'term', 'terms'),
      many(words, 'word', 'words'),
    ].join(', '),
  numbersCut: (n) =>
    n === 1
      ? 'The typed number of 1 heading goes: Draagvlak numbers by itself.'
      : `The typed numbers of ${n} headings go: Draagvlak numbers by itself.`,
  requirements: 'Which paragraphs are requirements?',
  requirementsLater: 'No requirements were recognised in this text. Which paragraph is one, you say in the text.',
  requirementsHow:
    'This is a proposal. Untick what is no requirement. A typed number ("Eis 3.2") goes where you tick, for Draagvlak numbers requirements by itself.',
  requirementsChosen: (chosen, all) => `${chosen} of ${all} ticked`,
  requirementsSure: 'Recognised as a requirement',
  requirementsMaybe: 'Perhaps a requirement',
  chooseAll: 'Tick all',
  chooseNone: 'Untick all',
  aboveSections: 'Above the first heading',
  signs: {
    label: 'has a number',
    column: 'stands in a column of requirements',
    obligation: 'says what must or may not be',
    norm: 'says what somebody does',
  },
  recommendation: 'recommendation',
  pictures: 'Pictures in the text',
  picturesHow: 'Describe what is to be seen, for who does not see the picture.',
  picture: (n) => `Picture ${n}`,
  pictureChoices: {
    yes: 'Bring along with a description',
    decorative: 'Bring along as decoration',
    no: 'Leave out',
  },
  pictureDamaged: 'This picture is damaged and does not come along.',
  outline: 'Contents',
  noSections: 'This text has no headings. You then make the sections of the template yourself.',
  fit: 'Does it fit the template?',
  fits: (found, all) => `${found} of ${all} mandatory sections were found.`,
  section: 'Section',
  mandatory: 'Mandatory',
  state: 'In this text',
  yes: 'yes',
  no: 'no',
  dropped: 'This does not come along',
  nothingDropped: 'Everything comes along.',
  begin: 'Begin with this text',
  back: 'Back',
};
