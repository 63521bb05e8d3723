import { shellFirst } from './shell-first.ts';

export const shell = {
  ...shellFirst,
  dossiers: 'Dossiers',
  signIn: 'Aanmelden',
  close: 'Sluiten',
  cancel: 'Annuleren',
  save: 'Opslaan',
  optional: '(niet verplicht)',
  offline: 'Geen verbinding',
  deletedWord: 'verwijderd:',
  insertedWord: 'ingevoegd:',
  proposedDisposition: (disposition: string) => `Voorstel: ${disposition.toLowerCase()}`,
  welcome: 'Welkom bij Draagvlak',
  welcomeText:
    'Hier schrijft een sector samen haar kwalificaties. Iedereen ziet wat er met elke reactie is gedaan, en waarom.',
  askForLink:
    'U meldt zich aan met een link die u van de secretaris krijgt. Vraag om een nieuwe link als die niet werkt.',
  needsSetUp: 'Deze installatie is nog niet ingericht.',
  setUpHow:
    'In het venster waarin de server is gestart, staat een link. Open die om het account van de eerste secretaris te maken. Is de link weg? Start de server opnieuw, dan komt er een nieuwe.',
  choosePersona: 'Als wie kijkt u?',
  demoExplained: 'Dit is een demo. U kunt steeds van rol wisselen, bovenaan het scherm.',
  viewAs: 'Kijk als deze persoon',
  notFound: 'Niet gevonden',
  toOverview: 'Naar het overzicht',
  errorsTitle: (count: number) => (count === 1 ? 'Er is nog iets nodig' : `Er zijn ${count} dingen nodig`),
  done: 'Gedaan.',
};
