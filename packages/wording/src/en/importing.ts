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
  counts: ({ sections, tables, requirements, footnotes, words }) =>
    [
      many(sections, 'section', 'sections'),
      many(tables, 'table', 'tables'),
      many(requirements, 'requirement', 'requirements'),
      many(footnotes, 'footnote', 'footnotes'),
      many(words, 'word', 'words'),
    ].join(', '),
  requirementsLater: 'Which paragraph is a requirement, you say in the text.',
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
