import type { frame as dutch } from '../nl/frame.ts';

const titles = {
  overview: 'Overview',
  'new-dossier': 'Start a dossier',
  dossier: 'Dossier',
  people: 'People',
  log: 'Log',
  words: 'Hide text',
  decision: 'Decision',
  writing: 'Writing',
  processing: 'Processing',
  comparing: 'Comparing',
  audit: 'Check',
  search: 'Search',
  notices: 'Notices',
  help: 'Help',
  parts: 'Parts of the screens',
  unknown: 'Not found',
};

export const frame = {
  titles,
  printedOn: (day: string) => `Printed on ${day}`,
} satisfies typeof dutch;
