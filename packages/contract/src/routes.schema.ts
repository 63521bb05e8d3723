import { z } from 'zod';
import { defineRoute } from './define.schema.ts';
import { hintRoutes } from './hint.schema.ts';
import { noticeRoutes } from './notice.schema.ts';
import { healthView, schemaView } from './register.schema.ts';
import { importRoutes } from './import.schema.ts';
import { imageRoutes } from './image.schema.ts';
import { handlingRoutes } from './handling.schema.ts';
import { noteRoutes } from './note.schema.ts';
import { publishedRoutes } from './published.schema.ts';
import { wordsRoutes } from './words.schema.ts';
import { sinceRoutes } from './since.schema.ts';
import { personRoutes } from './person-routes.schema.ts';
import { dossierRoutes } from './dossier-routes.schema.ts';
import { versionRoutes } from './version-routes.schema.ts';
import { draftRoutes } from './draft-routes.schema.ts';

/** Every route under `/api`; the server answers exactly these, and OpenAPI lists them. */
export const routes = {
  health: defineRoute({
    method: 'get',
    path: '/api/health',
    tag: 'server',
    summary: 'Werkt de server, en neemt de opslag schrijfwerk aan?',
    answer: healthView,
    open: true,
  }),
  openapi: defineRoute({
    method: 'get',
    path: '/api/openapi.json',
    tag: 'server',
    summary: 'Deze beschrijving (OpenAPI 3.1)',
    answer: z.looseObject({ openapi: z.string() }),
    open: true,
  }),
  contact: defineRoute({
    method: 'get',
    path: '/api/contact',
    tag: 'server',
    summary: 'Wie helpt wie vastloopt: het secretariaat',
    answer: z.object({
      contact: z.object({ name: z.string(), email: z.string() }).nullable(),
      needsSetUp: z.boolean(),
    }),
    open: true,
  }),
  schema: defineRoute({
    method: 'get',
    path: '/api/schema',
    tag: 'server',
    summary: 'Wat een concept mag bevatten: knopen, opmaak, attributen en hun hash',
    answer: schemaView,
    open: true,
  }),

  ...personRoutes,
  ...dossierRoutes,
  ...versionRoutes,
  ...draftRoutes,
  ...publishedRoutes,
  ...wordsRoutes,
  ...handlingRoutes,
  ...imageRoutes,
  ...importRoutes,
  ...noteRoutes,
  ...sinceRoutes,
  ...hintRoutes,
  ...noticeRoutes,
};
