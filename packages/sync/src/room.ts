import type { Drafts } from '@draagvlak/storage';
import type * as Y from 'yjs';
import { Delivery, type Stored } from './delivery.ts';
import { DraftLog, type NewEntry, SERVER } from './draft-log.ts';
import type { Fanout } from './fanout.ts';
import { step1Frame } from './frames.ts';
import { watchLost } from './lost-text.ts';
import type { Attribution, Author, Clock, Limits, LostText, Member, Pace, Peer, Vocabulary } from './ports.ts';
import { CLOSE } from './protocol.ts';
import { type Desk, type ReceivedWrite, Session } from './session.ts';
import { type Refused, vet } from './vet.ts';

export interface RoomPorts {
  readonly drafts: Drafts;
  readonly attribution: Attribution;
  readonly fanout: Fanout;
  readonly clock: Clock;
  readonly vocabulary: Vocabulary;
  readonly limits: Limits;
  readonly pace: Pace;
  /** The complete check of a document, too slow for every update: at load, and when nobody has typed for a while. */
  readonly mending: Mending;
  onLostText(lost: LostText): void;
  /** An update was refused; for the log, without content. */
  onRefused(refused: { readonly draft: string; readonly person: string; readonly reason: Refused }): void;
  /** Storage or the room itself failed; it goes on by itself where it can. */
  onTrouble(trouble: { readonly draft: string; readonly error: unknown }): void;
}

/** Repairs forward what the vetting of single updates cannot see. */
export interface Mending {
  needed(doc: Y.Doc): boolean;
  mend(doc: Y.Doc, draft: string): void;
}

/** An edit or a freeze came while the draft is being frozen, or after the room was put away: try again. */
export class RoomClosed extends Error {
  override readonly name = 'RoomClosed';
}

/** Nothing can be stored at the moment; what was typed is kept and stored when it can. */
export class StorageTrouble extends Error {
  override readonly name = 'StorageTrouble';
}

type Work =
  | { readonly kind: 'write'; readonly write: ReceivedWrite }
  | {
      readonly kind: 'edit';
      readonly author: Author;
      readonly act: (doc: Y.Doc) => void;
      readonly resolve: () => void;
      readonly reject: (error: unknown) => void;
    };
type Edit = Extract<Work, { kind: 'edit' }>;

/** What one commit brings. */
interface Batch {
  readonly entries: NewEntry[];
  readonly stored: Stored[];
  readonly writes: ReceivedWrite[];
  readonly edits: Edit[];
  readonly lost: LostText[];
}

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
  #log: DraftLog | null = null;
  #queue: Work[] = [];
  #turning = false;
  #cancelTurn: (() => void) | null = null;
  #lastCommit = Number.NEGATIVE_INFINITY;
  #whenDurable: (() => void)[] = [];
  #trouble: unknown = null;
  #giveUp = false;
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
    return this.#state === 'open' && this.sessions.size === 0 && this.#queue.length === 0 && !this.#turning;
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
    if (this.#state !== 'open') return false;
    this.#queue.push({ kind: 'write', write: { session, ...write } });
    this.#wake();
    return true;
  }

  whenDurable(act: () => void): void {
    if (this.#turning) this.#whenDurable.push(act);
    else act();
  }

  sendMissing(session: Session, stateVector: Uint8Array): void {
    this.whenDurable(() => {
      if (!this.#log) return;
      this.#delivery.missing(session, this.#log.doc, stateVector);
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
    await this.#loaded;
    if (this.#state !== 'open') throw new RoomClosed(this.draft);
    if (this.#trouble !== null) throw new StorageTrouble(this.draft, { cause: this.#trouble });
    await this.#enqueueEdit(author, act);
  }

  /** Calls `look` with the document when it is exactly what is stored; it may only read. */
  async read<T>(look: (doc: Y.Doc) => T): Promise<T> {
    await this.#loaded;
    return new Promise((resolve, reject) =>
      this.whenDurable(() => {
        if (!this.#log || this.#state === 'closed') return reject(new RoomClosed(this.draft));
        try {
          resolve(look(this.#log.doc));
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
      await this.#loaded;
      if (this.#state !== 'open') throw new RoomClosed(this.draft);
      if (this.#trouble !== null) throw new StorageTrouble(this.draft, { cause: this.#trouble });
      this.#state = 'sealed';
      try {
        // The queue is in order: once this edit is stored, so is everything received before the seal.
        await this.#enqueueEdit(author, repair);
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
    this.#giveUp = true;
    await this.#loaded.catch(() => {});
    await new Promise<void>((resolve) => this.whenDurable(resolve));
    while (this.#queue.length > 0 && !this.#is('closed')) {
      this.#wake();
      await new Promise<void>((resolve) => this.#whenDurable.push(resolve));
    }
    await this.#compact(1);
    this.#end();
  }

  /** Compacts when nobody is left and the log has grown; `atLeast` entries after the snapshot. */
  async putAway(): Promise<boolean> {
    if (!this.isIdle || !this.#log) return false;
    this.#state = 'closed';
    await this.#compact(50);
    this.#end();
    return true;
  }

  // --- the queue

  async #load(): Promise<void> {
    try {
      this.#log = await DraftLog.load(this.draft, this.#ports);
    } catch (error) {
      this.#fail(error, 'load failed');
      throw error;
    }
    if (this.#is('closed')) throw new RoomClosed(this.draft);
    this.#delivery.loaded(this.#log.doc);
    this.#state = 'open';
    this.#unsubscribe = this.#ports.fanout.subscribe(this.draft, (seq) => this.#heard(seq));
    for (const session of this.sessions) session.begin(this.#delivery.vector);
    this.#check();
  }

  /** Looks at the whole document when nobody has typed for a while. */
  #checkLater(): void {
    this.#cancelCheck?.();
    this.#cancelCheck = this.#ports.clock.after(this.#ports.pace.check, () => this.whenDurable(() => this.#check()));
  }

  #check(): void {
    const { mending, clock } = this.#ports;
    if (!this.#log || this.#state !== 'open' || !mending.needed(this.#log.doc)) return;
    const author: Author = { person: SERVER, at: clock.now(), comment: null, origin: 'imported' };
    this.#enqueueEdit(author, (doc) => mending.mend(doc, this.draft)).catch((error: unknown) => {
      this.#ports.onTrouble({ draft: this.draft, error });
    });
  }

  #enqueueEdit(author: Author, act: (doc: Y.Doc) => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ kind: 'edit', author, act, resolve, reject });
      this.#wake();
    });
  }

  /** At once when the room was quiet; otherwise what comes within the window shares a commit. */
  #wake(): void {
    if (this.#turning || this.#cancelTurn || this.#queue.length === 0 || this.#is('closed')) return;
    const { clock, pace } = this.#ports;
    const since = clock.milliseconds() - this.#lastCommit;
    const delay = since >= pace.quiet ? 0 : Math.max(0, pace.window - since);
    this.#cancelTurn = clock.after(delay, () => {
      this.#cancelTurn = null;
      void this.#turn(() => this.#commitNext());
    });
  }

  /** One turn: meanwhile the document may hold what is not stored yet. */
  async #turn(act: (log: DraftLog) => Promise<void>): Promise<void> {
    if (!this.#log || this.#is('closed')) return;
    this.#turning = true;
    try {
      await act(this.#log);
    } catch (error) {
      this.#fail(error, 'the room failed');
    } finally {
      this.#turning = false;
      for (const durable of this.#whenDurable.splice(0)) durable();
      this.#wake();
    }
  }

  async #commitNext(): Promise<void> {
    const log = this.#log as DraftLog;
    const batch: Batch = { entries: [], stored: [], writes: [], edits: [], lost: [] };
    try {
      this.#gather(log, batch);
      if (batch.entries.length > 0) await this.#store(log, batch);
    } catch (error) {
      for (const edit of batch.edits) edit.reject(error);
      throw error;
    }
    this.#lastCommit = this.#ports.clock.milliseconds();
    for (const write of batch.writes) write.session.settle(write);
    this.#delivery.stored(log.doc, batch.stored);
    for (const edit of batch.edits) edit.resolve();
    for (const lost of batch.lost) this.#ports.onLostText(lost);
    if (batch.entries.length > 0) {
      this.#ports.fanout.publish(this.draft, log.seq);
      this.#checkLater();
    }
    if (log.needsCompaction(this.#ports.pace)) await this.#compact(0);
  }

  #gather(log: DraftLog, batch: Batch): void {
    const { batchBytes, batchUpdates } = this.#ports.limits;
    let bytes = 0;
    while (this.#queue.length > 0 && bytes < batchBytes && batch.entries.length < batchUpdates) {
      const work = this.#queue.shift() as Work;
      if (work.kind === 'edit') this.#applyEdit(log, work, batch);
      else this.#applyWrite(log, work.write, batch);
      bytes += batch.entries.at(-1)?.update.length ?? 0;
    }
  }

  #applyEdit(log: DraftLog, edit: Edit, batch: Batch): void {
    const { entry, thrown } = log.edit(edit.author, edit.act);
    if (entry) {
      batch.entries.push(entry);
      batch.stored.push({ update: entry.update, from: null });
    }
    if (thrown === null) batch.edits.push(edit);
    else edit.reject(thrown);
  }

  #applyWrite(log: DraftLog, write: ReceivedWrite, batch: Batch): void {
    const { session, update } = write;
    if (session.expelled) return;
    const { person } = session.member;
    const { limits, vocabulary, clock } = this.#ports;
    const verdict = vet(update, {
      doc: log.doc,
      vocabulary,
      limits,
      mayUse: (client) => (log.ownerOf(client) ?? person) === person,
    });
    if (verdict.kind === 'refused') return this.#refuse(session, verdict.reason);
    if (verdict.kind === 'gap') return this.#askAgain(write);
    batch.writes.push(write);
    if (verdict.kind === 'known') return;
    if (!log.hasRoomFor(update, limits)) return this.#refuse(session, 'large');
    const at = clock.now();
    const { comment, commentAt } = write;
    let entries: readonly NewEntry[] = [];
    const texts = watchLost(log.doc, update, () => {
      try {
        entries = log.receive(update, { person, at, comment, commentAt, origin: 'typed' });
      } catch (error) {
        // The room cannot go on with a document half applied; whoever sent this must not come back with it.
        this.#refuse(session, 'malformed');
        throw error;
      }
    });
    log.claim(verdict.clients, person);
    batch.entries.push(...entries);
    for (const entry of entries)
      batch.stored.push({ update: entry.update, from: entry.update === update ? session : null });
    for (const { client, text, block } of texts) {
      batch.lost.push({ draft: this.draft, person: log.ownerOf(client), text, block, at });
    }
    for (const text of verdict.lost) batch.lost.push({ draft: this.draft, person, text, block: null, at });
  }

  #refuse(session: Session, reason: Refused): void {
    session.expelled = true;
    session.end(CLOSE.refused, reason);
    this.#ports.onRefused({ draft: this.draft, person: session.member.person, reason });
  }

  /** Whole differences that lack something themselves are asked for again only now and then. */
  #askAgain(write: ReceivedWrite): void {
    const { session } = write;
    session.postpone(write);
    const now = this.milliseconds();
    if (now - session.asked < (write.whole ? 5000 : 100)) return;
    session.asked = now;
    session.send(step1Frame(this.#delivery.vector));
  }

  async #store(log: DraftLog, batch: Batch): Promise<void> {
    const { clock, pace } = this.#ports;
    for (let pause = pace.retry[0]; ; pause = Math.min(pause * 2, pace.retry[1])) {
      try {
        const others = await log.append(batch.entries);
        for (const update of others) batch.stored.push({ update, from: null });
        this.#trouble = null;
        return;
      } catch (error) {
        if (this.#trouble === null || this.#giveUp) this.#ports.onTrouble({ draft: this.draft, error });
        this.#trouble = error ?? new Error('storage failed');
        if (this.#giveUp) throw error;
        await new Promise<void>((resolve) => clock.after(pause, resolve));
      }
    }
  }

  /** Another process rang. */
  #heard(seq: number): void {
    if (this.#is('closed') || !this.#log || seq <= this.#log.seq) return;
    this.whenDurable(() => {
      if (!this.#log || seq <= this.#log.seq) return;
      void this.#turn(async (log) => {
        const updates = await log.catchUp();
        this.#delivery.stored(
          log.doc,
          updates.map((update) => ({ update, from: null })),
        );
      });
    });
  }

  /** Slow readers are looked after also when nobody types. */
  #resync(): void {
    this.whenDurable(() => {
      if (this.#log && !this.#is('closed')) this.#delivery.catchUpSlow(this.#log.doc);
    });
  }

  async #compact(atLeast: number): Promise<void> {
    const log = this.#log;
    if (!log || this.#trouble !== null) return;
    try {
      if (atLeast === 0 || log.needsCompaction({ ...this.#ports.pace, compactAfter: atLeast })) await log.compact();
    } catch (error) {
      // The log itself is complete; compaction is tried again later.
      this.#ports.onTrouble({ draft: this.draft, error });
    }
  }

  #fail(error: unknown, reason: string): void {
    if (this.#is('closed')) return;
    this.#ports.onTrouble({ draft: this.draft, error });
    for (const session of this.sessions) session.end(CLOSE.sealed, reason);
    this.#end();
  }

  #end(): void {
    this.#state = 'closed';
    this.#cancelTurn?.();
    this.#cancelCheck?.();
    this.#unsubscribe?.();
    this.#delivery.stop();
    for (const work of this.#queue.splice(0)) if (work.kind === 'edit') work.reject(new RoomClosed(this.draft));
    this.#log?.destroy();
  }

  /** The state may have changed since TypeScript last looked. */
  #is(state: Room['state']): boolean {
    return this.#state === state;
  }
}
