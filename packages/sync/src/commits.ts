import type * as Y from 'yjs';
import type { Delivery, Stored } from './delivery.ts';
import { type DraftLog, type NewEntry, SERVER } from './draft-log.ts';
import { step1Frame } from './frames.ts';
import { carryAlong } from './carry-along.ts';
import { joined, type Lost, lostOnArrival, watchLost } from './lost-text.ts';
import type { Author, LostText } from './ports.ts';
import { CLOSE } from './protocol.ts';
import { RoomClosed, type RoomPorts } from './room-ports.ts';
import type { ReceivedWrite, Session } from './session.ts';
import { type Refused, vet } from './vet.ts';

type Work =
  | { readonly kind: 'write'; readonly write: ReceivedWrite }
  | {
      readonly kind: 'edit';
      readonly author: Author;
      readonly act: (doc: Y.Doc) => void;
      /** Whether it mends the document, and takes away what nobody asked to be taken away. */
      readonly mends: boolean;
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
 * The one queue through which a draft changes: vet, apply in memory, append, and only then send on and call saved.
 * Between two turns the document is exactly what is stored.
 */
export class Commits {
  readonly #log: DraftLog;
  readonly #ports: RoomPorts;
  readonly #delivery: Delivery;
  readonly #failed: (error: unknown) => void;
  readonly #committed: () => void;
  #queue: Work[] = [];
  #turning = false;
  #cancelTurn: (() => void) | null = null;
  #lastCommit = Number.NEGATIVE_INFINITY;
  #whenDurable: (() => void)[] = [];
  #trouble: unknown = null;
  #giveUp = false;
  #stopped = false;

  /**
   * @param failed the document may differ from the log
   * @param committed something new is stored
   */
  constructor(
    log: DraftLog,
    ports: RoomPorts,
    delivery: Delivery,
    failed: (error: unknown) => void,
    committed: () => void,
  ) {
    this.#log = log;
    this.#ports = ports;
    this.#delivery = delivery;
    this.#failed = failed;
    this.#committed = committed;
  }

  /** Why nothing can be stored at the moment, or `null`. */
  get trouble(): unknown {
    return this.#trouble;
  }
  /** Nothing waits and nothing is being stored. */
  get isQuiet(): boolean {
    return this.#queue.length === 0 && !this.#turning;
  }

  write(write: ReceivedWrite): void {
    this.#queue.push({ kind: 'write', write });
    this.#wake();
  }

  /** Resolves when it is stored; rejects with what `act` threw. */
  edit(author: Author, act: (doc: Y.Doc) => void): Promise<void> {
    return this.#put(author, act, false);
  }

  /** As {@link edit}, for what nobody asked for: text that it takes away is kept for who wrote it. */
  mend(author: Author, act: (doc: Y.Doc) => void): Promise<void> {
    return this.#put(author, act, true);
  }

  #put(author: Author, act: (doc: Y.Doc) => void, mends: boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ kind: 'edit', author, act, mends, resolve, reject });
      this.#wake();
    });
  }

  /** Calls `act` when the document is exactly what is stored: now, or after this turn. */
  whenDurable(act: () => void): void {
    if (this.#turning) this.#whenDurable.push(act);
    else act();
  }

  /** Stores what is waiting, with one attempt each, and compacts. */
  async finish(): Promise<void> {
    this.#giveUp = true;
    await new Promise<void>((resolve) => this.whenDurable(resolve));
    while (this.#queue.length > 0 && !this.#stopped) {
      this.#wake();
      await new Promise<void>((resolve) => this.#whenDurable.push(resolve));
    }
    await this.compact(1);
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelTurn?.();
    for (const work of this.#queue.splice(0)) if (work.kind === 'edit') work.reject(new RoomClosed(this.#log.draft));
  }

  /** At once when the room was quiet; otherwise what comes within the window shares a commit. */
  #wake(): void {
    if (this.#turning || this.#cancelTurn || this.#queue.length === 0 || this.#stopped) return;
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
    if (this.#stopped) return;
    if (this.#turning) {
      this.#whenDurable.push(() => void this.#turn(act));
      return;
    }
    this.#turning = true;
    try {
      await act(this.#log);
    } catch (error) {
      this.#failed(error);
    } finally {
      this.#turning = false;
      for (const durable of this.#whenDurable.splice(0)) durable();
      this.#wake();
    }
  }

  async #commitNext(): Promise<void> {
    const log = this.#log;
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
    if (batch.entries.length > 0) {
      this.#ports.fanout.publish(this.#log.draft, log.seq);
      this.#committed();
    }
    if (log.needsCompaction(this.#ports.pace)) await this.compact(0);
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
    const { author, act, mends } = edit;
    let done: ReturnType<DraftLog['edit']> = { entry: null, thrown: null };
    const make = (): void => void (done = log.edit(author, act));
    let texts: readonly Lost[] = [];
    if (mends) texts = watchLost(log.doc, null, make);
    else make();
    const { entry, thrown } = done;
    for (const { client, text, block } of joined(texts)) {
      // What the server wrote on somebody's behalf has no writer of its own to hand it to.
      const owner = log.ownerOf(client);
      batch.lost.push({ draft: log.draft, person: owner === SERVER ? null : owner, text, block, at: author.at });
    }
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
    if (verdict.kind === 'accepted' && !log.hasRoomFor(update, limits)) return this.#refuse(session, 'large');
    batch.writes.push(write);
    if (verdict.kind === 'known') return;
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
    const unseen = [...texts, ...(verdict.kind === 'accepted' ? lostOnArrival(verdict.gone) : [])];
    if (unseen.length > 0) this.#carry(log, unseen, at, batch);
  }

  /** What went unseen goes along with what it was typed beside, or else is kept for its author. */
  #carry(log: DraftLog, texts: readonly Lost[], at: string, batch: Batch): void {
    const { vocabulary } = this.#ports;
    const kept = carryAlong(log.doc, vocabulary.root, texts, log.recorder, ({ by }, act) => {
      const { entry, thrown } = log.edit({ ...by, at, origin: 'typed' }, act);
      if (thrown !== null) throw thrown;
      if (entry === null) return;
      batch.entries.push(entry);
      batch.stored.push({ update: entry.update, from: null });
    });
    for (const { client, text, block } of joined(kept)) {
      batch.lost.push({ draft: log.draft, person: log.ownerOf(client), text, block, at });
    }
  }

  #refuse(session: Session, reason: Refused): void {
    session.expelled = true;
    session.end(CLOSE.refused, reason);
    this.#ports.onRefused({ draft: this.#log.draft, person: session.member.person, reason });
  }

  /** Whole differences that lack something themselves are asked for again only now and then. */
  #askAgain(write: ReceivedWrite): void {
    const { session } = write;
    session.postpone(write);
    const now = this.#ports.clock.milliseconds();
    if (now - session.asked < (write.whole ? 5000 : 100)) return;
    session.asked = now;
    session.send(step1Frame(this.#delivery.vector));
  }

  async #store(log: DraftLog, batch: Batch): Promise<void> {
    const { clock, pace } = this.#ports;
    for (let pause = pace.retry[0]; ; pause = Math.min(pause * 2, pace.retry[1])) {
      try {
        // First what has no place any more: stopping in between keeps it twice at worst.
        for (let lost = batch.lost[0]; lost; lost = batch.lost[0]) {
          await this.#ports.keepLostText(lost);
          batch.lost.shift();
        }
        const others = await log.append(batch.entries);
        for (const update of others) batch.stored.push({ update, from: null });
        this.#trouble = null;
        return;
      } catch (error) {
        if (this.#trouble === null || this.#giveUp) this.#ports.onTrouble({ draft: this.#log.draft, error });
        this.#trouble = error ?? new Error('storage failed');
        if (this.#giveUp) throw error;
        await new Promise<void>((resolve) => clock.after(pause, resolve));
      }
    }
  }

  /** Another process rang. */
  heard(seq: number): void {
    if (this.#stopped || seq <= this.#log.seq) return;
    this.whenDurable(() => {
      if (seq <= this.#log.seq) return;
      void this.#turn(async (log) => {
        const updates = await log.catchUp();
        this.#delivery.stored(
          log.doc,
          updates.map((update) => ({ update, from: null })),
        );
      });
    });
  }

  /** Compacts when at least so many entries came after the snapshot (0: always); a failure is only told. */
  async compact(atLeast: number): Promise<void> {
    const log = this.#log;
    if (this.#trouble !== null) return;
    try {
      if (atLeast === 0 || log.needsCompaction({ ...this.#ports.pace, compactAfter: atLeast })) await log.compact();
    } catch (error) {
      // The log itself is complete; compaction is tried again later.
      this.#ports.onTrouble({ draft: this.#log.draft, error });
    }
  }
}
