import type { overview as dutch } from '../nl/overview.ts';

export const overview = {
  title: 'Overview',
  tasksTitle: 'What is expected of me',
  noTasks: 'Nothing is expected of you now.',
  qualificationsTitle: (count: number) => `${count} qualifications`,
  provisionalName: 'name to be confirmed',
  openDossier: 'Start dossier',
  turn: 'Whose turn',
  nobodysTurn: 'Nobody',
  nextStep: 'Next step',
  tasks: {
    write: 'Help write the draft',
    react: 'Comment on the draft',
    process: 'Process the comments',
    confirm: 'Confirm the decisions',
    settle: 'Mend what does not add up',
    step: 'Take the next step',
    decide: 'Decide on the final draft',
    object: 'Read the second draft and object if needed',
    read: 'Read the text',
    impact: 'Finish the impact analysis',
    start: 'Start the draft',
  },
} satisfies typeof dutch;
