import type { decision as dutch } from '../nl/decision.ts';

export const decision = {
  title: 'Decision of the steering group',
  remaining: 'Remaining objections',
  decidedOn: 'Decided on',
} satisfies typeof dutch;
