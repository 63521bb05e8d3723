export const dossier = {
  timelineTitle: 'Verloop',
  neededTitle: 'Nodig voor de volgende stap',
  peopleTitle: 'Betrokkenen',
  documentsTitle: 'Documenten',
  versionsTitle: 'Versies',
  referencesTitle: 'Naslag',
  logTitle: 'Logboek',
  states: { done: 'Klaar', current: 'Nu bezig', ahead: 'Nog te doen' },
  rulesQuestion: 'Wijzigt dit huidige regels of uitvoering?',
  noVersions: 'Er is nog geen versie vastgelegd.',
};
