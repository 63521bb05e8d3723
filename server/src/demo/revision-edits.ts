import type { Change } from '@draagvlak/compare';
import type { Edit } from './edit.ts';

/** What the committee changes in a text that is in force, with the reason it gives of its own accord. */
export interface RevisionRound {
  readonly by: 'auteur' | 'tweede-auteur';
  readonly day: string;
  readonly edits: readonly Edit[];
  /** Absent where nobody has said yet why. */
  readonly why?: { readonly of: (change: Change) => boolean; readonly reason: string };
}

const says = (words: string) => (change: Change) => change.after?.text.includes(words) === true;

/** The revision of "Werken aan flensverbindingen" after its first year. All of it is invented. */
export const flangeRevision: readonly RevisionRound[] = [
  {
    by: 'auteur',
    day: '2026-01-15',
    edits: [
      { words: ['Duur', 'minimaal 8 uur', 'minimaal 10 uur'] },
      { words: ['Duur', '4 uur praktijk', '6 uur praktijk'] },
    ],
    why: {
      of: says('minimaal 10 uur'),
      reason: 'Uit de evaluatie van het eerste jaar: deelnemers kwamen te weinig toe aan het oefenen met drie maten.',
    },
  },
  {
    by: 'auteur',
    day: '2026-01-20',
    edits: [{ words: ['Doelgroep en toelating', 'het VCA-diploma', 'het geldige VCA-diploma'] }],
    why: {
      of: says('het geldige VCA-diploma'),
      reason: 'Opleiders vroegen of een verlopen diploma ook telt. Dat was niet bedoeld.',
    },
  },
  {
    by: 'tweede-auteur',
    day: '2026-01-22',
    edits: [
      {
        words: [
          'Inhoud van het programma',
          'keuze, controle en gebruik van middelen',
          'keuze, controle, gebruik en onderhoud van middelen',
        ],
      },
    ],
    why: {
      of: says('gebruik en onderhoud van middelen'),
      reason: 'Het onderhoud van momentsleutels stond wel in de leerdoelen, maar niet in het programma.',
    },
  },
  {
    by: 'tweede-auteur',
    day: '2026-01-27',
    edits: [
      {
        type: [
          'Docenten',
          'Een docent heeft',
          'Een docent volgt elk jaar ten minste een halve dag bijscholing over gereedschap en pakkingen.',
        ],
      },
    ],
    why: { of: says('halve dag bijscholing'), reason: 'De norm voor pakkingen is gewijzigd en blijft veranderen.' },
  },
  {
    by: 'auteur',
    day: '2026-02-03',
    edits: [{ moveSection: ['Herhaling', 'Groepsgrootte'] }],
    why: {
      of: ({ kind, unit }) => kind === 'moved' && unit === 'section',
      reason: 'De duur van de hele en van de verkorte opleiding staan nu bij elkaar.',
    },
  },
  {
    by: 'tweede-auteur',
    day: '2026-02-05',
    edits: [{ words: ['Lesmateriaal en taal', 'controleert het elk jaar', 'controleert het elke twee jaar'] }],
  },
];
