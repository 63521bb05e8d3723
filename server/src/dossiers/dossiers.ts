import { createHash } from 'node:crypto';
import type { Actor, Command, Dossier, Fact } from '@draagvlak/procedure';
import type { ComparisonView } from '@draagvlak/contract/server';
import type { Storage } from '@draagvlak/storage';
import type { Identity } from '../identity/identity.ts';
import type { Log } from '../log.ts';
import { createNotes, type Notes } from '../notes/notes.ts';
import type { Rooms } from '../realtime/rooms.ts';
import { type Act, type Acted, createAct, type Moment } from './act.ts';
import { type ActMany, createActMany } from './act-many.ts';
import type { Asking } from './comments-view.ts';
import { comparisonView } from './comparison-view.ts';
import { createPreviewImport, createStartDraft, type PreviewImport, type StartDraft } from './drafts.ts';
import { createEvidenceOf, type EvidenceOf } from './evidence.ts';
import { createFreezer } from './freeze.ts';
import { createFiles } from '../files/files.ts';
import { keepPicture } from '../files/pictures.ts';
import { createInForce, type InForce } from './in-force.ts';
import { createListeners, type Listeners } from './listeners.ts';
import { peopleView } from './people-view.ts';
import { placementsAtFreeze } from './placements.ts';
import { createPlaces } from './places.ts';
import { type ApplyProposal, createApplyProposal } from './proposal.ts';
import { createQueue } from './queue.ts';
import { type CommentsOn, createCommentsOn } from './same-concept.ts';
import { createSituation } from './situation.ts';
import { createDossierStore, type DossierStore } from './store.ts';
import { createComparing } from './comparing.ts';
import { createTexts, type Texts } from './texts.ts';
import { createWordStore, type WordStore } from './word-store.ts';
import { createStoodIn } from './words-register.ts';

export type Opening = Omit<Extract<Command, { type: 'open-dossier' }>, 'type'>;

/** Everything about dossiers: asking, acting, and what the two stand on. */
export interface Dossiers {
  readonly store: DossierStore;
  readonly words: WordStore;
  readonly texts: Texts;
  readonly evidence: EvidenceOf;
  readonly commentsOn: CommentsOn;
  readonly inForce: InForce;
  readonly listeners: Listeners;
  readonly notes: Notes;
  readonly act: Act;
  readonly actMany: ActMany;
  readonly startDraft: StartDraft;
  readonly previewImport: PreviewImport;
  readonly applyProposal: ApplyProposal;
  /** Opens a dossier under an id made from its first document's, so that the same request twice gives one dossier. */
  openDossier(actor: Actor, opening: Opening, moment: Moment): Promise<{ readonly id: string; readonly acted: Acted }>;
  /** What changed from a version to another (or with `null` to the draft), as this person may see it. */
  review(
    dossier: string,
    actor: Actor,
    about: { readonly before: string; readonly after: string | null },
  ): Promise<ComparisonView>;
  /** Erases words whose erasing was decided but not carried out, because the server stopped in between. */
  finishErasing(): Promise<void>;
  /** What the views of one dossier need to know of who asks. */
  asking(dossier: Dossier, actor: Actor, now: string): Promise<Asking>;
}

export function dossierId(opening: Opening): string {
  const hash = createHash('sha256')
    .update(opening.documents.map(({ id, draft }) => `${id}/${draft}`).join(' '))
    .digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}

export function createDossiers(parts: {
  readonly storage: Storage;
  readonly identity: Identity;
  readonly rooms: Rooms;
  readonly log: Log;
  readonly elapsed: () => number;
  readonly newId: () => string;
  readonly now: () => string;
}): Dossiers {
  const { storage, identity, rooms, log, elapsed, newId, now } = parts;
  const { blobs, journal } = storage;
  const store = createDossierStore(journal, log);
  const words = createWordStore(blobs);
  const texts = createTexts(blobs, rooms, createComparing(log));
  const listeners = createListeners();
  const notes = createNotes(storage.register);
  const places = createPlaces(texts, blobs);
  const commentsOn = createCommentsOn(texts, places);
  const evidence = createEvidenceOf(texts, words, places, commentsOn);
  const inForce = createInForce(store);
  const situation = createSituation({ texts, evidence, blobs, inForce, stoodIn: createStoodIn(journal) });
  const freezer = createFreezer(blobs, rooms, texts, (...about) =>
    placementsAtFreeze({ places, commentsOn }, ...about),
  );
  const queue = createQueue();
  const act = createAct({ store, words, evidence, situation, freezer, rooms, notes, listeners, queue, elapsed });
  const names = async () =>
    new Map((await identity.qualifications.all()).map((qualification) => [qualification.id, qualification.name]));
  const dossiers: Dossiers = {
    store,
    words,
    texts,
    evidence,
    commentsOn,
    inForce,
    listeners,
    notes,
    act,
    actMany: createActMany({ store, words, situation, rooms, listeners, queue, elapsed }),
    startDraft: createStartDraft({
      store,
      rooms,
      act,
      situation,
      names,
      newId,
      inForce,
      texts,
      blobs,
      shareFiles: (...about) => createFiles(blobs, storage.register).share(...about),
      keepPicture: async (...about) => {
        const kept = await keepPicture(createFiles(blobs, storage.register), ...about);
        return kept.kind === 'kept' ? kept.blob : null;
      },
    }),
    previewImport: createPreviewImport({ store, situation, newId }),
    applyProposal: createApplyProposal({ words, texts, rooms, places }),
    async openDossier(actor, opening, moment) {
      const id = dossierId(opening);
      const known = await store.load(id);
      if (known !== null && sameOpening(known.dossier, opening, actor)) {
        return { id, acted: { kind: 'done', dossier: known.dossier, head: known.head, facts: [] } };
      }
      return { id, acted: await act(id, actor, { type: 'open-dossier', ...opening }, moment) };
    },
    async review(id, actor, { before, after }) {
      const loaded = await store.load(id);
      const version = (sought: string) => {
        const found = loaded?.dossier.versions.find((one) => one.id === sought);
        if (found === undefined) throw new Error(`dossier ${id} has no version ${sought}`);
        return found;
      };
      if (loaded === null) throw new Error(`there is no dossier ${id}`);
      const sides = { dossier: loaded.dossier, before: version(before), after: after === null ? null : version(after) };
      return comparisonView({ dossiers, now }, sides, actor, []);
    },
    async finishErasing() {
      for (const { dossier } of await store.all()) {
        for (const blob of dossier.erased) await words.erase(blob, await erasureReason(journal, dossier.id, blob));
      }
    },
    async asking(dossier, actor, now) {
      return {
        dossier,
        actor,
        now,
        words,
        people: peopleView(dossier, await identity.people.directory(), actor.person),
      };
    },
  };
  return dossiers;
}

/** Why these words were erased, as the fact says. */
async function erasureReason(journal: Storage['journal'], dossier: string, blob: string): Promise<string> {
  for (const { text } of await journal.read(dossier)) {
    const { fact } = JSON.parse(text) as { fact: Fact };
    if (fact.type === 'words-erased' && fact.blob === blob) return fact.reason;
  }
  throw new Error(`nobody erased ${blob}`);
}

/** A second submit by who opened it: by the same person, with the same documents. */
function sameOpening(dossier: Dossier, opening: Opening, actor: Actor): boolean {
  const documents = (list: Opening['documents']) => list.map(({ id, kind, draft }) => `${id} ${kind} ${draft}`).join();
  return dossier.history[0]?.by === actor.person && documents(dossier.documents) === documents(opening.documents);
}
