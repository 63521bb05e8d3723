import type { reviewing as dutch } from '../nl/reviewing.ts';

const changes = (count: number) => (count === 1 ? '1 change' : `${count} changes`);

export const reviewing = {
  reasons: {
    label: 'Why it was changed',
    comments: 'for a comment',
    own: 'own initiative',
    none: 'without a reason',
    renumbered: 'renumbered only',
  },
  discussed: 'Discussed',
  questionsOpen: (count) => (count === 1 ? '1 question without an answer' : `${count} questions without an answer`),
  said: (count) => (count === 1 ? '1 remark or advice' : `${count} remarks and advices`),
  show: { questions: 'Question without an answer', discussed: 'With questions or remarks' },
  reactions: 'Comments',
  becameOf: 'What became of each comment',
  noReactions: 'There are no comments on this text.',
  chooseChange: 'Choose a change in the text to see why it is there. Or read here what became of each comment.',
  allReactions: 'All comments',
  passage: 'Passage then and now',
  passageThen: 'Then',
  passageNow: 'Now',
  passageGone: 'These words are no longer there.',
  wholeDocument: 'About the whole document.',
  changesFor: 'Changes',
  noChangesFor: 'No change belongs to this comment.',
  impact: 'Impact',
  impactOf: (section) => `Impact according to the analysis, ${section}`,
  answer: {
    open: 'Answer',
    body: 'Your answer',
    by: (name) => `Answer of the committee, ${name}`,
    waiting: 'Waits for an answer of the committee',
  },
  inRemarks: (count) => `${changes(count)} with a question or remark`,
  decision: {
    title: 'Decision on the whole',
    read: (read, total, document) => `You read ${read} of the ${changes(total)} in the ${document}.`,
    short: { approved: 'Approve', provided: 'Provided …', returned: 'Return' },
  },
  clearFilter: (name) => `Clear filter ${name}`,
  keys: { decide: 'To the decision', reactions: 'To the comments' },
  impactForm: {
    title: 'Impact per section',
    intro: 'Name here what the draft means for a section. Who decides reads it at the changes in that section.',
    section: 'Section',
    choose: 'Choose a section',
    add: 'Add a section',
    remove: 'Remove',
    number: (number) => `Section ${number}`,
  },
} satisfies typeof dutch;
