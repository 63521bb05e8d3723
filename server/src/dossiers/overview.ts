import type { DossierSummary, OverviewView, TaskView } from '@draagvlak/contract/server';
import {
  type Actor,
  ball,
  can,
  type Context,
  type Dossier,
  due,
  isOver,
  phaseTimeline,
  tasks,
  type Task,
  visibleComments,
} from '@draagvlak/procedure';
import type { Services } from '../services.ts';
import { countsOf } from './dossier-view.ts';
import { conditionsOf } from './situation.ts';

/** The comparison in which the first question without an answer was asked. */
function askedAbout({ remarks }: Dossier, document: string | null, version: string | null): string {
  const asked = remarks.find(
    (one) =>
      one.kind === 'question' &&
      one.document === document &&
      one.after === version &&
      !remarks.some(({ about }) => about === one.remark),
  );
  return new URLSearchParams({ van: asked?.before ?? '', naar: version ?? '' }).toString();
}

/** Where in the app a task is done. */
function hrefOf(dossier: Dossier, { kind, document, version }: Task): string {
  const home = `/dossiers/${dossier.id}`;
  switch (kind) {
    case 'write':
      return `${home}/schrijven/${document ?? ''}`;
    case 'react':
    case 'object':
    case 'read':
      return `/lezen/${version ?? ''}`;
    case 'process':
    case 'confirm':
      return `${home}/verwerken/${document ?? ''}`;
    case 'settle':
      return `${home}/controle`;
    case 'answer':
      return `${home}/vergelijken/${document ?? ''}?${askedAbout(dossier, document, version)}&toon=questions`;
    case 'decide':
      return `${home}/besluit`;
    case 'step':
    case 'impact':
    case 'start':
      return home;
  }
}

function taskViews(dossier: Dossier, context: Context): readonly TaskView[] {
  return tasks(dossier, context).map((task) => ({
    kind: task.kind,
    dossier: dossier.id,
    title: dossier.documents.find(({ id }) => id === task.document)?.title ?? dossier.title,
    href: hrefOf(dossier, task),
    due: task.due,
    late: task.late,
    count: task.count,
  }));
}

function summaryOf(dossier: Dossier, context: Context): DossierSummary {
  const until = due(dossier);
  const counts = countsOf(dossier, context.actor, visibleComments(dossier, context.actor));
  return {
    id: dossier.id,
    title: dossier.title,
    qualifications: dossier.qualifications,
    documents: dossier.documents.map(({ id, kind, title }) => ({ id, kind, title })),
    phase: dossier.phase,
    ball: ball(dossier, context),
    due: until,
    late: until !== null && isOver(until, context.now) && dossier.phase !== 'in-force' && dossier.phase !== 'withdrawn',
    comments: counts.comments,
    openComments: counts.open + counts.proposed,
    phases: phaseTimeline(dossier),
  };
}

/** Late first, then what ends soonest, then what has no end. */
function pressing(one: TaskView, other: TaskView): number {
  if (one.late !== other.late) return one.late ? -1 : 1;
  return (one.due ?? '9') < (other.due ?? '9') ? -1 : (one.due ?? '9') > (other.due ?? '9') ? 1 : 0;
}

/** The first page: what waits for me, every qualification, and the dossiers I may see. */
export async function overviewView(services: Services, actor: Actor): Promise<OverviewView> {
  const now = services.now();
  const { texts, evidence, store } = services.dossiers;
  const loaded = (await store.all()).map(({ dossier }) => dossier);
  const mine = loaded
    .filter((dossier) => can(actor, 'read-dossier', { dossier }) === true)
    .toSorted((one, other) => (one.openedAt < other.openedAt ? -1 : 1));
  const seen: { readonly dossier: Dossier; readonly context: Context }[] = [];
  for (const dossier of mine) {
    seen.push({ dossier, context: { actor, now, ...(await conditionsOf(texts, evidence, dossier)) } });
  }
  return {
    tasks: seen.flatMap(({ dossier, context }) => taskViews(dossier, context)).toSorted(pressing),
    qualifications: (await services.identity.qualifications.all()).map((qualification) => ({
      ...qualification,
      dossiers: mine.filter(({ qualifications }) => qualifications.includes(qualification.id)).map(({ id }) => id),
    })),
    dossiers: seen.map(({ dossier, context }) => summaryOf(dossier, context)),
    mayOpenDossier: can(actor, 'open-dossier', { dossier: null }) === true,
    mayNameQualifications: can(actor, 'name-qualification', { dossier: null }) === true,
  };
}
