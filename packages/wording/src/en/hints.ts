import type { hints as dutch } from '../nl/hints.ts';

const rooms = {
  overview: 'At the top you see what is asked of you now. Below it are all dossiers and how far they have come.',
  dossier:
    'This page shows how far the dossier has come and what the next step still needs. The rooms at the top lead to the work.',
  writing:
    'You write here with others in the same text. Everything is saved automatically. Each section says what belongs in it.',
  reading: 'Select text, or choose Comment at a section. Nobody sees your draft until you press Send.',
  text: 'This text is frozen and no longer changes. The contents take you to a section; comments are shown beside it.',
  processing:
    'Choose a comment from the list, change the text and propose a decision. The question mark shows all keys.',
  comparing: 'Here are all changes. Choose one to read which comment led to it, and why.',
  decision: 'This page shows what is decided on and what is still open. The decision holds for exactly this version.',
  log: 'Each line is an act and is kept for good. The code at the end proves that nothing was changed or removed.',
  people:
    'This page shows who takes part and in which role. A role decides what somebody can see and do in each phase.',
  notices: 'Press a notice to go to the place it is about. Under Settings you choose what you want notices of.',
} satisfies Record<keyof typeof dutch.rooms, string>;

export const hints = {
  rooms,
  title: 'New here?',
  dismiss: 'Do not show again',
  more: 'More help',
  again: 'Show the hints again',
  shownAgain: 'The hints are on again.',
  againTitle: 'Hints',
  againText: 'Each room shows a short hint the first time. If you dismissed them, you can switch them on again here.',
} satisfies typeof dutch;
