import type { audit as dutch } from '../nl/audit.ts';

const points = (count: number) => (count === 1 ? '1 point' : `${count} points`);

export const audit = {
  title: 'Checking what was promised',
  intro:
    'What was decided on the comments beside what happened in the text. Solve every point, or record why it may stay as it is.',
  none: 'There is nothing to check yet.',
  noneWhy: 'Checking starts once people have commented on a draft and the committee works on the next.',
  between: (before, after) => `From version ${before} to ${after}`,
  fine: 'Everything adds up: every promise can be seen, and every change has a reason.',
  open: (count) => `${points(count)} open`,
  done: (count) => `${points(count)} settled`,
  progress: (done, total) => `${done} of ${points(total)} solved or settled`,
  blocking: 'Holds up the next draft',
  explained: {
    'accepted-without-change':
      'The submitter was proved right, but no change shows it. Change the text, or point out the change that belongs to it.',
    'change-without-ground':
      'The text was changed here without a recorded reason. Attach a comment, or give a reason of your own.',
    'comment-unanswered': 'This comment has no decision yet. The submitter is entitled to an answer.',
    'rejected-but-changed':
      'The submitter was not proved right, but the passage did change. See whether the decision still holds.',
    'place-gone': 'The decision points at a place that is no longer in the text.',
    'words-remain': 'According to the decision these words go, but they still stand somewhere in the text.',
  },
  toChange: 'To the change',
  toComment: 'To the comment',
  toText: 'To the text',
  attach: 'Add a reason',
  settle: 'Leave it, with a reason',
  settledTitle: 'Settled',
  places: 'Uncertain places',
  placesIntro:
    'The passage of these comments changed so much that its place is not certain. Confirm the place or point out another.',
  placesFine: 'It is known of every comment where it stands now.',
  placeIn: (section) => `In ${section}`,
  right: 'This place is right',
  otherSection: 'Another place',
  placeSaved: (number) => `The place of ${number} has been confirmed.`,
  inText: 'Point it out in the text',
  gate: 'To the check',
  attached: 'The reason has been saved.',
  settled: 'The point has been settled.',
} satisfies typeof dutch;
