import { type Command, DOCUMENT_KINDS, type Member, REMARK_KINDS } from '@draagvlak/procedure';
import { CHANNELS, COMMENT_KINDS } from '@draagvlak/review';
import { z } from 'zod';
import { anchor } from './comment.schema.ts';
import { view } from './define.schema.ts';
import { discussCommand, dispositionCommands, handlingCommands } from './handling.schema.ts';
import { blob, id, line, party, phase, role } from './values.schema.ts';

/** Words a person wrote; whether some are needed is a rule of the procedure. */
const words = z.string().max(20_000);
const dayOf = z.iso.date();
const instantOf = z.iso.datetime();
const key = line(500);
const count = z.int().min(0).max(1_000_000);

const member = view<Member>()(
  z.strictObject({ person: id, role, party, organisation: id.nullable(), invited: z.boolean().optional() }),
);

const reference = z.strictObject({
  id,
  title: line(300),
  kind: z.enum(['file', 'link']),
  blob: blob.nullable(),
  href: z
    .string()
    .max(2000)
    .regex(/^https?:\/\/\S+$/)
    .nullable(),
  type: z.string().max(200).nullable(),
});

const offset = z.int().min(0).max(10_000_000);
const correction = z.strictObject({ block: id, from: offset, to: offset, was: words, becomes: words });

const opening = {
  definition: line(64),
  title: line(300),
  qualifications: z.array(id).max(20),
  documents: z
    .array(z.strictObject({ id, kind: z.enum(DOCUMENT_KINDS), title: line(300), draft: id }))
    .min(1)
    .max(10),
  members: z.array(member).max(500),
};

export const openingSchema = view<Omit<Extract<Command, { type: 'open-dossier' }>, 'type'>>()(z.strictObject(opening));

/** One kind of command; a field that is not listed is refused. */
const command = <Type extends string, Fields extends z.ZodRawShape>(type: Type, fields: Fields) =>
  z.strictObject({ type: z.literal(type), ...fields });

export const commandSchema = view<Exclude<Command, { type: 'open-dossier' | 'start-draft' }>>()(
  z.discriminatedUnion('type', [
    command('add-member', { member }),
    command('remove-member', { person: id, role }),
    command('set-planning', { phase, from: dayOf, until: dayOf, reason: words }),
    command('add-reference', { reference }),
    command('remove-reference', { reference: id }),

    command('enter-phase', { phase, reason: words, closes: dayOf.or(instantOf).nullable(), round: id.nullable() }),
    command('answer-rules-question', { changesRules: z.boolean(), list: words }),
    command('record-committee-decision', { on: dayOf, minutes: words }),
    command('freeze', { document: id, version: id, number: z.string().max(20), note: words }),
    command('make-erratum', { of: id, version: id, corrections: z.array(correction).min(1).max(100), note: words }),
    command('publish', { versions: z.array(id).min(1).max(20), where: line(500) }),
    command('extend-round', { round: id, closes: dayOf.or(instantOf), reason: words }),
    command('close-round', { round: id }),
    command('record-notices', { round: id, people: count }),
    command('record-meeting', { kind: z.enum(['presentation', 'summary']), on: dayOf, report: words }),
    command('record-survey', { round: id, responses: count, report: words }),
    command('submit-comment', {
      comment: id,
      version: id,
      anchor,
      kind: z.enum(COMMENT_KINDS),
      body: words,
      proposal: words.nullable(),
      follows: id.nullable(),
      registered: z
        .strictObject({
          by: id,
          organisation: id.nullable(),
          party,
          channel: z.enum(CHANNELS),
          receivedAt: instantOf,
        })
        .nullable(),
    }),
    command('edit-comment', { comment: id, kind: z.enum(COMMENT_KINDS), body: words, proposal: words.nullable() }),
    command('withdraw-comment', { comment: id }),
    command('reply', { comment: id, reply: id, body: words }),
    command('publish-comments', { round: id }),
    ...dispositionCommands,
    ...handlingCommands,
    discussCommand,
    command('attach-ground', {
      document: id,
      before: id,
      after: id.nullable(),
      change: key,
      comment: id.nullable(),
      reason: words,
    }),
    command('settle-finding', { document: id, finding: key, reason: words }),
    command('confirm-placement', { comment: id, target: id, anchor: anchor.nullable() }),
    command('name-impact-group', { people: z.array(id).max(100) }),
    command('report-impact', {
      report: words,
      sections: z
        .array(
          z.strictObject({
            document: id,
            section: key,
            quality: words.nullable(),
            time: words.nullable(),
            costs: words.nullable(),
            acceptance: words.nullable(),
          }),
        )
        .max(500)
        .optional(),
    }),
    command('declare-impact-not-applicable', { reason: words }),
    command('remark-on-change', {
      remark: id,
      document: id,
      before: id,
      after: id,
      change: key,
      kind: z.enum(REMARK_KINDS),
      about: id.nullable().optional(),
      body: words,
    }),
    command('decide', {
      outcome: z.enum(['approved', 'approved-provided', 'returned']),
      on: dayOf,
      present: count,
      reasons: words,
      versions: z.array(id).min(1).max(20),
    }),
    command('adopt', { effective: dayOf, transition: words }),
    command('withdraw-dossier', { reason: words }),
    command('redact-words', { blob, replacement: words, reason: line(300) }),
    command('erase-words', { blob, reason: line(300) }),
  ]),
);
