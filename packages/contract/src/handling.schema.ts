import { REFUSALS } from '@draagvlak/procedure';
import { DISPOSITION_KINDS } from '@draagvlak/review';
import { z } from 'zod';
import { workbenchUpdate } from './comment.schema.ts';
import { defineRoute, view } from './define.schema.ts';
import type { BulkCommand, BulkView, StandardAnswersView } from './handling-view.ts';
import { held, id, line, refusal } from './values.schema.ts';

const words = z.string().max(20_000);
const comments = z.array(id).max(1000);
const day = z.iso.date();

/** What a decision carries, as a form hands it over. */
export const decision = z.strictObject({
  kind: z.enum(DISPOSITION_KINDS),
  motivation: words,
  places: z.array(z.strictObject({ section: id.nullable(), node: id })).max(200),
  into: id.nullable(),
});

const command = <Type extends string, Fields extends z.ZodRawShape>(type: Type, fields: Fields) =>
  z.strictObject({ type: z.literal(type), ...fields });

export const dispositionCommands = [
  command('propose-disposition', {
    disposition: id,
    comment: id,
    decision,
    supersedes: id.nullable(),
    fresh: z.boolean().optional().meta({ description: 'alleen als er nog geen besluit of voorstel is' }),
  }),
  command('confirm-disposition', { disposition: id }),
  command('take-back-disposition', { disposition: id }),
] as const;

/** The committee's division of its work. With `was` it is done only when that is how it stands. */
export const handlingCommands = [
  command('assign-comment', { comment: id, person: id.nullable(), was: id.nullable().optional() }),
  command('set-comment-due', { comment: id, due: day.nullable(), was: day.nullable().optional() }),
  command('bundle-comments', { bundle: id, comments, was: comments.optional() }),
  command('dissolve-bundle', { bundle: id, was: comments.optional() }),
] as const;

export const discussCommand = command('discuss-comment', { comment: id, message: id, body: words });

const bulkCommand = view<BulkCommand>()(z.discriminatedUnion('type', [...handlingCommands, ...dispositionCommands]));

const bulkView = view<BulkView>()(
  z.object({
    version: z.number(),
    results: z.array(
      z.object({
        refusal: refusal.nullable(),
        detail: z.string().nullable().meta({ description: 'waarom niet, in een Nederlandse zin' }),
      }),
    ),
    undo: z.array(bulkCommand).meta({ description: 'opdrachten die precies terugnemen wat er gedaan is' }),
    workbench: workbenchUpdate
      .nullable()
      .meta({ description: 'wat er anders werd voor wie zei wat hij voor zich heeft' }),
  }),
);

const answer = { id, title: line(200), text: z.string().trim().min(1).max(5000) };
const answerView = z.object({ id: z.string(), title: z.string(), text: z.string() });

/** Dividing the reactions, handling many at once, and what the committee writes more than once. */
export const handlingRoutes = {
  bulk: defineRoute({
    method: 'post',
    path: '/api/dossiers/{dossier}/bulk',
    tag: 'verwerken',
    summary:
      'Veel reacties in één keer behandelen, met een uitkomst per opdracht; wat kan, wordt in één keer vastgelegd',
    params: { dossier: id },
    query: held,
    body: z.strictObject({ commands: z.array(bulkCommand).min(1).max(1000) }),
    answer: bulkView,
    problems: [...REFUSALS, 'busy'],
  }),
  standardAnswers: defineRoute({
    method: 'get',
    path: '/api/dossiers/{dossier}/standard-answers',
    tag: 'verwerken',
    summary: 'De standaardantwoorden van de WBC in dit dossier, en die van haar andere dossiers om over te nemen',
    params: { dossier: id },
    answer: view<StandardAnswersView>()(
      z.object({
        own: z.array(answerView),
        elsewhere: z.array(z.object({ dossier: z.string(), title: z.string(), answers: z.array(answerView) })),
      }),
    ),
    problems: ['unknown-dossier', 'not-allowed'],
  }),
  saveStandardAnswer: defineRoute({
    method: 'put',
    path: '/api/dossiers/{dossier}/standard-answers',
    tag: 'verwerken',
    summary: 'Een standaardantwoord maken of wijzigen',
    params: { dossier: id },
    body: z.strictObject(answer),
    problems: ['unknown-dossier', 'not-allowed', 'limit-reached'],
  }),
  deleteStandardAnswer: defineRoute({
    method: 'delete',
    path: '/api/dossiers/{dossier}/standard-answers',
    tag: 'verwerken',
    summary: 'Een standaardantwoord weggooien',
    params: { dossier: id },
    query: { id },
    problems: ['unknown-dossier', 'not-allowed'],
  }),
  seeTalk: defineRoute({
    method: 'put',
    path: '/api/private/discussions/seen',
    tag: 'verwerken',
    summary: 'Het overleg bij een reactie als gelezen aantekenen, alleen voor de vrager zelf',
    body: z.strictObject({ dossier: id, comment: id, message: id }),
    problems: ['unknown-dossier', 'unknown-comment', 'not-allowed'],
  }),
};
