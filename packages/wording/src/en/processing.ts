import type { processing as dutch } from '../nl/processing.ts';

export const processing = {
  workOn: 'Process this comment',
  stopWorking: 'Stop',
  decision: 'Decision',
  motivation: 'Grounds',
  processedIn: 'Processed in',
  previous: 'Previous',
  next: 'Next',
  applyProposal: 'Put proposal in the text',
  progress: (confirmed: number, proposed: number, open: number) =>
    `${confirmed} done, ${proposed} proposed, ${open} open`,
} satisfies typeof dutch;
