/** What a page is called, in the title of the window and above a printed page. */
const titles = {
  overview: 'Overzicht',
  'new-dossier': 'Dossier beginnen',
  dossier: 'Dossier',
  people: 'Mensen',
  log: 'Logboek',
  words: 'Tekst afschermen',
  decision: 'Besluit',
  writing: 'Schrijven',
  processing: 'Verwerken',
  comparing: 'Vergelijken',
  audit: 'Controle',
  search: 'Zoeken',
  notices: 'Berichten',
  help: 'Hulp',
  parts: 'Onderdelen van de schermen',
  unknown: 'Niet gevonden',
};

/** What stands around a page: in the window, and on paper. */
export const frame = {
  titles,
  printedOn: (day: string) => `Afgedrukt op ${day}`,
};
