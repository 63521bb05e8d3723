const many = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`;

/** Beginning a draft with a text from elsewhere, looked at before it is done. */
export const importing = {
  from: 'Met een tekst die er al is (Markdown, HTML of geplakt uit Word)',
  text: 'Plak de tekst',
  textHint:
    'Uit Word, LibreOffice, Google Docs of een webpagina. Koppen, lijsten, tabellen en voetnoten blijven behouden.',
  file: 'Of kies een bestand',
  fileHint: 'Markdown (.md) of een webpagina (.html), ten hoogste 3 MB.',
  fileTooLarge: 'Dit bestand is te groot. Ten hoogste 3 MB.',
  needed: 'Plak een tekst of kies een bestand.',
  taken: (name: string | null) => (name === null ? 'De geplakte tekst staat klaar.' : `${name} staat klaar.`),
  again: 'Andere tekst',
  look: 'Bekijk wat het wordt',
  preview: 'Dit wordt het concept',
  nothingYet: 'Er is nog niets gebeurd. Kijk of dit klopt en begin dan.',
  title: (title: string) => `De titel "${title}" staat niet in de tekst: het document heeft zijn eigen titel.`,
  counts: ({
    sections,
    tables,
    requirements,
    footnotes,
    words,
  }: {
    readonly sections: number;
    readonly tables: number;
    readonly requirements: number;
    readonly footnotes: number;
    readonly words: number;
  }) =>
    [
      many(sections, 'onderdeel', 'onderdelen'),
      many(tables, 'tabel', 'tabellen'),
      many(requirements, 'eis', 'eisen'),
      many(footnotes, 'voetnoot', 'voetnoten'),
      many(words, 'woord', 'woorden'),
    ].join(', '),
  requirementsLater: 'Welke alinea een eis is, wijst u aan in de tekst.',
  outline: 'Inhoud',
  noSections: 'Deze tekst heeft geen koppen. De onderdelen van het sjabloon maakt u dan zelf.',
  fit: 'Past het bij het sjabloon?',
  fits: (found: number, all: number) => `${found} van ${all} verplichte onderdelen zijn gevonden.`,
  section: 'Onderdeel',
  mandatory: 'Verplicht',
  state: 'In deze tekst',
  yes: 'ja',
  no: 'nee',
  dropped: 'Dit gaat niet mee',
  nothingDropped: 'Alles gaat mee.',
  begin: 'Begin met deze tekst',
  back: 'Terug',
};
