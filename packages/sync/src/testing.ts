import * as Y from 'yjs';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { type MemoryDisk, memoryDisk, openMemory } from '@draagvlak/storage/memory';
import { type Fanout, localFanout } from './fanout.ts';
import { firstEntry } from './first-entry.ts';
import { readPresence, step1Frame, step2Frame, updateFrame } from './frames.ts';
import { type Clock, LIMITS, type LostText, type Member, PACE, type Peer, type Vocabulary } from './ports.ts';
import { recording } from './recording.ts';
import type { Refused } from './vet.ts';
import { Room } from './room.ts';
import type { RoomPorts } from './room-ports.ts';
import type { Session } from './session.ts';

/** For tests: time that passes when told, a disk in memory, clients without sockets. */

export const DRAFT = 'draft';
const NOON = '2026-11-22T12:00:00.000Z';

export const VOCABULARY: Vocabulary = {
  root: 'prosemirror',
  nodes: {
    block: ['id', 'role', 'level'],
    table: ['id'],
    row: ['id'],
    cell: ['id', 'colwidth'],
    footnote: ['id'],
    break: [],
  },
  marks: { strong: [], link: ['href'] },
  arrays: ['colwidth'],
};

/** A clock that stands still until {@link pass}. */
class TestClock implements Clock {
  #time = 0;
  #due: { at: number; act: () => void }[] = [];

  now(): string {
    return new Date(Date.parse(NOON) + this.#time).toISOString();
  }
  milliseconds(): number {
    return this.#time;
  }
  after(milliseconds: number, act: () => void): () => void {
    const timer = { at: this.#time + milliseconds, act };
    this.#due.push(timer);
    return () => {
      this.#due = this.#due.filter((other) => other !== timer);
    };
  }

  /** Lets time pass and everything happen that was due, with what follows from it. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.#time + milliseconds;
    for (;;) {
      await turn();
      const next = this.#due.reduce<{ at: number; act: () => void } | null>(
        (first, timer) => (timer.at <= end && (first === null || timer.at < first.at) ? timer : first),
        null,
      );
      if (next === null) break;
      this.#time = Math.max(this.#time, next.at);
      this.#due = this.#due.filter((timer) => timer !== next);
      next.act();
    }
    this.#time = end;
  }
}

/** Lets every promise that can go on go on. */
export const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

export interface World {
  readonly clock: TestClock;
  readonly disk: MemoryDisk;
  readonly ports: RoomPorts;
  readonly lost: LostText[];
  readonly refused: { readonly person: string; readonly reason: Refused }[];
  readonly troubles: unknown[];
  /** A room of the draft; another one on the same disk is another process. */
  room(): Room;
}

/** A disk with one draft that holds these paragraphs, and what rooms need. */
export async function makeWorld(paragraphs: readonly string[], changes: Partial<RoomPorts> = {}): Promise<World> {
  const clock = new TestClock();
  const disk = memoryDisk();
  const { drafts } = openMemory({ disk });
  const lost: LostText[] = [];
  const refused: World['refused'] = [];
  const troubles: unknown[] = [];
  const fanout: Fanout = localFanout();
  const ports: RoomPorts = {
    drafts,
    attribution: recording,
    fanout,
    clock,
    vocabulary: VOCABULARY,
    limits: LIMITS,
    pace: PACE,
    mending: { needed: () => false, mend: () => {} },
    keepLostText: async (text) => void lost.push(text),
    onRefused: ({ person, reason }) => refused.push({ person, reason }),
    onTrouble: ({ error }) => troubles.push(error),
    ...changes,
  };
  const doc = new Y.Doc();
  for (const text of paragraphs) addParagraph(doc, text);
  await drafts.create(DRAFT);
  await drafts.append(DRAFT, [firstEntry(Y.encodeStateAsUpdate(doc), 'secretary', NOON, recording)]);
  return { clock, disk, ports, lost, refused, troubles, room: () => new Room(DRAFT, ports) };
}

export function addParagraph(doc: Y.Doc, text: string, at?: number): void {
  const fragment = doc.getXmlFragment('prosemirror');
  doc.transact(() => {
    const block = new Y.XmlElement('block');
    const content = new Y.XmlText();
    content.insert(0, text);
    block.setAttribute('id', `b${doc.clientID % 1000}-${fragment.length}`);
    block.insert(0, [content]);
    fragment.insert(Math.min(at ?? fragment.length, fragment.length), [block]);
  });
}

export const paragraph = (doc: Y.Doc, at: number): Y.XmlElement =>
  doc.getXmlFragment('prosemirror').get(at) as Y.XmlElement;
export const text = (doc: Y.Doc, at: number): Y.XmlText => paragraph(doc, at).get(0) as Y.XmlText;
export const lines = (doc: Y.Doc): string[] =>
  doc
    .getXmlFragment('prosemirror')
    .toArray()
    .map((block) => (block as Y.XmlElement).toArray().map(String).join(''));

export const member = (person: string, mayWrite = true): Member => ({
  person,
  mayWrite,
  user: { name: `name of ${person}` },
});

/**
 * A client as y-websocket's: asks on connecting, sends every update, answers step 1, keeps its document when the
 * connection goes. Frames arrive when {@link deliver} says so, in order.
 */
export class TestClient {
  readonly doc: Y.Doc;
  readonly who: Member;
  session: Session | null = null;
  closed: { code: number; reason: string } | null = null;
  saved: { vector: Uint8Array; messages: number } | null = null;
  /** Writing messages sent over this connection. */
  sent = 0;
  /** Everything received, before and after delivery. */
  readonly received: Uint8Array[] = [];
  readonly present = new Map<number, { clock: number; state: unknown }>();
  inbox: Uint8Array[] = [];
  outbox: Uint8Array[] = [];
  /** Bytes that do not leave the server for this client. */
  clogged = 0;
  readonly #silent: boolean;

  constructor(who: Member | string, doc = new Y.Doc(), options: { readonly silent?: boolean } = {}) {
    this.who = typeof who === 'string' ? member(who) : who;
    this.doc = doc;
    this.#silent = options.silent ?? false;
    this.doc.getXmlFragment('prosemirror');
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this && !this.#silent) this.#write(updateFrame(update));
    });
  }

  connect(room: Room): this {
    this.closed = null;
    this.saved = null;
    this.sent = 0;
    this.inbox = [];
    this.outbox = [];
    const peer: Peer = {
      send: (frame) => {
        this.received.push(frame);
        this.inbox.push(frame);
      },
      close: (code, reason) => {
        this.closed = { code, reason };
        const session = this.session;
        this.session = null;
        if (session) room.leave(session);
      },
      waiting: () => this.clogged,
    };
    const session = room.join(peer, this.who);
    if (!this.closed) this.session = session;
    this.say(step1Frame(Y.encodeStateVector(this.doc)));
    return this;
  }

  disconnect(room: Room): void {
    const session = this.session;
    this.session = null;
    this.inbox = [];
    this.outbox = [];
    if (session) room.leave(session);
  }

  say(frame: Uint8Array): void {
    this.outbox.push(frame);
  }

  #write(frame: Uint8Array): void {
    if (!this.session) return;
    this.sent += 1;
    this.say(frame);
  }

  /** Brings so many frames to the server and so many to the client; all of them unless told. */
  deliver(toServer = Number.POSITIVE_INFINITY, toClient = Number.POSITIVE_INFINITY): void {
    for (const frame of this.outbox.splice(0, toServer)) this.session?.receive(frame);
    for (const frame of this.inbox.splice(0, toClient)) this.#hear(frame);
  }

  #hear(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    const type = decoding.readVarUint(decoder);
    if (type === 0) {
      const kind = decoding.readVarUint(decoder);
      const content = decoding.readVarUint8Array(decoder);
      if (kind === 0) this.#write(step2Frame(Y.encodeStateAsUpdate(this.doc, content)));
      else Y.applyUpdate(this.doc, content, this);
    } else if (type === 1) {
      for (const { client, clock, state } of readPresence(decoding.readVarUint8Array(decoder)) ?? []) {
        if ((this.present.get(client)?.clock ?? -1) > clock) continue;
        this.present.set(client, { clock, state: JSON.parse(state) as unknown });
      }
    } else if (type === 100) {
      this.saved = { vector: decoding.readVarUint8Array(decoder), messages: decoding.readVarUint(decoder) };
    }
  }

  announce(clock: number, state: object | null, id = this.doc.clientID): void {
    const inner = encoding.createEncoder();
    encoding.writeVarUint(inner, 1);
    encoding.writeVarUint(inner, id);
    encoding.writeVarUint(inner, clock);
    encoding.writeVarString(inner, JSON.stringify(state));
    const outer = encoding.createEncoder();
    encoding.writeVarUint(outer, 1);
    encoding.writeVarUint8Array(outer, encoding.toUint8Array(inner));
    this.say(encoding.toUint8Array(outer));
  }

  askSaved(): void {
    this.say(Uint8Array.of(100));
  }

  workOn(comment: string, clock = Y.getState(this.doc.store, this.doc.clientID), client: number | null = null): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 101);
    encoding.writeVarString(encoder, comment);
    encoding.writeVarUint(encoder, clock);
    if (client !== null) encoding.writeVarUint(encoder, client);
    this.say(encoding.toUint8Array(encoder));
  }
}

/** Delivers and lets time pass until nothing moves any more. */
export async function settle(world: World, ...clients: readonly TestClient[]): Promise<void> {
  for (let round = 0; round < 50; round += 1) {
    const moving = clients.some((client) => client.session && (client.inbox.length > 0 || client.outbox.length > 0));
    for (const client of clients) if (client.session) client.deliver();
    await world.clock.pass(40);
    if (!moving && round > 1) return;
  }
  throw new Error('it never settles');
}
