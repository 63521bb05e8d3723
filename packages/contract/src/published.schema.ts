import { PHASES } from '@draagvlak/procedure';
import { z } from 'zod';
import { defineRoute, view } from './define.schema.ts';
import type { PublishedView } from './published-view.ts';

const publishedView = view<PublishedView>()(
  z.object({
    version: z.string(),
    dossier: z.string(),
    kind: z.enum(['taakprofiel', 'opleiderdocument']),
    title: z.string(),
    number: z.string(),
    qualifications: z.array(z.string()),
    phase: z.enum(PHASES),
    superseded: z.boolean(),
    publishedAt: z.string(),
    effective: z.string().nullable(),
  }),
);

/** What everybody may read. */
export const publishedRoutes = {
  published: defineRoute({
    method: 'get',
    path: '/api/published',
    tag: 'lezen',
    summary: 'De teksten die iedereen mag lezen, ook zonder aanmelden',
    answer: z.array(publishedView) as unknown as z.ZodType<readonly PublishedView[]>,
    open: true,
  }),
};
