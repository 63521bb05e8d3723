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
    footnotes,
    definitions,
    words,
  }: {
    readonly sections: number;
    readonly tables: number;
    readonly footnotes: number;
    readonly definitions: number;
    readonly words: number;
  }) =>
    [
      many(sections, 'onderdeel', 'onderdelen'),
      many(tables, 'tabel', 'tabellen'),
      many(footnotes, 'voetnoot', 'voetnoten'),
      many(definitions, 'begrip', 'begrippen'),
      many(words, 'woord', 'woorden'),
    ].join(', '),
  numbersCut: (n: number) =>
    n === 1
      ? 'Het getypte nummer van 1 kop vervalt: Draagvlak nummert zelf.'
      : `De getypte nummers van ${n} koppen vervallen: Draagvlak nummert zelf.`,
  requirements: 'Welke alinea’s zijn eisen?',
  requirementsLater: 'In deze tekst zijn geen eisen herkend. Welke alinea een eis is, wijst u aan in de tekst.',
  requirementsHow:
    'Dit is een voorstel. Haal het vinkje weg bij wat geen eis is. Een getypt nummer ("Eis 3.2") vervalt bij wat u aanvinkt, want Draagvlak nummert eisen zelf.',
  requirementsChosen: (chosen: number, all: number) => `${chosen} van ${all} aangevinkt`,
  requirementsSure: 'Herkend als eis',
  requirementsMaybe: 'Misschien een eis',
  chooseAll: 'Alles aanvinken',
  chooseNone: 'Alles uitvinken',
  aboveSections: 'Boven de eerste kop',
  signs: {
    label: 'heeft een nummer',
    column: 'staat in een kolom met eisen',
    obligation: 'zegt wat moet of niet mag',
    norm: 'zegt wat iemand doet',
  },
  recommendation: 'aanbeveling',
  pictures: 'Afbeeldingen in de tekst',
  picturesHow: 'Beschrijf wat er te zien is, voor wie de afbeelding niet ziet.',
  picture: (n: number) => `Afbeelding ${n}`,
  pictureChoices: {
    yes: 'Meenemen met een beschrijving',
    decorative: 'Meenemen als versiering',
    no: 'Niet meenemen',
  },
  pictureDamaged: 'Deze afbeelding is beschadigd en gaat niet mee.',
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
