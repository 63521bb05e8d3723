import type { EditRound } from './edit.ts';

/** From the imported text to the first concept: what the WBC settles before freezing. Measures become citable. */
export const firstConcept: readonly EditRound[] = [
  {
    author: 'author',
    comment: null,
    edits: [
      { split: ['Groepsgrootte', 'Bij praktijk zijn er'] },
      {
        attributes: [
          'Groepsgrootte',
          'Bij theorie zijn er',
          {
            role: 'requirement',
            quantity: 'groepsgrootte theorie',
            comparator: 'at-most',
            value: '16',
            unit: 'deelnemers per docent',
          },
        ],
      },
      {
        attributes: [
          'Groepsgrootte',
          'Bij praktijk zijn er',
          {
            role: 'requirement',
            quantity: 'groepsgrootte praktijk',
            comparator: 'at-most',
            value: '12',
            unit: 'deelnemers per docent',
          },
        ],
      },
      { attributes: ['Toelating', 'De opleider laat alleen', { role: 'requirement' }] },
      { attributes: ['Intake', 'De opleider doet voor elke', { role: 'requirement' }] },
    ],
  },
  {
    author: 'second-author',
    comment: null,
    edits: [
      { attributes: ['Staat van de middelen', 'Meetinstrumenten moeten', { role: 'requirement' }] },
      {
        attributes: [
          'Didactiek',
          'Een docent heeft een didactische',
          { role: 'requirement', quantity: 'didactische training', comparator: 'at-least', value: '2', unit: 'dagen' },
        ],
      },
      {
        attributes: [
          'Bewijs van deelname',
          'De opleider verstrekt',
          { role: 'requirement', quantity: 'melding aan SSVV', comparator: 'at-most', value: '2', unit: 'werkdagen' },
        ],
      },
      {
        attributes: [
          'Administratie',
          'De opleider bewaart',
          { role: 'requirement', quantity: 'bewaartermijn', comparator: 'exactly', value: '5', unit: 'jaar' },
        ],
      },
      {
        attributes: [
          'Audit',
          'Een auditor bezoekt',
          { role: 'requirement', quantity: 'auditbezoek', comparator: 'at-least', value: '1', unit: 'keer per jaar' },
        ],
      },
    ],
  },
];
