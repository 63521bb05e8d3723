import {
  type Blobs,
  CompactedAway,
  type DraftEntry,
  type Drafts,
  type Journal,
  type JournalEntry,
  type Register,
  type Storage,
  UnknownDraft,
} from './port.ts';

/** What outlives one opening of the memory storage, as a file outlives a process. */
export interface MemoryDisk {
  readonly drafts: Map<string, MemoryDraft>;
  readonly journals: Map<string, JournalEntry[]>;
  readonly blobs: Map<string, MemoryBlob>;
  readonly register: Map<string, Map<string, string>>;
  /** While set, every write is refused with it, as a disk that is full or broken does. */
  trouble: Error | null;
}
interface MemoryDraft {
  snapshot: Uint8Array | null;
  snapshotSeq: number;
  readonly entries: DraftEntry[];
}
type MemoryBlob =
  | { readonly bytes: Uint8Array; readonly type: string; readonly salt: Uint8Array | null }
  | { readonly erased: string };

export const memoryDisk = (): MemoryDisk => ({
  drafts: new Map(),
  journals: new Map(),
  blobs: new Map(),
  register: new Map(),
  trouble: null,
});

export interface MemoryOptions {
  readonly disk?: MemoryDisk;
  /** 16 random bytes per salted blob; Web Crypto unless given. */
  readonly salt?: () => Uint8Array;
}

/** The reference of the port: what every engine must do, with plain maps. Keeps copies, so callers may reuse bytes. */
export function openMemory(options: MemoryOptions = {}): Storage {
  const disk = options.disk ?? memoryDisk();
  let closed = false;
  const mayWrite = (): void => {
    if (closed) throw new Error('the storage is closed');
    if (disk.trouble) throw disk.trouble;
  };
  return {
    drafts: memoryDrafts(disk.drafts, mayWrite),
    journal: memoryJournal(disk.journals, mayWrite),
    blobs: memoryBlobs(disk.blobs, options.salt ?? (() => crypto.getRandomValues(new Uint8Array(16))), mayWrite),
    register: memoryRegister(disk.register, mayWrite),
    close: async () => {
      closed = true;
    },
  };
}

function memoryDrafts(drafts: Map<string, MemoryDraft>, mayWrite: () => void): Drafts {
  const known = (draft: string): MemoryDraft => {
    const found = drafts.get(draft);
    if (!found) throw new UnknownDraft(draft);
    return found;
  };
  return {
    create: async (draft) => {
      mayWrite();
      if (drafts.has(draft)) return false;
      drafts.set(draft, { snapshot: null, snapshotSeq: 0, entries: [] });
      return true;
    },
    append: async (draft, entries) => {
      mayWrite();
      const log = known(draft).entries;
      for (const entry of entries) {
        log.push({ ...entry, update: entry.update.slice(), spans: entry.spans.slice(), seq: log.length + 1 });
      }
      return log.length;
    },
    load: async (draft) => {
      const { snapshot, snapshotSeq, entries } = known(draft);
      return { snapshot: snapshot?.slice() ?? null, snapshotSeq, entries: copies(entries.slice(snapshotSeq)) };
    },
    read: async (draft, after) => {
      const { snapshotSeq, entries } = known(draft);
      if (after < snapshotSeq) throw new CompactedAway(draft);
      return copies(entries.slice(after));
    },
    spans: async (draft) =>
      known(draft).entries.map(({ seq, spans, by, at }) => ({ seq, spans: spans.slice(), by, at })),
    compact: async (draft, seq, snapshot) => {
      mayWrite();
      const found = known(draft);
      if (seq > found.entries.length) throw new RangeError(`draft ${draft} has no entry ${seq}`);
      if (seq <= found.snapshotSeq) return;
      found.snapshot = snapshot.slice();
      found.snapshotSeq = seq;
    },
  };
}

const copies = (entries: readonly DraftEntry[]): DraftEntry[] =>
  entries.map((entry) => ({ ...entry, update: entry.update.slice(), spans: entry.spans.slice() }));

function memoryJournal(journals: Map<string, JournalEntry[]>, mayWrite: () => void): Journal {
  return {
    append: async (stream, expectedVersion, entries) => {
      mayWrite();
      const rows = journals.get(stream) ?? [];
      if (rows.length !== expectedVersion) return false;
      if (entries.length > 0) {
        journals.set(stream, [
          ...rows,
          ...entries.map((entry, at) => ({ ...entry, version: expectedVersion + at + 1 })),
        ]);
      }
      return true;
    },
    read: async (stream, after = 0) => (journals.get(stream) ?? []).slice(after),
    streams: async () => [...journals.keys()].toSorted(byCodePoint),
  };
}

function memoryBlobs(blobs: Map<string, MemoryBlob>, newSalt: () => Uint8Array, mayWrite: () => void): Blobs {
  return {
    put: async (bytes, { salted, type }) => {
      mayWrite();
      const salt = salted ? newSalt() : null;
      const kept = bytes.slice();
      const ref = await blobName(kept, salt);
      if (!blobs.has(ref)) blobs.set(ref, { bytes: kept, type, salt });
      return ref;
    },
    get: async (ref) => {
      const found = blobs.get(ref);
      if (!found) return null;
      return 'erased' in found ? { erased: found.erased } : { bytes: found.bytes.slice(), type: found.type };
    },
    erase: async (ref, reason) => {
      mayWrite();
      const found = blobs.get(ref);
      if (!found) throw new RangeError(`no blob ${ref}`);
      if ('erased' in found) return;
      if (found.salt === null) throw new TypeError(`blob ${ref} is not salted and stays`);
      blobs.set(ref, { erased: reason });
    },
  };
}

/** Name of a blob: lower-case hex SHA-256 over the salt, if any, followed by the bytes. */
export async function blobName(bytes: Uint8Array, salt: Uint8Array | null): Promise<string> {
  const hashed = new Uint8Array((salt?.length ?? 0) + bytes.length);
  if (salt) hashed.set(salt);
  hashed.set(bytes, salt?.length ?? 0);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', hashed));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function memoryRegister(tables: Map<string, Map<string, string>>, mayWrite: () => void): Register {
  const rows = (table: string): Map<string, string> => {
    let found = tables.get(table);
    if (!found) tables.set(table, (found = new Map()));
    return found;
  };
  return {
    get: async (table, key) => rows(table).get(key) ?? null,
    set: async (table, key, value) => {
      mayWrite();
      rows(table).set(key, value);
    },
    add: async (table, key, value) => {
      mayWrite();
      if (rows(table).has(key)) return false;
      rows(table).set(key, value);
      return true;
    },
    delete: async (table, key) => {
      mayWrite();
      rows(table).delete(key);
    },
    list: async (table, prefix = '') =>
      [...rows(table)]
        .filter(([key]) => key.startsWith(prefix))
        .toSorted(([a], [b]) => byCodePoint(a, b))
        .map(([key, value]) => ({ key, value })),
  };
}

/** Order of UTF-8 bytes, which databases use; plain `<` compares UTF-16 units and differs beyond U+FFFF. */
function byCodePoint(a: string, b: string): number {
  const left = Array.from(a, (char) => char.codePointAt(0) ?? 0);
  const right = Array.from(b, (char) => char.codePointAt(0) ?? 0);
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
