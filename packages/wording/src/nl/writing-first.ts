import { reference } from './reference.ts';

export const comparators = {
  'at-least': 'ten minste',
  'at-most': 'ten hoogste',
  exactly: 'precies',
  'more-than': 'meer dan',
  'less-than': 'minder dan',
};

/** "ten hoogste 12 deelnemers per docent"; `null` when nothing is measured. */
function measure(values: {
  readonly quantity?: string | null;
  readonly comparator?: keyof typeof comparators | null;
  readonly value?: string | null;
  readonly unit?: string | null;
}): string | null {
  const { quantity, comparator, value, unit } = values;
  const words = [comparator ? comparators[comparator] : null, value, unit].filter(Boolean).join(' ');
  const all = [words, quantity].filter(Boolean).join(', ');
  return all === '' ? null : all;
}

/** What the text itself says. */
const editor = {
  label: (title: string) => `${title}, werktekst`,
  requirement: (number: string, recommendation: boolean) =>
    `${recommendation ? 'Aanbeveling' : 'Eis'} ${number}`.trim(),
  measure,
  addMeasure: 'Getal invullen',
  reference,
  lostReference: 'verwijzing naar iets dat niet meer bestaat',
};

const left = {
  outdated: 'De pagina is vernieuwd. Laad de pagina opnieuw om verder te schrijven.',
  refused: 'De server nam uw laatste wijziging niet aan. De rest van uw tekst is opgeslagen.',
  noRight: 'U mag niet meer in deze tekst schrijven.',
  closed: 'De tekst is intussen vastgelegd of gesloten. U kunt er nu niet in schrijven.',
  signedOut: 'U bent afgemeld. Meld u opnieuw aan om verder te schrijven.',
  unknown: 'Deze tekst bestaat niet meer, of u mag hem niet meer openen.',
};

/** What the writing room says until one can type, and when that ends. */
export const writingFirst = {
  editor,
  outline: 'Inhoud',
  readOnly: 'U leest mee. In deze fase schrijft de WBC niet in deze tekst.',
  text: 'Werktekst',
  draft: 'werktekst',
  freeze: 'Concept vastleggen',
  showOutline: 'Tonen',
  inSection: (section: string) => `in ${section}`,
  aside: 'Naast de tekst',
  loading: 'De werktekst wordt opgehaald.',
  connecting: 'Verbinding maken',
  offline: 'Geen verbinding',
  offlineHint: 'U kunt doorschrijven. Wat u typt, wordt verstuurd zodra er weer verbinding is. Sluit dit venster niet.',
  sealed: 'De tekst wordt nu vastgelegd. Dat duurt enkele seconden.',
  restarting: 'De server start opnieuw. Uw tekst blijft staan.',
  ended: left,
  keptText: 'Deze tekst van u is nog niet opgeslagen. Kopieer hem als u hem wilt bewaren.',
  kept: { saved: 'De tekst is voor u bewaard.' },
  nothingLost: 'Alles wat u had geschreven, is opgeslagen.',
  copy: 'Tekst kopiëren',
  copied: 'De tekst staat op het klembord.',
  reload: 'Pagina opnieuw laden',
  dismiss: 'Sluiten',
  locked: 'Alleen lezen',
  frozenAs: (number: string, date: string) => `Vastgelegd als versie ${number} op ${date}.`,
  notFrozen: 'Van deze tekst is nog geen versie vastgelegd.',
  readFrozen: (number: string) => `Versie ${number} lezen`,
  toDossier: 'Naar het dossier',
  noDraft: 'U kunt deze werktekst niet lezen. Ga naar de vastgelegde versies in het dossier.',
};
