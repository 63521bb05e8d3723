import { z } from 'zod';
import { ANCHOR_SCOPES, CHANNELS, COMMENT_KINDS, DISPOSITION_KINDS, RUNGS } from './comment.ts';
import { FINDING_KINDS } from './ledger.ts';

/** Longest quote or body that comes in, in UTF-16 units: some forty pages. */
const LONGEST = 100_000;
/** Context on either side of a quote; twice what is made here, since others may make anchors too. */
const LONGEST_CONTEXT = 64;

/** Ids are made elsewhere; here only their shape: short, and no room for markup. */
const id = z.string().regex(/^[\w.:-]{1,100}$/u);
const words = z.string().trim().min(1).max(LONGEST);

export const commentKind = z.enum(COMMENT_KINDS);
export const channel = z.enum(CHANNELS);
export const dispositionKind = z.enum(DISPOSITION_KINDS);

export const point = z.strictObject({ block: id, offset: z.int().min(0).max(10_000_000) }).readonly();

export const anchor = z
  .strictObject({
    version: id,
    scope: z.enum(ANCHOR_SCOPES),
    section: id.nullable(),
    node: id.nullable(),
    start: point.nullable(),
    end: point.nullable(),
    quote: z.string().max(LONGEST),
    prefix: z.string().max(LONGEST_CONTEXT),
    suffix: z.string().max(LONGEST_CONTEXT),
  })
  .readonly();

/** What a client points at; the server makes the anchor, quote and context included. */
export const selection = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('document') }).readonly(),
  z.strictObject({ scope: z.literal('passage'), start: point, end: point }).readonly(),
  z.strictObject({ scope: z.enum(['section', 'block', 'row', 'column', 'cell']), node: id }).readonly(),
]);

export const placement = z
  .object({
    rung: z.enum(RUNGS),
    section: z.string().nullable(),
    node: z.string().nullable(),
    start: z.object({ block: z.string(), offset: z.number() }).readonly().nullable(),
    end: z.object({ block: z.string(), offset: z.number() }).readonly().nullable(),
    survived: z.number().min(0).max(1),
    quote: z.string(),
  })
  .readonly();

export const changedPlace = z.strictObject({ section: id.nullable(), node: id }).readonly();

/** A decision as it comes in: the words themselves, not yet kept anywhere. */
const said = z.strictObject({ words }).readonly();
export const decision = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.enum(['accepted', 'partly-accepted']),
      motivation: said,
      places: z.array(changedPlace).min(1).max(500).readonly(),
    })
    .readonly(),
  z
    .strictObject({ kind: z.enum(['not-accepted', 'answered', 'out-of-scope', 'deferred']), motivation: said })
    .readonly(),
  z.strictObject({ kind: z.literal('noted'), motivation: said.nullable() }).readonly(),
  z.strictObject({ kind: z.literal('merged'), into: id, motivation: said.nullable() }).readonly(),
]);

export const link = z
  .object({
    change: z.string(),
    comment: z.string().nullable(),
    how: z.enum(['recorded', 'disposition', 'attached', 'overlap']),
    reason: z.string().nullable(),
    by: z.string().nullable(),
  })
  .readonly();

export const finding = z
  .object({
    key: z.string(),
    kind: z.enum(FINDING_KINDS),
    comment: z.string().nullable(),
    change: z.string().nullable(),
    node: z.string().nullable(),
    text: z.string().nullable(),
    settled: z.string().nullable(),
  })
  .readonly();
