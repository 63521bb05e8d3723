/** Mending a mistake in a frozen text, and reading what was mended. */
export const errata = {
  intro:
    'De vastgelegde versie verandert niet. De verbetering komt ernaast, met een eigen nummer. Het concept wordt ook verbeterd, waar de woorden daar nog staan.',
  version: 'Welke versie?',
  mistake: (number: number) => `Fout ${number}`,
  was: 'De woorden zoals ze er staan',
  wasHint: 'Neem zo veel woorden dat ze op maar één plek staan.',
  becomes: 'De woorden zoals ze horen te zijn',
  another: 'Nog een fout',
  note: 'Waarom is dit een fout?',
  faults: {
    missing: 'Deze woorden staan niet in de versie.',
    ambiguous: 'Deze woorden staan meer dan één keer in de versie. Neem de woorden ernaast erbij.',
    across: 'Blijf binnen één alinea, en laat voetnoten erbuiten.',
    same: 'Dit is hetzelfde als wat er staat.',
    overlap: 'Dit stuk tekst hebt u hierboven al verbeterd.',
  },
  made: (number: string) => `Versie ${number} is vastgelegd.`,
  read: (number: string) => `Versie ${number} lezen`,
  inDraft: 'Het concept is ook verbeterd.',
  notInDraft: 'In het concept staat hier intussen andere tekst. Kijk of daar ook iets moet veranderen:',
  page: {
    mends: (number: string) => `Dit is een verbetering van versie ${number}.`,
    readMended: (number: string) => `Versie ${number} lezen, zoals die was`,
    commentsFrom: (count: number, number: string) =>
      count === 1
        ? `1 reactie is gemaakt op versie ${number}. Die staat hier op haar plaats in de verbeterde tekst.`
        : `${count} reacties zijn gemaakt op versie ${number}. Ze staan hier op hun plaats in de verbeterde tekst.`,
    mendedIn: (number: string) => `Er is een verbetering van deze tekst: versie ${number}.`,
    readErratum: (number: string) => `Versie ${number} lezen`,
    was: 'was',
    becomes: 'wordt',
  },
};
