import type { Journal } from '@draagvlak/storage';
import type { Connection, Value } from './connection.ts';
import type { DraftAppend } from './drafts.ts';
import type { Writer } from './writer.ts';

export function sqliteJournal(connection: Connection, reader: Connection, writer: Writer<DraftAppend>): Journal {
  const length = '(SELECT coalesce(max(version), 0) FROM journal WHERE stream = ?)';
  return {
    append: (stream, expectedVersion, entries) =>
      writer.alone(async () => {
        if (entries.length === 0) {
          const [row] = await connection.all(`SELECT ${length} AS length`, [stream]);
          return row?.['length'] === expectedVersion;
        }
        const values: Value[] = [];
        for (const [at, { text, hash }] of entries.entries()) values.push(stream, expectedVersion + at + 1, text, hash);
        // The condition stands inside the statement, so nobody can come between the look and the write.
        const written = await connection.run(
          `INSERT INTO journal (stream, version, text, hash)
           SELECT column1, column2, column3, column4 FROM (VALUES ${entries.map(() => '(?, ?, ?, ?)').join(', ')})
           WHERE ${length} = ?`,
          [...values, stream, expectedVersion],
        );
        return written === entries.length;
      }),
    read: async (stream, after = 0) =>
      (
        await reader.all('SELECT version, text, hash FROM journal WHERE stream = ? AND version > ? ORDER BY version', [
          stream,
          after,
        ])
      ).map((row) => ({ version: Number(row['version']), text: String(row['text']), hash: String(row['hash']) })),
    streams: async () =>
      (await reader.all('SELECT DISTINCT stream FROM journal ORDER BY stream')).map((row) => String(row['stream'])),
  };
}
