import type { document as dutch } from '../nl/document.ts';
import { writing } from './writing.ts';

export const document = {
  requirement: writing.editor.requirement,
  measure: writing.editor.measure,
  reference: writing.editor.reference,
  lostReference: writing.editor.lostReference,
  linkTo: (name) => `Link to ${name}`,
  table: (section, nth, caption) => {
    const name = `Table${nth > 1 ? ` ${nth}` : ''}${section === null ? '' : ` in ${section}`}`;
    return caption === null ? name : `${name}: ${caption}`;
  },
  tableNumber: (number) => `Table ${number}`,
  footnotes: 'Footnotes',
  footnote: (number) => `Footnote ${number}`,
  back: 'Back',
  backTo: (number) => `Back to the text at footnote ${number}`,
  source: { owner: 'Owner', number: 'Number', adopted: 'Adopted' },
  dated: (day, source) => `As of ${day}${source === null ? '' : `, according to ${source}`}`,
  versionStatuses: {
    drafting: 'first concept, for consultation',
    processing: 'concept, for inspection',
    finalisation: 'final concept, for the Steering Group',
    adopted: 'adopted',
  },
  generatedReason: 'Updated automatically when this version was frozen.',
  generator: 'Automatic, from the dossier',
  commentsHere: (count) => (count === 1 ? '1 comment here' : `${count} comments here`),
  commentsInSection: (count) => (count === 1 ? '1 comment in this section' : `${count} comments in this section`),
} satisfies typeof dutch;
