import type { Storage } from '@draagvlak/storage';
import { sqliteBlobs } from './blobs.ts';
import { connect, type Connection } from './connection.ts';
import { commitAppends, type DraftAppend, DraftHeads, sqliteDrafts } from './drafts.ts';
import { sqliteJournal } from './journal.ts';
import { MIGRATIONS } from './migrations.ts';
import { sqliteRegister } from './register.ts';
import { Writer } from './writer.ts';

export interface SqliteStorage extends Storage {
  /** The pragmas that durability stands on, as SQLite reports them: `wal` and 2 (FULL). */
  durability(): Promise<{ readonly journalMode: string; readonly synchronous: number }>;
  /** Lets the file grow to so many pages of 4 KiB at most; writes beyond it fail as they do on a full disk. */
  limitPages(pages: number): Promise<void>;
}

/**
 * Opens, and where needed makes or migrates, a database file. Rejects when the file was made by a newer release.
 *
 * Two connections: one writes, behind one queue; one reads, so that a reader never sees what is not committed.
 */
export async function openSqlite(file: string): Promise<SqliteStorage> {
  const connection = await connect(file);
  try {
    await connection.script(`
      PRAGMA busy_timeout = 5000;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      PRAGMA foreign_keys = ON;
      PRAGMA secure_delete = ON;
      PRAGMA recursive_triggers = ON;
    `);
    await migrate(connection);
    const reader = await connect(file);
    await reader.script('PRAGMA busy_timeout = 5000; PRAGMA query_only = ON;');
    return assemble(connection, reader);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

function assemble(connection: Connection, reader: Connection): SqliteStorage {
  const heads = new DraftHeads(connection);
  const writer = new Writer<DraftAppend>(connection, (group) => commitAppends(connection, heads, group));
  let closing: Promise<void> | null = null;
  return {
    drafts: sqliteDrafts(connection, reader, writer),
    journal: sqliteJournal(connection, reader, writer),
    blobs: sqliteBlobs(connection, reader, writer),
    register: sqliteRegister(connection, reader, writer),
    durability: async () => ({
      journalMode: String((await connection.all('PRAGMA journal_mode'))[0]?.['journal_mode']),
      synchronous: Number((await connection.all('PRAGMA synchronous'))[0]?.['synchronous']),
    }),
    limitPages: async (pages) => {
      await writer.alone(() => connection.all(`PRAGMA max_page_count = ${Math.trunc(pages)}`));
    },
    close: () =>
      (closing ??= (async () => {
        await writer.close();
        await reader.close();
        await connection.close();
      })()),
  };
}

async function migrate(connection: Connection): Promise<void> {
  const [row] = await connection.all('PRAGMA user_version');
  const version = Number(row?.['user_version'] ?? 0);
  if (version > MIGRATIONS.length) {
    throw new Error(
      `the database has version ${version}; this release knows ${MIGRATIONS.length}: use a newer release`,
    );
  }
  for (const [at, step] of MIGRATIONS.entries()) {
    if (at < version) continue;
    try {
      await connection.script(`BEGIN IMMEDIATE; ${step}; PRAGMA user_version = ${at + 1}; COMMIT;`);
    } catch (error) {
      await connection.run('ROLLBACK').catch((failed: Error) => {
        if (!failed.message.includes('no transaction is active')) throw failed;
      });
      throw error;
    }
  }
}
