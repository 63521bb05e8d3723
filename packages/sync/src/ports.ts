import type * as Y from 'yjs';

/** A connection as the room sees it. Sending to one that is gone does nothing. */
export interface Peer {
  send(frame: Uint8Array): void;
  close(code: number, reason: string): void;
  /** Bytes handed to {@link send} that have not left yet. */
  waiting(): number;
}

/** Who sits behind a connection, as the session says; nothing of it comes from the client. */
export interface Member {
  readonly person: string;
  readonly mayWrite: boolean;
  /** Replaces the `user` of every presence this connection announces. */
  readonly user: Readonly<Record<string, string | number | boolean>>;
  /** Comments that text may be written for; another id grounds nothing. Absent: any. */
  readonly comments?: readonly string[];
}

export interface Clock {
  /** ISO instant, UTC. */
  now(): string;
  /** Milliseconds since some fixed moment; never goes back. */
  milliseconds(): number;
  /** Calls `act` after so many milliseconds (0: as soon as the present turn is over); returns how to call it off. */
  after(milliseconds: number, act: () => void): () => void;
}

/** On whose behalf an update is made. */
export interface Author {
  readonly person: string;
  /** ISO instant, UTC. */
  readonly at: string;
  /** Comment worked on now; grounds deletions, and insertions unless `commentAt` is given. */
  readonly comment: string | null;
  readonly commentAt?: (clock: number, client: number) => string | null;
  readonly origin: 'typed' | 'imported';
}

export interface StoredSpans {
  readonly seq: number;
  readonly spans: Uint8Array;
  readonly by: string;
  readonly at: string;
}

/** One character or element, by the clock under which Yjs knows it. */
export interface Unit {
  readonly client: number;
  readonly clock: number;
}

/** Equally long runs of clocks: what one stood for stands as the other. */
export interface Relocation {
  readonly from: Unit & { readonly count: number };
  readonly to: Unit & { readonly count: number };
}

/** Runs what changes the document and tells what to store beside the update. */
export interface UpdateRecorder {
  /**
   * @param act may say which clocks it put in the place of which
   * @param update the bytes it applies, where it applies what somebody sent
   */
  record(
    author: Author,
    row: { readonly by: string; readonly at: string },
    act: () => readonly Relocation[] | void,
    update?: Uint8Array,
  ): Uint8Array;
  /** Where something stands now that was put elsewhere; itself when it was not. */
  whereabouts(unit: Unit): Unit;
  /** Who wrote these clocks and for which comment, in runs; `null` where nobody is known. */
  grounds(
    range: Unit & { readonly count: number },
  ): readonly { readonly count: number; readonly ground: Pick<Author, 'person' | 'comment'> | null }[];
  /**
   * Applies an update that was stored before, with what was recorded for it, so that who takes a deletion back after a
   * restart is not taken for the author of what comes back. Absent: the update is only applied.
   */
  replay?(update: Uint8Array, stored: Omit<StoredSpans, 'seq'>): void;
}

/** What a room needs to know of attribution; the spans themselves are opaque to it. */
export interface Attribution {
  recorder(doc: Y.Doc, stored: readonly StoredSpans[]): UpdateRecorder;
  /** Client ids under which the update of this row inserted something. */
  clients(row: StoredSpans): Iterable<number>;
}

/** Text that was typed in a part which somebody else deleted meanwhile: kept and offered to its author. */
export interface LostText {
  readonly draft: string;
  /** `null` when nobody is known to have written it. */
  readonly person: string | null;
  readonly text: string;
  /** `id` attribute of the nearest element it stood in. */
  readonly block: string | null;
  /** ISO instant, UTC. */
  readonly at: string;
}

/** Names of the schema, as data. */
export interface Vocabulary {
  /** The one root of a draft: the name of its XmlFragment. */
  readonly root: string;
  /** Attribute names per node name. */
  readonly nodes: Readonly<Record<string, readonly string[]>>;
  /** Attribute names per mark name. */
  readonly marks: Readonly<Record<string, readonly string[]>>;
  /** Attributes whose value may be an array of numbers. */
  readonly arrays: readonly string[];
}

export interface Limits {
  /** Bytes of one update. */
  readonly updateBytes: number;
  /** Structs and deleted ranges of one update. */
  readonly structs: number;
  /** Elements within each other, counted from the root. */
  readonly depth: number;
  /** UTF-16 units of one attribute's value. */
  readonly attributeLength: number;
  /** Bytes of one document's state. */
  readonly documentBytes: number;
  readonly presenceBytes: number;
  /** Bytes of writing messages that one connection may have waiting to be stored. */
  readonly unstoredBytes: number;
  /** Bytes waiting on one connection above which it gets nothing more until they have left. */
  readonly waitingBytes: number;
  /** Bytes and updates of one commit. */
  readonly batchBytes: number;
  readonly batchUpdates: number;
}

export const LIMITS: Limits = {
  updateBytes: 1 << 20,
  structs: 200_000,
  depth: 16,
  attributeLength: 4096,
  documentBytes: 16 << 20,
  presenceBytes: 4096,
  unstoredBytes: 8 << 20,
  waitingBytes: 4 << 20,
  batchBytes: 512 << 10,
  batchUpdates: 500,
};

export interface Pace {
  /** Milliseconds without a commit after which the next update is committed at once. */
  readonly quiet: number;
  /** Milliseconds that a busy room gathers updates. */
  readonly window: number;
  /** Milliseconds of silence after which a client gets a frame. */
  readonly heartbeat: number;
  /** Milliseconds without connections after which a room is put away. */
  readonly idle: number;
  /** First and longest pause between attempts to store, in milliseconds. */
  readonly retry: readonly [first: number, longest: number];
  /** Milliseconds without typing after which the whole document is checked. */
  readonly check: number;
  /** Entries after the snapshot at which the log is compacted. */
  readonly compactAfter: number;
}

export const PACE: Pace = {
  quiet: 25,
  window: 8,
  heartbeat: 12_000,
  idle: 30_000,
  retry: [100, 5_000],
  check: 2_000,
  compactAfter: 500,
};
