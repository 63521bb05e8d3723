import { type Frame, presenceFrame, readFrame, step1Frame, wouldWrite } from './frames.ts';
import type { Member, Peer } from './ports.ts';
import { CLOSE } from './protocol.ts';
import { WorkingOn } from './working-on.ts';

/** What a session asks of its room. */
export interface Desk {
  /** Takes a writing message into the queue; `false` when it cannot be taken now (sealed). */
  write(session: Session, write: Omit<ReceivedWrite, 'session'>): boolean;
  /** Calls `act` at a moment at which the document is exactly what is stored. */
  whenDurable(act: () => void): void;
  sendMissing(session: Session, stateVector: Uint8Array): void;
  sendSaved(session: Session): void;
  hearPresence(session: Session, states: Uint8Array): boolean;
  everybody(session: Session): Uint8Array | null;
  readonly unstoredBytes: number;
  milliseconds(): number;
}

/** One sync-step-2 or update message, with what held when it was received. */
export interface ReceivedWrite {
  readonly session: Session;
  readonly update: Uint8Array;
  readonly whole: boolean;
  /** Number among the writing messages of this connection, from 1. */
  readonly ordinal: number;
  readonly comment: string | null;
  readonly commentAt: (clock: number, client: number) => string | null;
}

/**
 * One connection to a room: reads its frames, keeps what belongs to the connection, and is the only one that writes to
 * its peer.
 */
export class Session {
  readonly #peer: Peer;
  readonly #desk: Desk;
  #member: Member;
  #open = true;
  #lastSent: number;
  /** What came before the room was loaded. */
  #backlog: Uint8Array[] | null = [];
  #backlogBytes = 0;

  readonly #workingOn = new WorkingOn();
  #received = 0;
  #stored = 0;
  #unstored = 0;
  /** First message that could not be taken because something before it was missing. */
  #gap: number | null = null;
  #wantsSaved = false;
  #hasWritten = false;
  /** Refused for what it sent: what else it sent is not looked at. */
  expelled = false;

  /** State vector of the document when this client was last known to be sent everything; `null`: it keeps up. */
  behind: Uint8Array | null = null;
  /** When it was last asked for what is missing, in milliseconds. */
  asked = Number.NEGATIVE_INFINITY;

  constructor(peer: Peer, member: Member, desk: Desk) {
    this.#peer = peer;
    this.#member = member;
    this.#desk = desk;
    this.#lastSent = desk.milliseconds();
  }

  get member(): Member {
    return this.#member;
  }
  get isOpen(): boolean {
    return this.#open;
  }
  get wantsSaved(): boolean {
    return this.#wantsSaved;
  }
  /** Writing messages of this connection that are stored, without a hole. */
  get stored(): number {
    return this.#stored;
  }
  get waiting(): number {
    return this.#peer.waiting();
  }
  get lastSent(): number {
    return this.#lastSent;
  }

  /** The room is loaded: asks a writer for what the server lacks, tells who is there, and hears what had to wait. */
  begin(stateVector: Uint8Array): void {
    this.#ask(stateVector);
    const everybody = this.#desk.everybody(this);
    if (everybody) this.send(everybody);
    const backlog = this.#backlog ?? [];
    this.#backlog = null;
    for (const data of backlog) this.#hear(data);
  }

  receive(data: Uint8Array): void {
    if (!this.#open) return;
    if (!this.#backlog) return this.#hear(data);
    this.#backlogBytes += data.length;
    if (this.#backlogBytes > this.#desk.unstoredBytes) return this.end(CLOSE.sealed, 'too much before loading');
    this.#backlog.push(data);
  }

  send(frame: Uint8Array): void {
    if (!this.#open) return;
    this.#lastSent = this.#desk.milliseconds();
    this.#peer.send(frame);
  }

  /** Closes the connection; nothing of it is heard any more. */
  end(code: number, reason: string): void {
    if (!this.#open) return;
    this.#open = false;
    this.#peer.close(code, reason);
  }

  /** The connection is gone by itself. */
  gone(): void {
    this.#open = false;
  }

  /** The session behind the connection changed; a reader that becomes a writer is asked for what it has. */
  become(member: Member, stateVector: Uint8Array): void {
    const began = member.mayWrite && !this.#member.mayWrite;
    this.#member = member;
    if (began && !this.#backlog) this.#ask(stateVector);
  }

  #ask(stateVector: Uint8Array): void {
    if (!this.#member.mayWrite) return;
    this.#hasWritten = true;
    this.send(step1Frame(stateVector));
  }

  /** A message is stored, or brought nothing new. */
  settle({ ordinal, whole, update }: ReceivedWrite): void {
    this.#unstored -= update.length;
    // A client's whole difference holds everything it sent before.
    if (whole && this.#gap !== null && this.#gap < ordinal) this.#gap = null;
    this.#stored = this.#gap === null ? ordinal : Math.min(ordinal, this.#gap - 1);
  }

  /** A message could not be taken before something else comes; it comes again with the client's whole difference. */
  postpone({ ordinal, update }: ReceivedWrite): void {
    this.#unstored -= update.length;
    this.#gap ??= ordinal;
  }

  #hear(data: Uint8Array): void {
    if (!this.#open) return;
    // Before anything is read of it: what a reader would write costs nothing.
    if (!this.#member.mayWrite && wouldWrite(data)) {
      // Who could write a moment ago has to learn that this text was not taken.
      if (this.#hasWritten) this.end(CLOSE.noRight, 'no right to write any more');
      return;
    }
    const frame = readFrame(data);
    if (!frame) return this.end(CLOSE.refused, 'malformed');
    this.#act(frame);
  }

  #act(frame: Frame): void {
    switch (frame.kind) {
      case 'step1':
        this.#desk.sendMissing(this, frame.stateVector);
        return;
      case 'step2':
      case 'update':
        this.#write(frame.update, frame.kind === 'step2');
        return;
      case 'awareness':
        if (!this.#desk.hearPresence(this, frame.states)) this.end(CLOSE.refused, 'presence');
        return;
      case 'query-awareness':
        this.send(this.#desk.everybody(this) ?? presenceFrame([]));
        return;
      case 'saved':
        this.#wantsSaved = true;
        this.#desk.whenDurable(() => this.#desk.sendSaved(this));
        return;
      case 'working-on':
        this.#workingOn.announce(this.#known(frame.comment), frame.clock, frame.client);
        return;
    }
  }

  /** A ground is a fact, so nobody writes for a comment that does not exist. */
  #known(comment: string | null): string | null {
    const { comments } = this.#member;
    return comment === null || comments === undefined || comments.includes(comment) ? comment : null;
  }

  #write(update: Uint8Array, whole: boolean): void {
    this.#unstored += update.length;
    if (this.#unstored > this.#desk.unstoredBytes) return this.end(CLOSE.sealed, 'too much at once');
    this.#received += 1;
    const taken = this.#desk.write(this, {
      update,
      whole,
      ordinal: this.#received,
      comment: this.#workingOn.present,
      commentAt: this.#workingOn.asOfNow(),
    });
    if (!taken) this.end(CLOSE.sealed, 'sealed');
  }
}
