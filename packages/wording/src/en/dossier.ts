import type { dossier as dutch } from '../nl/dossier.ts';

export const dossier = {
  timelineTitle: 'Course',
  neededTitle: 'Needed for the next step',
  peopleTitle: 'People',
  documentsTitle: 'Documents',
  versionsTitle: 'Versions',
  referencesTitle: 'References',
  logTitle: 'Log',
  states: { done: 'Done', current: 'Now', ahead: 'Still to do' },
  rulesQuestion: 'Does this change current rules or practice?',
  noVersions: 'No version is frozen yet.',
} satisfies typeof dutch;
