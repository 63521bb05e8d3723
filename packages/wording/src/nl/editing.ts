/** Finding and replacing in a draft. */
const finding = {
  title: 'Zoeken in de tekst',
  find: 'Zoeken naar',
  replace: 'Vervangen door',
  count: (at: number, total: number, more: boolean) => `${at} van ${total}${more ? ' of meer' : ''}`,
  none: 'Niet gevonden',
  next: 'Volgende',
  previous: 'Vorige',
  wholeWords: 'Hele woorden',
  matchCase: 'Hoofdletters',
  accents: 'Accenten',
  close: 'Zoeken sluiten',
  showReplace: 'Vervangen',
  one: 'Deze vervangen',
  preview: 'Alles bekijken',
  previewTitle: 'Wat er verandert',
  allOn: 'Alles kiezen',
  allOff: 'Niets kiezen',
  apply: (count: number) => (count === 1 ? '1 plaats vervangen' : `${count} plaatsen vervangen`),
  done: (count: number) =>
    `${count === 1 ? '1 plaats is' : `${count} plaatsen zijn`} vervangen. Met Ctrl+Z maakt u dat in één keer ongedaan.`,
  footnote: 'voetnoot',
  outside: 'Voor het eerste hoofdstuk',
  becomes: (old: string, now: string) => (now === '' ? `${old} verdwijnt` : `${old} wordt ${now}`),
};

export const editing = { finding };
