import { createHash, randomBytes } from 'node:crypto';
import type { Blobs } from '@draagvlak/storage';
import type { Connection } from './connection.ts';
import type { DraftAppend } from './drafts.ts';
import type { Writer } from './writer.ts';

export function sqliteBlobs(connection: Connection, reader: Connection, writer: Writer<DraftAppend>): Blobs {
  return {
    put: async (bytes, { salted, type }) => {
      const kept = bytes.slice();
      const salt = salted ? new Uint8Array(randomBytes(16)) : null;
      const hash = createHash('sha256');
      if (salt) hash.update(salt);
      const ref = hash.update(kept).digest('hex');
      await writer.alone(() =>
        connection.run(
          `INSERT INTO blob (ref, type, bytes, salt, salted)
           SELECT ?1, ?2, ?3, ?4, ?5 WHERE NOT EXISTS (SELECT 1 FROM blob WHERE ref = ?1)`,
          [ref, type, kept, salt, salted ? 1 : 0],
        ),
      );
      return ref;
    },
    get: async (ref) => {
      const [row] = await reader.all('SELECT type, bytes, erased FROM blob WHERE ref = ?', [ref]);
      if (!row) return null;
      if (row['erased'] !== null) return { erased: String(row['erased']) };
      return { bytes: row['bytes'] as Uint8Array, type: String(row['type']) };
    },
    erase: (ref, reason) =>
      writer.alone(async () => {
        const [row] = await connection.all('SELECT salted, erased FROM blob WHERE ref = ?', [ref]);
        if (!row) throw new RangeError(`no blob ${ref}`);
        if (row['erased'] !== null) return;
        if (row['salted'] === 0) throw new TypeError(`blob ${ref} is not salted and stays`);
        await connection.run('UPDATE blob SET bytes = NULL, salt = NULL, erased = ? WHERE ref = ?', [reason, ref]);
        // secure_delete zeroed the pages; the write-ahead log still holds the old ones until it is emptied.
        await connection.all('PRAGMA wal_checkpoint(TRUNCATE)');
      }),
  };
}
