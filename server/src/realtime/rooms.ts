import type { ClockMap, Span } from '@draagvlak/attribution';
import { clockMap, decodeSpans } from '@draagvlak/attribution';
import type { CloseCode } from '@draagvlak/contract/socket';
import { type DocumentJson, repairIds } from '@draagvlak/document';
import { checkDraft, editDraft, initialUpdate, moveSection, readDraft, repairDraft } from '@draagvlak/document/yjs';
import type { Storage } from '@draagvlak/storage';
import {
  type Author as SyncAuthor,
  type Clock,
  type Fanout,
  firstEntry,
  LIMITS,
  type Limits,
  localFanout,
  type LostText,
  PACE,
  type Pace,
  recording,
  type Refused,
  Registry,
  SERVER,
} from '@draagvlak/sync';
import type { Context, MiddlewareHandler } from 'hono';
import type { Transform } from 'prosemirror-transform';
import type * as Y from 'yjs';
import { Connections } from './connections.ts';
import { vocabulary } from './vocabulary.ts';

export interface DraftAccess {
  readonly person: string;
  readonly name: string;
  readonly colour: 1 | 2 | 3 | 4;
  readonly dossier: string;
  readonly session: string;
  readonly mayWrite: boolean;
  /** Comments on this draft's document: what somebody can say they are working on. Absent: any. */
  readonly comments?: readonly string[];
  /** Generation of the draft; a client of another one may not merge. `1` unless given. */
  readonly epoch?: string;
}

/** Decides who may enter a draft; implemented where sessions and dossiers are known. */
export interface DraftGate {
  access(session: string | null, draft: string): Promise<DraftAccess | CloseCode>;
}

export interface DraftAuthor {
  readonly person: string;
  /** ISO instant, UTC. */
  readonly at: string;
  readonly comment: string | null;
}

export interface FrozenDraft {
  readonly document: DocumentJson;
  readonly clocks: ClockMap;
}

/** The drafts that are being written, behind the socket and for the server's own acts. */
export interface Rooms {
  /** For `GET /sync/:draft`; decides access before the first frame. */
  readonly handler: MiddlewareHandler;
  /** Writes the first state, once; a draft that has one keeps it. */
  create(draft: string, document: DocumentJson, by: string, at: string): Promise<void>;
  /** An edit by the server on somebody's behalf: same queue, same log, sent on to everybody. */
  edit(draft: string, author: DraftAuthor, edit: (tr: Transform) => void): Promise<void>;
  move(draft: string, author: DraftAuthor, headingId: string, beforeId: string | null): Promise<void>;
  /** What is stored. Rejects with `UnknownDraft`. */
  read(draft: string): Promise<FrozenDraft>;
  /** All attribution of the draft, in order. */
  spans(draft: string): Promise<Span[]>;
  /** Seals the draft, stores what was received, repairs, and calls `act` with it; opens again in any case. */
  freeze<T>(draft: string, act: (frozen: FrozenDraft) => Promise<T>): Promise<T>;
  /** Asks the gate again for open connections, and closes them or changes their rights. */
  recheck(about?: { readonly dossier?: string; readonly session?: string }): Promise<void>;
  /** Tells every client to come back later and stores what was received. */
  close(): Promise<void>;
}

export interface RoomsParts {
  readonly storage: Storage;
  readonly gate: DraftGate;
  /** The session a request carries, as the gate wants it. */
  readonly session: (c: Context) => string | null;
  /** Whether a page of this origin may open a socket. */
  readonly allowOrigin: (c: Context) => boolean;
  /** Hash that clients give in the query parameter `schema`. */
  readonly schemaHash: string;
  readonly newId: () => string;
  /** Text whose part was deleted or moved meanwhile: to be kept and offered to its author. */
  readonly keepLostText?: (lost: LostText) => Promise<void>;
  /** The last connection of a person to a draft is gone. */
  readonly onLeft?: (left: { readonly draft: string; readonly person: string; readonly milliseconds: number }) => void;
  readonly onRefused?: (refused: { readonly draft: string; readonly person: string; readonly reason: Refused }) => void;
  /** After every commit to a draft, once it is stored. */
  readonly onStored?: (draft: string) => void;
  readonly onTrouble?: (trouble: { readonly draft: string; readonly error: unknown }) => void;
  readonly clock?: Clock;
  readonly limits?: Partial<Limits>;
  readonly pace?: Partial<Pace>;
}

/** Real time; zero milliseconds is the end of this turn of the event loop. */
export const systemClock: Clock = {
  now: () => new Date().toISOString(),
  milliseconds: () => performance.now(),
  after: (milliseconds, act) => {
    if (milliseconds <= 0) {
      const immediate = setImmediate(act);
      return () => clearImmediate(immediate);
    }
    const timer = setTimeout(act, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** The doorbell, which somebody in this process hears as well. */
const ringing = (fanout: Fanout, onStored: (draft: string) => void): Fanout => ({
  subscribe: (draft, heard) => fanout.subscribe(draft, heard),
  publish(draft, seq) {
    fanout.publish(draft, seq);
    onStored(draft);
  },
});

export function createRooms(parts: RoomsParts): Rooms {
  const { storage, newId } = parts;
  const clock = parts.clock ?? systemClock;
  const onTrouble = parts.onTrouble ?? (() => {});
  /** Removes what the schema does not know, and keeps it aside: somebody may have meant something by it. */
  const mend = (doc: Y.Doc, draft: string): void => {
    const faults = repairDraft(doc);
    if (faults.length === 0) return;
    const kinds = faults.map(({ kind, name, near }) => `${kind} ${name} near ${near ?? 'the top'}`);
    onTrouble({ draft, error: new Error(`removed from the draft and kept aside: ${kinds.join(', ')}`) });
    storage.register
      .set('set-aside', `${draft}/${clock.now()}/${newId()}`, JSON.stringify(faults))
      .catch((error: unknown) => onTrouble({ draft, error }));
  };
  const registry = new Registry({
    drafts: storage.drafts,
    attribution: recording,
    fanout: ringing(localFanout(), parts.onStored ?? (() => {})),
    clock,
    vocabulary,
    limits: { ...LIMITS, ...parts.limits },
    pace: { ...PACE, ...parts.pace },
    mending: {
      needed: (doc) => checkDraft(doc).length > 0,
      mend,
    },
    keepLostText: parts.keepLostText ?? (() => Promise.resolve()),
    onRefused: parts.onRefused ?? (() => {}),
    onTrouble,
  });
  const connections = new Connections({ ...parts, registry, clock, onTrouble });
  const typed = (author: DraftAuthor): SyncAuthor => ({ ...author, origin: 'typed' });
  const readings = new WeakMap<Y.Doc, { frozen: FrozenDraft | null }>();
  /** Read again only after something was written: whoever acts in a dossier asks what its drafts say. */
  const reading = (doc: Y.Doc): FrozenDraft => {
    let last = readings.get(doc);
    if (last === undefined) {
      const kept: { frozen: FrozenDraft | null } = { frozen: null };
      doc.on('update', () => (kept.frozen = null));
      readings.set(doc, (last = kept));
    }
    return (last.frozen ??= { document: readDraft(doc), clocks: clockMap(doc) });
  };
  const look = (draft: string): Promise<FrozenDraft> => registry.with(draft, (room) => room.read(reading));

  return {
    handler: connections.handler,
    create: async (draft, document, by, at) => {
      const made = await storage.drafts.create(draft);
      // Made before, but not filled: the server stopped in between.
      if (!made && (await storage.drafts.spans(draft)).length > 0) return;
      await storage.drafts.append(draft, [firstEntry(initialUpdate(document), by, at, recording)]);
    },
    edit: (draft, author, edit) =>
      registry.with(draft, (room) => room.edit(typed(author), (doc) => editDraft(doc, edit, newId))),
    move: (draft, author, headingId, beforeId) =>
      registry.with(draft, (room) => room.edit(typed(author), (doc) => moveSection(doc, headingId, beforeId))),
    read: look,
    spans: async (draft) =>
      (await storage.drafts.spans(draft)).flatMap((row) => decodeSpans(row.spans, { by: row.by, at: row.at })),
    freeze: (draft, act) =>
      registry.with(draft, (room) =>
        room.freeze(
          { person: SERVER, at: clock.now(), comment: null, origin: 'imported' },
          (doc) => {
            mend(doc, draft);
            editDraft(doc, (tr) => repairIds(tr, { newId }), newId);
          },
          async () => act(await look(draft)),
        ),
      ),
    recheck: (about) => connections.recheck(about),
    close: async () => {
      connections.stop();
      await registry.close();
    },
  };
}
