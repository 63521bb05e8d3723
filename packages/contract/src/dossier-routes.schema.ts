import { z } from 'zod';
import { openingSchema, commandSchema } from './command.schema.ts';
import { readingUpdate } from './comment.schema.ts';
import { defineRoute } from './define.schema.ts';
import { dossierView, logLine } from './dossier.schema.ts';
import { importChoice } from './import.schema.ts';
import { REFUSALS } from '@draagvlak/procedure';
import { blob, held, id } from './values.schema.ts';
import type { LogLine } from './dossier-view.ts';

const dossier = { dossier: id };

/** One dossier: what it is, what is done in it, what happened, and its files. */
export const dossierRoutes = {
  openDossier: defineRoute({
    method: 'post',
    path: '/api/dossiers',
    tag: 'dossier',
    summary: 'Een dossier beginnen; twee keer hetzelfde verzoek geeft hetzelfde dossier',
    body: openingSchema,
    answer: z.object({ id: z.string() }),
    status: 201,
    problems: [...REFUSALS, 'busy'],
  }),
  dossier: defineRoute({
    method: 'get',
    path: '/api/dossiers/{dossier}',
    tag: 'dossier',
    summary: 'Het dossier zoals de vrager het mag zien, met wat nu kan en wat nog moet',
    params: dossier,
    answer: dossierView,
    problems: ['unknown-dossier', 'not-allowed'],
  }),
  command: defineRoute({
    method: 'post',
    path: '/api/dossiers/{dossier}/commands',
    tag: 'dossier',
    summary: 'Iets doen in het dossier; een weigering zegt wat eerst moet gebeuren',
    params: dossier,
    query: held,
    body: commandSchema,
    answer: z.object({
      version: z.number(),
      dossier: dossierView,
      reading: readingUpdate
        .nullable()
        .meta({ description: 'wat er anders werd voor wie zei wat hij voor zich heeft' }),
    }),
    problems: [...REFUSALS, 'draft-not-started', 'busy'],
  }),
  log: defineRoute({
    method: 'get',
    path: '/api/dossiers/{dossier}/log',
    tag: 'dossier',
    summary: 'Het logboek: elk feit met zijn hash, zonder woorden van mensen',
    params: dossier,
    answer: z.array(logLine) as unknown as z.ZodType<readonly LogLine[]>,
    problems: ['unknown-dossier', 'not-allowed'],
  }),
  events: defineRoute({
    method: 'get',
    path: '/api/dossiers/{dossier}/events',
    tag: 'dossier',
    summary: 'Bericht na elke handeling ("changed", met het versienummer) en over mijn bewaarde tekst ("kept-text")',
    params: dossier,
    answer: {
      media: 'text/event-stream',
      description: 'event: changed, data: {"version": 12}; event: kept-text, notes or written, data: {"draft": "…"}',
    },
    problems: ['unknown-dossier', 'not-allowed'],
  }),
  uploadFile: defineRoute({
    method: 'post',
    path: '/api/dossiers/{dossier}/files',
    tag: 'dossier',
    summary: 'Een bestand bewaren (PDF, Word, platte tekst, PNG, JPEG; ten hoogste 20 MB)',
    params: dossier,
    upload: { media: 'application/octet-stream', description: 'de bytes van het bestand; de inhoud bepaalt het soort' },
    answer: z.object({ blob: z.string(), type: z.string() }),
    status: 201,
    problems: ['unknown-dossier', 'not-allowed', 'unknown-file-type'],
  }),
  file: defineRoute({
    method: 'get',
    path: '/api/dossiers/{dossier}/files/{blob}',
    tag: 'dossier',
    summary: 'Een bewaard bestand downloaden',
    params: { dossier: id, blob },
    answer: { media: 'application/octet-stream', description: 'de bytes zoals ze zijn bewaard' },
    problems: ['unknown-dossier', 'not-allowed'],
    open: true,
  }),
  startDraft: defineRoute({
    method: 'post',
    path: '/api/dossiers/{dossier}/documents/{document}/start',
    tag: 'dossier',
    summary: 'Het concept beginnen: uit het sjabloon, uit Markdown of HTML, of met de tekst die nu geldt',
    params: { dossier: id, document: id },
    body: z.discriminatedUnion('from', [
      z.strictObject({ from: z.literal('template') }),
      z.strictObject({ from: z.literal('import'), markdown: z.string().min(1).max(3_000_000), ...importChoice }),
      z.strictObject({ from: z.literal('html'), html: z.string().min(1).max(3_000_000), ...importChoice }),
      z.strictObject({ from: z.literal('version'), version: id }),
    ]),
    answer: z.object({ dropped: z.array(z.string()) }),
    status: 201,
    problems: [...REFUSALS, 'busy'],
  }),
};
