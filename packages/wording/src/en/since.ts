import type { Wording } from '../index.ts';

const changes = (count: number) => (count === 1 ? '1 change' : `${count} changes`);
const people = (count: number) => (count === 1 ? '1 other person' : `${count} others`);

export const since: Wording['since'] = {
  bar: (when, count, by) =>
    by === 0 ? `Since ${when}: ${changes(count)}.` : `Since ${when}: ${changes(count)} by ${people(by)}.`,
  look: 'View',
  dismiss: 'I have seen it',
  title: 'What changed since you were here',
  one: (index, count) => `Change ${index} of ${count}`,
  by: (names, when) => `${names}, ${when}`,
  byUnknown: 'Not known by whom',
  previous: 'Previous',
  next: 'Next',
  toText: 'To this place in the text',
  back: 'Back to the text',
  loading: 'The text of then is being laid beside that of now.',
  atThatTime: 'then',
  now: 'now',
  and: 'and',
};
