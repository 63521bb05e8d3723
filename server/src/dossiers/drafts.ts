import { canonical, type DocumentJson, templateDocument, templates } from '@draagvlak/document';
import type { ImportChoice, ImportSource, ImportView } from '@draagvlak/contract/server';
import { type Actor, type Command, decide, type DossierDocument, type Dossier } from '@draagvlak/procedure';
import { nl } from '@draagvlak/wording';
import type { Rooms } from '../realtime/rooms.ts';
import type { Blobs } from '@draagvlak/storage';
import type { Act, Acted, Moment } from './act.ts';
import { chosenText, importText, importView, type KeepPicture } from './import.ts';
import type { InForce } from './in-force.ts';
import type { Situation } from './situation.ts';
import type { DossierStore } from './store.ts';
import type { Texts } from './texts.ts';

type StartCommand = Extract<Command, { type: 'start-draft' }>;

/** What is known of a beginning only once the text is there. */
const NOT_YET = { fromTemplate: false, clocks: null } as const;

/** Files that a text shows belong to its dossier; a draft that begins with it has them too. */
export type ShareFiles = (from: string, to: string, blobs: readonly string[]) => Promise<void>;

export type Beginning =
  | { readonly from: 'template' }
  /** `markdown` is a text that was written elsewhere. */
  | ({ readonly from: 'import'; readonly markdown: string } & Partial<ImportChoice>)
  | ({ readonly from: 'html'; readonly html: string } & Partial<ImportChoice>)
  /** The text in force, adopted in another dossier. */
  | { readonly from: 'version'; readonly version: string };

export type Started = Exclude<Acted, { kind: 'done' }> | { readonly kind: 'done'; readonly dropped: readonly string[] };

/** Makes the first state of a draft; the only place where that happens, and it happens once. */
export type StartDraft = (
  dossier: string,
  document: string,
  actor: Actor,
  beginning: Beginning,
  moment: Moment,
) => Promise<Started>;

/** Blobs of the pictures in a text. */
export function imagesOf(document: DocumentJson): readonly string[] {
  const images: string[] = [];
  const look = (node: { readonly type: string; readonly attrs?: object; readonly content?: readonly unknown[] }) => {
    const src: unknown = node.type === 'image' ? (node.attrs as { readonly src?: unknown }).src : null;
    if (typeof src === 'string' && src.startsWith('blob:')) images.push(src.slice('blob:'.length));
    for (const child of node.content ?? []) look(child as typeof node);
  };
  look(document);
  return images;
}

async function firstText(
  document: DossierDocument,
  dossier: Dossier,
  names: ReadonlyMap<string, string>,
  beginning: Exclude<Beginning, { from: 'version' }>,
  newId: () => string,
  keep: KeepPicture,
): Promise<{ readonly document: DocumentJson; readonly dropped: readonly string[] }> {
  const template = templates[document.kind];
  if (beginning.from === 'template') {
    const qualifications = dossier.qualifications.map((id) => names.get(id) ?? id).join(', ');
    const facts = { Kwalificatie: qualifications, Documentsoort: nl.vocabulary.documentKinds[document.kind] };
    return { document: templateDocument(template, newId, facts), dropped: [] };
  }
  const source: ImportSource =
    beginning.from === 'html'
      ? { format: 'html', text: beginning.html }
      : { format: 'markdown', text: beginning.markdown };
  const imported = importText(source, template, newId);
  return { document: await chosenText(imported, template, beginning, keep), dropped: imported.dropped };
}

export function createStartDraft(parts: {
  readonly store: DossierStore;
  readonly rooms: Rooms;
  readonly act: Act;
  readonly situation: Situation;
  readonly names: () => Promise<ReadonlyMap<string, string>>;
  readonly newId: () => string;
  readonly inForce: InForce;
  readonly texts: Texts;
  readonly blobs: Blobs;
  readonly shareFiles: ShareFiles;
  /** Keeps a picture for a dossier; `null` for what is none. */
  readonly keepPicture: (dossier: string, bytes: Uint8Array, by: string, at: string) => Promise<string | null>;
}): StartDraft {
  const { store, rooms, act, situation, names, newId, inForce, texts, blobs } = parts;

  async function clocksOf(document: DossierDocument): Promise<string> {
    const { clocks } = await rooms.read(document.draft);
    return blobs.put(new TextEncoder().encode(canonical(clocks)), { salted: false, type: 'application/json' });
  }

  /** The text in force as it stands, ids and all, so that every part goes on as what it was. */
  async function textInForce(dossier: Dossier, document: DossierDocument) {
    const found = await inForce.present(dossier, document);
    if (found === null) throw new Error(`decide allowed beginning ${document.id} with a text that is not in force`);
    const text = await texts.version(found.version);
    await parts.shareFiles(found.dossier.id, dossier.id, imagesOf(text.document));
    const fromTemplate = found.dossier.templateDrafts.includes(found.version.document);
    return { document: text.document, dropped: [], fromTemplate };
  }

  return async (id, documentId, actor, beginning, moment) => {
    const command: StartCommand =
      beginning.from === 'version'
        ? { type: 'start-draft', document: documentId, from: 'version', version: beginning.version, ...NOT_YET }
        : { type: 'start-draft', document: documentId, from: beginning.from === 'template' ? 'template' : 'import' };
    const loaded = await store.load(id);
    if (loaded === null) return { kind: 'refused', refusal: { code: 'unknown-dossier', field: null, gates: [] } };
    const { dossier } = loaded;
    const context = await situation(dossier, command, { actor, now: moment.now });
    const decided = decide(dossier, command, context);
    if ('refusal' in decided) return { kind: 'refused', refusal: decided.refusal };
    const document = dossier.documents.find((one) => one.id === documentId);
    if (document === undefined) throw new Error(`decide allowed starting unknown document ${documentId}`);
    if (decided.facts.length === 0) return { kind: 'done', dropped: [] };
    const first =
      beginning.from === 'version'
        ? await textInForce(dossier, document)
        : {
            ...(await firstText(document, dossier, await names(), beginning, newId, (bytes) =>
              parts.keepPicture(id, bytes, actor.person, moment.now),
            )),
            fromTemplate: false,
          };
    // Text first, fact second: a fact without a text could not be mended. When the fact is refused after all, or the
    // server stops in between, the next start finds the draft made and keeps its text.
    await rooms.create(document.draft, first.document, actor.person, moment.now);
    const began: StartCommand =
      command.from === 'version'
        ? { ...command, fromTemplate: first.fromTemplate, clocks: await clocksOf(document) }
        : command;
    const acted = await act(id, actor, began, moment);
    return acted.kind === 'done' ? { kind: 'done', dropped: first.dropped } : acted;
  };
}

/** What a text from elsewhere would become; asks the rules as the start itself does, and does nothing. */
export type PreviewImport = (
  dossier: string,
  document: string,
  actor: Actor,
  source: ImportSource,
  moment: Moment,
) => Promise<Extract<Acted, { kind: 'refused' }> | { readonly kind: 'done'; readonly view: ImportView }>;

export function createPreviewImport(parts: {
  readonly store: DossierStore;
  readonly situation: Situation;
  readonly newId: () => string;
}): PreviewImport {
  return async (id, documentId, actor, source, { now }) => {
    const loaded = await parts.store.load(id);
    if (loaded === null) return { kind: 'refused', refusal: { code: 'unknown-dossier', field: null, gates: [] } };
    const command: StartCommand = { type: 'start-draft', document: documentId, from: 'import' };
    const context = await parts.situation(loaded.dossier, command, { actor, now });
    const decided = decide(loaded.dossier, command, context);
    if ('refusal' in decided) return { kind: 'refused', refusal: decided.refusal };
    // To begin twice changes nothing, but there is nothing to look at either.
    if (decided.facts.length === 0)
      return { kind: 'refused', refusal: { code: 'already-exists', field: 'document', gates: [] } };
    const document = loaded.dossier.documents.find((one) => one.id === documentId);
    if (document === undefined) throw new Error(`decide allowed starting unknown document ${documentId}`);
    const template = templates[document.kind];
    return { kind: 'done', view: importView(importText(source, template, parts.newId), template) };
  };
}
