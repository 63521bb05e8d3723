import { replaceText } from '@draagvlak/document/yjs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestDossier, openTestServer, type TestDossier, type TestServer } from '../testing.ts';
import { anchorOn, toDrafting } from '../testing-story.ts';
import { VISIT_DAYS } from './visits.ts';

let server: TestServer;
let d: TestDossier;
beforeEach(async () => {
  server = await openTestServer();
  d = await openTestDossier(server);
  await toDrafting(server, d);
});
afterEach(() => server.close());

type Guest = TestDossier['author'];

/** Writes something before these words of the draft. */
async function write(guest: Guest, before: string, words: string): Promise<void> {
  const document = await d.author.api.draft(d.draft);
  const { block } = anchorOn(document, 'x', before).start!;
  const author = { person: guest.id, at: server.services.now(), comment: null };
  await server.services.rooms.edit(d.draft, author, (tr) => replaceText(tr, block, 0, 0, words));
}
const DURATION = 'De opleiding duurt minimaal 8 uur';
const left = (guest: Guest, milliseconds = 60_000) =>
  server.services.since.left({ draft: d.draft, person: guest.id, milliseconds });

test('who comes back hears how much others changed and who they were; their own changes do not count', async () => {
  expect(await d.author.api.since(d.draft)).toEqual({ since: null, changes: 0, people: [] });
  server.at('2026-01-07T13:10:00.000Z');
  await left(d.author);
  await write(d.author, DURATION, 'Zelf. ');
  await write(d.secretary, 'ten hoogste 12 deelnemers', 'Door de secretaris. ');
  const since = await d.author.api.since(d.draft);
  expect(since).toMatchObject({ since: '2026-01-07T13:10:00.000Z', changes: 1 });
  expect(since.people.map(({ name }) => name)).toEqual([d.secretary.name]);
  const { comparison, changes, beforeDocument, afterDocument } = await d.author.api.sinceComparison(d.draft);
  expect(comparison.changes).toHaveLength(2);
  const [change] = changes;
  expect(change?.people).toEqual([d.secretary.id]);
  const shown = comparison.changes.find(({ key }) => key === change?.key);
  expect(shown?.pieces.map(({ text }) => text).join('')).toContain('Door de secretaris.');
  expect(JSON.stringify(beforeDocument)).not.toContain('Door de secretaris.');
  expect(JSON.stringify(afterDocument)).toContain('Door de secretaris.');
});

test('a glance does not count as having seen it; saying so does', async () => {
  await left(d.author);
  await write(d.secretary, DURATION, 'Nieuw. ');
  await left(d.author, 2000);
  expect(await d.author.api.since(d.draft)).toMatchObject({ changes: 1 });
  await d.author.api.seenSince(d.draft);
  expect(await d.author.api.since(d.draft)).toMatchObject({ changes: 0, since: server.services.now() });
});

test('one row per person, for who may read the draft, and not for ever', async () => {
  const rows = async () =>
    (await server.services.storage.register.list('draft-visit')).map(({ key }) => key.split('/')[1]);
  await left(d.author);
  await left(d.author);
  await left(d.secretary);
  expect(new Set(await rows())).toEqual(new Set([d.author.id, d.secretary.id]));
  await d.secretary.api.command(d.id, { type: 'remove-member', person: d.author.id, role: 'wbc-member' });
  await expect(d.author.api.since(d.draft)).rejects.toMatchObject({ code: 'not-found' });
  await left(d.secretary);
  expect(await rows()).toEqual([d.secretary.id]);
  server.at(new Date(Date.parse(server.services.now()) + (VISIT_DAYS + 1) * 86_400_000).toISOString());
  await left(d.chair);
  expect(await rows()).toEqual([d.chair.id]);
  await expect(d.outsider.api.since(d.draft)).rejects.toMatchObject({ code: 'not-found' });
});

test('where nothing is known of an earlier visit there is nothing to compare', async () => {
  await expect(d.author.api.sinceComparison(d.draft)).rejects.toMatchObject({ code: 'not-found' });
});
