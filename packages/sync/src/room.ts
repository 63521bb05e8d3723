import type * as Y from 'yjs';
import { Commits } from './commits.ts';
import { Delivery } from './delivery.ts';
import { DraftLog, SERVER } from './draft-log.ts';
import type { Author, Member, Peer } from './ports.ts';
import { CLOSE } from './protocol.ts';
import { RoomClosed, type RoomPorts, StorageTrouble } from './room-ports.ts';
import { type Desk, type ReceivedWrite, Session } from './session.ts';

/** A document and the queue through which it changes; absent until the draft is loaded. */
interface Loaded {
  readonly log: DraftLog;
  readonly commits: Commits;
}

/** Entries after the snapshot above which a room that is put away is compacted. */
const WORTH_COMPACTING = 50;

/**
 * One draft that somebody is in: `loading → open ⇄ sealed → closed`.
 *
 * 1. Nothing is sent of a document that is not completely loaded; a failed load closes every connection (4503).
 * 2. Every change goes through one queue: vetted, applied in memory, appended with its attribution, and only then sent
 *    on and called saved. What somebody else has seen is stored.
 * 3. Between two turns of the queue the document is exactly what is stored; a newcomer is answered only then.
 * 4. A failed append sends nothing on and is tried again, with the same entries, until it succeeds.
 * 5. An update that is refused leaves no trace and costs only its sender the connection; a gap costs nobody anything.
 * 6. While sealed, only the freeze itself writes; a connection that writes is closed (4503) and keeps its text.
 * 7. A reader's writing messages are not read.
 * 8. If the document in memory may differ from the log, the room closes: the log is the truth, memory is not.
 * 9. A room is put away only when nobody is in it and everything is stored.
 */
export class Room implements Desk {
  readonly draft: string;
  readonly #ports: RoomPorts;
  readonly #delivery: Delivery;
  readonly #loaded: Promise<void>;
  #state: 'loading' | 'open' | 'sealed' | 'closed' = 'loading';
  #inside: Loaded | null = null;
  #freezing: Promise<unknown> = Promise.resolve();
  #unsubscribe: (() => void) | null = null;
  #cancelCheck: (() => void) | null = null;

  constructor(draft: string, ports: RoomPorts) {
    this.draft = draft;
    this.#ports = ports;
    this.#delivery = new Delivery(ports.clock, ports.limits, ports.pace, () => this.#resync());
    this.#loaded = this.#load();
    // Whoever waits for it learns of a failure; nobody has to wait for it.
    this.#loaded.catch(() => {});
  }

  get state(): 'loading' | 'open' | 'sealed' | 'closed' {
    return this.#state;
  }
  /** Rejects with what went wrong when the draft could not be loaded. */
  get loaded(): Promise<void> {
    return this.#loaded;
  }
  get sessions(): ReadonlySet<Session> {
    return this.#delivery.sessions;
  }
  /** Nobody is in the room and everything is stored. */
  get isIdle(): boolean {
    return this.#state === 'open' && this.sessions.size === 0 && this.#inside?.commits.isQuiet === true;
  }

  // --- connections

  join(peer: Peer, member: Member): Session {
    const session = new Session(peer, member, this);
    if (this.#state === 'closed') {
      session.end(CLOSE.sealed, 'closed');
      return session;
    }
    this.#delivery.add(session);
    if (this.#state !== 'loading') session.begin(this.#delivery.vector);
    return session;
  }

  leave(session: Session): void {
    session.gone();
    this.#delivery.remove(session);
  }

  /** The rights or the name behind a connection changed. */
  change(session: Session, member: Member): void {
    session.become(member, this.#delivery.vector);
    this.#delivery.renamed(session, member);
  }

  // --- the desk of the sessions

  write(session: Session, write: Omit<ReceivedWrite, 'session'>): boolean {
    if (this.#state !== 'open' || !this.#inside) return false;
    this.#inside.commits.write({ session, ...write });
    return true;
  }

  whenDurable(act: () => void): void {
    if (this.#inside) this.#inside.commits.whenDurable(act);
    else act();
  }

  sendMissing(session: Session, stateVector: Uint8Array): void {
    this.whenDurable(() => {
      if (this.#inside) this.#delivery.missing(session, this.#inside.log.doc, stateVector);
    });
  }

  sendSaved(session: Session): void {
    this.#delivery.saved(session);
  }

  hearPresence(session: Session, states: Uint8Array): boolean {
    return this.#delivery.hear(session, states);
  }

  everybody(session: Session): Uint8Array | null {
    return this.#delivery.everybody(session);
  }

  get unstoredBytes(): number {
    return this.#ports.limits.unstoredBytes;
  }

  milliseconds(): number {
    return this.#ports.clock.milliseconds();
  }

  // --- the server's own acts

  /**
   * An edit by the server on somebody's behalf, through the same queue. Resolves when it is stored; rejects with what
   * `act` threw, {@link RoomClosed} or {@link StorageTrouble}.
   */
  async edit(author: Author, act: (doc: Y.Doc) => void): Promise<void> {
    const { commits } = await this.#opened();
    await commits.edit(author, act);
  }

  /** Calls `look` with the document when it is exactly what is stored; it may only read. Rejects as {@link edit}. */
  async read<T>(look: (doc: Y.Doc) => T): Promise<T> {
    const { commits, log } = await this.#healthy();
    return new Promise((resolve, reject) =>
      commits.whenDurable(() => {
        if (this.#is('closed')) return reject(new RoomClosed(this.draft));
        try {
          resolve(look(log.doc));
        } catch (error) {
          reject(error);
        }
      }),
    );
  }

  /**
   * Seals the room, lets everything received be stored, repairs, and calls `act` while nobody can write; then opens
   * again, also when `act` fails. Freezes stand in line.
   */
  freeze<T>(author: Author, repair: (doc: Y.Doc) => void, act: () => Promise<T>): Promise<T> {
    const frozen = this.#freezing.then(async () => {
      const { commits } = await this.#opened();
      this.#state = 'sealed';
      try {
        // The queue is in order: once this edit is stored, so is everything received before the seal.
        await commits.mend(author, repair);
        return await act();
      } finally {
        if (this.#is('sealed')) this.#state = 'open';
      }
    });
    this.#freezing = frozen.catch(() => {});
    return frozen;
  }

  /** Closes every connection, stores what was received, and lets go of the document. */
  async close(code: number, reason: string): Promise<void> {
    if (this.#is('closed')) return;
    for (const session of this.sessions) session.end(code, reason);
    await this.#loaded.catch(() => {});
    await this.#inside?.commits.finish();
    this.#end();
  }

  /** Closes an empty room; `false` when it is not empty, or not everything is stored yet. */
  async putAway(): Promise<boolean> {
    if (!this.isIdle || !this.#inside) return false;
    this.#state = 'closed';
    await this.#inside.commits.compact(WORTH_COMPACTING);
    this.#end();
    return true;
  }

  // ---

  async #load(): Promise<void> {
    let log: DraftLog;
    try {
      log = await DraftLog.load(this.draft, this.#ports);
    } catch (error) {
      this.#fail(error, 'load failed');
      throw error;
    }
    if (this.#is('closed')) {
      log.destroy();
      throw new RoomClosed(this.draft);
    }
    const commits = new Commits(
      log,
      this.#ports,
      this.#delivery,
      (error) => this.#fail(error, 'the room failed'),
      () => this.#checkLater(),
    );
    this.#inside = { log, commits };
    this.#delivery.loaded(log.doc);
    this.#state = 'open';
    this.#unsubscribe = this.#ports.fanout.subscribe(this.draft, (seq) => commits.heard(seq));
    for (const session of this.sessions) session.begin(this.#delivery.vector);
    this.#check();
  }

  async #healthy(): Promise<Loaded> {
    await this.#loaded;
    if (!this.#inside || this.#is('closed')) throw new RoomClosed(this.draft);
    const { trouble } = this.#inside.commits;
    if (trouble !== null) throw new StorageTrouble(this.draft, { cause: trouble });
    return this.#inside;
  }

  async #opened(): Promise<Loaded> {
    const inside = await this.#healthy();
    if (!this.#is('open')) throw new RoomClosed(this.draft);
    return inside;
  }

  /** Looks at the whole document when nobody has typed for a while. */
  #checkLater(): void {
    this.#cancelCheck?.();
    this.#cancelCheck = this.#ports.clock.after(this.#ports.pace.check, () => this.whenDurable(() => this.#check()));
  }

  #check(): void {
    const { mending, clock } = this.#ports;
    if (!this.#inside || !this.#is('open') || !mending.needed(this.#inside.log.doc)) return;
    const author: Author = { person: SERVER, at: clock.now(), comment: null, origin: 'imported' };
    this.#inside.commits
      .mend(author, (doc) => mending.mend(doc, this.draft))
      .catch((error: unknown) => this.#ports.onTrouble({ draft: this.draft, error }));
  }

  /** Slow readers are looked after also when nobody types. */
  #resync(): void {
    this.whenDurable(() => {
      if (this.#inside && !this.#is('closed')) this.#delivery.catchUpSlow(this.#inside.log.doc);
    });
  }

  #fail(error: unknown, reason: string): void {
    if (this.#is('closed')) return;
    this.#ports.onTrouble({ draft: this.draft, error });
    for (const session of this.sessions) session.end(CLOSE.sealed, reason);
    this.#end();
  }

  #end(): void {
    this.#state = 'closed';
    this.#cancelCheck?.();
    this.#unsubscribe?.();
    this.#delivery.stop();
    this.#inside?.commits.stop();
    this.#inside?.log.destroy();
  }

  /** The state may have changed since TypeScript last looked. */
  #is(state: Room['state']): boolean {
    return this.#state === state;
  }
}
