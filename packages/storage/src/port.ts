/**
 * The one small port for everything durable. Bytes in are bytes out; a promise that resolved is on disk
 * (`synchronous=FULL`); concurrent appends never share a fate. Whatever must be atomic is one append, so the port has
 * no transactions.
 */
export interface Storage {
  readonly drafts: Drafts;
  readonly journal: Journal;
  readonly blobs: Blobs;
  readonly register: Register;
  close(): Promise<void>;
}

export interface DraftEntry {
  /** Position in the draft's log, counted from 1 without gaps. */
  readonly seq: number;
  readonly update: Uint8Array;
  /** Attribution that belongs to this update, opaque here. */
  readonly spans: Uint8Array;
  readonly by: string;
  /** ISO instant, UTC. */
  readonly at: string;
}

export interface LoadedDraft {
  /** Compacted state up to and including `snapshotSeq`, or `null`. */
  readonly snapshot: Uint8Array | null;
  readonly snapshotSeq: number;
  /** What came after the snapshot, in order. */
  readonly entries: readonly DraftEntry[];
}

export interface Drafts {
  /** Makes an empty log; resolves `false` when the draft exists already. */
  create(draft: string): Promise<boolean>;
  /** Appends in one commit; resolves with the seq of the last. Rejects with {@link UnknownDraft}. */
  append(draft: string, entries: readonly Omit<DraftEntry, 'seq'>[]): Promise<number>;
  /** Rejects with {@link UnknownDraft}. */
  load(draft: string): Promise<LoadedDraft>;
  /**
   * Every entry after `after`, for following another process; compaction never removes entries' spans. Rejects with
   * {@link CompactedAway} when updates after `after` live on only in the snapshot: load again.
   */
  read(draft: string, after: number): Promise<readonly DraftEntry[]>;
  /** All attribution of the draft in order, also from before the last compaction. */
  spans(
    draft: string,
  ): Promise<readonly { readonly seq: number; readonly spans: Uint8Array; readonly by: string; readonly at: string }[]>;
  /** Stores a state that covers the log up to `seq`; a later append is never lost by it. */
  compact(draft: string, seq: number, snapshot: Uint8Array): Promise<void>;
}

export class UnknownDraft extends Error {
  override readonly name = 'UnknownDraft';
}

/** What a follower asks for stands in the snapshot by now: load the draft instead. */
export class CompactedAway extends Error {
  override readonly name = 'CompactedAway';
}

/** The stored bytes are not the bytes that were written; nothing may be built on them. */
export class DamagedBytes extends Error {
  override readonly name = 'DamagedBytes';
}

/** One row of a dossier's journal; `text` is the canonical JSON that the hash was made over. */
export interface JournalEntry {
  readonly version: number;
  readonly text: string;
  readonly hash: string;
}

export interface Journal {
  /**
   * Appends all or nothing when the journal still has `expectedVersion` entries (0 for a new one); resolves `false`
   * when somebody else was first.
   */
  append(stream: string, expectedVersion: number, entries: readonly Omit<JournalEntry, 'version'>[]): Promise<boolean>;
  read(stream: string, after?: number): Promise<readonly JournalEntry[]>;
  streams(): Promise<readonly string[]>;
}

export interface Blobs {
  /**
   * Stores bytes and resolves with their name: the SHA-256 of the bytes, or, `salted`, of a random salt kept beside
   * them followed by the bytes, so that a name proves the words while they exist and nothing once they are erased.
   */
  put(bytes: Uint8Array, options: { readonly salted: boolean; readonly type: string }): Promise<string>;
  /** `null` when unknown; `{ erased: reason }` when erased. */
  get(ref: string): Promise<{ readonly bytes: Uint8Array; readonly type: string } | { readonly erased: string } | null>;
  /** Removes bytes and salt for good, keeps the reason. Only salted blobs can be erased. */
  erase(ref: string, reason: string): Promise<void>;
}

/** What is no fact: people, organisations, sessions, private drafts, read marks, settings. Small JSON rows by key. */
export interface Register {
  get(table: string, key: string): Promise<string | null>;
  set(table: string, key: string, value: string): Promise<void>;
  /** Sets only when the key is absent; resolves `false` otherwise. */
  add(table: string, key: string, value: string): Promise<boolean>;
  delete(table: string, key: string): Promise<void>;
  /** Rows whose key starts with `prefix`, in key order. */
  list(table: string, prefix?: string): Promise<readonly { readonly key: string; readonly value: string }[]>;
}
