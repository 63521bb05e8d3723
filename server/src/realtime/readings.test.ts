import { inlineText, textBlocks } from '@draagvlak/document';
import { replaceText } from '@draagvlak/document/yjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDossier, openTestServer, type TestDossier, type TestServer } from '../testing.ts';
import { toDrafting } from '../testing-story.ts';

let server: TestServer;
let d: TestDossier;
beforeAll(async () => {
  server = await openTestServer();
  d = await openTestDossier(server);
  await toDrafting(server, d);
});
afterAll(() => server.close());

test('a draft is read anew after every edit, and only then', async () => {
  const { rooms } = server.services;
  const first = await rooms.read(d.draft);
  expect(await rooms.read(d.draft)).toBe(first);
  const [block] = [...textBlocks(first.document)].map((one) => one.block).filter((one) => inlineText(one).length > 20);
  const author = { person: d.author.id, at: server.services.now(), comment: null };
  const words = async () => JSON.stringify((await rooms.read(d.draft)).document);
  await rooms.edit(d.draft, author, (tr) => replaceText(tr, block?.attrs.id ?? '', 0, 0, 'Vooraf: '));
  expect(await words()).toContain('Vooraf: ');
  await rooms.edit(d.draft, author, (tr) => replaceText(tr, block?.attrs.id ?? '', 0, 8, ''));
  expect(await words()).not.toContain('Vooraf: ');
  expect((await rooms.read(d.draft)).document).toEqual(first.document);
});
