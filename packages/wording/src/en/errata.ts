import type { Wording } from '../index.ts';

export const errata: Wording['errata'] = {
  intro:
    'The frozen version does not change. The correction stands beside it, with its own number. The draft is corrected as well, where the words still stand there.',
  version: 'Which version?',
  mistake: (number) => `Mistake ${number}`,
  was: 'The words as they stand',
  wasHint: 'Take so many words that they stand in one place only.',
  becomes: 'The words as they should be',
  another: 'Another mistake',
  note: 'Why is this a mistake?',
  faults: {
    missing: 'These words are not in the version.',
    ambiguous: 'These words stand in the version more than once. Include the words beside them.',
    across: 'Stay within one paragraph, and leave footnotes out.',
    same: 'This is the same as what stands there.',
    overlap: 'You corrected this piece of text above.',
  },
  made: (number) => `Version ${number} is frozen.`,
  read: (number) => `Read version ${number}`,
  inDraft: 'The draft was corrected as well.',
  notInDraft: 'The draft has other text here by now. See whether something must change there too:',
  page: {
    mends: (number) => `This is a correction of version ${number}.`,
    readMended: (number) => `Read version ${number} as it was`,
    commentsFrom: (count, number) =>
      count === 1
        ? `1 comment was made on version ${number}. It stands here at its place in the corrected text.`
        : `${count} comments were made on version ${number}. They stand here at their places in the corrected text.`,
    mendedIn: (number) => `There is a correction of this text: version ${number}.`,
    readErratum: (number) => `Read version ${number}`,
    was: 'was',
    becomes: 'becomes',
  },
};
