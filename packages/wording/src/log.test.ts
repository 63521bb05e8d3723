import type { FactType, LogValues } from '@draagvlak/procedure';
import { describe, expect, it } from 'vitest';
import { en, logSentence, nl } from './index.ts';

/** One of each, with what the lines of a real dossier hold. */
const samples: { readonly [T in FactType]: LogValues[T] } = {
  'dossier-opened': { title: 'Gasmeten', documents: 2 },
  'member-added': { role: 'wbc-member', party: 'wbc' },
  'member-removed': { role: 'stakeholder' },
  'planning-set': { phase: 'inspection', from: '2026-03-30', until: '2026-04-13' },
  'reference-added': { title: 'Toetsmatrijs' },
  'reference-removed': { title: null },
  'draft-started': { title: 'Opleiderdocument', from: 'import' },
  'phase-entered': { phase: 'processing', again: 1 },
  'rules-question-answered': { changesRules: 1 },
  'committee-decided': { on: '2026-01-09', phase: 'drafting' },
  'version-frozen': { number: '0.1.1', title: 'Opleiderdocument', erratum: 1 },
  'version-published': { numbers: '0.2', where: 'ssvv.nl' },
  'round-opened': { kind: 'inspection', closes: '2026-04-13T21:59:59.000Z' },
  'round-extended': { kind: null, closes: '2026-04-13T21:59:59.000Z' },
  'round-closed': { kind: 'consultation' },
  'stakeholders-notified': { people: 1 },
  'meeting-held': { kind: 'summary', on: '2026-02-17' },
  'survey-held': { responses: 12 },
  'comment-submitted': { number: 'R43', kind: 'question', channel: 'letter', late: 1 },
  'comment-edited': { number: 'R07' },
  'comment-withdrawn': { number: 'R08', takenBack: 0 },
  'comment-replied': { number: null },
  'comments-published': { kind: 'consultation' },
  'disposition-proposed': { number: 'R07', kind: 'partly-accepted', correction: 1 },
  'disposition-confirmed': { number: 'R07', kind: 'merged' },
  'disposition-taken-back': { number: 'R07', kind: null },
  'comment-assigned': { number: 'R07', assigned: 1 },
  'comment-due-set': { number: 'R07', due: '2026-03-06' },
  'comment-discussed': { number: 'R07' },
  'comments-bundled': { numbers: 'R03, R05' },
  'bundle-dissolved': {},
  'ground-attached': { number: null },
  'finding-settled': { title: 'Opleiderdocument' },
  'placement-confirmed': { number: 'R07' },
  'placements-recorded': { version: '0.2' },
  'impact-group-named': { people: 5 },
  'impact-reported': {},
  'impact-not-applicable': {},
  'change-remarked': { kind: 'advice' },
  'steering-decided': { outcome: 'returned', on: '2026-05-19', present: 7 },
  adopted: { effective: '2027-01-01' },
  'dossier-withdrawn': {},
  'words-redacted': {},
  'words-erased': {},
};

describe('the log', () => {
  it.each([nl, en])('[WOR8] every type of fact reads as one sentence', (words) => {
    const lines = Object.entries(samples).map(([type, values]) => logSentence(words, { type, values: { ...values } }));
    const wrong = lines.filter(
      (line) => line === null || !/^\p{Lu}.*[^.]$/u.test(line) || /undefined|null|NaN/.test(line),
    );
    expect(wrong).toEqual([]);
  });

  it('[WOR8] says what happened in words a secretary would use', () => {
    const line = (type: FactType) => logSentence(nl, { type, values: { ...samples[type] } });
    expect(line('version-frozen')).toBe('Erratum 0.1.1 van Opleiderdocument vastgelegd');
    expect(line('steering-decided')).toBe('Besluit van de Stuurgroep van 19 mei 2026: terug naar de WBC (7 aanwezig)');
    expect(line('comment-submitted')).toBe('Reactie R43 ontvangen via brief, na sluiting');
    expect(line('comment-withdrawn')).toBe('Indiener trok reactie R08 in');
    expect(line('round-extended')).toBe('Termijn van de ronde verlengd tot en met maandag 13 april 2026, 23.59 uur');
  });
});
