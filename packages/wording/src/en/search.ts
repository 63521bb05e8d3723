import type { Wording } from '../index.ts';

export const search: Wording['search'] = {
  title: 'Search',
  label: 'What are you looking for?',
  hint: 'In everything you may read: concepts, comments, motivations and reports. Other forms of a word count too.',
  onlyHere: 'Only in this file',
  searching: 'Searching',
  kinds: {
    qualification: 'Qualification',
    dossier: 'Dossier',
    text: 'Text',
    note: 'Note with a version',
    comment: 'Comment',
    proposal: 'Text proposal',
    reply: 'Reply to a comment',
    motivation: 'Motivation',
    remark: 'Remark on a change',
    report: 'Report',
    reference: 'Background',
  },
  numbered: (kind, number) => `${kind} ${number}`,
  version: (document, number) => `${document} ${number}`,
  found: (count, more) =>
    more
      ? `More than ${count} places found; these are the best.`
      : `${count} ${count === 1 ? 'place' : 'places'} found.`,
  nothing: (words) => `Nothing found for “${words}”`,
  nothingHint: 'Try another word, or fewer words. What you may not read is not found either.',
};
