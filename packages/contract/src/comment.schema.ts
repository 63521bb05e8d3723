import {
  ANCHOR_SCOPES,
  type Anchor,
  CHANNELS,
  COMMENT_KINDS,
  DISPOSITION_KINDS,
  FINDING_KINDS,
  type Finding,
  type Placement,
  RUNGS,
} from '@draagvlak/review';
import type { DocumentJson } from '@draagvlak/document';
import { z } from 'zod';
import { ALWAYS, update } from './changes.schema.ts';
import { rich, view } from './define.schema.ts';
import { roundView, versionView } from './dossier.schema.ts';
import { handlingFields } from './handling-fields.schema.ts';
import { id, personView, refusal } from './values.schema.ts';
import type { CommentDraftView, CommentView, DispositionView, KeptTextView } from './comment-view.ts';
import type { ReadingUpdate, WorkbenchUpdate } from './followed-lists.ts';
import type { ReadingView, WorkbenchView } from './reading-view.ts';

const offset = z.int().min(0).max(10_000_000);
const point = z.strictObject({ block: id, offset });
const quoted = z.string().max(100_000);

/** Where a comment stands in the version it was made on; strict, since it also comes in. */
export const anchor = view<Anchor>()(
  z.strictObject({
    version: id,
    scope: z.enum(ANCHOR_SCOPES),
    section: id.nullable(),
    node: id.nullable(),
    start: point.nullable(),
    end: point.nullable(),
    quote: quoted,
    prefix: z.string().max(64),
    suffix: z.string().max(64),
  }),
);

const shownPoint = z.object({ block: z.string(), offset: z.number() });
const placement = view<Placement>()(
  z.object({
    rung: z.enum(RUNGS),
    section: z.string().nullable(),
    node: z.string().nullable(),
    start: shownPoint.nullable(),
    end: shownPoint.nullable(),
    survived: z.number(),
    quote: z.string(),
    confirmed: z.boolean().optional().meta({ description: 'iemand heeft gekeken en deze plaats bevestigd' }),
  }),
);

export const changedPlace = z.object({ section: z.string().nullable(), node: z.string() });

const dispositionView = view<DispositionView>()(
  z.object({
    id: z.string(),
    kind: z.enum(DISPOSITION_KINDS),
    motivation: z.string().nullable(),
    places: z.array(changedPlace),
    into: z.string().nullable(),
    proposedBy: personView,
    proposedAt: z.string(),
    confirmedBy: personView.nullable(),
    confirmedAt: z.string().nullable(),
    supersedes: z.string().nullable(),
    takenBackAt: z.string().nullable(),
  }),
);

const may = z.union([refusal, z.literal(true)]).nullable();

const commentObject = z.object({
  id: z.string(),
  number: z.string(),
  document: z.string(),
  version: z.string(),
  round: z.string(),
  anchor,
  kind: z.enum(COMMENT_KINDS),
  body: z.string().nullable().meta({ description: 'null als de woorden zijn gewist' }),
  proposal: z.string().nullable(),
  by: personView,
  channel: z.enum(CHANNELS),
  at: z.string(),
  editedAt: z.string().nullable(),
  late: z.boolean(),
  outOfScope: z.boolean(),
  follows: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
  replies: z.array(z.object({ id: z.string(), by: personView, at: z.string(), body: z.string().nullable() })),
  standing: dispositionView.nullable(),
  history: z.array(dispositionView),
  mine: z.boolean(),
  mayEdit: z.boolean(),
  mayWithdraw: z.boolean(),
  takeBackUntil: z.string().nullable(),
  mayReply: z.boolean(),
  mayPropose: may,
  mayConfirm: may,
});
const commentView = view<CommentView>()(commentObject);
export const placedComment = commentObject.extend({ placement });

export const finding = view<Finding>()(
  z.object({
    key: z.string(),
    kind: z.enum(FINDING_KINDS),
    comment: z.string().nullable(),
    change: z.string().nullable(),
    node: z.string().nullable(),
    text: z.string().nullable(),
    settled: z.string().nullable(),
  }),
);

export const documentJson = rich<DocumentJson>(
  'De tekst als ProseMirror-JSON; knopen, attributen en opmaak staan in GET /api/schema',
);

const followable = {
  asOf: z.int(),
  state: z.string().meta({ description: 'naam van precies deze inhoud; geef hem terug om te horen wat er veranderde' }),
};

const readingParts = z.object({
  ...followable,
  dossier: z.string(),
  version: versionView,
  document: documentJson,
  perSection: z.record(z.string(), z.number()),
  mayComment: z.union([refusal, z.literal(true)]),
  mayRedact: z.boolean(),
  round: roundView.nullable(),
});
export const readingView = view<ReadingView>()(readingParts.extend({ comments: z.array(commentView) }));
export const readingUpdate = view<ReadingUpdate>()(
  update(readingView, { comments: commentView }, readingParts.partial().required(ALWAYS)),
);

const workComment = placedComment.extend(handlingFields);
const workbenchParts = z.object({
  ...followable,
  dossier: z.string(),
  version: versionView,
  bundles: z.array(z.object({ id: z.string(), comments: z.array(z.string()) })),
  authors: z.array(personView),
  mayHandle: z.boolean(),
  progress: z.object({ total: z.number(), open: z.number(), proposed: z.number(), confirmed: z.number() }),
});
export const workbenchView = view<WorkbenchView>()(
  workbenchParts.extend({ comments: z.array(workComment), findings: z.array(finding) }),
);
export const workbenchUpdate = view<WorkbenchUpdate>()(
  update(workbenchView, { comments: workComment, findings: finding }, workbenchParts.partial().required(ALWAYS)),
);

const draftFields = {
  id,
  anchor,
  kind: z.enum(COMMENT_KINDS),
  body: z.string().max(20_000),
  proposal: z.string().max(20_000).nullable(),
};
export const commentDraftInput = z.strictObject(draftFields);
export const commentDraftView = view<CommentDraftView>()(z.object({ ...draftFields, savedAt: z.string() }));

export const keptTextInput = z.strictObject({ id, text: z.string().min(1).max(200_000) });
export const keptTextView = view<KeptTextView>()(
  z.object({ id: z.string(), text: z.string(), block: z.string().nullable(), at: z.string() }),
);
