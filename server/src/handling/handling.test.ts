import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BulkCommand, createHandlingClient } from '@draagvlak/contract/client';
import { type Guest, openTestDossier, openTestServer, ORIGIN, type TestDossier, type TestServer } from '../testing.ts';
import { anchorOn, comment, toConsultation, toProcessing } from '../testing-story.ts';

let server: TestServer;
let d: TestDossier;
let version: string;
const ids = ['r1', 'r2', 'r3'].map((id) => `comment-${id}`);
const [r1, r2, r3] = ids as [string, string, string];

const of = (guest: Guest) =>
  createHandlingClient({ base: ORIGIN, fetch: (input, init) => guest.ask(String(input).slice(ORIGIN.length), init) });
const handlings = async (guest: Guest) =>
  Object.fromEntries((await guest.api.workbench(version)).comments.map(({ id, handling }) => [id, handling]));

beforeAll(async () => {
  server = await openTestServer();
  d = await openTestDossier(server);
  const opened = await toConsultation(server, d);
  ({ version } = opened);
  const { document } = await d.trainer.api.version(version);
  const anchor = anchorOn(document, version, 'De opleiding duurt minimaal 8 uur');
  for (const [at, guest] of [d.trainer, d.centre, d.participant].entries()) {
    await guest.api.command(d.id, comment(ids[at] as string, anchor));
  }
  await toProcessing(server, d, opened.round);
});
afterAll(() => server.close());

test('many commands in one request: each its own answer, one journal write, one way back', async () => {
  const before = await d.author.api.dossier(d.id);
  const commands: BulkCommand[] = [
    { type: 'assign-comment', comment: r1, person: d.author.id },
    { type: 'assign-comment', comment: 'nobody-knows', person: d.author.id },
    { type: 'set-comment-due', comment: r2, due: '2026-03-06' },
    { type: 'bundle-comments', bundle: 'bundle-1', comments: [r1, r2] },
  ];
  const done = await of(d.author).bulk(d.id, commands);
  expect(done.results).toMatchObject([
    { refusal: null, detail: null },
    { refusal: { code: 'unknown-comment' }, detail: expect.stringMatching(/reactie/i) as string },
    { refusal: null },
    { refusal: null },
  ]);
  expect(done.version).toBe(before.version + 3);
  const bench = await d.chair.api.workbench(version);
  expect(bench.bundles).toEqual([{ id: 'bundle-1', comments: [r1, r2] }]);
  expect((await handlings(d.chair))[r1]).toMatchObject({ assignee: { name: 'Anouk Visser' } });

  const back = await of(d.author).bulk(d.id, done.undo);
  expect(back.results.every(({ refusal }) => refusal === null)).toBe(true);
  const after = await d.chair.api.workbench(version);
  expect(after.bundles).toEqual([]);
  expect(after.comments.every(({ handling }) => handling.assignee === null && handling.due === null)).toBe(true);
});

test('what a colleague did in between is left alone by the way back', async () => {
  const done = await of(d.author).bulk(d.id, [{ type: 'assign-comment', comment: r1, person: d.author.id }]);
  await d.chair.api.command(d.id, { type: 'assign-comment', comment: r1, person: d.secretary.id });
  const back = await of(d.author).bulk(d.id, done.undo);
  expect(back.results).toMatchObject([{ refusal: { code: 'changed-meanwhile' } }]);
  expect((await handlings(d.author))[r1]?.assignee?.person).toBe(d.secretary.id);
});

test('a bundle is answered in one request, with a decision and a notice for each submitter', async () => {
  const propose = (id: string, kind: 'not-accepted' | 'answered'): BulkCommand => ({
    type: 'propose-disposition',
    disposition: `decision-${id}`,
    comment: id,
    decision: { kind, motivation: 'Acht uur volstaat.', places: [], into: null },
    supersedes: null,
    fresh: true,
  });
  const all = [propose(r1, 'not-accepted'), propose(r2, 'answered')];
  expect((await of(d.author).bulk(d.id, all)).results.every(({ refusal }) => refusal === null)).toBe(true);
  const again = await of(d.author).bulk(d.id, [{ ...all[0], disposition: 'other' } as BulkCommand]);
  expect(again.results).toMatchObject([{ refusal: { code: 'already-proposed' } }]);
  const confirmed = await of(d.chair).bulk(
    d.id,
    [r1, r2].map((id) => ({ type: 'confirm-disposition', disposition: `decision-${id}` })),
  );
  expect(confirmed.undo).toEqual([]);
  expect((await d.trainer.api.version(version)).comments[0]?.standing?.kind).toBe('not-accepted');
  expect((await d.centre.api.version(version)).comments[0]?.standing?.kind).toBe('answered');
});

test('what is overdue says so until the decision holds', async () => {
  server.at('2026-02-19T09:00:00.000Z');
  await of(d.chair).bulk(d.id, [{ type: 'set-comment-due', comment: r3, due: '2026-02-20' }]);
  expect((await handlings(d.chair))[r3]).toMatchObject({ due: '2026-02-20', overdue: false });
  server.at('2026-02-21T09:00:00.000Z');
  expect((await handlings(d.chair))[r3]).toMatchObject({ overdue: true });
});

test('the discussion is the committee’s: unread for a colleague, and nowhere for anybody else', async () => {
  const secret = 'Dit argument is niet nieuw.';
  const say = { type: 'discuss-comment', comment: r1, message: 'message-1', body: secret } as const;
  await d.author.api.command(d.id, say);
  expect((await handlings(d.author))[r1]).toMatchObject({ unread: 0, talk: [{ body: secret }] });
  expect((await handlings(d.chair))[r1]?.unread).toBe(1);
  await of(d.chair).seeTalk(d.id, r1, 'message-1');
  expect((await handlings(d.chair))[r1]?.unread).toBe(0);
  expect((await handlings(d.secretary))[r1]?.unread).toBe(1);

  for (const guest of [d.trainer, d.centre, d.participant, d.steering, d.partner, d.outsider]) {
    for (const path of [
      `/api/dossiers/${d.id}`,
      `/api/dossiers/${d.id}/log`,
      `/api/versions/${version}`,
      `/api/versions/${version}/workbench`,
      `/api/search?q=argument`,
      `/api/notices`,
      `/lezen/${version}`,
    ]) {
      const text = await (await guest.ask(path)).text();
      expect(text).not.toContain('niet nieuw');
      expect(text).not.toMatch(/comment-discussed|comment-assigned|comment-due-set|comments-bundled/);
    }
    await expect(guest.api.command(d.id, { ...say, message: 'message-2' })).rejects.toMatchObject({
      name: 'ProblemError',
    });
    await expect(of(guest).bulk(d.id, [{ type: 'assign-comment', comment: r1, person: null }])).rejects.toMatchObject({
      name: 'ProblemError',
    });
    await expect(of(guest).standardAnswers(d.id)).rejects.toMatchObject({ name: 'ProblemError' });
    await expect(of(guest).seeTalk(d.id, r1, 'message-1')).rejects.toMatchObject({ name: 'ProblemError' });
  }
});

test('standard answers are kept with the dossier, and offered in the next one of the same committee', async () => {
  const answer = { id: 'answer-1', title: 'Zelfde punt', text: 'Zie het antwoord op [nummer].' };
  await of(d.author).saveStandardAnswer(d.id, answer);
  await of(d.chair).saveStandardAnswer(d.id, { ...answer, title: 'Zelfde punt als' });
  expect((await of(d.secretary).standardAnswers(d.id)).own).toEqual([{ ...answer, title: 'Zelfde punt als' }]);
  const next = await openTestDossier(server);
  expect((await of(next.chair).standardAnswers(next.id)).elsewhere).toEqual([]);
  await next.secretary.api.command(next.id, {
    type: 'add-member',
    member: { person: d.author.id, role: 'wbc-member', party: 'wbc', organisation: null },
  });
  expect((await of(d.author).standardAnswers(next.id)).elsewhere).toMatchObject([
    { dossier: d.id, answers: [{ id: 'answer-1' }] },
  ]);
  await of(d.author).deleteStandardAnswer(d.id, 'answer-1');
  expect((await of(d.author).standardAnswers(d.id)).own).toEqual([]);
});
