import { DOCUMENT_KINDS, type NoticeKind, TOPICS } from '@draagvlak/procedure';
import { z } from 'zod';
import { defineRoute, view } from './define.schema.ts';
import type { NoticeSettingsView, NoticesView } from './notice-view.ts';
import { personView } from './values.schema.ts';

const notices = view<NoticesView>()(
  z.object({
    notices: z.array(
      z.object({
        id: z.string(),
        ids: z.array(z.string()),
        kind: z.string() as unknown as z.ZodType<NoticeKind>,
        topic: z.enum(TOPICS),
        values: z.record(z.string(), z.union([z.string(), z.number()])),
        dossier: z.string(),
        title: z.string(),
        document: z.enum(DOCUMENT_KINDS).nullable(),
        at: z.string(),
        by: personView.nullable(),
        unread: z.boolean(),
        waiting: z.boolean(),
        href: z.string(),
      }),
    ),
    unread: z.number(),
    upTo: z.string().nullable(),
    more: z.boolean(),
  }),
);
const settings = view<NoticeSettingsView>()(
  z.object({ topics: z.array(z.object({ topic: z.enum(TOPICS), app: z.boolean() })) }),
);

/** Routes about what somebody should know. */
export const noticeRoutes = {
  notices: defineRoute({
    method: 'get',
    path: '/api/notices',
    tag: 'berichten',
    summary: 'Wat er gebeurde in mijn dossiers en wat er van mij verwacht wordt, nieuwste eerst',
    answer: notices,
  }),
  readNotices: defineRoute({
    method: 'put',
    path: '/api/notices/read',
    tag: 'berichten',
    summary: 'Berichten als gelezen aantekenen: alles tot en met een moment, of deze',
    body: z.strictObject({
      upTo: z.iso.datetime().nullable(),
      ids: z.array(z.string().min(1).max(300)).max(5000),
    }),
    answer: z.object({ unread: z.number() }),
  }),
  noticeSettings: defineRoute({
    method: 'get',
    path: '/api/notices/settings',
    tag: 'berichten',
    summary: 'Waarover ik berichten wil',
    answer: settings,
  }),
  saveNoticeSettings: defineRoute({
    method: 'put',
    path: '/api/notices/settings',
    tag: 'berichten',
    summary: 'Kiezen waarover ik berichten wil; een onderwerp dat niet genoemd is, blijft zoals het was',
    body: z.strictObject({
      topics: z.array(z.strictObject({ topic: z.enum(TOPICS), app: z.boolean() })).max(TOPICS.length),
    }),
    answer: settings,
  }),
  noticeEvents: defineRoute({
    method: 'get',
    path: '/api/notices/events',
    tag: 'berichten',
    summary: 'Hoeveel berichten ongelezen zijn, bij elke verandering daarvan',
    answer: { media: 'text/event-stream', description: 'event: unread, data: {"unread": 3}' },
  }),
};
