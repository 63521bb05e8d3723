import type { Wording } from '../index.ts';

export const placing: Wording['placing'] = {
  right: 'Correct',
  other: 'Another place',
  confirmed: 'Confirmed',
  select: 'Select the text in the draft, or choose a section.',
  selection: 'Take the selection',
  section: 'Or a whole section',
  chooseSection: 'Choose a section',
  nothingSelected: 'Select a piece of text in the draft first.',
  document: 'The whole document',
  cancel: 'Do not change',
  counts: 'Place of the comments in the draft',
  count: (count, rung) => `${count} ${rung}`,
  unconfirmed: (count) => (count === 1 ? '1 place to confirm' : `${count} places to confirm`),
  rungs: {
    exact: 'unchanged',
    moved: 'moved',
    changed: 'changed',
    replaced: 'replaced',
    uncertain: 'uncertain',
    deleted: 'deleted',
    section: 'at a section',
    document: 'at the document',
  },
};
