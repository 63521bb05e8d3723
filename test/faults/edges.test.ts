import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  openTestDossier,
  openTestServer,
  type Guest,
  type TestDossier,
  type TestServer,
} from '@draagvlak/server/testing';
import { anchorOn, comment, freeze, toConsultation, toDrafting } from '@draagvlak/server/testing-story';
import { openSqlite, type SqliteStorage } from '@draagvlak/storage-sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { addParagraph, type DraftClient, draftClient, until } from '../support/draft-client.ts';
import { rawSocket } from '../support/raw-socket.ts';

let folder: string;
let storage: SqliteStorage;
let server: TestServer;
let d: TestDossier;
const clients: DraftClient[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'draagvlak-edges-'));
  storage = await openSqlite(join(folder, 'draagvlak.sqlite'));
  server = await openTestServer({ LOG_LEVEL: 'silent' }, { listen: true, storage });
  d = await openTestDossier(server);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.leave();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const sync = () => `${server.url.replace('http', 'ws')}/sync`;
const connect = async (guest: Guest): Promise<DraftClient> => {
  const client = draftClient(sync(), guest.name, { draft: d.draft, params: {}, cookie: await guest.cookie() });
  clients.push(client);
  return client;
};
const enter = async (guest: Guest): Promise<DraftClient> => {
  const client = await connect(guest);
  await client.synced();
  return client;
};
const allSaved = (client: DraftClient) => until(() => client.saved()?.messages === client.sent(), 'all is saved');
const stored = async () => JSON.stringify((await server.services.rooms.read(d.draft)).document);
const settled = async (attempts: readonly Promise<unknown>[]) => {
  const results = await Promise.allSettled(attempts);
  return results.map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as { code?: string }).code));
};
const mayFreeze = async () => {
  await d.secretary.api.command(d.id, { type: 'answer-rules-question', changesRules: false, list: '' });
  await d.secretary.api.command(d.id, { type: 'record-committee-decision', on: '2026-01-06', minutes: '' });
};

test('who signs out while typing is out at once; what was saved stays, and signing in again goes on', async () => {
  await toDrafting(server, d);
  const anna = await enter(d.author);
  addParagraph(anna.fragment, 'Voor het afmelden.');
  await allSaved(anna);
  const cookie = await d.author.cookie();
  const out = await fetch(`${server.url}/api/session`, { method: 'DELETE', headers: { cookie, origin: server.url } });
  expect(out.status).toBe(204);
  await until(() => anna.stopped() === 4401, 'the socket is closed with 4401');
  const back = draftClient(sync(), 'terug', { draft: d.draft, params: {}, cookie });
  clients.push(back);
  await until(() => back.stopped() === 4401, 'the old cookie opens nothing');
  expect(await stored()).toContain('Voor het afmelden.');
});

test('who is taken out of the dossier is out of the draft at once, and out of the dossier', async () => {
  await toDrafting(server, d);
  const [anna, willem] = [await enter(d.author), await enter(d.chair)];
  await d.secretary.api.command(d.id, { type: 'remove-member', person: d.author.id, role: 'wbc-member' });
  await until(() => anna.stopped() === 4403, 'the socket is closed with 4403');
  addParagraph(anna.fragment, 'Dit komt niet aan.');
  addParagraph(willem.fragment, 'Willem gaat door.');
  await allSaved(willem);
  expect(await stored()).not.toContain('Dit komt niet aan.');
  await expect(d.author.api.draft(d.draft)).rejects.toMatchObject({ code: 'not-found' });
});

test('a draft that closes while somebody types: what arrived is in it, the rest is told not to be, and it is read on', async () => {
  await toDrafting(server, d);
  await mayFreeze();
  await d.chair.api.command(d.id, freeze(d, server.services.newId()));
  const anna = await enter(d.author);
  addParagraph(anna.fragment, 'Op tijd.');
  await allSaved(anna);
  server.at('2026-01-12T09:00:00.000Z');
  const round = server.services.newId();
  const step = { type: 'enter-phase', phase: 'consultation', reason: '', closes: '2026-02-06', round } as const;
  await d.secretary.api.command(d.id, step);
  addParagraph(anna.fragment, 'Te laat.');
  await until(() => anna.stopped() === 4403 || anna.stopped() === 4401, 'the writer is told');
  const text = await stored();
  expect([text.includes('Op tijd.'), text.includes('Te laat.')]).toEqual([true, false]);
  const reader = await enter(d.author);
  expect(reader.fragment.toString()).toContain('Op tijd.');
  addParagraph(reader.fragment, 'Van een lezer.');
  await d.author.api.saveKeptText(d.draft, { id: 'te-laat', text: 'Te laat.' });
  expect((await d.author.api.keptTexts(d.draft)).map((one) => one.text)).toEqual(['Te laat.']);
  expect(await stored()).not.toContain('Van een lezer.');
});

test('two freezes at once while somebody types make one concept, and the draft is not left closed', async () => {
  await toDrafting(server, d);
  await mayFreeze();
  const anna = await enter(d.author);
  let typed = 0;
  const typing = setInterval(() => addParagraph(anna.fragment, `[regel ${(typed += 1)}]`), 5);
  const outcomes = await settled(
    [d.chair, d.chair, d.chair, d.chair].map((guest) => guest.api.command(d.id, freeze(d, server.services.newId()))),
  );
  clearInterval(typing);
  expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome !== 'done' && outcome !== 'already-frozen')).toEqual([]);
  await until(() => anna.provider.synced, 'anna is back');
  addParagraph(anna.fragment, '[na het vastleggen]');
  await allSaved(anna);
  const text = await stored();
  const missing = Array.from({ length: typed }, (_, at) => `[regel ${at + 1}]`).filter((line) => !text.includes(line));
  expect([missing, text.includes('[na het vastleggen]'), anna.stopped()]).toEqual([[], true, null]);
  expect((await d.chair.api.dossier(d.id)).documents[0]?.versions).toHaveLength(1);
});

test('a round that ends while twenty people send: who hears that it was taken is in it, the others hear why not', async () => {
  const { version, round } = await toConsultation(server, d);
  const { document } = await d.trainer.api.version(version);
  const anchor = anchorOn(document, version, 'De opleiding duurt minimaal 8 uur');
  const { closes } = (await d.trainer.api.dossier(d.id)).rounds[0]!;
  server.at(closes);
  const senders = [d.trainer, d.centre, d.participant, d.partner];
  for (const sender of [...senders, d.secretary]) await sender.cookie();
  const ids = Array.from({ length: 20 }, () => server.services.newId());
  const sent = ids.map(async (id, at) => {
    if (at === 8) server.at(new Date(Date.parse(closes) + 1000).toISOString());
    if (at > 8) await new Promise((resolve) => setTimeout(resolve, at));
    return senders[at % senders.length]!.api.command(d.id, comment(id, anchor));
  });
  const [ended, ...outcomes] = await settled([d.secretary.api.command(d.id, { type: 'close-round', round }), ...sent]);
  expect(['done', 'round-not-open', 'not-allowed', 'wrong-phase', 'too-early']).toContain(ended);
  const taken = (await d.secretary.api.version(version)).comments.map(({ id }) => id);
  expect(taken.toSorted()).toEqual(ids.filter((_, at) => outcomes[at] === 'done').toSorted());
  const refusals = outcomes.filter((outcome) => outcome !== 'done');
  expect(refusals.length).toBeGreaterThan(0);
  expect(refusals.filter((code) => code !== 'round-over' && code !== 'round-not-open')).toEqual([]);
  await server.services.dossiers.store.verify(d.id);
});

test('a full disk: nothing says saved or done, nothing stays closed, and afterwards everything typed is there', async () => {
  await toDrafting(server, d);
  await mayFreeze();
  const [anna, willem] = [await enter(d.author), await enter(d.chair)];
  await allSaved(anna);
  await storage.limitPages(1);
  for (let at = 0; at < 40; at += 1) addParagraph(anna.fragment, `${at} ${'volle schijf '.repeat(400)}`);
  const version = server.services.newId();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(anna.saved()!.messages).toBeLessThan(anna.sent());
  await expect(d.chair.api.command(d.id, freeze(d, version))).rejects.toMatchObject({
    code: 'storage-unavailable',
    problem: { status: 503 },
  });
  await expect(d.author.api.saveKeptText(d.draft, { id: 'k', text: 'y'.repeat(100_000) })).rejects.toMatchObject({
    code: 'storage-unavailable',
  });
  await storage.limitPages(1_000_000);
  await until(() => anna.saved()?.messages === anna.sent(), 'everything is saved after all');
  await until(() => willem.fragment.length === anna.fragment.length, 'and willem sees it');
  expect((await d.chair.api.dossier(d.id)).documents[0]?.versions).toEqual([]);
  await d.chair.api.command(d.id, freeze(d, version));
  const frozen = JSON.stringify((await d.chair.api.version(version)).document);
  expect(Array.from({ length: 40 }, (_, at) => at).filter((at) => !frozen.includes(`"${at} volle`))).toEqual([]);
  expect([anna.stopped(), willem.stopped()]).toEqual([null, null]);
  await server.services.dossiers.store.verify(d.id);
});

test('a page of another site opens no draft and does nothing, though the browser sends the cookie along', async () => {
  await toDrafting(server, d);
  const cookie = await d.author.cookie();
  const foreign = { cookie, origin: 'https://kwaad.example', 'content-type': 'application/json' };
  const body = JSON.stringify({ id: 'x', text: 'x' });
  const put = await fetch(`${server.url}/api/private/kept-texts?draft=${d.draft}`, {
    method: 'PUT',
    headers: foreign,
    body,
  });
  expect([put.status, ((await put.json()) as { code: string }).code]).toEqual([403, 'foreign-origin']);
  const socket = await rawSocket(sync(), '', { draft: d.draft, origin: 'https://kwaad.example', cookie });
  expect(await socket.ended).toBe(403);
  expect(await d.author.api.keptTexts(d.draft)).toEqual([]);
});
