import { DOCUMENT_KINDS } from '@draagvlak/procedure';
import { z } from 'zod';
import { view } from './define.schema.ts';
import { FOUND, type SearchView } from './search-view.ts';

export const searchView = view<SearchView>()(
  z.object({
    found: z.array(
      z.object({
        kind: z.enum(FOUND),
        dossier: z.string().nullable(),
        title: z.string(),
        document: z.enum(DOCUMENT_KINDS).nullable(),
        version: z.string().nullable(),
        comment: z.string().nullable(),
        section: z.string().nullable(),
        text: z.string(),
        marks: z.array(z.object({ from: z.number(), to: z.number() })),
        href: z.string(),
      }),
    ),
    more: z.boolean(),
  }),
);
