import { z } from 'zod';
import { view } from './define.schema.ts';
import type { HandlingView } from './handling-view.ts';
import { personView } from './values.schema.ts';

/** What the committee's division of its work adds to a comment. */
export const handlingFields = {
  handling: view<HandlingView>()(
    z.object({
      assignee: personView.nullable(),
      due: z.string().nullable(),
      overdue: z.boolean(),
      talk: z.array(z.object({ id: z.string(), by: personView, at: z.string(), body: z.string().nullable() })),
      unread: z.number(),
    }),
  ),
};
