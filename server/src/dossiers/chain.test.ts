import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDossier, openTestServer, type TestDossier, type TestServer } from '../testing.ts';
import { anchorOn, comment, toConsultation } from '../testing-story.ts';
import { BrokenChain, GENESIS, unlink } from './chain.ts';

let server: TestServer;
let d: TestDossier;
beforeEach(async () => {
  server = await openTestServer();
  d = await openTestDossier(server);
});
afterEach(() => server.close());

const SECRET = 'Mijn collega Sjaak de Boer heeft hetzelfde probleem.';
const start = { version: 0, head: GENESIS };

async function withComment() {
  const { version } = await toConsultation(server, d);
  const { document } = await d.participant.api.version(version);
  const id = server.services.newId();
  const anchor = anchorOn(document, version, 'De opleiding duurt minimaal 8 uur');
  await d.participant.api.command(d.id, comment(id, anchor, { body: SECRET }));
  const { dossier } = (await server.services.dossiers.store.load(d.id))!;
  const { body } = dossier.comments[0]!;
  if (!('blob' in body)) throw new Error('words stand in the journal');
  return { version, id, blob: body.blob };
}

test('a journal holds no words and no names, and every line holds the one before', async () => {
  await withComment();
  const rows = await server.services.storage.journal.read(d.id);
  const text = rows.map((row) => row.text).join('\n');
  for (const words of [SECRET, 'Sjaak', d.participant.name, d.chair.name]) expect(text).not.toContain(words);
  expect(unlink(d.id, start, rows)).toHaveLength(rows.length);
  const { head, version } = await d.secretary.api.dossier(d.id);
  expect(rows.at(-1)).toMatchObject({ hash: head, version });
});

test('who changes, removes, reorders or inserts a line is found out at that line', async () => {
  await withComment();
  const rows = await server.services.storage.journal.read(d.id);
  const changed = rows.map((row, at) => (at === 3 ? { ...row, text: row.text.replace('wbc', 'xyz') } : row));
  const check = (list: typeof rows) => () => unlink(d.id, start, list);
  expect(check(changed)).toThrow(BrokenChain);
  expect(check(changed)).toThrow(/version 4/);
  const renumbered = (list: typeof rows) => list.map((row, at) => ({ ...row, version: at + 1 }));
  expect(check(renumbered(rows.filter((_, at) => at !== 2)))).toThrow(/version 3/);
  expect(check(renumbered([rows[1]!, rows[0]!, ...rows.slice(2)]))).toThrow(/version 1/);
  expect(check(renumbered([rows[0]!, rows[0]!, ...rows.slice(1)]))).toThrow(/version 2/);
  expect(() => unlink('another dossier', start, rows)).toThrow(BrokenChain);
});

test('redacted words are read as redacted, and the chain still holds', async () => {
  const { version, blob } = await withComment();
  await d.secretary.api.command(d.id, {
    type: 'redact-words',
    blob,
    replacement: 'Mijn collega [naam verwijderd] heeft hetzelfde probleem.',
    reason: 'naam van een derde',
  });
  const seen = (await d.secretary.api.version(version)).comments[0];
  expect(seen?.body).toBe('Mijn collega [naam verwijderd] heeft hetzelfde probleem.');
  await server.services.dossiers.store.verify(d.id);
});

test('erased words are gone from the store, and the chain still holds', async () => {
  const { version, blob } = await withComment();
  await d.secretary.api.command(d.id, { type: 'erase-words', blob, reason: 'op verzoek van de indiener' });
  expect((await d.secretary.api.version(version)).comments[0]).toMatchObject({ number: 'R01', body: null });
  expect(await server.services.storage.blobs.get(blob)).toEqual({ erased: 'op verzoek van de indiener' });
  await server.services.dossiers.store.verify(d.id);
  const log = await d.secretary.api.log(d.id);
  expect(log.map(({ type }) => type)).toContain('words-erased');
});

test('words of a fact that was put down while the server stopped are erased at the next start', async () => {
  const { blob } = await withComment();
  const { store } = server.services.dossiers;
  const loaded = await store.load(d.id);
  // As when the process ended between the fact and the erasing.
  await store.append(d.id, loaded, [{ type: 'words-erased', blob, reason: 'verzoek' }], d.secretary.id, 'x');
  await server.services.dossiers.finishErasing();
  expect(await server.services.storage.blobs.get(blob)).toEqual({ erased: 'verzoek' });
});
