import { CLOSE } from '@draagvlak/contract/socket';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import type { DraftSession } from '../editor/draft-session.ts';
import { newId } from '../editor/new-id.ts';
import { dropLeft, KEPT_FOR, type Left, listLeft, nameOf, noteLeft } from './shelf.ts';
import { belongsTo, brings, typedBlocks } from './unsent.ts';

/** Milliseconds that text may wait for the server, on a line that seems to work, before it goes to the device. */
const PATIENCE = 1500;
/** Milliseconds after which the line of what is kept tells again that its page is open. */
const RENEW = 10 * 60 * 1000;

export interface OfflineDraftOptions {
  readonly session: DraftSession;
  readonly draft: string;
  readonly person: string;
  /** Hash of the schema of this page; empty where the server did not tell. */
  readonly schema: string;
  readonly mayWrite: () => boolean;
  /** Puts text aside that cannot be sent; `false` when that failed. */
  readonly keepText: (text: string) => Promise<boolean>;
  /** What the screen says may have changed. */
  readonly changed: () => void;
  readonly now?: () => number;
}

/** Whether this browser can keep text and knows which page it is of; on plain http it does not. */
const canKeep = (): boolean => typeof indexedDB !== 'undefined' && 'locks' in navigator;

/**
 * Keeps on the device what one page typed and the server has not confirmed, for as long as that lasts, and brings home
 * what an earlier page of the same person left behind. Every page has a database of its own, so that two tabs never write
 * over each other; the lock that a page holds tells whether it is still open.
 */
export class OfflineDraft {
  /** Every letter that is not saved is on this device. */
  onDevice = false;
  /** This page can keep text on the device. */
  readonly keeps = canKeep();
  /** Paragraphs that were typed without a connection and are saved since. */
  broughtHome = 0;
  /** Text that an earlier page left and that cannot be put aside on the server either. */
  leftOver = '';

  readonly #options: OfflineDraftOptions;
  #persistence: IndexeddbPersistence | null = null;
  #name: string | null = null;
  #release: () => void = () => {};
  #attaching = false;
  #patience: ReturnType<typeof setTimeout> | null = null;
  #wasOffline = false;
  #typedOffline = 0;
  #restored = false;
  #stopped = false;
  #notedAt = 0;
  #noted = '';
  #handedOver = false;
  readonly #unsubscribe: () => void;
  #leave: () => void = () => {};
  /** Resolves when this page or its session goes. */
  readonly #left = new Promise<false>((resolve) => {
    this.#leave = () => resolve(false);
  });

  constructor(options: OfflineDraftOptions) {
    this.#options = options;
    this.#unsubscribe = options.session.subscribe(() => this.#look());
    this.#look();
  }

  /** The page goes, or the session does: what is not saved stays on the device. */
  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#leave();
    this.#unsubscribe();
    if (this.#patience !== null) clearTimeout(this.#patience);
    const { ended } = this.#options.session;
    // Whoever was only signed out comes back to it; for the others the text was put aside, or has no place any more.
    const comesBack = ended === null || ended === CLOSE.signedOut;
    const keeps = this.#options.session.unsaved && comesBack && !this.#handedOver;
    void this.#detach(!keeps);
  }

  /** What is not saved has been put aside elsewhere, so the device need not keep it. */
  handOver(): void {
    this.#handedOver = true;
  }

  dismiss(): void {
    this.broughtHome = 0;
    this.leftOver = '';
    this.#options.changed();
  }

  #now(): number {
    return (this.#options.now ?? Date.now)();
  }

  #look(): void {
    const { session } = this.#options;
    if (this.#stopped) return;
    const { state } = session;
    if (state === 'ended') {
      if (session.ended === CLOSE.noRight || session.ended === CLOSE.unknown) void this.#clearAll();
      return;
    }
    if (session.loaded && !this.#restored && session.provider.synced) {
      this.#restored = true;
      void this.#restore();
    }
    if (state === 'offline') this.#wasOffline = true;
    if (this.#wasOffline && session.unsaved) {
      this.#typedOffline = typedBlocks(session.ydoc, session.unconfirmed).length;
    }
    if (session.unsaved) this.#keep(state === 'offline');
    if (state === 'saved') this.#saved();
    if (this.onDevice) this.#note();
  }

  #keep(atOnce: boolean): void {
    if (this.#persistence !== null || this.#attaching || !canKeep()) return;
    if (atOnce) return void this.#attach();
    this.#patience ??= setTimeout(() => {
      this.#patience = null;
      if (this.#options.session.unsaved && !this.#stopped) this.#keep(true);
    }, PATIENCE);
  }

  #saved(): void {
    if (this.#wasOffline && this.#typedOffline > 0) {
      this.broughtHome += this.#typedOffline;
      this.#options.changed();
    }
    this.#wasOffline = false;
    this.#typedOffline = 0;
    if (this.#persistence !== null) void this.#detach(true);
  }

  async #attach(): Promise<void> {
    const { session, person, draft } = this.#options;
    this.#attaching = true;
    const name = nameOf(person, draft, newId());
    this.#release = await holdLock(name);
    this.#attaching = false;
    if (this.#stopped || !session.unsaved) return this.#release();
    this.#name = name;
    this.#note();
    const persistence = new IndexeddbPersistence(name, session.ydoc);
    this.#persistence = persistence;
    await persistence.whenSynced;
    if (this.#persistence !== persistence) return;
    const { db } = persistence;
    // What fails from here on is told on the screen: the text is then only in this page.
    for (const trouble of ['abort', 'close', 'versionchange'] as const) {
      db?.addEventListener(trouble, () => {
        void persistence.destroy();
        if (this.#persistence === persistence) this.#persistence = null;
        this.onDevice = false;
        this.#options.changed();
      });
    }
    this.onDevice = true;
    this.#options.changed();
  }

  async #detach(drop: boolean): Promise<void> {
    const [persistence, name, release] = [this.#persistence, this.#name, this.#release];
    this.#persistence = null;
    this.#name = null;
    this.#noted = '';
    this.#release = () => {};
    this.onDevice = false;
    try {
      await persistence?.destroy();
      if (drop && name !== null) await dropLeft(name);
    } finally {
      release();
    }
  }

  /** Writes down what the database holds, when that changed. */
  #note(): void {
    const { session, person, draft, schema } = this.#options;
    if (this.#name === null) return;
    const about = { typed: session.unconfirmed, work: session.work };
    const text = JSON.stringify(about);
    const now = this.#now();
    if (text === this.#noted && now - this.#notedAt < RENEW) return;
    this.#noted = text;
    this.#notedAt = now;
    noteLeft({ name: this.#name, person, draft, at: now, schema, ...about });
  }

  #mine(): readonly Left[] {
    const { person, draft } = this.#options;
    return listLeft().filter((left) => left.person === person && left.draft === draft && left.name !== this.#name);
  }

  async #restore(): Promise<void> {
    if (!canKeep()) return;
    for (const left of this.#mine()) {
      await navigator.locks.request(left.name, { ifAvailable: true }, async (lock) => {
        // Another tab is still open and brings its own text home.
        if (lock === null || this.#stopped) return;
        await this.#bringHome(left);
      });
    }
  }

  async #bringHome(left: Left): Promise<void> {
    const { session, schema, mayWrite, changed } = this.#options;
    if (this.#now() - left.at >= KEPT_FOR) return dropLeft(left.name);
    const scratch = await load(left.name);
    try {
      const update = Y.encodeStateAsUpdate(scratch, Y.encodeStateVector(session.ydoc));
      const own = belongsTo(session.ydoc, scratch, left.typed);
      if (own && !brings(session.ydoc, update)) return await dropLeft(left.name);
      const blocks = typedBlocks(scratch, left.typed);
      const same = left.schema === schema || left.schema === '' || schema === '';
      if (!own || !same || !mayWrite()) return await this.#aside(left, blocks);
      const clients = left.typed.map(({ client }) => client);
      session.takeIn(update, clients, left.work);
      if (!(await Promise.race([settled(session), this.#left]))) return;
      await dropLeft(left.name);
      this.broughtHome += blocks.length;
      changed();
    } finally {
      scratch.destroy();
    }
  }

  /** What cannot go into the draft is put aside for its author, and is then no longer needed here. */
  async #aside(left: Left, blocks: readonly string[]): Promise<void> {
    const text = blocks.join('\n\n');
    if (text !== '' && !(await this.#options.keepText(text))) {
      this.leftOver = this.leftOver === '' ? text : `${this.leftOver}\n\n${text}`;
      this.#options.changed();
      return;
    }
    await dropLeft(left.name);
  }

  /** The right to this draft is gone: what was left is shown once more, and does not stay. */
  async #clearAll(): Promise<void> {
    this.stop();
    if (!canKeep()) return;
    for (const left of this.#mine()) {
      const scratch = await load(left.name);
      const text = typedBlocks(scratch, left.typed).join('\n\n');
      scratch.destroy();
      if (text !== '') this.leftOver = this.leftOver === '' ? text : `${this.leftOver}\n\n${text}`;
      await dropLeft(left.name);
    }
    this.#options.changed();
  }
}

/** Resolves with how to let go of the lock, once it is held. */
function holdLock(name: string): Promise<() => void> {
  return new Promise((held) => {
    void navigator.locks.request(name, () => new Promise<void>((release) => held(() => release())));
  });
}

/** What a database holds, as a document of its own. */
async function load(name: string): Promise<Y.Doc> {
  const doc = new Y.Doc();
  const persistence = new IndexeddbPersistence(name, doc);
  await persistence.whenSynced;
  await persistence.destroy();
  return doc;
}

/** Resolves when the session says that all is saved; `false` when it ended instead. */
function settled(session: DraftSession): Promise<boolean> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      if (session.state !== 'saved' && session.state !== 'ended') return false;
      resolve(session.state === 'saved');
      return true;
    };
    if (look()) return;
    const stop = session.subscribe(() => {
      if (look()) stop();
    });
  });
}
