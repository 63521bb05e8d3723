import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite, type SqliteStorage } from '@draagvlak/storage-sqlite';
import type { LostText } from '@draagvlak/sync';
import * as Y from 'yjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type DraftClient, draftClient, lines, textOf, until } from '../support/draft-client.ts';
import { AT, DRAFT, type DraftServer, paragraphs, startDraftServer } from '../support/draft-server.ts';
import { rawSocket } from '../support/raw-socket.ts';

let folder: string;
let storage: SqliteStorage;
let server: DraftServer;
const lost: LostText[] = [];
const clients: DraftClient[] = [];
const enter = async (name: string): Promise<DraftClient> => {
  const client = draftClient(server.url, name);
  clients.push(client);
  await client.synced();
  return client;
};
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draagvlak-trouble-'));
  storage = await openSqlite(join(folder, 'data.sqlite'));
  server = await startDraftServer(storage, {
    keepLostText: async (text) => void lost.push(text),
    limits: { waitingBytes: 256 << 10 },
  });
  await server.rooms.create(DRAFT, paragraphs('Begin.', 'Tweede.', 'Derde.'), 'secretaris', AT);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.leave();
  lost.length = 0;
  await server.close();
  await storage.close();
  await rm(folder, { recursive: true });
});

test('a full disk: nobody is told a lie, nobody is thrown out, and it goes on by itself', async () => {
  const [anna, bram] = [await enter('anna'), await enter('bram')];
  await until(() => anna.saved()?.messages === anna.sent(), 'all is saved');
  await storage.limitPages(1);
  const text = textOf(anna.fragment, 0);
  for (let at = 0; at < 50; at += 1) text.insert(0, 'volle schijf '.repeat(400));
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(anna.saved()!.messages).toBeLessThan(anna.sent());
  expect(lines(bram.fragment)[0]!.length).toBeLessThan(lines(anna.fragment)[0]!.length);
  const seen = lines(bram.fragment)[0]!;
  await expect(server.rooms.freeze(DRAFT, async () => {})).rejects.toThrow(DRAFT);
  await storage.limitPages(1_000_000);
  await until(() => anna.saved()?.messages === anna.sent(), 'saved after all');
  await until(() => lines(bram.fragment)[0] === lines(anna.fragment)[0], 'bram sees it too');
  expect(lines(bram.fragment)[0]).toContain(seen);
  expect([anna.stopped(), bram.stopped()]).toEqual([null, null]);
});

test('who does not read costs a bounded buffer, does not slow the others, and catches up', async () => {
  const [anna, bram] = [await enter('anna'), await enter('bram')];
  const slow = await rawSocket(server.url, 'as=sloom');
  slow.say(0, 0, 1, 0);
  slow.socket.pause();
  const text = textOf(anna.fragment, 0);
  const before = process.memoryUsage.rss();
  for (let at = 0; at < 200; at += 1) {
    text.insert(0, 'x'.repeat(50_000));
    text.delete(0, 50_000);
    if (at % 20 === 0) await until(() => lines(bram.fragment)[0] === lines(anna.fragment)[0], 'bram keeps up');
  }
  text.insert(0, 'Slot. ');
  await until(() => lines(bram.fragment)[0] === lines(anna.fragment)[0], 'bram has all');
  expect(process.memoryUsage.rss() - before).toBeLessThan(200 << 20);
  slow.socket.resume();
  const doc = new Y.Doc();
  await until(
    () => {
      for (const frame of slow.received.splice(0)) if (frame[0] === 0 && frame[1] !== 0) applyFrame(doc, frame);
      return lines(doc.getXmlFragment('prosemirror'))[0]?.startsWith('Slot. ') ?? false;
    },
    'the slow one has caught up',
    20_000,
  );
  expect(lines(doc.getXmlFragment('prosemirror'))).toEqual(lines(anna.fragment));
  slow.socket.close();
}, 60_000);

/** `[0, kind, length…, update]` */
function applyFrame(doc: Y.Doc, frame: Uint8Array): void {
  let at = 2;
  while ((frame[at] as number) >= 128) at += 1;
  Y.applyUpdate(doc, frame.subarray(at + 1));
}

test('typing in a paragraph that somebody moves meanwhile: the text goes along', async () => {
  const [anna, bram] = [await enter('anna'), await enter('bram')];
  // Anna's connection stutters: what she types arrives after the move.
  anna.provider.disconnect();
  textOf(anna.fragment, 1).insert(7, ' Dit typt Anna nog.');
  const text = (bram.fragment.get(1) as Y.XmlElement).clone();
  bram.doc.transact(() => {
    bram.fragment.delete(1, 1);
    bram.fragment.insert(2, [text as Y.XmlElement]);
  });
  await until(() => bram.saved()?.messages === bram.sent(), 'the move is stored');
  anna.provider.connect();
  const together = 'Tweede. Dit typt Anna nog.';
  const there = (client: DraftClient) => lines(client.fragment)[2] === together;
  await until(() => there(anna) && there(bram), 'both see it where the paragraph went');
  expect(lost).toEqual([]);
  await until(() => anna.saved()?.messages === anna.sent(), 'and anna is not kept waiting');
});

test('a freeze while two people type: the frozen text is what is stored, and nothing typed is lost', async () => {
  const [anna, bram] = [await enter('anna'), await enter('bram')];
  let typing = true;
  const type = async (client: DraftClient): Promise<void> => {
    for (let at = 0; typing; at += 1) {
      textOf(client.fragment, 0).insert(0, `${client.name}${at} `);
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  };
  const typists = [type(anna), type(bram)];
  const frozen: string[] = [];
  for (let round = 0; round < 3; round += 1) {
    // Whoever met the freeze is back by then.
    await new Promise((resolve) => setTimeout(resolve, 600));
    const [one, two] = await Promise.all(
      [1, 2].map(() => server.rooms.freeze(DRAFT, async ({ document }) => JSON.stringify(document))),
    );
    frozen.push(one as string, two as string);
  }
  typing = false;
  await Promise.all(typists);
  await until(
    () => anna.provider.synced && bram.provider.synced && lines(anna.fragment)[0] === lines(bram.fragment)[0],
    'both are equal',
  );
  await until(() => anna.saved()?.messages === anna.sent() && bram.saved()?.messages === bram.sent(), 'all is saved');
  const { document } = await server.rooms.read(DRAFT);
  expect(JSON.stringify(document)).toContain(JSON.stringify(lines(anna.fragment)[0]).slice(1, -1));
  expect(new Set(frozen).size).toBeGreaterThan(2);
  expect(frozen[0]).toContain('anna0 ');
  expect([anna.stopped(), bram.stopped()]).toEqual([null, null]);
});

test('what only the whole document shows to be wrong is removed by the server and kept aside', async () => {
  const anna = await enter('anna');
  (anna.fragment.get(0) as Y.XmlElement).setAttribute('role', 'minister');
  (anna.fragment.get(2) as Y.XmlElement).insert(0, [new Y.XmlElement('table')]);
  await until(() => (anna.fragment.get(0) as Y.XmlElement).getAttribute('role') === undefined, 'the role is gone');
  await until(() => (anna.fragment.get(2) as Y.XmlElement).length === 1, 'the table is gone');
  expect(lines(anna.fragment)).toEqual(['Begin.', 'Tweede.', 'Derde.']);
  await until(async () => (await storage.register.list('set-aside', DRAFT)).length > 0, 'it is kept aside');
});

test('five authors with stock clients who lose their connection at random end equal, and equal to what is stored', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const people = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(enter));
  for (let at = 0; at < 300; at += 1) {
    const one = people[random(people.length)] as DraftClient;
    const text = textOf(one.fragment, random(3));
    const act = random(20);
    if (act < 10) text.insert(random(text.length + 1), 'abcdefgh'.slice(0, 1 + random(6)));
    else if (act < 14 && text.length > 4) text.delete(random(text.length - 3), 1 + random(3));
    else if (act < 16 && text.length > 4) text.format(random(text.length - 3), 2, { strong: random(2) ? {} : null });
    else if (act < 18) one.provider.disconnect();
    else one.provider.connect();
    if (at % 7 === 0) await new Promise((resolve) => setTimeout(resolve, random(12)));
  }
  for (const one of people) one.provider.connect();
  await until(
    () => people.every((one) => one.provider.synced && one.saved()?.messages === one.sent()),
    `all are saved (seed ${seed})`,
  );
  await until(
    () => people.every((one) => one.fragment.toString() === people[0]!.fragment.toString()),
    `all are equal (seed ${seed})`,
  );
  const stored = new Y.Doc();
  const { snapshot, entries } = await storage.drafts.load(DRAFT);
  if (snapshot) Y.applyUpdate(stored, snapshot);
  for (const { update } of entries) Y.applyUpdate(stored, update);
  expect(stored.getXmlFragment('prosemirror').toString()).toBe(people[0]!.fragment.toString());
  expect(stored.store.pendingStructs).toBeNull();
});
