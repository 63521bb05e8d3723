import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { CLOSE } from '@draagvlak/contract/socket';
import { can } from '@draagvlak/procedure';
import type { Storage } from '@draagvlak/storage';
import { openSqlite } from '@draagvlak/storage-sqlite';
import type { Config } from './config.ts';
import { createDossiers, type Dossiers } from './dossiers/dossiers.ts';
import { createGivenViews } from './dossiers/given-views.ts';
import { peopleView } from './dossiers/people-view.ts';
import { createPrivateTexts } from './dossiers/private-texts.ts';
import { createStandardAnswers } from './handling/standard-answers.ts';
import { createTalkMarks } from './handling/talk-marks.ts';
import { createFiles } from './files/files.ts';
import { actorOf } from './http/asker.ts';
import { openAssets } from './http/assets.ts';
import { sameOrigin } from './http/guard.ts';
import { schemaView } from './http/server-routes.ts';
import { cookieName, tokenIn } from './identity/cookie.ts';
import { openIdentity, type Identity } from './identity/identity.ts';
import { installationKind } from './identity/installation.ts';
import { createLog } from './log.ts';
import { createNotices } from './notices/notices.ts';
import { createRooms, type DraftGate, systemClock } from './realtime/rooms.ts';
import { createWritingPulse } from './realtime/writing-pulse.ts';
import { createSearch } from './search/search.ts';
import type { Services } from './services.ts';
import { createSince, type Since } from './visits/since.ts';

/** What a test puts in the place of the real thing. */
export interface Replacements {
  readonly storage?: Storage;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

/** Opens the data directory and puts everything together. Rejects when the directory cannot be used. */
export async function openServices(config: Config, replacements: Replacements = {}): Promise<Services> {
  const clock = replacements.clock ?? Date.now;
  const log = createLog(config.logLevel);
  const storage = replacements.storage ?? (await openStorage(config.dataDir));
  try {
    const now = () => new Date(clock()).toISOString();
    const newId = () => randomUUID();
    const kind = await installationKind(storage.register, config.demo ? 'demo' : 'real', now());
    const identity = await openIdentity(storage.register, kind, clock);
    // Rooms ask who may enter, and dossiers ask the rooms for texts; the gate closes the circle when it is first asked.
    let dossiers: Dossiers | null = null;
    const gate: DraftGate = {
      access: async (session, draft) =>
        dossiers === null ? CLOSE.sealed : draftAccess(identity, dossiers, session, draft),
    };
    let since: Since | null = null;
    const privateTexts = createPrivateTexts(storage.register);
    const pulse = createWritingPulse(systemClock);
    const rooms = createRooms({
      storage,
      gate,
      session: (c) => tokenIn(c.req.header('cookie'), cookieName(config)),
      allowOrigin: (c) => sameOrigin(c, config.publicUrl),
      schemaHash: schemaView.hash,
      newId,
      keepLostText: async ({ person, draft, text, block, at }) => {
        if (person !== null) await privateTexts.keepPiece(person, draft, { id: newId(), text, block, at });
      },
      clock: { ...systemClock, now },
      onStored: (draft) => pulse.beat(draft),
      onLeft: (left) => {
        since?.left(left).catch((error: unknown) => log.error('a visit was not noted', { draft: left.draft, error }));
      },
      onRefused: (refused) => log.warn('refused update', { ...refused }),
      onTrouble: ({ draft, error }) => log.error('draft in trouble', { draft, error }),
    });
    dossiers = createDossiers({ storage, identity, rooms, log, elapsed: () => performance.now(), newId, now });
    const made = dossiers;
    since = createSince({ register: storage.register, dossiers: made, rooms, now });
    const notices = createNotices({
      storage,
      store: made.store,
      listeners: made.listeners,
      log,
      peopleOf: async (dossier, actor) => peopleView(dossier, await identity.people.directory(), actor.person),
      now,
      elapsed: () => performance.now(),
    });
    await dossiers.finishErasing();
    await identity.sessions.sweep();
    return {
      config,
      log,
      storage,
      identity,
      rooms,
      pulse,
      dossiers,
      given: createGivenViews(),
      privateTexts,
      notices,
      since,
      standardAnswers: createStandardAnswers(storage.register),
      talkMarks: createTalkMarks(storage.register),
      search: createSearch(dossiers, identity.qualifications),
      files: createFiles(storage.blobs, storage.register),
      assets: await openAssets(config.clientDir),
      now,
      newId,
      close: async () => {
        pulse.close();
        await rooms.close();
        await storage.close();
      },
    };
  } catch (error) {
    await storage.close();
    throw error;
  }
}

async function openStorage(folder: string): Promise<Storage> {
  await mkdir(folder, { recursive: true });
  return openSqlite(join(folder, 'draagvlak.sqlite'));
}

/** Whether the holder of a session token may enter a draft, and as whom. */
async function draftAccess(identity: Identity, dossiers: Dossiers, token: string | null, draft: string) {
  const signedIn = token === null ? null : await identity.sessions.byToken(token);
  if (signedIn === null) return CLOSE.signedOut;
  const loaded = await dossiers.store.ofDraft(draft);
  const document = loaded?.dossier.documents.find((one) => one.draft === draft);
  if (loaded === null || document === undefined) return CLOSE.unknown;
  const { dossier } = loaded;
  const { person, session } = signedIn;
  const reads = can(actorOf(person), 'read-draft', { dossier });
  if (reads !== true) return reads.code === 'unknown-dossier' ? CLOSE.unknown : CLOSE.noRight;
  if (!dossier.startedDrafts.includes(document.id)) return CLOSE.unknown;
  return {
    person: person.id,
    name: person.name,
    colour: person.colour,
    dossier: dossier.id,
    session,
    mayWrite: can(actorOf(person), 'write-draft', { dossier }) === true,
    comments: dossier.comments.filter((comment) => comment.document === document.id).map(({ id }) => id),
  };
}
