import { crc32 } from 'node:zlib';
import { CompactedAway, DamagedBytes, type DraftEntry, type Drafts, UnknownDraft } from '@draagvlak/storage';
import type { Connection, Row, Value } from './connection.ts';
import { Writer } from './writer.ts';

export interface DraftAppend {
  readonly draft: string;
  readonly entries: readonly Omit<DraftEntry, 'seq'>[];
}

const COLUMNS = 7;
/** One statement takes at most this many rows; a larger append is one transaction of several. */
const ROWS_PER_STATEMENT = 1000;
const insert = (rows: number): string =>
  `INSERT INTO draft_entry (draft, seq, bytes, spans, crc, author, at) VALUES ${Array.from(
    { length: rows },
    () => '(?, ?, ?, ?, ?, ?, ?)',
  ).join(', ')}`;

/** Both fields in one sum: an update and its attribution stand or fall together. */
const sum = (bytes: Uint8Array, spans: Uint8Array): number => checksum(spans, checksum(bytes, 0));
// zlib starts again from 0 when the data pointer is null, which that of an empty array sometimes is
const checksum = (bytes: Uint8Array, start: number): number => (bytes.length === 0 ? start : crc32(bytes, start));

/**
 * Heads (the last seq per draft) as this process knows them. A hint: the primary key is the truth, and when another
 * process was first the insert fails, the hint is dropped and the append is made again.
 */
export class DraftHeads {
  readonly #heads = new Map<string, number>();
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async of(draft: string): Promise<number> {
    const known = this.#heads.get(draft);
    if (known !== undefined) return known;
    const [row] = await this.#connection.all(
      'SELECT coalesce((SELECT max(seq) FROM draft_entry WHERE draft = draft.id), 0) AS head FROM draft WHERE id = ?',
      [draft],
    );
    if (!row) throw new UnknownDraft(draft);
    this.#heads.set(draft, Number(row['head']));
    return Number(row['head']);
  }

  set(draft: string, head: number): void {
    this.#heads.set(draft, head);
  }

  forget(draft: string): void {
    this.#heads.delete(draft);
  }
}

/** Writes the appends of several callers in one commit; resolves with each one's last seq. */
export async function commitAppends(
  connection: Connection,
  heads: DraftHeads,
  group: readonly DraftAppend[],
): Promise<readonly number[]> {
  for (let attempt = 1; ; attempt += 1) {
    const next = new Map<string, number>();
    const results: number[] = [];
    const values: Value[] = [];
    for (const { draft, entries } of group) {
      let seq = next.get(draft) ?? (await heads.of(draft));
      for (const { update, spans, by, at } of entries) {
        seq += 1;
        values.push(draft, seq, update, spans, sum(update, spans), by, at);
      }
      next.set(draft, seq);
      results.push(seq);
    }
    try {
      await insertRows(connection, values);
      for (const [draft, head] of next) heads.set(draft, head);
      return results;
    } catch (error) {
      for (const draft of next.keys()) heads.forget(draft);
      const overtaken = error instanceof Error && error.message.includes('UNIQUE constraint failed: draft_entry');
      if (!overtaken || attempt === 5) throw error;
    }
  }
}

async function insertRows(connection: Connection, values: readonly Value[]): Promise<void> {
  const rows = values.length / COLUMNS;
  if (rows === 0) return;
  // One statement is its own transaction: nothing to begin, nothing to leave open.
  if (rows <= ROWS_PER_STATEMENT) {
    await connection.run(insert(rows), values);
    return;
  }
  const statement = await connection.prepare(insert(1));
  try {
    await connection.run('BEGIN IMMEDIATE');
    try {
      for (let at = 0; at < values.length; at += COLUMNS) await statement.run(values.slice(at, at + COLUMNS));
      await connection.run('COMMIT');
    } catch (error) {
      await connection.run('ROLLBACK').catch((failed: Error) => {
        if (!failed.message.includes('no transaction is active')) throw failed;
      });
      throw error;
    }
  } finally {
    await statement.finalize();
  }
}

export function sqliteDrafts(connection: Connection, reader: Connection, writer: Writer<DraftAppend>): Drafts {
  const known = async (draft: string): Promise<Row> => {
    const [row] = await reader.all('SELECT snapshot, snapshot_crc, snapshot_seq FROM draft WHERE id = ?', [draft]);
    if (!row) throw new UnknownDraft(draft);
    return row;
  };
  const entriesAfter = async (draft: string, after: number): Promise<DraftEntry[]> => {
    const rows = await reader.all(
      'SELECT seq, bytes, spans, crc, author, at FROM draft_entry WHERE draft = ? AND seq > ? ORDER BY seq',
      [draft, after],
    );
    return rows.map((row, at) => {
      const seq = Number(row['seq']);
      const update = row['bytes'] as Uint8Array | null;
      const spans = row['spans'] as Uint8Array;
      if (update === null) throw new CompactedAway(draft);
      if (seq !== after + at + 1 || sum(update, spans) !== row['crc']) throw new DamagedBytes(`${draft} entry ${seq}`);
      return { seq, update, spans, by: String(row['author']), at: String(row['at']) };
    });
  };
  return {
    create: (draft) =>
      writer.alone(
        async () => (await connection.run('INSERT INTO draft (id) VALUES (?) ON CONFLICT DO NOTHING', [draft])) === 1,
      ),
    append: (draft, entries) =>
      // Copies, because the caller may reuse its bytes while they wait.
      writer.grouped<number>({
        rows: entries.length,
        payload: {
          draft,
          entries: entries.map((entry) => ({ ...entry, update: entry.update.slice(), spans: entry.spans.slice() })),
        },
      }),
    load: async (draft) => {
      // A compaction between the two reads shows as CompactedAway; the next look then sees the new snapshot.
      for (let attempt = 1; ; attempt += 1) {
        const row = await known(draft);
        const snapshot = row['snapshot'] as Uint8Array | null;
        if (snapshot && crc32(snapshot) !== row['snapshot_crc']) throw new DamagedBytes(`${draft} snapshot`);
        const snapshotSeq = Number(row['snapshot_seq']);
        try {
          return { snapshot, snapshotSeq, entries: await entriesAfter(draft, snapshotSeq) };
        } catch (error) {
          if (!(error instanceof CompactedAway) || attempt === 5) throw error;
        }
      }
    },
    read: async (draft, after) => {
      if (after < Number((await known(draft))['snapshot_seq'])) throw new CompactedAway(draft);
      return entriesAfter(draft, after);
    },
    spans: async (draft) => {
      await known(draft);
      const rows = await reader.all('SELECT seq, spans, author, at FROM draft_entry WHERE draft = ? ORDER BY seq', [
        draft,
      ]);
      return rows.map((row) => ({
        seq: Number(row['seq']),
        spans: row['spans'] as Uint8Array,
        by: String(row['author']),
        at: String(row['at']),
      }));
    },
    compact: async (draft, seq, snapshot) => {
      await known(draft);
      const head = (await reader.all('SELECT max(seq) AS head FROM draft_entry WHERE draft = ?', [draft]))[0];
      if (seq > Number(head?.['head'] ?? 0)) throw new RangeError(`draft ${draft} has no entry ${seq}`);
      const replace = await connection.prepare(
        'UPDATE draft SET snapshot = ?, snapshot_crc = ?, snapshot_seq = ? WHERE id = ? AND snapshot_seq < ?',
      );
      const clear = await connection.prepare(
        'UPDATE draft_entry SET bytes = NULL, crc = 0 WHERE draft = ? AND seq <= ? AND bytes IS NOT NULL',
      );
      try {
        await writer.transaction(async () => {
          if ((await replace.run([snapshot, crc32(snapshot), seq, draft, seq])) === 1) await clear.run([draft, seq]);
        });
      } finally {
        await replace.finalize();
        await clear.finalize();
      }
    },
  };
}
