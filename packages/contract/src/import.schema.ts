import { REQUIREMENT_SIGNS } from '@draagvlak/document/importing';
import { LOST_KINDS } from '@draagvlak/document/pasted';
import { REFUSALS } from '@draagvlak/procedure';
import { z } from 'zod';
import { defineRoute, view } from './define.schema.ts';
import type { ImportChoice, ImportView } from './import-view.ts';
import { id } from './values.schema.ts';

const lost = z.array(z.object({ kind: z.enum(LOST_KINDS), count: z.int() }));
const importView = view<ImportView>()(
  z.object({
    title: z.string().nullable(),
    sections: z.array(z.object({ number: z.string().nullable(), title: z.string(), level: z.int() })),
    counts: z.object({
      sections: z.int(),
      tables: z.int(),
      requirements: z.int(),
      footnotes: z.int(),
      definitions: z.int(),
      words: z.int(),
    }),
    requirements: z.array(
      z.object({
        at: z.int(),
        sign: z.enum(REQUIREMENT_SIGNS),
        recommendation: z.boolean(),
        label: z.string(),
        words: z.string(),
        section: z.string().nullable(),
      }),
    ),
    pictures: z.array(z.object({ at: z.int(), src: z.string(), alt: z.string() })),
    numbersCut: z.int(),
    fit: z.array(
      z.object({
        title: z.string(),
        mandatory: z.boolean(),
        state: z.enum(['missing', 'empty', 'started', 'filled']),
      }),
    ),
    dropped: z.array(z.string()),
    lost,
  }),
);

/** Most blocks and pictures that are chosen from a text at once. */
const MOST_CHOSEN = 5000;

/** What was chosen in the preview goes along with the text itself. */
export const importChoice = {
  requirements: z.array(z.int().nonnegative()).max(MOST_CHOSEN).default([]),
  pictures: z
    .array(z.strictObject({ at: z.int().nonnegative(), alt: z.string().max(1000) }))
    .max(200)
    .default([]),
} satisfies Record<keyof ImportChoice, z.ZodType>;

/** Looking at what a text from elsewhere becomes, before a draft begins with it. */
export const importRoutes = {
  previewImport: defineRoute({
    method: 'post',
    path: '/api/dossiers/{dossier}/documents/{document}/import-preview',
    tag: 'dossier',
    summary: 'Bekijken wat een bestaande tekst (Markdown of HTML) in het concept wordt, zonder iets te doen',
    params: { dossier: id, document: id },
    body: z.strictObject({ format: z.enum(['markdown', 'html']), text: z.string().min(1).max(3_000_000) }),
    answer: importView,
    problems: [...REFUSALS],
  }),
};
