import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DamagedBytes } from '@draagvlak/storage';
import { runStorageConformance } from '@draagvlak/storage/conformance';
import { afterAll, describe, expect, test } from 'vitest';
import { connect } from './connection.ts';
import { openSqlite } from './index.ts';

const folders: string[] = [];
const file = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'draagvlak-storage-'));
  folders.push(folder);
  return join(folder, 'draagvlak.sqlite');
};
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

runStorageConformance('sqlite', async () => {
  const path = await file();
  let storage = await openSqlite(path);
  return {
    storage,
    reopen: async () => {
      await storage.close();
      return (storage = await openSqlite(path));
    },
    fill: async () => {
      await storage.limitPages(1);
      return () => storage.limitPages(1_000_000);
    },
  };
});

const entry = (byte: number) => ({
  update: Uint8Array.from([byte]),
  spans: new Uint8Array(),
  by: 'p',
  at: '2026-11-22T10:00:00.000Z',
});

describe('sqlite', () => {
  test('[STO50] a resolved promise stands on WAL with synchronous=FULL', async () => {
    const storage = await openSqlite(await file());
    expect(await storage.durability()).toEqual({ journalMode: 'wal', synchronous: 2 });
    await storage.close();
  });

  test('[STO51] an immutable blob and a journal row withstand SQL itself: no update, delete or replace', async () => {
    const path = await file();
    const storage = await openSqlite(path);
    const ref = await storage.blobs.put(Uint8Array.from([1]), { salted: false, type: 'x' });
    await storage.journal.append('s', 0, [{ text: 'a', hash: 'h' }]);
    // Another program on the same file: none of our own pragmas hold there.
    const stranger = await connect(path);
    for (const sql of [
      "UPDATE blob SET bytes = x'02'",
      "UPDATE blob SET bytes = NULL, erased = 'x'",
      'DELETE FROM blob',
      `INSERT OR REPLACE INTO blob (ref, type, bytes, salted) VALUES ('${ref}', 'x', x'02', 0)`,
      "UPDATE journal SET text = 'b'",
      'DELETE FROM journal',
      "INSERT OR REPLACE INTO journal (stream, version, text, hash) VALUES ('s', 1, 'b', 'h')",
    ]) {
      await expect(stranger.run(sql)).rejects.toThrow(/never|append-only|CHECK/);
    }
    await stranger.close();
    expect(await storage.blobs.get(ref)).toEqual({ bytes: Uint8Array.from([1]), type: 'x' });
    expect(await storage.journal.read('s')).toEqual([{ version: 1, text: 'a', hash: 'h' }]);
    await storage.close();
  });

  test('[STO52] erased words are in no file any more', async () => {
    const path = await file();
    const storage = await openSqlite(path);
    const words = 'dit-wil-ik-niet-meer-gezegd-hebben '.repeat(400);
    const ref = await storage.blobs.put(new TextEncoder().encode(words), { salted: true, type: 'text/plain' });
    await storage.blobs.erase(ref, 'gevraagd');
    for (const name of await readdir(join(path, '..'))) {
      const content = await readFile(join(path, '..', name));
      expect([name, content.includes('niet-meer-gezegd')]).toEqual([name, false]);
    }
    await storage.close();
  });

  test('[STO53] one flipped byte in the file refuses that draft and leaves the others', async () => {
    const path = await file();
    const storage = await openSqlite(path);
    for (const draft of ['a', 'b']) {
      await storage.drafts.create(draft);
      await storage.drafts.append(draft, [entry(1), entry(2)]);
    }
    const stranger = await connect(path);
    await stranger.run("UPDATE draft_entry SET bytes = x'07' WHERE draft = 'a' AND seq = 2");
    await stranger.close();
    await expect(storage.drafts.load('a')).rejects.toThrow(DamagedBytes);
    expect((await storage.drafts.load('b')).entries).toHaveLength(2);
    await storage.close();
  });

  test('[STO54] two processes on one file each get their own place in the log', async () => {
    const path = await file();
    const [one, two] = [await openSqlite(path), await openSqlite(path)];
    await one.drafts.create('d');
    const seqs: number[] = [];
    for (let at = 0; at < 20; at += 1) {
      seqs.push(await (at % 2 === 0 ? one : two).drafts.append('d', [entry(at)]));
    }
    expect(seqs).toEqual(seqs.map((_, at) => at + 1));
    expect((await one.drafts.load('d')).entries.map((stored) => stored.update[0])).toEqual(seqs.map((seq) => seq - 1));
    await one.close();
    await two.close();
  });

  test('[STO55] a database of a newer release is not touched', async () => {
    const path = await file();
    await (await openSqlite(path)).close();
    const stranger = await connect(path);
    await stranger.run('PRAGMA user_version = 999');
    await stranger.close();
    await expect(openSqlite(path)).rejects.toThrow('newer release');
  });

  test('[STO56] kill -9 leaves the old or the new: what was said to be stored is there, the log has no hole', async () => {
    const path = await file();
    for (let round = 0; round < 3; round += 1) {
      const said = await typeAndKill(path, 40 + round * 37);
      const storage = await openSqlite(path);
      const { entries } = await storage.drafts.load('d');
      expect(entries.length).toBeGreaterThanOrEqual(said.draft);
      expect(entries.map((stored) => stored.seq)).toEqual(entries.map((_, at) => at + 1));
      // Every append of the writer brings three entries of one author: a commit is there whole or not at all.
      expect(entries.length % 3).toBe(0);
      const facts = await storage.journal.read('s');
      expect(facts.length).toBeGreaterThanOrEqual(said.journal);
      expect(facts.length % 2).toBe(0);
      await storage.close();
    }
  });
});

/** Lets another process append until it has reported `reports` commits, kills it, and tells what it had reported. */
async function typeAndKill(path: string, reports: number): Promise<{ draft: number; journal: number }> {
  const script = fileURLToPath(new URL('writer-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = { draft: 0, journal: 0 };
  let lines = 0;
  let rest = '';
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', () => resolve());
    child.stdout.on('data', (chunk: Buffer) => {
      const parts = (rest + chunk.toString()).split('\n');
      rest = parts.pop() ?? '';
      for (const line of parts) {
        const [log, head] = line.split(' ');
        said[log as 'draft' | 'journal'] = Number(head);
        lines += 1;
        if (lines === reports) child.kill('SIGKILL');
      }
    });
  });
  expect(lines).toBeGreaterThanOrEqual(reports);
  return said;
}
