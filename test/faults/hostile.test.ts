import { connect } from 'node:net';
import { openMemory } from '@draagvlak/storage/memory';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addParagraph, type DraftClient, draftClient, lines, textOf, until } from '../support/draft-client.ts';
import { AT, DRAFT, type DraftServer, paragraphs, SCHEMA_HASH, startDraftServer } from '../support/draft-server.ts';
import { rawSocket } from '../support/raw-socket.ts';

let server: DraftServer;
let anna: DraftClient;
let bram: DraftClient;
beforeAll(async () => {
  server = await startDraftServer(openMemory());
  await server.rooms.create(DRAFT, paragraphs('Begin.'), 'secretaris', AT);
  anna = draftClient(server.url, 'anna');
  bram = draftClient(server.url, 'bram');
  await Promise.all([anna.synced(), bram.synced()]);
});
afterAll(async () => {
  anna.leave();
  bram.leave();
  await server.close();
});

/** The two others still write, see each other within 200 ms, and never lost their connection. */
async function othersNoticeNothing(): Promise<void> {
  const started = performance.now();
  const word = `woord${started} `;
  textOf(anna.fragment, 0).insert(0, word);
  await until(() => lines(bram.fragment)[0]!.includes(word), 'bram sees what anna types');
  expect(performance.now() - started).toBeLessThan(1000);
  expect([anna.provider.wsconnected, bram.provider.wsconnected]).toEqual([true, true]);
}

const sync = (kind: number, content: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, content);
  return encoding.toUint8Array(encoder);
};
/** What a client with its own document would send after this act. */
const updateOf = (act: (doc: Y.Doc) => void): Uint8Array => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(anna.doc));
  const before = Y.encodeStateVector(doc);
  act(doc);
  return sync(2, Y.encodeStateAsUpdate(doc, before));
};
const many = (doc: Y.Doc): void => {
  let inner = doc.getXmlFragment('prosemirror');
  for (let depth = 0; depth < 1500; depth += 1) {
    const element = new Y.XmlElement('block');
    inner.insert(0, [element]);
    inner = element;
  }
};

describe('hostile input ends that one connection with a reason and leaves no trace', () => {
  test.each<[string, number, () => Uint8Array]>([
    ['nothing at all', 4413, () => new Uint8Array()],
    ['random bytes', 4413, () => Uint8Array.of(77, 1, 2, 3)],
    ['an unknown message type', 4413, () => Uint8Array.of(42)],
    ['a sync message without content', 4413, () => Uint8Array.of(0)],
    ['an unknown kind of sync', 4413, () => Uint8Array.of(0, 7, 0)],
    ['a length beyond the end', 4413, () => Uint8Array.of(0, 2, 200, 1)],
    ['bytes behind the message', 4413, () => Uint8Array.of(0, 2, 2, 0, 0, 9)],
    ['an endless number', 4413, () => new Uint8Array(64).fill(255)],
    ['an update of garbage', 4413, () => sync(2, Uint8Array.of(1, 2, 3, 4, 5, 6))],
    ['a state vector of garbage', 4413, () => sync(0, Uint8Array.of(255, 255, 255))],
    ['thirty million structs announced', 4413, () => sync(2, Uint8Array.of(1, 0x80, 0x87, 0xa7, 0x0e, 1, 0))],
    [
      'an unknown node',
      4413,
      () => updateOf((doc) => doc.getXmlFragment('prosemirror').insert(0, [new Y.XmlElement('script')])),
    ],
    [
      'an unknown attribute',
      4413,
      () => updateOf((doc) => (doc.getXmlFragment('prosemirror').get(0) as Y.XmlElement).setAttribute('onclick', 'x')),
    ],
    [
      'an unknown mark',
      4413,
      () => updateOf((doc) => textOf(doc.getXmlFragment('prosemirror'), 0).format(0, 2, { blink: {} })),
    ],
    ['another root', 4413, () => updateOf((doc) => doc.getMap('admin').set('a', 1))],
    ['fifteen hundred elements within each other', 4413, () => updateOf(many)],
    [
      'a megabyte of text at once',
      4413,
      () => updateOf((doc) => textOf(doc.getXmlFragment('prosemirror'), 0).insert(0, 'x'.repeat(1_100_000))),
    ],
    ['a presence of garbage', 4413, () => Uint8Array.of(1, 3, 9, 9, 9)],
    ['a working-on without clock', 4413, () => Uint8Array.of(101, 1, 65)],
    ['three megabytes', 1009, () => new Uint8Array(3_000_000)],
  ])('%s', async (_what, code, bytes) => {
    const before = JSON.stringify((await server.rooms.read(DRAFT)).document);
    const hostile = await rawSocket(server.url, 'as=mallory');
    hostile.say(bytes());
    expect(await hostile.ended).toBe(code);
    expect(JSON.stringify((await server.rooms.read(DRAFT)).document)).toBe(before);
    await othersNoticeNothing();
  });

  test('a text message', async () => {
    const hostile = await rawSocket(server.url, 'as=mallory');
    hostile.socket.send('{"type":"hello"}');
    expect(await hostile.ended).toBe(4413);
    await othersNoticeNothing();
  });

  test('another author’s client id', async () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(anna.doc));
    doc.clientID = anna.doc.clientID;
    const before = Y.encodeStateVector(doc);
    textOf(doc.getXmlFragment('prosemirror'), 0).insert(0, 'Vals. ');
    const hostile = await rawSocket(server.url, 'as=mallory');
    hostile.say(sync(2, Y.encodeStateAsUpdate(doc, before)));
    expect(await hostile.ended).toBe(4413);
    await othersNoticeNothing();
    expect(lines(bram.fragment)[0]).not.toContain('Vals');
  });

  test('frames against the websocket protocol itself', async () => {
    const frames: number[][] = [
      [0xf2, 0x80, 0, 0, 0, 0],
      [0x83, 0x80, 0, 0, 0, 0],
      [0x09, 0x80, 0, 0, 0, 0],
      [0x82, 0x01, 0x41],
      [0x88, 0x81, 0, 0, 0, 0, 5],
      [0x82, 0xff, 0x7f, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0],
      [0x80, 0x80, 0, 0, 0, 0],
    ];
    for (const frame of frames) {
      const socket = connect(server.port, '127.0.0.1');
      socket.on('error', () => {});
      const closed = new Promise((resolve) => socket.on('close', resolve));
      socket.write(
        `GET /sync/${DRAFT}?as=mallory HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      );
      await new Promise((resolve) => socket.once('data', resolve));
      socket.write(Uint8Array.from(frame));
      expect(await closed).toBeDefined();
    }
    await othersNoticeNothing();
  });

  test('fifteen hundred updates that all miss their predecessor stall nobody and leave nothing pending', async () => {
    const doc = new Y.Doc();
    const updates: Uint8Array[] = [];
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(anna.doc));
    doc.on('update', (update: Uint8Array) => updates.push(update));
    for (let at = 0; at < 1501; at += 1) textOf(doc.getXmlFragment('prosemirror'), 0).insert(0, 'x');
    const flooding = await rawSocket(server.url, 'as=mallory');
    for (const update of updates.slice(1)) flooding.say(sync(2, update));
    await othersNoticeNothing();
    expect(flooding.socket.readyState).toBe(flooding.socket.OPEN);
    flooding.socket.close();
  });

  test('a client that goes before the room is loaded, and one that never says anything', async () => {
    const other = await startDraftServer(openMemory());
    await other.rooms.create(DRAFT, paragraphs('Begin.'), 'secretaris', AT);
    for (let at = 0; at < 20; at += 1) {
      const socket = await rawSocket(other.url, 'as=anna');
      socket.socket.terminate();
    }
    await rawSocket(other.url, 'as=stil');
    const carl = draftClient(other.url, 'carl');
    await carl.synced();
    expect(lines(carl.fragment)).toEqual(['Begin.']);
    carl.leave();
    await other.close();
  });
});

describe('the door', () => {
  test('who is not signed in, has no right, or asks for nothing that is there, is told by a close code', async () => {
    server.rights.set('buiten', 'none');
    expect(await (await rawSocket(server.url, '')).ended).toBe(4401);
    expect(await (await rawSocket(server.url, 'as=buiten')).ended).toBe(4403);
    expect(await (await rawSocket(server.url, 'as=anna', { draft: 'unknown' })).ended).toBe(4404);
  });

  test('another schema or epoch is told to reload; the right ones and absent ones come in', async () => {
    expect(await (await rawSocket(server.url, 'as=anna&schema=old')).ended).toBe(4409);
    expect(await (await rawSocket(server.url, 'as=anna&epoch=7')).ended).toBe(4409);
    const welcome = await rawSocket(server.url, `as=anna&schema=${SCHEMA_HASH}&epoch=1`);
    await until(() => welcome.received.length > 0, 'the server speaks');
    welcome.socket.close();
  });

  test('a page of another site opens no socket', async () => {
    expect(await (await rawSocket(server.url, 'as=anna', { origin: 'http://kwaad.example' })).ended).toBe(403);
    const ours = await rawSocket(server.url, 'as=anna', { origin: 'http://goed.example' });
    expect(ours.socket.readyState).toBe(ours.socket.OPEN);
    ours.socket.close();
  });

  test('no compression is offered', async () => {
    const socket = await rawSocket(server.url, 'as=anna');
    expect(socket.socket.extensions).toBe('');
    socket.socket.close();
  });

  test('a right that ends closes the open socket; a reader’s text goes nowhere', async () => {
    const carl = draftClient(server.url, 'carl');
    await carl.synced();
    server.rights.set('carl', 'none');
    await server.rooms.recheck({ dossier: 'another dossier' });
    expect(carl.stopped()).toBeNull();
    await server.rooms.recheck({ dossier: 'dossier' });
    await until(() => carl.stopped() === 4403, 'carl is out');
    carl.leave();
    const reader = draftClient(server.url, 'lezer-1');
    await reader.synced();
    addParagraph(reader.fragment, 'Van een lezer.');
    await othersNoticeNothing();
    expect(lines(bram.fragment)).not.toContain('Van een lezer.');
    expect(reader.provider.wsconnected).toBe(true);
    reader.leave();
  });
});
