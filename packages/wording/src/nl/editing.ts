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

/** Going to another place in the text. */
const going = { title: 'Ga naar', what: 'Waar wilt u naartoe?', confirm: 'Ga hierheen' };

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

/** A group of keys: each key with what it does. */
export interface KeyGroup {
  readonly name: string;
  readonly list: readonly (readonly [key: string, does: string])[];
}

/** All keys of the editor. */
const keyGroups: readonly KeyGroup[] = [
  {
    name: 'Tekst en opmaak',
    list: [
      ['Ctrl+B', 'Vet, of **vet** typen'],
      ['Ctrl+I', 'Cursief, of _cursief_ typen'],
      ['Ctrl+,', 'Onderschrift'],
      ['Ctrl+.', 'Bovenschrift'],
      ['Ctrl+K', 'Link'],
      ['Ctrl+Alt+F', 'Voetnoot; Enter op het nummer opent hem'],
      ['Ctrl+Alt+V', 'Verwijzing naar een onderdeel, eis, tabel of begrip'],
      ['Shift+Enter', 'Nieuwe regel in dezelfde alinea'],
      ['Ctrl+Z', 'Ongedaan maken'],
      ['Ctrl+Y', 'Opnieuw'],
    ],
  },
  {
    name: 'Soort alinea',
    list: [
      ['Ctrl+Alt+0', 'Gewone tekst'],
      ['Ctrl+Alt+1', 'Hoofdstuk, of # en spatie aan het begin; 2, 3 en 4 voor lager'],
      ['Ctrl+Alt+E', 'Eis, of eis: en spatie aan het begin'],
      ['Ctrl+Alt+G', 'Getal bij de eis'],
      ['Ctrl+Shift+7', 'Genummerde lijst, of 1. en spatie'],
      ['Ctrl+Shift+8', 'Opsomming, of - en spatie'],
      ['> en spatie', 'Citaat'],
      ['Tab', 'Item of kop een niveau lager; Shift+Tab hoger'],
      ['Backspace', 'Direct na zo’n teken: toch gewone tekst'],
    ],
  },
  {
    name: 'Tabel',
    list: [
      ['Tab', 'Volgende cel; na de laatste cel een nieuwe rij'],
      ['Shift+Tab', 'Vorige cel'],
      ['| A | B | en Enter', 'Nieuwe tabel met deze kopjes'],
      ['Ctrl+Alt+Enter', 'Rij eronder'],
      ['Ctrl+Alt+K', 'Kolom rechts'],
      ['Ctrl+Enter', 'Verder achter de tabel'],
      ['Shift+pijl', 'Cellen kiezen, om ze samen te voegen'],
      ['Alt+F10, Tab', 'Naar wat er bij de tabel kan'],
    ],
  },
  {
    name: 'In de tekst',
    list: [
      ['Ctrl+G', 'Ga naar een onderdeel, eis, tabel of begrip'],
      ['Ctrl+F', 'Zoeken; Esc kiest wat gevonden is. Nog een keer voor het zoeken van de browser'],
      ['Ctrl+H', 'Zoeken en vervangen'],
      ['Alt+pijl', 'Alinea of onderdeel omhoog of omlaag'],
      ['Ctrl+Shift+Backspace', 'Alinea of tabel weghalen; op een kop het hele onderdeel'],
      ['Alt+Shift+pijl', 'Niveau hoger of lager'],
      ['Alt+F10', 'Naar de knoppen; Esc terug naar de tekst'],
      ['Ctrl+Alt+R', 'Bij het verwerken: kies voor welke reactie u schrijft'],
      ['Esc, Tab', 'De tekst verlaten'],
      ['Ctrl+/', 'Deze lijst'],
    ],
  },
];

export const editing = {
  deleting,
  finding,
  going,
  keys: { title: 'Toetsen in de werktekst', groups: keyGroups },
  referring,
};
