import { z } from 'zod';
import { defineRoute, view } from './define.schema.ts';
import { NOTE_LENGTH, NOTE_QUOTE, type NotesView, type NoteView } from './note-view.ts';
import { id, personView } from './values.schema.ts';

const draft = { draft: id };
const note = { draft: id, note: id };
const position = z
  .string()
  .max(200)
  .regex(/^[A-Za-z0-9+/]+={0,2}$/)
  .meta({ description: 'relatieve plaats van Yjs, base64' });
const words = z.string().trim().min(1).max(NOTE_LENGTH);
const mentions = z.array(id).max(20).meta({ description: 'wie hierin wordt genoemd' });
const anchor = z.strictObject({ block: id, start: position, end: position, quote: z.string().min(1).max(NOTE_QUOTE) });

const noteObject = z.object({
  id: z.string(),
  anchor,
  by: personView,
  at: z.string(),
  text: z.string(),
  replies: z.array(z.object({ id: z.string(), by: personView, at: z.string(), text: z.string() })),
  done: z.object({ by: personView, at: z.string() }).nullable(),
  unread: z.boolean(),
});
const noteView = view<NoteView>()(noteObject);
const notesView = view<NotesView>()(
  z.object({ notes: z.array(noteObject), authors: z.array(z.object({ person: z.string(), name: z.string() })) }),
);

/** Margin notes of authors on a living draft: no facts, and gone at the next freeze. */
export const noteRoutes = {
  notes: defineRoute({
    method: 'get',
    path: '/api/drafts/{draft}/notes',
    tag: 'schrijven',
    summary: 'De kanttekeningen van de schrijvers bij het concept van nu',
    params: draft,
    answer: notesView,
    problems: ['not-allowed', 'draft-not-started'],
  }),
  addNote: defineRoute({
    method: 'post',
    path: '/api/drafts/{draft}/notes',
    tag: 'schrijven',
    summary: 'Een kanttekening maken bij een passage',
    params: draft,
    body: z.strictObject({ id, anchor, text: words, mentions }),
    status: 201,
    answer: noteView,
    problems: ['not-allowed', 'already-exists', 'limit-reached', 'draft-not-started'],
  }),
  replyToNote: defineRoute({
    method: 'post',
    path: '/api/drafts/{draft}/notes/{note}/replies',
    tag: 'schrijven',
    summary: 'Op een kanttekening antwoorden',
    params: note,
    body: z.strictObject({ id, text: words, mentions }),
    status: 201,
    answer: noteView,
    problems: ['not-allowed', 'limit-reached', 'draft-not-started'],
  }),
  markNote: defineRoute({
    method: 'put',
    path: '/api/drafts/{draft}/notes/{note}',
    tag: 'schrijven',
    summary: 'Een kanttekening afhandelen of weer openen',
    params: note,
    body: z.strictObject({ done: z.boolean() }),
    answer: noteView,
    problems: ['not-allowed', 'draft-not-started'],
  }),
  seeNote: defineRoute({
    method: 'put',
    path: '/api/drafts/{draft}/notes/{note}/seen',
    tag: 'schrijven',
    summary: 'Aantekenen dat de vrager deze kanttekening heeft gezien',
    params: note,
    body: z.strictObject({}),
    problems: ['not-allowed', 'draft-not-started'],
  }),
  deleteNote: defineRoute({
    method: 'delete',
    path: '/api/drafts/{draft}/notes/{note}',
    tag: 'schrijven',
    summary: 'Een eigen kanttekening met haar antwoorden weggooien',
    params: note,
    problems: ['not-allowed', 'not-your-own', 'draft-not-started'],
  }),
  deleteNoteReply: defineRoute({
    method: 'delete',
    path: '/api/drafts/{draft}/notes/{note}/replies/{reply}',
    tag: 'schrijven',
    summary: 'Een eigen antwoord weggooien',
    params: { ...note, reply: id },
    problems: ['not-allowed', 'not-your-own', 'draft-not-started'],
  }),
};
