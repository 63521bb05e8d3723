import type { Wording } from '../index.ts';

export const together: Wording['together'] = {
  offline: 'No connection.',
  onDevice: 'Your text is on this device and goes along as soon as there is a connection.',
  willBeOnDevice:
    'You can go on writing. What you type stays on this device for a day and goes along as soon as there is a connection.',
  broughtHome: (paragraphs) =>
    paragraphs === 1
      ? 'The paragraph you typed without a connection is saved now.'
      : `${paragraphs} paragraphs you typed without a connection are saved now.`,
  leftOver:
    'You typed this text without a connection. It cannot go into the draft any more. Copy it if you want to keep it.',
  close: 'Close',
  follow: (name) => `Follow ${name}`,
  following: (name) => `You are following ${name}.`,
  stopFollowing: 'Stop following',
  followingEnded: (name) => `You are not following ${name} any more.`,
};
