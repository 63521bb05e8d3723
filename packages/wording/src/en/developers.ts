import type { Wording } from '../index.ts';

export const developers: Wording['developers'] = {
  title: 'For developers',
  intro:
    'All that the screens do goes through this API. Who is signed in may do here what the screens allow, and no more.',
  machine: 'The same description for programs (OpenAPI 3.1):',
  signInTitle: 'Signing in',
  signIn:
    'Signing in gives a session cookie. Send it along, and with everything that changes something also the header Origin with the address of this server. Bodies are JSON.',
  problemsTitle: 'Refusals',
  problems:
    'A refusal is a problem document (RFC 9457, application/problem+json). A program looks at code; detail is a Dutch sentence for people. At a step that cannot be taken yet, gates names what still has to happen.',
  contents: 'Parts',
  open: 'Without signing in',
  parameters: 'Parameters',
  name: 'Name',
  where: 'Place',
  shape: 'Shape',
  required: 'required',
  optional: 'optional',
  places: { path: 'in the address', query: 'after the question mark' },
  body: 'Body of the request',
  answer: 'Answer',
  noAnswer: 'no content',
  refusals: 'Refusals',
};
