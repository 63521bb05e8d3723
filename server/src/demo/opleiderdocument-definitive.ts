import { type EditRound, newVersion, TO_DEFINITIVE } from './edit.ts';

/** From the second to the definitive concept: what the objections of the inspection changed. */
export const definitiveConcept: readonly EditRound[] = [
  newVersion(...TO_DEFINITIVE),
  {
    author: 'chair',
    comment: 'B02',
    edits: [
      { words: ['Ingangsdatum', 'geldt zes maanden na de datum van vaststelling.', 'geldt vanaf 1 januari 2027.'] },
    ],
  },
  {
    author: 'second-author',
    comment: 'B03',
    edits: [
      {
        type: [
          'Vakbekwaamheid',
          'heeft werk- en denkniveau',
          'Werk- en denkniveau mbo 4 blijkt uit een diploma of uit een verklaring van de erkende opleider.',
        ],
      },
    ],
  },
  {
    author: 'author',
    comment: 'B04',
    edits: [{ words: ['Tabel met leerdoelen#L3', '5.2 Voorbereiden', '5.2 Voorbereiden en 5.4 Beoordelen'] }],
  },
];
