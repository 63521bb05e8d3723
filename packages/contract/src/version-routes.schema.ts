import { z } from 'zod';
import { readingUpdate, readingView, workbenchUpdate, workbenchView } from './comment.schema.ts';
import { comparisonView } from './comparison.schema.ts';
import { defineRoute } from './define.schema.ts';
import { id, line, since } from './values.schema.ts';

const version = { version: id };

/** A frozen version: to read, to work its comments into the next, and to compare. */
export const versionRoutes = {
  version: defineRoute({
    method: 'get',
    path: '/api/versions/{version}',
    tag: 'lezen',
    summary: 'Een vastgelegde tekst met de reacties die de vrager mag zien',
    params: version,
    answer: readingView,
    problems: ['unknown-version'],
  }),
  versionChanges: defineRoute({
    method: 'get',
    path: '/api/versions/{version}/changes',
    tag: 'lezen',
    summary: 'Wat er anders werd aan de tekst en de reacties die de vrager mag zien, sinds een state daarvan',
    params: version,
    query: since,
    answer: readingUpdate,
    problems: ['unknown-version'],
  }),
  versionBytes: defineRoute({
    method: 'get',
    path: '/api/versions/{version}/bytes',
    tag: 'lezen',
    summary: 'De bewaarde bytes waarover de hash is gemaakt',
    params: version,
    answer: { media: 'application/octet-stream', description: 'canonieke JSON, byte voor byte' },
    problems: ['unknown-version'],
    open: true,
  }),
  workbench: defineRoute({
    method: 'get',
    path: '/api/versions/{version}/workbench',
    tag: 'verwerken',
    summary: 'De reacties op een versie met hun plaats in het concept van nu',
    params: version,
    answer: workbenchView,
    problems: ['unknown-version', 'not-allowed'],
  }),
  workbenchChanges: defineRoute({
    method: 'get',
    path: '/api/versions/{version}/workbench/changes',
    tag: 'verwerken',
    summary: 'Wat er anders werd aan de reacties op een versie, sinds een state daarvan',
    params: version,
    query: since,
    answer: workbenchUpdate,
    problems: ['unknown-version', 'not-allowed'],
  }),
  comparison: defineRoute({
    method: 'get',
    path: '/api/comparisons',
    tag: 'vergelijken',
    summary: 'Wat er veranderde tussen twee versies, of tussen een versie en het concept van nu',
    query: { before: id, after: id.meta({ description: 'id van een versie, of "draft"' }), document: id.optional() },
    answer: comparisonView,
    problems: ['unknown-version', 'not-allowed', 'draft-not-started'],
  }),
  markRead: defineRoute({
    method: 'put',
    path: '/api/comparisons/read',
    tag: 'vergelijken',
    summary: 'Een wijziging als gelezen aantekenen, alleen voor de vrager zelf',
    body: z.strictObject({ before: id, after: id, document: id.optional(), change: line(500), read: z.boolean() }),
    problems: ['unknown-version', 'not-allowed'],
  }),
};
