import type { Language } from '../index.ts';

/** Own names of the languages, the same in every language. */
const languages: Record<Language, string> = { nl: 'Nederlands', en: 'English' };

/** What the shell says around every page, and before a page is there. */
export const shellFirst = {
  product: 'Draagvlak',
  skipToContent: 'Naar de inhoud',
  skipToDraft: 'Naar de werktekst',
  menu: 'Menu',
  mainNavigation: 'Hoofdmenu',
  overview: 'Overzicht',
  search: 'Zoeken',
  help: 'Hulp',
  ask: 'Vragen?',
  dossier: 'Dossier',
  signOut: 'Afmelden',
  demoViewAs: 'Demo, u kijkt als',
  language: 'Taal van de schermen',
  languages,
  themeSwitch: 'Lichte of donkere weergave',
  retry: 'Probeer opnieuw',
  loading: 'Bezig met laden',
  saved: 'Opgeslagen',
  savedAt: (time: string) => `Opgeslagen om ${time}`,
  saving: 'Bezig met opslaan',
  offlineKept: 'Geen verbinding. Uw tekst staat op dit apparaat.',
  readOnly: 'Alleen lezen',
  peopleHere: 'Nu in de tekst',
  you: (name: string) => `${name} (u)`,
  and: 'en',
  reactUntil: 'Reageren kan tot en met',
  dueBefore: 'Klaar op',
  roomsLabel: 'Kamers van dit dossier',
  toOtherDocument: (kind: string) => `Naar het ${kind.toLowerCase()}`,
  demoFoot: 'Draagvlak, voorbeeldgegevens. Getallen en organisaties zijn verzonnen.',
  parts: 'Onderdelen van de schermen',
  forDevelopers: 'Voor ontwikkelaars',
  rooms: {
    dossier: 'Dossier',
    writing: 'Schrijven',
    reading: 'Lezen en reageren',
    processing: 'Verwerken',
    comparing: 'Vergelijken',
    decision: 'Besluit',
    log: 'Logboek',
  },
};
