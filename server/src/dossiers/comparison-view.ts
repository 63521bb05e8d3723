import type { ComparisonView, PersonView } from '@draagvlak/contract/server';
import { type Actor, can, type Dossier, type FrozenVersion, isCommentVisible } from '@draagvlak/procedure';
import type { Placement } from '@draagvlak/review';
import type { Services } from '../services.ts';
import { commentView } from './comments-view.ts';
import type { Evidence } from './evidence.ts';
import { versionView } from './text-views.ts';

export interface Sides {
  readonly dossier: Dossier;
  readonly before: FrozenVersion;
  /** `null`: the draft as it stands. */
  readonly after: FrozenVersion | null;
  /** Where `before` is the text of another dossier: that dossier, and the document it is compared for. */
  readonly foreign?: { readonly dossier: Dossier; readonly document: string };
}

type Asked = Pick<Services, 'dossiers' | 'now'>;

export async function evidenceFor(services: Asked, { dossier, before, after, foreign }: Sides): Promise<Evidence> {
  const { texts, evidence } = services.dossiers;
  const document = dossier.documents.find(({ id }) => id === (foreign?.document ?? before.document));
  if (document === undefined) throw new Error(`version ${before.id} is of an unknown document`);
  const text = after === null ? await texts.draft(document, true) : await texts.version(after);
  if (text === null) throw new Error(`draft ${document.draft} has no text`);
  return evidence.between(dossier, document, before, { version: after, text });
}

/** Two texts of a document, every change with who made it and what it answers, as far as the asker may know. */
export async function comparisonView(
  services: Asked,
  sides: Sides,
  actor: Actor,
  read: readonly string[],
): Promise<ComparisonView> {
  const { dossier, before, after } = sides;
  const found = await evidenceFor(services, sides);
  const asking = await services.dossiers.asking(dossier, actor, services.now());
  const { people, words } = asking;
  const audits = can(actor, 'read-audit', { dossier }) === true;
  const visible = found.comments.filter((comment) => isCommentVisible(dossier, actor, comment));
  const seen = new Set(visible.map(({ id }) => id));
  const links = found.links
    .filter(({ comment }) => comment === null || seen.has(comment))
    .map((link) => ({ ...link, by: link.by === null ? null : people.person(link.by).person }));
  const attributions = found.attributions.map((one) => ({
    ...one,
    people: one.people.map((person) => people.person(person).person),
    comments: one.comments.filter((comment) => seen.has(comment)),
  }));
  const everybody = new Set([
    ...found.attributions.flatMap((one) => one.people),
    ...found.links.flatMap(({ by }) => (by === null ? [] : [by])),
  ]);
  const remarks = dossier.remarks.filter(
    (remark) => remark.before === before.id && remark.after === after?.id && (audits || remark.by === actor.person),
  );
  const views: readonly PersonView[] = [...everybody].map((person) => people.person(person));
  return {
    dossier: dossier.id,
    document: sides.foreign?.document ?? before.document,
    before: await versionView(sides.foreign?.dossier ?? dossier, before, people, words),
    after: after === null ? null : await versionView(dossier, after, people, words),
    beforeDocument: found.beforeText.document,
    afterDocument: found.after.text.document,
    comparison: found.comparison,
    attributions,
    links,
    findings: audits ? found.findings : [],
    comments: await Promise.all(
      visible.map(async (comment) => ({
        ...(await commentView(asking, comment)),
        placement: found.placements.get(comment.id) as Placement,
      })),
    ),
    people: Object.fromEntries(views.map((person) => [person.person, person])),
    remarks: await Promise.all(
      remarks.map(async ({ remark, change, kind, about, body, by, at }) => ({
        id: remark,
        change,
        kind,
        about: about ?? null,
        body: await words.shown(body, dossier),
        by: people.person(by ?? ''),
        at,
      })),
    ),
    read,
  };
}
