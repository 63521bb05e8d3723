import * as Y from 'yjs';
import { savedFrame, step2Frame, updateFrame } from './frames.ts';
import type { Clock, Limits, Member, Pace } from './ports.ts';
import { Presence } from './presence.ts';
import { CLOSE } from './protocol.ts';
import type { Session } from './session.ts';

/** Updates of one commit above which they travel as one. */
const MERGE_ABOVE = 10;
/** Milliseconds that presence gathers. */
const PRESENCE_WINDOW = 25;
/** Milliseconds that a connection may refuse to take anything. */
const PATIENCE = 60_000;

export interface Stored {
  readonly update: Uint8Array;
  /** Who sent it, and so has it. */
  readonly from: Session | null;
}

/**
 * What goes out of a room: stored updates, what is saved, presence, a sign of life. A frame is encoded once for all. A
 * connection that does not read gets nothing more until its buffer has left, and then what it missed in one piece.
 */
export class Delivery {
  readonly sessions = new Set<Session>();
  readonly #presence: Presence;
  readonly #clock: Clock;
  readonly #limits: Limits;
  readonly #pace: Pace;
  readonly #resync: () => void;
  readonly #behindSince = new Map<Session, number>();
  #vector: Uint8Array = Y.encodeStateVector(new Map());
  #presenceDue: (() => void) | null = null;
  #beat: (() => void) | null = null;

  /** @param resync asks for {@link catchUpSlow} at the next moment at which it may be called */
  constructor(clock: Clock, limits: Limits, pace: Pace, resync: () => void) {
    this.#clock = clock;
    this.#resync = resync;
    this.#limits = limits;
    this.#pace = pace;
    this.#presence = new Presence(limits.presenceBytes);
  }

  /** State vector of what is stored. */
  get vector(): Uint8Array {
    return this.#vector;
  }

  loaded(doc: Y.Doc): void {
    this.#vector = Y.encodeStateVector(doc);
  }

  add(session: Session): void {
    this.sessions.add(session);
    this.#beat ??= this.#clock.after(this.#pace.heartbeat / 3, () => this.#pulse());
  }

  remove(session: Session): void {
    if (!this.sessions.delete(session)) return;
    this.#behindSince.delete(session);
    this.#presence.leave(session);
    this.#schedulePresence();
  }

  /** These updates are stored, and the document holds nothing else that is not. */
  stored(doc: Y.Doc, updates: readonly Stored[]): void {
    const before = this.#vector;
    this.#vector = Y.encodeStateVector(doc);
    const frames =
      updates.length > MERGE_ABOVE
        ? [{ frame: updateFrame(Y.mergeUpdates(updates.map(({ update }) => update))), from: null }]
        : updates.map(({ update, from }) => ({ frame: updateFrame(update), from }));
    for (const session of this.sessions) {
      if (session.behind === null && session.waiting > this.#limits.waitingBytes) {
        session.behind = before;
        this.#behindSince.set(session, this.#clock.milliseconds());
      }
      if (session.behind !== null) continue;
      for (const { frame, from } of frames) if (from !== session) session.send(frame);
    }
    this.catchUpSlow(doc);
    for (const session of this.sessions) if (session.wantsSaved) this.saved(session);
  }

  /** Sends those whose buffer has left what they missed; only when the document is exactly what is stored. */
  catchUpSlow(doc: Y.Doc): void {
    for (const session of this.#behindSince.keys()) {
      if (session.behind === null || session.waiting > this.#limits.waitingBytes / 4) continue;
      session.send(updateFrame(Y.encodeStateAsUpdate(doc, session.behind)));
      session.behind = null;
      this.#behindSince.delete(session);
    }
  }

  saved(session: Session): void {
    session.send(savedFrame(this.#vector, session.stored));
  }

  missing(session: Session, doc: Y.Doc, stateVector: Uint8Array): void {
    let update: Uint8Array;
    try {
      update = Y.encodeStateAsUpdate(doc, stateVector);
    } catch {
      // A state vector that cannot be read.
      session.end(CLOSE.refused, 'malformed');
      return;
    }
    session.send(step2Frame(update));
    // Whoever asks afresh gets everything, and is not behind any more.
    session.behind = null;
    this.#behindSince.delete(session);
  }

  hear(session: Session, states: Uint8Array): boolean {
    const fine = this.#presence.hear(session, session.member, states);
    this.#schedulePresence();
    return fine;
  }

  everybody(session: Session): Uint8Array | null {
    return this.#presence.everybody(session.member);
  }

  renamed(session: Session, member: Member): void {
    this.#presence.rename(session, member);
    this.#schedulePresence();
  }

  stop(): void {
    this.#presenceDue?.();
    this.#beat?.();
    this.#presenceDue = this.#beat = null;
  }

  #schedulePresence(): void {
    if (!this.#presence.hasChanges) return;
    this.#presenceDue ??= this.#clock.after(PRESENCE_WINDOW, () => {
      this.#presenceDue = null;
      const frameFor = this.#presence.changes();
      for (const session of this.sessions) {
        const frame = session.behind === null ? frameFor(session) : null;
        if (frame) session.send(frame);
      }
    });
  }

  #pulse(): void {
    this.#beat = null;
    if (this.sessions.size === 0) return;
    if (this.#behindSince.size > 0) this.#resync();
    const now = this.#clock.milliseconds();
    for (const [session, since] of this.#behindSince) {
      if (now - since > PATIENCE) session.end(CLOSE.sealed, 'reads too slowly');
    }
    for (const session of this.sessions) {
      if (session.behind === null && now - session.lastSent >= this.#pace.heartbeat) {
        session.send(this.#presence.echo(session));
      }
    }
    this.#beat = this.#clock.after(this.#pace.heartbeat / 3, () => this.#pulse());
  }
}
