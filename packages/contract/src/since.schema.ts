import type { Comparison } from '@draagvlak/compare';
import { z } from 'zod';
import { documentJson } from './comment.schema.ts';
import { defineRoute, rich, view } from './define.schema.ts';
import type { SinceComparisonView, SinceView } from './since-view.ts';
import { id, personView } from './values.schema.ts';

const draft = { draft: id };
const problems = ['not-allowed', 'draft-not-started'] as const;

/** What changed in a draft while somebody was away. */
export const sinceRoutes = {
  since: defineRoute({
    method: 'get',
    path: '/api/drafts/{draft}/since',
    tag: 'schrijven',
    summary: 'Hoeveel anderen veranderden sinds de vrager hier was',
    params: draft,
    answer: view<SinceView>()(
      z.object({ since: z.string().nullable(), changes: z.number(), people: z.array(personView) }),
    ),
    problems,
  }),
  sinceComparison: defineRoute({
    method: 'get',
    path: '/api/drafts/{draft}/since/comparison',
    tag: 'schrijven',
    summary: 'De tekst van toen naast die van nu',
    params: draft,
    answer: view<SinceComparisonView>()(
      z.object({
        since: z.string(),
        beforeDocument: documentJson,
        afterDocument: documentJson,
        comparison: rich<Comparison>('Zie het type Comparison van het pakket compare'),
        changes: z.array(z.object({ key: z.string(), people: z.array(z.string()), last: z.string().nullable() })),
        people: z.record(z.string(), personView),
      }),
    ),
    problems,
  }),
  seenSince: defineRoute({
    method: 'put',
    path: '/api/drafts/{draft}/since',
    tag: 'schrijven',
    summary: 'Aantekenen dat de vrager de tekst van nu heeft gezien',
    params: draft,
    body: z.strictObject({}),
    problems,
  }),
};
