import type { Wording } from '../wording.ts';

const count = (one: string, more: string) => (n: number) => `${n} ${n === 1 ? one : more}`;
const plain = (words: string) => (_n: number) => words;

export const pasting: Wording['pasting'] = {
  pasted: (lost) => `Pasted. Not brought along: ${lost.join(', ')}.`,
  failed: 'This did not come in. Check your connection and try again.',
  dismiss: 'Close',
  lost: {
    image: count('picture', 'pictures'),
    colour: plain('colours'),
    underline: plain('underlining'),
    strike: plain('strikethrough (the words were)'),
    comment: count('comment in the margin', 'comments in the margin'),
    deletion: count('deleted piece of text', 'deleted pieces of text'),
    formula: count('formula', 'formulas'),
    embedded: count('embedded part, such as a film or form', 'embedded parts, such as films or forms'),
    'nested-table': count('table within a table (its words were)', 'tables within a table (their words were)'),
    'wide-table': count('table that is too large (its words were)', 'tables that are too large (their words were)'),
    link: count('link without a full web address', 'links without a full web address'),
    reference: count('reference within the text', 'references within the text'),
    footnote: count('footnote without words', 'footnotes without words'),
    contents: plain('table of contents (Draagvlak makes its own)'),
    hidden: plain('hidden text'),
    'page-edge': plain('headers or footers of the pages'),
    numbering: count(
      'list with other numbers than it had (the list itself was)',
      'lists with other numbers than they had (the lists themselves were)',
    ),
  },
};
