import { CLOSE, type CloseCode, MESSAGE } from '@draagvlak/contract/socket';
import { FRAGMENT } from '@draagvlak/document';
import { WebsocketProvider } from 'y-websocket';
import type { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import {
  announceWork,
  askStored,
  type CountingSocket,
  countingSocket,
  readStored,
  type Stored,
} from './own-messages.ts';

/** `loading` until the first full copy is here; `saved` only when the server has confirmed everything we hold. */
export type SaveState = 'loading' | 'saved' | 'busy' | 'offline' | 'ended';

/** How colleagues see somebody in the draft. */
export interface Writer {
  readonly person: string;
  readonly name: string;
  readonly colour: 1 | 2 | 3 | 4;
}

/** Somebody who has the draft open now. */
export interface Present extends Writer {
  readonly client: number;
  /** Heading id of the section the caret is in. */
  readonly section: string | null;
  readonly self: boolean;
}

/** From which clock of a client id on text was made for which comment. */
export interface Work {
  readonly client: number;
  readonly clock: number;
  readonly comment: string | null;
}

export interface DraftSessionOptions {
  /** `ws://host/sync` */
  readonly url: string;
  readonly draft: string;
  readonly writer: Writer;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly Socket?: typeof WebSocket;
}

const isCloseCode = (code: number): code is CloseCode => (Object.values(CLOSE) as readonly number[]).includes(code);

/**
 * One person's connection to one draft: the shared document, who is present, and the truth about what is stored.
 * Knows nothing of the editor or of elements.
 */
export class DraftSession {
  readonly ydoc = new Y.Doc();
  readonly fragment: Y.XmlFragment;
  readonly provider: WebsocketProvider;
  readonly writer: Writer;

  /** True from the first full copy on; before it nothing may be typed. */
  loaded = false;
  /** When the server last confirmed that everything is stored. */
  savedAt: Date | null = null;
  /** The code with which the server ended the session for good. */
  ended: CloseCode | null = null;
  /** The code of a closing after which the connection tries again: freezing, restarting. */
  waiting: CloseCode | null = null;
  /** The document as it stood when everything was last stored; what differs from it may be lost. */
  onSaved: () => void = () => {};
  /** Called before anything of a colleague is taken in, outside every transaction. */
  beforeShared: () => void = () => {};

  readonly #listeners = new Set<() => void>();
  /** Announced work by the first clock it holds for, oldest first; only what is not yet stored is kept. */
  #work: { readonly clock: number; readonly comment: string | null }[] = [];
  /** The same for text that an earlier page of this person left behind. */
  #leftWork: readonly Work[] = [];
  /** Client ids under which this person typed what this page holds: its own, and those of what was left behind. */
  #clients: readonly number[] = [this.ydoc.clientID];
  #durable: ReadonlyMap<number, number> = new Map();
  #unsaved = false;
  #present: readonly Present[] = [];

  constructor(options: DraftSessionOptions) {
    this.writer = options.writer;
    this.fragment = this.ydoc.getXmlFragment(FRAGMENT);
    this.provider = new WebsocketProvider(options.url, options.draft, this.ydoc, {
      params: { ...options.parameters },
      WebSocketPolyfill: countingSocket(options.Socket ?? WebSocket),
      // Other tabs must never show text that the server does not have.
      disableBc: true,
    });
    this.awareness.setLocalStateField('user', {
      person: options.writer.person,
      name: options.writer.name,
      colour: options.writer.colour,
    });
    for (const type of [MESSAGE.sync, MESSAGE.awareness]) {
      const handle = this.provider.messageHandlers[type];
      if (handle === undefined) continue;
      this.provider.messageHandlers[type] = (...message) => {
        this.beforeShared();
        handle(...message);
      };
    }
    this.provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => this.#stored(readStored(decoder));
    this.provider.on('status', ({ status }) => {
      // This event comes before y-websocket's own first message, so announced work precedes the text it is about.
      if (status === 'connected') this.#greet();
      this.#changed();
    });
    this.provider.on('sync', (synced) => {
      if (synced) this.waiting = null;
      if (synced) this.loaded = true;
      this.#changed();
    });
    this.provider.on('connection-close', (event) => {
      if (event !== null && (event.code === CLOSE.sealed || event.code === CLOSE.restart)) this.waiting = event.code;
      this.#changed();
    });
    this.provider.on('closed', ({ code }) => {
      this.ended = isCloseCode(code) ? code : CLOSE.noRight;
      this.#changed();
    });
    this.ydoc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === this.provider) return;
      if (this.#unsaved) return;
      this.#unsaved = true;
      this.#changed();
    });
    this.awareness.on('change', () => this.#changed());
  }

  get awareness(): Awareness {
    return this.provider.awareness;
  }

  get state(): SaveState {
    if (this.ended !== null) return 'ended';
    if (!this.loaded) return 'loading';
    if (!this.provider.wsconnected || !this.provider.synced) return 'offline';
    return this.#unsaved ? 'busy' : 'saved';
  }

  /** True while something typed here may not be stored yet. */
  get unsaved(): boolean {
    return this.#unsaved;
  }

  /** What of this person's own the server may not have: client ids with the first clock that is not confirmed. */
  get unconfirmed(): readonly { readonly client: number; readonly from: number }[] {
    return this.#clients.map((client) => ({ client, from: this.#durable.get(client) ?? 0 }));
  }

  /** What was made for which comment and is not confirmed. */
  get work(): readonly Work[] {
    const client = this.ydoc.clientID;
    return [...this.#leftWork, ...this.#work.map((entry) => ({ client, ...entry }))];
  }

  /**
   * Takes in what this person typed in an earlier page and the server never got; the server hears first for which
   * comments it was made. It counts as typed here from now on.
   */
  takeIn(update: Uint8Array, clients: readonly number[], work: readonly Work[]): void {
    this.#clients = [...new Set([...this.#clients, ...clients])];
    this.#leftWork = [...this.#leftWork, ...work];
    for (const { client, clock, comment } of work) this.#send(announceWork(comment, clock, client));
    Y.applyUpdate(this.ydoc, update, 'left behind');
    if (work.length > 0) this.#send(announceWork(this.workingOn, this.#clock()));
  }

  /** Comment that what is typed now is recorded for. */
  get workingOn(): string | null {
    return this.#work.at(-1)?.comment ?? null;
  }

  /** From now on, what this client types is made for this comment; `null` ends it. */
  workOn(comment: string | null): void {
    if (comment === this.workingOn) return;
    const clock = this.#clock();
    this.#work = [...this.#work.filter((entry) => entry.clock < clock), { clock, comment }];
    this.#send(announceWork(comment, clock));
    this.#changed();
  }

  /** Tells colleagues in which section the caret is. */
  standIn(section: string | null): void {
    const state = this.awareness.getLocalState();
    if (state !== null && state['section'] !== section) this.awareness.setLocalStateField('section', section);
  }

  /** Tells colleagues something else of this person here; who says it, the server knows. */
  tell(what: 'sight' | 'follows', said: unknown): void {
    const state = this.awareness.getLocalState();
    if (state !== null && (state[what] ?? null) !== said) this.awareness.setLocalStateField(what, said);
  }

  /** Whether somebody keeps in sight what this person sees. */
  followed(): boolean {
    for (const [client, state] of this.awareness.getStates())
      if (client !== this.ydoc.clientID && state['follows'] === this.writer.person) return true;
    return false;
  }

  /** Everybody who has the draft open, this person first, one entry per person. */
  present(): readonly Present[] {
    const people = new Map<string, Present>();
    for (const [client, state] of this.awareness.getStates()) {
      const user = state['user'] as Partial<Writer> | undefined;
      if (user?.person === undefined || user.name === undefined) continue;
      const self = user.person === this.writer.person;
      const known = people.get(user.person);
      if (known !== undefined && (known.section !== null || client !== this.ydoc.clientID)) continue;
      people.set(user.person, {
        client,
        person: user.person,
        name: user.name,
        colour: user.colour ?? 1,
        section: typeof state['section'] === 'string' ? state['section'] : null,
        self,
      });
    }
    const now = [...people.values()].toSorted(
      (a, b) => Number(b.self) - Number(a.self) || a.name.localeCompare(b.name),
    );
    // The same list as long as nothing about it changes, so that a letter typed does not draw every list of people anew.
    if (JSON.stringify(now) !== JSON.stringify(this.#present)) this.#present = now;
    return this.#present;
  }

  /** Calls back after every change of state or presence; returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  destroy(): void {
    this.#listeners.clear();
    this.provider.destroy();
    this.ydoc.destroy();
  }

  #clock(): number {
    return Y.getState(this.ydoc.store, this.ydoc.clientID);
  }

  #greet(): void {
    this.#send(askStored());
    for (const { client, comment, clock } of this.#leftWork) this.#send(announceWork(comment, clock, client));
    for (const { comment, clock } of this.#work) this.#send(announceWork(comment, clock));
    if (this.#leftWork.length > 0 && this.#work.length === 0) this.#send(announceWork(null, this.#clock()));
  }

  #send(message: Uint8Array): void {
    const { ws } = this.provider;
    if (this.provider.wsconnected && ws !== null && ws.readyState === ws.OPEN)
      ws.send(message as Uint8Array<ArrayBuffer>);
  }

  #stored(stored: Stored): void {
    const socket = this.provider.ws as CountingSocket | null;
    this.#durable = stored.clocks;
    const durable = stored.clocks.get(this.ydoc.clientID) ?? 0;
    // Work that lies wholly before what is stored need not be announced again; the one in force stays.
    this.#work = this.#work.filter((_entry, index) => (this.#work[index + 1]?.clock ?? Infinity) > durable);
    if (socket === null || !this.provider.synced || durable < this.#clock()) return;
    // What was typed without a connection travels in our first sync step 2; before that nothing is complete.
    if (this.#unsaved && (socket.contentMessages === 0 || stored.messages < socket.contentMessages)) return;
    this.#unsaved = false;
    this.#leftWork = [];
    this.savedAt = new Date();
    this.onSaved();
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }
}
