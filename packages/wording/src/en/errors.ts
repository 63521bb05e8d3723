import type { errors as dutch } from '../nl/errors.ts';

export const errors = {
  title: 'Something went wrong',
  unexpected: 'Something went wrong on our side. What you had saved is kept. Try again.',
  notFound: 'This page does not exist, or you may not see it.',
  signedOut: 'You are signed out. Sign in again to go on.',
  invalid: 'What you sent is not right. Check the fields.',
  tooLarge: 'This is too large to send.',
  busy: 'It is very busy now. Try again in a few seconds.',
  offline: 'There is no connection. What you type stays on this device.',
} satisfies typeof dutch;
