import { z } from 'zod';
import { defineRoute, view } from './define.schema.ts';
import { id, personView } from './values.schema.ts';
import type { WordsView } from './words-view.ts';

const wordsView = view<WordsView>()(
  z.object({
    blob: z.string(),
    current: z.string().nullable(),
    line: z.object({
      version: z.number(),
      at: z.string(),
      type: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    }),
    by: personView.nullable(),
    field: z.string(),
    comment: z.string().nullable(),
    text: z.string().nullable(),
    state: z.enum(['shown', 'redacted', 'erased']),
    originalErased: z.boolean(),
    reason: z.string().nullable(),
  }),
);

/** The words of a dossier, for who may redact and erase them. */
export const wordsRoutes = {
  dossierWords: defineRoute({
    method: 'get',
    path: '/api/dossiers/{dossier}/words',
    tag: 'dossier',
    summary: 'Alles wat mensen in dit dossier schreven, voor wie woorden mag weglakken of wissen',
    params: { dossier: id },
    answer: z.array(wordsView) as unknown as z.ZodType<readonly WordsView[]>,
    problems: ['unknown-dossier', 'not-allowed'],
  }),
};
