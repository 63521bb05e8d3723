import type { Wording } from '../index.ts';

export const decision: Wording['decision'] = {
  title: 'Decision of the steering group',
  remaining: 'Remaining objections',
  decidedOn: 'Decided on',
  intro: 'The steering group decides on exactly these texts, with their hash. Nothing changes in them afterwards.',
  summary: 'What was done with the comments',
  comments: (all, confirmed) => `${confirmed} of ${all} comments have a confirmed decision.`,
  unanswered: (count) => (count === 1 ? '1 comment has no decision yet.' : `${count} comments have no decision yet.`),
  objections: (count) => (count === 1 ? '1 objection was made.' : `${count} objections were made.`),
  notAccepted: (count) => (count === 1 ? '1 comment was not accepted.' : `${count} comments were not accepted.`),
  question: 'What does the steering group decide?',
  questionText: 'You record what the meeting decided. The versions named here belong to the decision.',
  buttons: { approved: 'Approve', 'approved-provided': 'Approve, provided', returned: 'Back to the committee' },
  confirm: {
    approved: 'The steering group approves. The office can then adopt.',
    'approved-provided': 'The steering group approves if the conditions are met.',
    returned: 'The text goes back to the committee, with the reasons.',
  },
  present: 'How many members were present?',
  reasons: 'Reasons',
  provisos: 'Conditions',
  changesSince: (number) => `What changed since ${number}`,
  about: 'Decided on:',
  noneRemaining: 'No objection remains.',
};
