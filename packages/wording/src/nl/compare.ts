import type { ChangeUnit } from '@draagvlak/compare';

/** What a change is called in its badge, per unit. */
const units: Record<
  ChangeUnit,
  { readonly name: string; readonly inserted: string; readonly deleted: string; readonly moved: string }
> = {
  section: {
    name: 'onderdeel',
    inserted: 'Nieuw onderdeel',
    deleted: 'Onderdeel vervallen',
    moved: 'Onderdeel verplaatst',
  },
  block: { name: 'alinea', inserted: 'Nieuwe alinea', deleted: 'Alinea vervallen', moved: 'Alinea verplaatst' },
  item: { name: 'punt', inserted: 'Nieuw punt', deleted: 'Punt vervallen', moved: 'Punt verplaatst' },
  requirement: { name: 'eis', inserted: 'Nieuwe eis', deleted: 'Eis vervallen', moved: 'Eis verplaatst' },
  table: { name: 'tabel', inserted: 'Nieuwe tabel', deleted: 'Tabel vervallen', moved: 'Tabel verplaatst' },
  row: { name: 'rij', inserted: 'Nieuwe rij', deleted: 'Rij vervallen', moved: 'Rij verplaatst' },
  column: { name: 'kolom', inserted: 'Nieuwe kolom', deleted: 'Kolom vervallen', moved: 'Kolom verplaatst' },
  cell: { name: 'cel', inserted: 'Nieuwe cel', deleted: 'Cel vervallen', moved: 'Cel verplaatst' },
  image: {
    name: 'afbeelding',
    inserted: 'Nieuwe afbeelding',
    deleted: 'Afbeelding vervallen',
    moved: 'Afbeelding verplaatst',
  },
  source: { name: 'bron', inserted: 'Nieuwe bron', deleted: 'Bron vervallen', moved: 'Bron verplaatst' },
  footnote: {
    name: 'voetnoot',
    inserted: 'Nieuwe voetnoot',
    deleted: 'Voetnoot vervallen',
    moved: 'Voetnoot verplaatst',
  },
};

const attributes: Readonly<Record<string, string>> = {
  role: 'Soort alinea',
  level: 'Niveau van de kop',
  kind: 'Vorm',
  indent: 'Inspringing',
  slot: 'Onderdeel van het sjabloon',
  term: 'Begrip',
  quantity: 'Wat wordt gemeten',
  comparator: 'Grens',
  value: 'Getal',
  unit: 'Eenheid',
  src: 'Afbeelding',
  alt: 'Beschrijving',
  width: 'Breedte',
  title: 'Titel',
  owner: 'Eigenaar',
  number: 'Nummer',
  adopted: 'Vastgesteld',
  href: 'Adres',
  caption: 'Opschrift',
  header: 'Kopcel',
  colspan: 'Samengevoegde kolommen',
  rowspan: 'Samengevoegde rijen',
  colwidth: 'Kolombreedte',
};

const values: Readonly<Record<string, string>> = {
  paragraph: 'alinea',
  heading: 'kop',
  item: 'punt in een lijst',
  requirement: 'eis',
  definition: 'begrip',
  note: 'opmerking',
  quote: 'citaat',
  bullet: 'opsommingsteken',
  ordered: 'genummerd',
  annex: 'bijlage',
  unnumbered: 'zonder nummer',
  recommendation: 'aanbeveling',
  'at-least': 'ten minste',
  'at-most': 'ten hoogste',
  exactly: 'precies',
  'more-than': 'meer dan',
  'less-than': 'minder dan',
  true: 'ja',
  false: 'nee',
};

const marks: Readonly<Record<string, string>> = {
  emphasis: 'cursief',
  strong: 'vet',
  subscript: 'onderschrift',
  superscript: 'bovenschrift',
  link: 'link',
  language: 'taal',
  dated: 'peildatum',
};

const rules: Readonly<Record<string, string>> = {
  spacing: 'alleen witruimte',
  punctuation: 'alleen leestekens; komma’s en haakjes tellen niet als redactioneel',
  capitals: 'alleen hoofdletters',
  spelling: 'alleen spelling van hetzelfde woord',
  formatting: 'alleen opmaak, geen woorden',
  layout: 'alleen indeling, geen woorden',
  paragraphing: 'alleen alinea’s gesplitst of samengevoegd',
};

const quoted = (text: string) => (text === '' ? '' : ` bij ‘${text.length > 60 ? `${text.slice(0, 57)}…` : text}’`);

/** Two versions of a text beside each other, and the table of what was and what becomes. */
export const compare = {
  was: 'Was',
  becomes: 'Wordt',
  wasVersion: (version: string) => `Was, ${version}`,
  becomesVersion: (version: string) => `Wordt, ${version}`,
  wasSpoken: 'Was: ',
  becomesSpoken: 'Wordt: ',
  deleted: 'verwijderd: ',
  endDeleted: ' einde verwijdering ',
  inserted: 'ingevoegd: ',
  endInserted: ' einde invoeging ',
  changeNumber: (number: number, what: string) => `Wijziging ${number}, ${what}`,
  notBefore: 'Stond er niet in',
  notAfter: 'Staat er niet meer in',
  unchanged: 'ongewijzigd',
  unchangedParts: (count: number) =>
    count === 1 ? '1 deel van de tekst ongewijzigd' : `${count} delen van de tekst ongewijzigd`,
  beforeFirstHeading: 'Begin van het document',
  noChanges: 'Er zijn geen verschillen tussen deze versies.',
  limited:
    'Deze versies verschillen op sommige plaatsen zo veel dat ze daar niet zin voor zin te vergelijken zijn. Die tekst staat er als vervallen en nieuw.',
  noGround: 'Geen reden bekend',
  ownInitiative: 'Ambtshalve',
  movedFrom: (from: string) => `Stond in ${from}`,
  movedTo: (to: string) => `Verplaatst naar ${to}`,
  movedWithin: 'Stond op een andere plaats in dit onderdeel',
  moveStub: (from: string, to: string) => `${from} is verplaatst naar ${to}`,
  movedUnchanged: 'Dit onderdeel is verplaatst. De tekst is verder gelijk.',
  movedAndEdited: (count: number) =>
    count === 1
      ? 'Dit onderdeel is verplaatst en er is 1 wijziging in de tekst:'
      : `Dit onderdeel is verplaatst en er zijn ${count} wijzigingen in de tekst:`,
  splitFrom: (from: string) => `Afgesplitst van ${from}`,
  mergedInto: (to: string) => `Samengevoegd met ${to}`,
  number: (from: string, to: string) => `Nummer ${from} wordt ${to}`,
  paragraphMark: 'nieuwe alinea',
  valueChanged: 'Getal gewijzigd',
  pictureReplaced: 'De afbeelding is vervangen.',
  empty: 'leeg',
  units,
  attribute: (name: string) => attributes[name] ?? name,
  value: (value: string | number | boolean | null) =>
    value === null ? 'geen' : (values[String(value)] ?? String(value)),
  mark: (
    mark: string,
    kind: 'added' | 'removed' | 'changed',
    before: string | null,
    after: string | null,
    text: string,
  ) => {
    const name = marks[mark] ?? mark;
    const was = before === null ? '' : ` ${before}`;
    const now = after === null ? '' : ` ${after}`;
    if (kind === 'added') return `Nieuw: ${name}${now}${quoted(text)}`;
    if (kind === 'removed') return `Vervallen: ${name}${was}${quoted(text)}`;
    return `${name}${quoted(text)}: was${was}, wordt${now}`;
  },
  rule: (code: string) => rules[code] ?? code,
  /** Shown with the filter, so that everybody knows what it hides. */
  ruleExplained:
    'Redactioneel is een wijziging alleen als ze geheel bestaat uit witruimte, leestekens, hoofdletters, spelling van hetzelfde woord, opmaak of indeling. Een ander getal, een ontkenning of een woord als moet, mag, kan of dient telt altijd als inhoudelijk.',
  table: {
    caption: 'Was-wordt-tabel',
    number: 'Nr',
    sectionBefore: 'Onderdeel was',
    sectionAfter: 'Onderdeel wordt',
    textBefore: 'Tekst was',
    textAfter: 'Tekst wordt',
    kind: 'Soort',
    reason: 'Aanleiding',
    explanation: 'Toelichting',
  },
  /** Soort in the was-wordt-tabel. */
  kinds: {
    substantive: 'gewijzigd',
    editorial: 'redactioneel',
    moved: 'verplaatst',
    renumbered: 'vernummerd',
    new: 'nieuw',
    deleted: 'vervallen',
  },
  movedRoute: (from: string, to: string) => `verplaatst van ${from} naar ${to}`,
  noReason: 'geen reden vastgelegd',
};
