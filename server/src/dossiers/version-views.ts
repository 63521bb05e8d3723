import {
  READING_LISTS,
  type ReadingUpdate,
  type ReadingView,
  WORKBENCH_LISTS,
  type WorkbenchUpdate,
  type WorkbenchView,
} from '@draagvlak/contract/server';
import {
  type Actor,
  can,
  type Dossier,
  type FrozenVersion,
  reactingRefusal,
  roundOfVersion,
  visibleComments,
} from '@draagvlak/procedure';
import type { Comment, Placement } from '@draagvlak/review';
import type { Services } from '../services.ts';
import { commentView, perSection } from './comments-view.ts';
import { authorsOf, bundlesOf, handlingViews } from './handling-view.ts';
import { countsOf } from './dossier-view.ts';
import { mendedBy } from './same-concept.ts';
import { roundView, versionView } from './text-views.ts';

export interface OneVersion {
  readonly dossier: Dossier;
  readonly version: FrozenVersion;
}

/** The comments on a version that this person may see; on an erratum also those made on the text it mends. */
export function commentsToRead(
  { dossiers }: Services,
  { dossier, version }: OneVersion,
  actor: Actor,
): Promise<readonly Comment[]> {
  const read = new Set([version, ...mendedBy(dossier, version)].map(({ id }) => id));
  const visible = visibleComments(dossier, actor).filter((comment) => read.has(comment.version));
  return dossiers.commentsOn(dossier, visible, version);
}

/** Whether this person can react on the version now; else why not. */
export function mayComment({ dossier, version }: OneVersion, actor: Actor, now: string): ReadingView['mayComment'] {
  const allowed = can(actor, 'submit-comment', { dossier, version: version.id });
  return allowed === true ? (reactingRefusal(dossier, version.id, now) ?? true) : allowed;
}

type Unnamed<View> = Omit<View, 'state'>;

const readerOf = ({ person }: Actor, kind: 'reading' | 'workbench', { version }: OneVersion) => ({
  person,
  view: `${kind} ${version.id}`,
});

/** A frozen text with what the person who asks may know of it. */
export async function readingView(services: Services, one: OneVersion, actor: Actor): Promise<ReadingView> {
  return services.given.give(readerOf(actor, 'reading', one), await reading(services, one, actor), READING_LISTS);
}

/** What changed in that since a state of it. */
export async function readingUpdate(
  services: Services,
  one: OneVersion,
  actor: Actor,
  since: string,
): Promise<ReadingUpdate> {
  const view = await reading(services, one, actor);
  return services.given.update(readerOf(actor, 'reading', one), view, READING_LISTS, since);
}

async function reading(
  services: Services,
  { dossier, version }: OneVersion,
  actor: Actor,
): Promise<Unnamed<ReadingView>> {
  const now = services.now();
  const asking = await services.dossiers.asking(dossier, actor, now);
  const comments = await commentsToRead(services, { dossier, version }, actor);
  const round = roundOfVersion(dossier, version.id);
  return {
    dossier: dossier.id,
    asOf: dossier.version,
    version: await versionView(dossier, version, asking.people, asking.words),
    document: (await services.dossiers.texts.version(version)).document,
    comments: await Promise.all(comments.map((comment) => commentView(asking, comment))),
    perSection: perSection(comments),
    mayRedact: can(actor, 'redact-words', { dossier }) === true,
    mayComment: mayComment({ dossier, version }, actor, now),
    round: round === null ? null : roundView(round, now),
  };
}

/** The comments on a version, each with its place in the text that answers them. */
export async function workbenchView(services: Services, one: OneVersion, actor: Actor): Promise<WorkbenchView> {
  return services.given.give(readerOf(actor, 'workbench', one), await workbench(services, one, actor), WORKBENCH_LISTS);
}

/** What changed in that since a state of it. */
export async function workbenchUpdate(
  services: Services,
  one: OneVersion,
  actor: Actor,
  since: string,
): Promise<WorkbenchUpdate> {
  const view = await workbench(services, one, actor);
  return services.given.update(readerOf(actor, 'workbench', one), view, WORKBENCH_LISTS, since);
}

async function workbench(
  services: Services,
  { dossier, version }: OneVersion,
  actor: Actor,
): Promise<Unnamed<WorkbenchView>> {
  const { evidence, texts } = services.dossiers;
  const asking = await services.dossiers.asking(dossier, actor, services.now());
  const document = dossier.documents.find(({ id }) => id === version.document);
  if (document === undefined) throw new Error(`version ${version.id} is of an unknown document`);
  const draft = await texts.draft(document, true);
  if (draft === null) throw new Error(`version ${version.id} was frozen from a draft that never began`);
  const found = await evidence.between(dossier, document, version, { version: null, text: draft });
  const handlingOne = await handlingViews(asking, services.talkMarks);
  const { comments, open, proposed, confirmed } = countsOf(dossier, actor, found.comments);
  return {
    dossier: dossier.id,
    asOf: dossier.version,
    version: await versionView(dossier, version, asking.people, asking.words),
    comments: await Promise.all(
      found.comments.map(async (comment) => ({
        ...(await commentView(asking, comment)),
        placement: found.placements.get(comment.id) as Placement,
        handling: await handlingOne(comment),
      })),
    ),
    bundles: bundlesOf(dossier, found.comments),
    authors: authorsOf(asking),
    mayHandle: can(actor, 'assign-comment', { dossier }) === true,
    progress: { total: comments, open, proposed, confirmed },
    findings: found.findings,
  };
}
