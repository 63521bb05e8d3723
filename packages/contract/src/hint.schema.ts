import { z } from 'zod';
import { defineRoute } from './define.schema.ts';
import { line } from './values.schema.ts';

/** Routes about the hints that somebody sees the first time in a room. */
export const hintRoutes = {
  hints: defineRoute({
    method: 'get',
    path: '/api/private/hints',
    tag: 'tips',
    summary: 'Welke tips ik niet meer wil zien',
    answer: z.object({ dismissed: z.array(z.string()) }),
  }),
  dismissHint: defineRoute({
    method: 'put',
    path: '/api/private/hints',
    tag: 'tips',
    summary: 'Een tip niet meer tonen, of weer wel; zonder naam gaan alle tips weer aan',
    body: z.strictObject({ hint: line(40).nullable(), dismissed: z.boolean() }),
  }),
};
