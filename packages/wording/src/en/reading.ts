import type { Wording } from '../index.ts';

export const reading: Wording['reading'] = {
  contents: 'Contents',
  commentOnSection: 'Comment on this section',
  commentOnDocument: 'Comment on the whole document',
  yourComment: 'Your comment',
  yourProposal: 'Your text proposal',
  kindQuestion: 'What kind of comment is it?',
  send: 'Send comment',
  keepDraft: 'Keep as a draft',
  takeBack: 'Take back',
  commentLabel: (number) => `Comment ${number}`,
  edited: 'edited',
  erased: 'This text was erased.',
  proposal: 'Text proposal',
};
