import type { TemplateSection } from './template.ts';

/** The table of facts on which every document opens. */
export const DOCUMENT_DATA: TemplateSection = {
  slot: 'documentgegevens',
  title: 'Documentgegevens',
  kind: 'unnumbered',
  demand: 'always',
  generated: true,
  ofDocument: true,
  guidance:
    'Versie, status, datum en ingangsdatum worden ingevuld bij het vastleggen van een concept. Wat u zelf in een vak schrijft, blijft staan. Vul aan wat ontbreekt.',
  table: {
    header: ['Gegeven', 'Waarde'],
    rows: [
      'Kwalificatie',
      'Documentsoort',
      'Documentnummer',
      'Versie',
      'Status',
      'Datum',
      'Eerste auteur',
      'Hoort bij',
      'Reageren',
      'Ingangsdatum',
    ],
  },
};

/** The annex that says what changed in each version. */
export const CHANGES: TemplateSection = {
  slot: 'wijzigingen',
  title: 'Wijzigingen',
  kind: 'annex',
  demand: 'always',
  generated: true,
  ofDocument: true,
  guidance:
    'Per versie: de datum en in één zin wat er is veranderd. Schrijf die zin in een rij zonder versienummer; versie en datum worden ingevuld bij het vastleggen.',
  table: { header: ['Versie', 'Datum', 'Wijziging'] },
};
