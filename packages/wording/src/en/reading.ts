import type { reading as dutch } from '../nl/reading.ts';

export const reading = {
  contents: 'Contents',
  commentOnSection: 'Comment on this section',
  commentOnDocument: 'Comment on the whole document',
  yourComment: 'Your comment',
  yourProposal: 'Your text proposal',
  kindQuestion: 'What kind of comment is it?',
  send: 'Send comment',
  keepDraft: 'Keep as a draft',
  takeBack: 'Take back',
} satisfies typeof dutch;
