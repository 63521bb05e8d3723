import { nl } from '@draagvlak/wording';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDossier, openTestServer, type TestDossier, type TestServer } from '../testing.ts';
import { anchorOn, comment, freeze, toConsultation, toInspection, toProcessing } from '../testing-story.ts';

let server: TestServer;
let d: TestDossier;
let version: string;
let round: string;

beforeEach(async () => {
  server = await openTestServer();
  d = await openTestDossier(server);
  ({ version, round } = await toConsultation(server, d));
});
afterEach(() => server.close());

const passage = async () => anchorOn((await d.trainer.api.version(version)).document, version, 'minimaal 8 uur');
const journal = async () => (await d.secretary.api.dossier(d.id)).version;

test('a comment on a passage that does not exist is refused in words, and nothing is recorded', async () => {
  const anchor = await passage();
  const before = await journal();
  const [start, end] = [anchor.start!, anchor.end!];
  for (const wrong of [
    { ...anchor, start: { ...start, block: 'nergens' }, end: { ...end, block: 'nergens' }, node: 'nergens' },
    { ...anchor, end: { ...end, offset: 100_000 } },
    { ...anchor, quote: 'woorden die daar niet staan' },
    { ...anchor, start: end, end: start },
    { ...anchor, version: 'een-andere-versie' },
  ]) {
    await expect(d.trainer.api.command(d.id, { ...comment('c1', wrong), version })).rejects.toMatchObject({
      problem: { status: 422, code: 'anchor-not-in-version', detail: nl.refusals['anchor-not-in-version'] },
    });
  }
  expect(await journal()).toBe(before);
});

test('the same comment sent three times at once is one comment, and each sender hears that it is there', async () => {
  const command = comment('c1', await passage());
  const before = await journal();
  const answers = await Promise.all([1, 2, 3].map(() => d.trainer.api.command(d.id, command)));
  expect(answers.every(({ dossier }) => dossier.id === d.id)).toBe(true);
  expect((await d.trainer.api.version(version)).comments.map(({ number }) => number)).toEqual(['R01']);
  expect(await journal()).toBe(before + 1);
  // The same id with other words is not the same comment.
  const other = { ...command, body: 'Iets heel anders.' };
  const again = await d.trainer.api.command(d.id, other).catch((error: unknown) => error);
  expect((await d.trainer.api.version(version)).comments.map(({ body }) => body)).toEqual([command.body]);
  expect(again).toBeDefined();
});

test('the phase is entered once when two people take the step at once, and a step from a stale screen is refused', async () => {
  await toProcessing(server, d, round);
  await d.chair.api.command(d.id, freeze(d, server.services.newId()));
  const enter = { type: 'enter-phase', phase: 'inspection', reason: '', closes: null } as const;
  const taken = await Promise.allSettled(
    ['r2', 'r3'].map((id) => d.secretary.api.command(d.id, { ...enter, round: id })),
  );
  expect(taken.every(({ status }) => status === 'fulfilled')).toBe(true);
  const { rounds, phases } = await d.secretary.api.dossier(d.id);
  expect(rounds.filter(({ kind }) => kind === 'inspection')).toHaveLength(1);
  expect(phases.find(({ state }) => state === 'current')?.phase).toBe('inspection');
  await expect(
    d.chair.api.command(d.id, { ...enter, phase: 'processing', reason: 'Oud scherm.', round: null }),
  ).rejects.toMatchObject({ code: 'wrong-phase' });
});

test('a comment on a version that is past is refused, with why', async () => {
  const anchor = await passage();
  await toProcessing(server, d, round);
  await toInspection(server, d);
  for (const guest of [d.trainer, d.centre]) {
    await expect(guest.api.command(d.id, comment('laat', anchor))).rejects.toMatchObject({
      problem: { status: 409, detail: expect.stringMatching(/termijn om te reageren is voorbij/) },
    });
  }
});

test('a decision on what somebody else decided meanwhile is refused, and the first stands', async () => {
  await d.trainer.api.command(d.id, comment('c1', await passage()));
  await toProcessing(server, d, round);
  const propose = (disposition: string, supersedes: string | null) =>
    ({
      type: 'propose-disposition',
      disposition,
      comment: 'c1',
      decision: { kind: 'not-accepted', motivation: `Besluit ${disposition}.`, places: [], into: null },
      supersedes,
    }) as const;
  await d.author.api.command(d.id, propose('d1', null));
  await d.chair.api.command(d.id, { type: 'confirm-disposition', disposition: 'd1' });
  // On a stale screen there is no decision yet.
  await expect(d.author.api.command(d.id, propose('d2', null))).rejects.toMatchObject({
    problem: { status: 409 },
  });
  const standing = (await d.author.api.workbench(version)).comments[0]?.standing;
  expect(standing?.motivation).toBe('Besluit d1.');
});

test('a round that is closed while somebody writes: sending is refused with why, and the words are kept for them', async () => {
  const anchor = await passage();
  const written = {
    id: 'klad',
    anchor,
    kind: 'substantive',
    body: 'Ik was nog bezig.',
    proposal: null,
  } as const;
  await d.trainer.api.saveCommentDraft(version, written);
  await toProcessing(server, d, round);
  await expect(d.trainer.api.command(d.id, comment('klad', anchor, { body: written.body }))).rejects.toMatchObject({
    problem: { detail: expect.stringMatching(/\p{Lu}.*\./u) },
  });
  expect((await d.trainer.api.commentDrafts(version)).map(({ body }) => body)).toEqual([written.body]);
});

test('an oversized body is refused before it is read, and the server goes on', async () => {
  const response = await d.trainer.ask(`/api/dossiers/${d.id}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(comment('c1', await passage(), { body: 'a'.repeat(3_000_000) })),
  });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({ code: 'too-large', detail: nl.problems.sentences['too-large'] });
  expect((await d.trainer.api.version(version)).comments).toEqual([]);
});
