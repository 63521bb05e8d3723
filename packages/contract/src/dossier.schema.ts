import { DOCUMENT_KINDS } from '@draagvlak/procedure';
import { COMMENT_KINDS, DISPOSITION_KINDS, FINDING_KINDS } from '@draagvlak/review';
import { z } from 'zod';
import { view } from './define.schema.ts';
import { party, personView, phase, phaseView, refusal, right, role, stepView } from './values.schema.ts';
import type {
  AllowedView,
  DocumentView,
  DossierView,
  LogLine,
  ReferenceView,
  RoundView,
  SectionCompleteness,
  VersionView,
} from './dossier-view.ts';
import type { DossierSummary } from './overview-view.ts';

export const documentKind = z.enum(DOCUMENT_KINDS);

export const versionView = view<VersionView>()(
  z.object({
    id: z.string(),
    document: z.string(),
    number: z.string(),
    title: z.string(),
    hash: z.string().meta({ description: 'SHA-256 over de bewaarde bytes' }),
    words: z.number(),
    frozenAt: z.string(),
    frozenBy: z.string().nullable(),
    publishedAt: z.string().nullable(),
    phase,
    erratumOf: z.string().nullable(),
    corrections: z.array(z.object({ block: z.string(), was: z.string(), becomes: z.string(), inDraft: z.boolean() })),
    note: z.string().nullable(),
  }),
);

const completeness = view<SectionCompleteness>()(
  z.object({
    section: z.string().nullable(),
    slot: z.string(),
    title: z.string(),
    mandatory: z.boolean(),
    state: z.enum(['missing', 'empty', 'started', 'filled']),
  }),
);

const documentView = view<DocumentView>()(
  z.object({
    id: z.string(),
    kind: documentKind,
    title: z.string(),
    draft: z.string().nullable().meta({ description: 'kamer voor /sync/{draft}; null zonder leesrecht' }),
    mayWrite: z.boolean(),
    mayNote: z.boolean(),
    started: z.boolean(),
    inForce: z
      .object({
        version: z.string(),
        number: z.string(),
        title: z.string(),
        base: z.boolean(),
        mayCompare: z.boolean(),
      })
      .nullable()
      .meta({ description: 'de geldende tekst, of de tekst waarmee het concept begon' }),
    versions: z.array(versionView),
    completeness: z.array(completeness),
    audited: z.object({ before: z.string(), after: z.string(), blocking: z.array(z.enum(FINDING_KINDS)) }).nullable(),
  }),
);

export const roundView = view<RoundView>()(
  z.object({
    id: z.string(),
    kind: z.enum(['consultation', 'inspection']),
    versions: z.array(z.string()),
    opens: z.string(),
    closes: z.string(),
    closedAt: z.string().nullable(),
    open: z.boolean(),
    notifiedAt: z.string().nullable(),
    notified: z.number(),
    commentsPublishedAt: z.string().nullable(),
  }),
);

const referenceView = view<ReferenceView>()(
  z.object({
    id: z.string(),
    title: z.string(),
    kind: z.enum(['file', 'link']),
    href: z.string(),
    type: z.string().nullable(),
  }),
);

const allowedView = view<AllowedView>()(
  z.object({ command: z.string() as unknown as z.ZodType<AllowedView['command']>, refusal: refusal.nullable() }),
);

const counts = z.object({
  comments: z.number(),
  open: z.number(),
  proposed: z.number(),
  confirmed: z.number(),
  byKind: z.partialRecord(z.enum(COMMENT_KINDS), z.number()),
  byDisposition: z.partialRecord(z.enum(DISPOSITION_KINDS), z.number()),
  byParty: z.partialRecord(party, z.object({ invited: z.number(), reacted: z.number(), comments: z.number() })),
});

export const dossierView = view<DossierView>()(
  z.object({
    id: z.string(),
    version: z.number(),
    title: z.string(),
    qualifications: z.array(z.object({ id: z.string(), name: z.string() })),
    phase,
    phases: z.array(phaseView),
    steps: z.array(stepView),
    allowed: z.array(allowedView),
    roles: z.array(role),
    rights: z.array(right),
    ball: z.array(role),
    due: z.string().nullable(),
    documents: z.array(documentView),
    members: z.array(z.object({ person: personView, role, since: z.string() })),
    rounds: z.array(roundView),
    references: z.array(referenceView),
    meetings: z.array(
      z.object({ kind: z.enum(['presentation', 'summary']), on: z.string(), report: z.string().nullable() }),
    ),
    surveys: z.array(z.object({ round: z.string(), responses: z.number(), report: z.string().nullable() })),
    rulesQuestion: z.object({ changesRules: z.boolean(), list: z.string().nullable(), at: z.string() }).nullable(),
    impact: z
      .object({
        kind: z.enum(['reported', 'not-applicable']),
        text: z.string().nullable(),
        at: z.string(),
        sections: z.array(
          z.object({
            document: z.string(),
            section: z.string(),
            quality: z.string().nullable(),
            time: z.string().nullable(),
            costs: z.string().nullable(),
            acceptance: z.string().nullable(),
          }),
        ),
      })
      .nullable(),
    impactGroup: z.array(personView),
    decisions: z.array(
      z.object({
        outcome: z.enum(['approved', 'approved-provided', 'returned']),
        on: z.string(),
        at: z.string(),
        present: z.number(),
        reasons: z.string().nullable(),
        decidedOn: z.array(z.object({ version: z.string(), hash: z.string() })),
      }),
    ),
    adoption: z.object({ effective: z.string(), transition: z.string().nullable(), at: z.string() }).nullable(),
    counts,
    head: z.string().meta({ description: 'hash van het laatste feit in het logboek' }),
  }),
);

export const dossierSummary = view<DossierSummary>()(
  z.object({
    id: z.string(),
    title: z.string(),
    qualifications: z.array(z.string()),
    documents: z.array(z.object({ id: z.string(), kind: documentKind, title: z.string() })),
    phase,
    ball: z.array(role),
    due: z.string().nullable(),
    late: z.boolean(),
    comments: z.number(),
    openComments: z.number(),
    phases: z.array(phaseView),
  }),
);

export const logLine = view<LogLine>()(
  z.object({
    version: z.number(),
    at: z.string(),
    by: personView.nullable(),
    type: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
    hash: z.string(),
  }),
);
