import {
  openTestDossier,
  openTestServer,
  type Guest,
  type TestDossier,
  type TestServer,
} from '@draagvlak/server/testing';
import { freeze, toDrafting } from '@draagvlak/server/testing-story';
import { editDraft, joinBlock, moveSection } from '@draagvlak/document/yjs';
import { outline } from '@draagvlak/document';
import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type DraftClient, draftClient, until } from '../support/draft-client.ts';

let server: TestServer;
let d: TestDossier;
const clients: DraftClient[] = [];
beforeEach(async () => {
  server = await openTestServer({}, { listen: true });
  d = await openTestDossier(server);
  await toDrafting(server, d);
});
afterEach(async () => {
  for (const client of clients.splice(0)) client.leave();
  await server.close();
});

const enter = async (guest: Guest): Promise<DraftClient> => {
  const url = `${server.url.replace('http', 'ws')}/sync`;
  const client = draftClient(url, guest.name, { draft: d.draft, params: {}, cookie: await guest.cookie() });
  clients.push(client);
  await client.synced();
  return client;
};

/** The text of the block with this id. */
function textIn(client: DraftClient, id: string): Y.XmlText {
  const block = client.fragment.toArray().find((node) => (node as Y.XmlElement).getAttribute('id') === id);
  return (block as Y.XmlElement).get(0) as Y.XmlText;
}

const whole = (client: DraftClient): string => client.fragment.toString();
const allSaved = (...some: readonly DraftClient[]) =>
  until(() => some.every((one) => one.saved()?.messages === one.sent()), 'all is saved');

/** Two blocks of text that follow each other, and a section that can be moved, in the draft as it stands. */
async function places() {
  const { document } = await server.services.rooms.read(d.draft);
  const blocks = document.content ?? [];
  const isText = (at: number): boolean => blocks[at]?.type === 'block' && blocks[at].attrs.role !== 'heading';
  const at = blocks.findIndex((_, index) => isText(index) && isText(index + 1));
  const sections = outline(document).sections.filter(({ level }) => level === 1);
  return { first: blocks[at]!.attrs.id as string, second: blocks[at + 1]!.attrs.id as string, sections };
}

test('two blocks become one while a colleague types in both: every word is in the draft', async () => {
  const [anna, bram] = [await enter(d.author), await enter(d.chair)];
  const { first, second } = await places();
  // Anna's line stutters: what she types arrives after the join.
  anna.provider.disconnect();
  const typed = ['Anna schrijft in het ene. ', 'Anna schrijft in het andere. '] as const;
  textIn(anna, first).insert(0, typed[0]);
  textIn(anna, second).insert(0, typed[1]);
  editDraft(
    bram.doc,
    (tr) => joinBlock(tr, first),
    () => server.services.newId(),
  );
  await allSaved(bram);
  anna.provider.connect();
  await until(() => anna.provider.synced && whole(anna) === whole(bram), 'both have the joined block');
  await allSaved(anna, bram);
  const both = () => [anna, bram].every((one) => typed.every((words) => whole(one).includes(words)));
  await until(both, 'what was typed in the block that went stands where its words went');
  expect(await d.author.api.keptTexts(d.draft)).toEqual([]);
  expect(await d.chair.api.keptTexts(d.draft)).toEqual([]);
});

test('a colleague types, and one who has not seen it moves the section: the words go along', async () => {
  const [anna, bram] = [await enter(d.author), await enter(d.chair)];
  const { sections } = await places();
  const [moved, before] = [sections[2]!, sections[1]!];
  bram.provider.disconnect();
  textIn(anna, moved.id).insert(0, 'Nieuwe kop: ');
  await allSaved(anna);
  moveSection(bram.doc, moved.id, before.id);
  bram.provider.connect();
  await until(() => bram.provider.synced && whole(anna) === whole(bram), 'both see the move');
  await allSaved(bram);
  await until(() => textIn(anna, moved.id).toString().startsWith('Nieuwe kop: '), 'the heading has its words');
  expect(whole(anna)).toBe(whole(bram));
  expect(await d.author.api.keptTexts(d.draft)).toEqual([]);
});

test('a colleague types in a part that one who has not seen it takes out: the words are kept for their author', async () => {
  const [anna, bram] = [await enter(d.author), await enter(d.chair)];
  const { second } = await places();
  bram.provider.disconnect();
  textIn(anna, second).insert(0, 'Van Anna. ');
  await allSaved(anna);
  const gone = bram.fragment.toArray().findIndex((node) => (node as Y.XmlElement).getAttribute('id') === second);
  bram.fragment.delete(gone, 1);
  bram.provider.connect();
  await until(() => bram.provider.synced && whole(anna) === whole(bram), 'both see what went');
  await allSaved(bram);
  const texts = await d.author.api.keptTexts(d.draft);
  expect(texts.map(({ text, block }) => [text, block])).toEqual([['Van Anna. ', second]]);
});

test('typing on in a part that is gone is one text, and it outlives the server', async () => {
  const [anna, bram] = [await enter(d.author), await enter(d.chair)];
  const { second } = await places();
  anna.provider.disconnect();
  const text = textIn(anna, second);
  for (const [at, letter] of 'Elke letter een bericht.'.split('').entries()) text.insert(at, letter);
  const gone = bram.fragment.toArray().findIndex((node) => (node as Y.XmlElement).getAttribute('id') === second);
  bram.fragment.delete(gone, 1);
  await allSaved(bram);
  anna.provider.connect();
  await until(() => anna.provider.synced, 'anna is back');
  await allSaved(anna);
  for (const client of clients.splice(0)) client.leave();
  const { dataDir } = server;
  await server.stop();
  server = await openTestServer({ DATA_DIR: dataDir });
  const kept = await server.services.privateTexts.kept(d.author.id, d.draft);
  expect(kept.map((one) => one.text)).toEqual(['Elke letter een bericht.']);
});

test('a freeze takes nobody’s text: who meets it is back by itself, and everything typed is in the draft or saved', async () => {
  const anna = await enter(d.author);
  const { first } = await places();
  await d.secretary.api.command(d.id, { type: 'answer-rules-question', changesRules: false, list: '' });
  await d.secretary.api.command(d.id, { type: 'record-committee-decision', on: '2026-01-06', minutes: '' });
  let typing = true;
  let typed = 0;
  const typist = (async () => {
    for (; typing; typed += 1) {
      textIn(anna, first).insert(0, `[${typed}]`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  })();
  const version = server.services.newId();
  await d.chair.api.command(d.id, freeze(d, version));
  await new Promise((resolve) => setTimeout(resolve, 300));
  typing = false;
  await typist;
  await until(() => anna.provider.synced, 'anna is connected');
  await allSaved(anna);
  const { document } = await server.services.rooms.read(d.draft);
  const draft = JSON.stringify(document);
  expect(Array.from({ length: typed }, (_, at) => `[${at}]`).filter((token) => !draft.includes(token))).toEqual([]);
  expect(anna.stopped()).toBeNull();
});

test('what the repair of a draft takes away is offered to who wrote it', async () => {
  const [anna, bram] = [await enter(d.author), await enter(d.chair)];
  const { first } = await places();
  // A block within a block is known to the schema, but not there; no editor would make it.
  const holder = anna.fragment.toArray().find((node) => (node as Y.XmlElement).getAttribute('id') === first);
  const inner = new Y.XmlElement('block');
  const words = new Y.XmlText();
  words.insert(0, 'Dit staat op een plaats die niet kan.');
  inner.insert(0, [words]);
  (holder as Y.XmlElement).insert(0, [inner]);
  await until(
    () => !whole(bram).includes('op een plaats die niet kan') && !whole(anna).includes('op een plaats'),
    'it is repaired',
  );
  await allSaved(anna);
  await expect
    .poll(async () => (await d.author.api.keptTexts(d.draft)).map(({ text, block }) => [text, block]))
    .toEqual([['Dit staat op een plaats die niet kan.', first]]);
  expect(await d.chair.api.keptTexts(d.draft)).toEqual([]);
});
