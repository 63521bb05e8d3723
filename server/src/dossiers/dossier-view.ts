import type { AdoptedTextView, DocumentView, DossierView } from '@draagvlak/contract/server';
import {
  type Actor,
  allowed,
  ball,
  can,
  type Dossier,
  type DossierDocument,
  due,
  isVersionVisible,
  phaseTimeline,
  rightsOf,
  rolesOf,
  steps,
  visibleComments,
  visibleDispositions,
} from '@draagvlak/procedure';
import { type Comment, standing } from '@draagvlak/review';
import type { Services } from '../services.ts';
import type { Asking } from './comments-view.ts';
import { completenessOf, conditionsOf, substantiveSinceInspection } from './situation.ts';
import { auditedPair } from './audited.ts';
import type { Loaded } from './store.ts';
import { roundView, versionView } from './text-views.ts';

async function documentView(services: Services, asking: Asking, document: DossierDocument): Promise<DocumentView> {
  const { dossier, actor, people, words } = asking;
  const started = dossier.startedDrafts.includes(document.id);
  const reads = can(actor, 'read-draft', { dossier }) === true;
  const draft = reads ? await services.dossiers.texts.draft(document, started) : null;
  return {
    id: document.id,
    kind: document.kind,
    title: document.title,
    draft: reads ? document.draft : null,
    mayWrite: started && can(actor, 'write-draft', { dossier }) === true,
    mayNote: started && can(actor, 'read-notes', { dossier }) === true,
    started,
    inForce: await adoptedTextView(services, asking, document),
    versions: await Promise.all(
      dossier.versions
        .filter((version) => version.document === document.id && isVersionVisible(dossier, actor, version))
        .map((version) => versionView(dossier, version, people, words)),
    ),
    completeness: draft === null ? [] : completenessOf(dossier, document, draft.document),
    audited: auditedPair(dossier, document.id, actor),
  };
}

/** The text that this draft began with, or could begin or be compared with. */
async function adoptedTextView(
  { dossiers: { inForce } }: Services,
  { dossier, actor }: Asking,
  document: DossierDocument,
): Promise<AdoptedTextView | null> {
  const base = await inForce.base(dossier, document);
  const found = base ?? (await inForce.present(dossier, document));
  if (found === null) return null;
  const { id, number, title } = found.version;
  const reads = can(actor, 'read-version', { dossier: found.dossier, version: id }) === true;
  return { version: id, number, title, base: base !== null, mayCompare: base !== null || reads };
}

type Counts = DossierView['counts'];

/** Figures over the comments that the person who asks may read, and no others. */
export function countsOf(dossier: Dossier, actor: Actor, comments: readonly Comment[]): Counts {
  const living = comments.filter(({ withdrawnAt }) => withdrawnAt === null);
  const byKind: Record<string, number> = {};
  const byDisposition: Record<string, number> = {};
  const counts = { comments: living.length, open: 0, proposed: 0, confirmed: 0 };
  for (const comment of living) {
    byKind[comment.kind] = (byKind[comment.kind] ?? 0) + 1;
    const shown = { dispositions: visibleDispositions(dossier, actor, comment) };
    const holds = standing(shown);
    if (holds === null) counts.open += 1;
    else {
      byDisposition[holds.decision.kind] = (byDisposition[holds.decision.kind] ?? 0) + 1;
      counts[holds.confirmedAt === null ? 'proposed' : 'confirmed'] += 1;
    }
  }
  const people = new Map<string, { invited: Set<string>; reacted: Set<string>; comments: number }>();
  const partyOf = new Map<string, string>();
  const group = (party: string) => {
    const found = people.get(party) ?? { invited: new Set(), reacted: new Set(), comments: 0 };
    people.set(party, found);
    return found;
  };
  for (const { person, party } of [...dossier.formerMembers, ...dossier.members]) {
    partyOf.set(person, party);
    group(party).invited.add(person);
  }
  for (const { by } of living) {
    const found = group(partyOf.get(by) ?? 'overig');
    found.reacted.add(by);
    found.comments += 1;
  }
  return {
    ...counts,
    byKind,
    byDisposition,
    byParty: Object.fromEntries(
      [...people].map(([party, { invited, reacted, comments: sent }]) => [
        party,
        { invited: invited.size, reacted: reacted.size, comments: sent },
      ]),
    ),
  };
}

async function impactView({ dossier, actor, words }: Asking): Promise<DossierView['impact']> {
  const { impact } = dossier;
  if (impact === null || can(actor, 'read-impact', { dossier }) !== true) return null;
  const text = (value: Parameters<typeof words.text>[0]) => words.shown(value, dossier);
  if (impact.type === 'impact-not-applicable') {
    return { kind: 'not-applicable', text: await text(impact.reason), at: impact.at, sections: [] };
  }
  const sections = (impact.sections ?? []).map(async ({ document, section, ...axes }) => ({
    document,
    section,
    quality: await text(axes.quality),
    time: await text(axes.time),
    costs: await text(axes.costs),
    acceptance: await text(axes.acceptance),
  }));
  return { kind: 'reported', text: await text(impact.report), at: impact.at, sections: await Promise.all(sections) };
}

function referencesView({ dossier, actor }: Asking): DossierView['references'] {
  if (can(actor, 'read-references', { dossier }) !== true) return [];
  return dossier.references.map(({ id, title, kind, blob, href, type }) => ({
    id,
    title,
    kind,
    href: kind === 'file' ? `/api/dossiers/${dossier.id}/files/${blob ?? ''}` : (href ?? ''),
    type,
  }));
}

/** A dossier as the person who asks may see it, with what they may do now and what still has to happen. */
export async function dossierView(services: Services, { dossier, head }: Loaded, actor: Actor): Promise<DossierView> {
  const now = services.now();
  const asking = await services.dossiers.asking(dossier, actor, now);
  const { people, words } = asking;
  const { texts, evidence } = services.dossiers;
  const context = {
    actor,
    now,
    ...(await conditionsOf(texts, evidence, dossier)),
    // From here the next step may ask why the text is not inspected again.
    ...(dossier.phase === 'finalisation'
      ? { substantiveSinceInspection: await substantiveSinceInspection(texts, evidence, dossier) }
      : {}),
  };
  const text = (value: Parameters<typeof words.text>[0]) => words.shown(value, dossier);
  const names = new Map((await services.identity.qualifications.all()).map(({ id, name }) => [id, name]));
  return {
    id: dossier.id,
    version: dossier.version,
    title: dossier.title,
    qualifications: dossier.qualifications.map((id) => ({ id, name: names.get(id) ?? id })),
    phase: dossier.phase,
    phases: phaseTimeline(dossier),
    steps: steps(dossier, context),
    allowed: allowed(dossier, context),
    roles: rolesOf(dossier, actor.person),
    rights: rightsOf(dossier, actor.person),
    ball: ball(dossier, context),
    due: due(dossier),
    documents: await Promise.all(dossier.documents.map((document) => documentView(services, asking, document))),
    members: dossier.members.map(({ person, role, since, organisation }) => ({
      person: people.submitter(person, organisation),
      role,
      since,
    })),
    rounds: dossier.rounds.map((round) => roundView(round, now)),
    references: referencesView(asking),
    meetings: await Promise.all(
      dossier.meetings.map(async ({ kind, on, report }) => ({ kind, on, report: await text(report) })),
    ),
    surveys: await Promise.all(
      dossier.surveys.map(async ({ round, responses, report }) => ({ round, responses, report: await text(report) })),
    ),
    rulesQuestion: dossier.rulesQuestion && {
      changesRules: dossier.rulesQuestion.changesRules,
      list: await text(dossier.rulesQuestion.list),
      at: dossier.rulesQuestion.at,
    },
    impact: await impactView(asking),
    impactGroup: dossier.impactGroup.map((person) => people.person(person)),
    decisions: await Promise.all(
      dossier.decisions.map(async ({ outcome, on, at, present, reasons, decidedOn }) => ({
        outcome,
        on,
        at,
        present,
        reasons: await text(reasons),
        decidedOn: decidedOn.map(({ version, content }) => ({ version, hash: content })),
      })),
    ),
    adoption: dossier.adoption && {
      effective: dossier.adoption.effective,
      transition: await text(dossier.adoption.transition),
      at: dossier.adoption.at,
    },
    counts: countsOf(dossier, actor, visibleComments(dossier, actor)),
    head,
  };
}
