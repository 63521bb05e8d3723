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

/** Referring to another place in the text. */
const referring = {
  title: 'Verwijzing',
  what: 'Waarnaar verwijst u?',
  hint: 'Typ een nummer of een deel van de titel. Kies met pijl omhoog en omlaag en druk op Enter.',
  places: 'Onderdelen, eisen, tabellen en begrippen',
  none: 'Niets gevonden.',
  count: (count: number) => (count === 1 ? '1 plaats' : `${count} plaatsen`),
  insert: 'Verwijzing plaatsen',
  lost: (count: number) =>
    count === 1
      ? 'Een verwijzing wijst naar iets dat niet meer bestaat'
      : `${count} verwijzingen wijzen naar iets dat niet meer bestaat`,
  lostIn: (section: string) => `Verwijzing in ${section}`,
};

/** Deleting much text at once. */
const deleting = {
  title: 'U verwijdert veel tekst',
  what: (words: number, sections: number, percent: number) =>
    `${words} woorden${sections === 0 ? '' : `, ${sections === 1 ? '1 onderdeel' : `${sections} onderdelen`}`}: ${percent}% van de werktekst.`,
  others: 'Daar kan ook tekst van anderen bij zijn. Er wordt een kopie voor u bewaard.',
  keep: 'Niet verwijderen',
  remove: 'Verwijderen',
  done: 'De tekst is verwijderd.',
  kept: 'Boven de werktekst staat een kopie, die alleen u ziet.',
  restore: 'Zet terug',
  dismiss: 'Sluiten',
  restored: 'De tekst staat er weer.',
};

export const editing = { deleting, finding, referring };
