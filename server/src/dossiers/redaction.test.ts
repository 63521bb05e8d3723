import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDossier, openTestServer, type TestDossier, type TestServer } from '../testing.ts';
import { anchorOn, comment, toConsultation, toProcessing } from '../testing-story.ts';
import { GENESIS, unlink } from './chain.ts';

let server: TestServer;
let d: TestDossier;
let version: string;

const BODY = 'Mijn collega Jodocus Appelscha heeft hetzelfde probleem.';
const REASON = 'Naam van een derde.';
const ANSWER = 'Wij spraken mevrouw Zwiebertje hierover.';

const register = () => d.secretary.api.dossierWords(d.id);
const wordsWith = async (text: string) => (await register()).find((one) => one.text?.includes(text) === true)!;
const found = async (q: string) => (await d.secretary.api.search(q, d.id)).found.length;

beforeAll(async () => {
  server = await openTestServer();
  d = await openTestDossier(server);
  const consultation = await toConsultation(server, d);
  version = consultation.version;
  const { document } = await d.trainer.api.version(version);
  const anchor = anchorOn(document, version, 'De opleiding duurt minimaal 8 uur');
  await d.trainer.api.command(d.id, comment('c1', anchor, { kind: 'support', body: 'Eerst stond hier Roderick.' }));
  await d.trainer.api.command(d.id, {
    type: 'edit-comment',
    comment: 'c1',
    kind: 'support',
    body: BODY,
    proposal: null,
  });
  await toProcessing(server, d, consultation.round);
  await d.author.api.command(d.id, {
    type: 'propose-disposition',
    disposition: 'd1',
    comment: 'c1',
    decision: { kind: 'noted', motivation: ANSWER, places: [], into: null },
    supersedes: null,
  });
  await d.chair.api.command(d.id, { type: 'confirm-disposition', disposition: 'd1' });
});
afterAll(() => server.close());

/** The chain as the journal has it; throws when it is broken. */
const chain = async () => unlink(d.id, { version: 0, head: GENESIS }, await server.services.storage.journal.read(d.id));
const onDisk = async (text: string) => {
  const files = (await readdir(server.dataDir)).filter((name) => name.includes('sqlite'));
  const bytes = await Promise.all(files.map((name) => readFile(join(server.dataDir, name))));
  return bytes.some((one) => one.includes(text));
};

test('only the secretary sees what may be redacted, each with its line of the log', async () => {
  for (const guest of [d.chair, d.author, d.trainer]) {
    await expect(guest.api.dossierWords(d.id)).rejects.toMatchObject({ code: 'not-allowed' });
  }
  await expect(d.outsider.api.dossierWords(d.id)).rejects.toMatchObject({ code: 'unknown-dossier' });
  expect(await wordsWith('Appelscha')).toMatchObject({
    line: { type: 'comment-edited', values: { number: 'R01' } },
    field: 'body',
    comment: 'c1',
    state: 'shown',
  });
  expect(await wordsWith('Zwiebertje')).toMatchObject({
    line: { type: 'disposition-proposed' },
    field: 'motivation',
    comment: 'c1',
  });
  expect((await d.secretary.api.version(version)).mayRedact).toBe(true);
  expect((await d.chair.api.version(version)).mayRedact).toBe(false);
});

test('redacted words make place for others wherever they were shown, and are found no more', async () => {
  expect(await found('Appelscha')).toBe(1);
  const { blob, current } = await wordsWith('Appelscha');
  const before = await chain();
  const replacement = `Mijn collega [weggelakt: ${REASON}] heeft hetzelfde probleem.`;
  await d.secretary.api.command(d.id, { type: 'redact-words', blob: current ?? '', replacement, reason: REASON });
  for (const guest of [d.trainer, d.author]) {
    expect((await guest.api.version(version)).comments[0]?.body).toBe(replacement);
  }
  expect((await d.author.api.workbench(version)).comments[0]?.body).toBe(replacement);
  expect(await found('Appelscha')).toBe(0);
  expect(await found('weggelakt')).toBe(1);
  expect((await register()).find((one) => one.blob === blob)).toMatchObject({ state: 'redacted', reason: REASON });
  // What was written stays stored, and the chain has one line more and no other.
  expect(await onDisk('Appelscha')).toBe(true);
  expect((await chain()).slice(0, -1)).toEqual(before);

  await d.secretary.api.command(d.id, { type: 'erase-words', blob, reason: 'Op verzoek.' });
  expect((await d.trainer.api.version(version)).comments[0]?.body).toBe(replacement);
  expect((await register()).find((one) => one.blob === blob)).toMatchObject({
    state: 'redacted',
    originalErased: true,
  });
  expect(await onDisk('Appelscha')).toBe(false);
});

test('erased words are gone for good, and in their place it says so', async () => {
  const { blob } = await wordsWith('Zwiebertje');
  expect(await found('Zwiebertje')).toBe(1);
  await d.secretary.api.command(d.id, { type: 'erase-words', blob, reason: REASON });
  expect((await d.trainer.api.version(version)).comments[0]?.standing?.motivation).toBe('[gewist]');
  expect(await found('Zwiebertje')).toBe(0);
  expect((await register()).find((one) => one.blob === blob)).toMatchObject({
    state: 'erased',
    text: null,
    reason: REASON,
  });
  expect(await onDisk('Zwiebertje')).toBe(false);
  await chain();
});

test('what was edited away can be erased too, though nobody sees it any more', async () => {
  const { blob } = await wordsWith('Roderick');
  expect(await onDisk('Roderick')).toBe(true);
  await d.secretary.api.command(d.id, { type: 'erase-words', blob, reason: REASON });
  expect(await onDisk('Roderick')).toBe(false);
  const log = await d.secretary.api.log(d.id);
  expect(log.map(({ type }) => type).slice(-1)).toEqual(['words-erased']);
  expect(JSON.stringify(log)).not.toMatch(/Appelscha|Zwiebertje|Roderick/);
  await expect(
    d.secretary.api.command(d.id, { type: 'erase-words', blob: '0'.repeat(64), reason: REASON }),
  ).rejects.toMatchObject({ code: 'unknown-comment' });
});
