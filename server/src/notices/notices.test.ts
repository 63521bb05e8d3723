import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNoticeClient } from '@draagvlak/contract/client';
import { notice } from '@draagvlak/procedure';
import { type Guest, openTestDossier, openTestServer, ORIGIN, type TestDossier, type TestServer } from '../testing.ts';

let server: TestServer;
let dossier: TestDossier;
beforeAll(async () => {
  server = await openTestServer();
  dossier = await openTestDossier(server);
});
afterAll(() => server.close());

const of = (guest: Guest) =>
  createNoticeClient({ base: ORIGIN, fetch: (input, init) => guest.ask(String(input).slice(ORIGIN.length), init) });
const kinds = async (guest: Guest) => (await of(guest).notices()).notices.map(({ kind }) => kind);

test('who was added reads it once, marks it as read and keeps it in the list', async () => {
  const { author } = dossier;
  const first = await of(author).notices();
  expect(first).toMatchObject({ unread: 1, more: false });
  expect(first.notices).toMatchObject([
    { kind: 'added', unread: true, title: 'Gasmeten', href: `/dossiers/${dossier.id}`, by: { name: 'Marga Kooiman' } },
  ]);
  expect(await of(author).readNotices({ upTo: first.upTo, ids: [] })).toEqual({ unread: 0 });
  expect((await of(author).notices()).notices).toMatchObject([{ kind: 'added', unread: false }]);
});

test('a stakeholder who may not know of the dossier yet is told nothing', async () => {
  expect(await of(dossier.trainer).notices()).toEqual({ notices: [], unread: 0, upTo: null, more: false });
  expect(await kinds(dossier.outsider)).toEqual([]);
});

test('one line can be read on its own, and what comes later is new', async () => {
  const { author, secretary } = dossier;
  server.at('2026-01-06T09:00:00.000Z');
  await secretary.api.startDraft(dossier.id, dossier.document, { from: 'template' });
  const { notices } = await of(author).notices();
  expect(notices.map(({ kind, unread }) => [kind, unread])).toEqual([
    ['draft-started', true],
    ['added', false],
  ]);
  expect(await of(author).readNotices({ upTo: null, ids: notices[0]?.ids ?? [] })).toEqual({ unread: 0 });
  // Not that of a colleague.
  expect((await of(dossier.chair).notices()).unread).toBe(2);
});

test('nobody reads what is still to come, and ids of others mean nothing', async () => {
  const { chair } = dossier;
  await of(chair).readNotices({ upTo: '2030-01-01T00:00:00.000Z', ids: ['elsewhere/1'] });
  server.at('2026-01-07T09:00:00.000Z');
  await dossier.secretary.api.command(dossier.id, {
    type: 'add-member',
    member: { person: chair.id, role: 'wbc-member', party: 'wbc', organisation: null },
  });
  expect((await of(chair).notices()).unread).toBe(1);
});

test('a topic that is switched off is neither listed nor counted, until it is switched on again', async () => {
  const { chair } = dossier;
  expect((await of(chair).noticeSettings()).topics.every(({ app }) => app)).toBe(true);
  await of(chair).saveNoticeSettings({ topics: [{ topic: 'invitations', app: false }] });
  expect(await of(chair).notices()).toMatchObject({ unread: 0, notices: [{ kind: 'draft-started' }] });
  await of(chair).saveNoticeSettings({ topics: [{ topic: 'invitations', app: true }] });
  expect((await of(chair).notices()).unread).toBe(1);
});

test('what no fact tells can be raised, is told once, and only to who may read the draft', async () => {
  const { author, trainer } = dossier;
  const raised = {
    id: 'note-1',
    dossier: dossier.id,
    at: server.services.now(),
    by: dossier.chair.id,
    notice: notice('mentioned', { title: 'Opleiderdocument Gasmeten' }, { document: dossier.document }),
    href: `/dossiers/${dossier.id}/schrijven/${dossier.document}`,
  };
  for (const guest of [author, author, trainer]) await server.services.notices.raise(guest.id, raised);
  const [line] = (await of(author).notices()).notices;
  expect(line).toMatchObject({ kind: 'mentioned', unread: true, href: raised.href, by: { name: 'Willem Terpstra' } });
  expect((await kinds(author)).filter((kind) => kind === 'mentioned')).toHaveLength(1);
  expect(await kinds(trainer)).toEqual([]);
});

test('the stream tells the number at first and whenever it changes', async () => {
  const { author } = dossier;
  const response = await author.ask('/api/notices/events');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const next = async () => (await reader?.read())?.value ?? '';
  expect(await next()).toContain('data: {"unread":1}');
  await of(author).readNotices({ upTo: null, ids: [(await of(author).notices()).notices[0]?.id ?? ''] });
  expect(await next()).toContain('event: unread\ndata: {"unread":0}');
  await reader?.cancel();
});

test('who leaves the dossier has no notices of it any more', async () => {
  await dossier.secretary.api.command(dossier.id, {
    type: 'remove-member',
    person: dossier.author.id,
    role: 'wbc-member',
  });
  expect(await of(dossier.author).notices()).toMatchObject({ notices: [], unread: 0 });
});
