import { assignSlots, type DocumentJson, templateDocument, templates } from '@draagvlak/document';
import { fromMarkdown } from '@draagvlak/document/markdown';
import { type Actor, decide, type DossierDocument, type Dossier } from '@draagvlak/procedure';
import { nl } from '@draagvlak/wording';
import type { Rooms } from '../realtime/rooms.ts';
import type { Act, Acted, Moment } from './act.ts';
import type { Situation } from './situation.ts';
import type { DossierStore } from './store.ts';

export type Beginning =
  | { readonly from: 'template' }
  /** `markdown` is a text that was written elsewhere. */
  | { readonly from: 'import'; readonly markdown: string };

export type Started = Exclude<Acted, { kind: 'done' }> | { readonly kind: 'done'; readonly dropped: readonly string[] };

/** Makes the first state of a draft; the only place where that happens, and it happens once. */
export type StartDraft = (
  dossier: string,
  document: string,
  actor: Actor,
  beginning: Beginning,
  moment: Moment,
) => Promise<Started>;

function firstText(
  document: DossierDocument,
  dossier: Dossier,
  names: ReadonlyMap<string, string>,
  beginning: Beginning,
  newId: () => string,
): { readonly document: DocumentJson; readonly dropped: readonly string[] } {
  const template = templates[document.kind];
  if (beginning.from === 'template') {
    const qualifications = dossier.qualifications.map((id) => names.get(id) ?? id).join(', ');
    const facts = { Kwalificatie: qualifications, Documentsoort: nl.vocabulary.documentKinds[document.kind] };
    return { document: templateDocument(template, newId, facts), dropped: [] };
  }
  const imported = fromMarkdown(beginning.markdown, newId);
  return { document: assignSlots(imported.document, template), dropped: imported.dropped };
}

export function createStartDraft(parts: {
  readonly store: DossierStore;
  readonly rooms: Rooms;
  readonly act: Act;
  readonly situation: Situation;
  readonly names: () => Promise<ReadonlyMap<string, string>>;
  readonly newId: () => string;
}): StartDraft {
  const { store, rooms, act, situation, names, newId } = parts;
  return async (id, documentId, actor, beginning, moment) => {
    const command = { type: 'start-draft', document: documentId, from: beginning.from } as const;
    const loaded = await store.load(id);
    if (loaded === null) return { kind: 'refused', refusal: { code: 'unknown-dossier', field: null, gates: [] } };
    const { dossier } = loaded;
    const context = await situation(dossier, command, { actor, now: moment.now });
    const decided = decide(dossier, command, context);
    if ('refusal' in decided) return { kind: 'refused', refusal: decided.refusal };
    const document = dossier.documents.find((one) => one.id === documentId);
    if (document === undefined) throw new Error(`decide allowed starting unknown document ${documentId}`);
    if (decided.facts.length === 0) return { kind: 'done', dropped: [] };
    const first = firstText(document, dossier, await names(), beginning, newId);
    // Text first, fact second: a fact without a text could not be mended. When the fact is refused after all, or the
    // server stops in between, the next start finds the draft made and keeps its text.
    await rooms.create(document.draft, first.document, actor.person, moment.now);
    const acted = await act(id, actor, command, moment);
    return acted.kind === 'done' ? { kind: 'done', dropped: first.dropped } : acted;
  };
}
