import { decodeSpans, type Span } from '@draagvlak/attribution';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { DRAFT, makeWorld, member, settle, TestClient, text, type World } from './testing.ts';
import { WorkingOn } from './working-on.ts';

const spans = async (world: World): Promise<Span[]> =>
  (await world.ports.drafts.spans(DRAFT)).slice(1).flatMap((row) => decodeSpans(row.spans, row));
const inserted = async (world: World): Promise<[number, string | null][]> =>
  (await spans(world)).flatMap((span) =>
    span.kind === 'inserted'
      ? Array.from({ length: span.count }, (): [number, string | null] => [1, span.comment])
      : [],
  );

test('[WRK1] what is typed after the announcement is made for that comment, what was typed before is not', async () => {
  const world = await makeWorld(['Een.']);
  const room = world.room();
  const anna = new TestClient('anna').connect(room);
  await settle(world, anna);
  text(anna.doc, 0).insert(0, 'ab');
  anna.workOn('reactie-7');
  text(anna.doc, 0).insert(0, 'cd');
  text(anna.doc, 0).delete(6, 1);
  anna.workOn('');
  text(anna.doc, 0).insert(0, 'e');
  await settle(world, anna);
  expect((await inserted(world)).map(([, comment]) => comment)).toEqual([null, null, 'reactie-7', 'reactie-7', null]);
  expect((await spans(world)).find((span) => span.kind === 'deleted')).toMatchObject({ comment: 'reactie-7' });
});

test('[WRK2] what was typed offline keeps its ground: the announcements are made again on reconnecting', async () => {
  const world = await makeWorld(['Een.']);
  const room = world.room();
  const anna = new TestClient('anna').connect(room);
  await settle(world, anna);
  anna.disconnect(room);
  const start = Y.getState(anna.doc.store, anna.doc.clientID);
  text(anna.doc, 0).insert(0, 'ab');
  text(anna.doc, 0).insert(0, 'cd');
  text(anna.doc, 0).insert(0, 'ef');
  anna.connect(room);
  anna.workOn('reactie-1', start + 2);
  anna.workOn('reactie-2', start + 4);
  await settle(world, anna);
  expect((await inserted(world)).map(([, comment]) => comment)).toEqual([
    null,
    null,
    'reactie-1',
    'reactie-1',
    'reactie-2',
    'reactie-2',
  ]);
});

test('[WRK3] a later announcement wins from its clock on; a name that can be no id closes the connection', async () => {
  const contexts = new WorkingOn();
  contexts.announce('a', 10);
  contexts.announce('b', 20);
  const before = contexts.asOfNow();
  contexts.announce('c', 15);
  expect([5, 10, 14, 15, 25].map(contexts.asOfNow())).toEqual([null, 'a', 'a', 'c', 'c']);
  expect([15, 25].map(before)).toEqual(['a', 'b']);
  const world = await makeWorld(['Een.']);
  const anna = new TestClient('anna').connect(world.room());
  anna.workOn('no id at all; drop table');
  await settle(world, anna);
  expect(anna.closed?.code).toBe(4413);
});

test('[WRK4] a comment that does not exist grounds nothing', async () => {
  const world = await makeWorld(['Een.']);
  const anna = new TestClient({ ...member('anna'), comments: ['reactie-7'] }).connect(world.room());
  await settle(world, anna);
  anna.workOn('verzonnen');
  text(anna.doc, 0).insert(0, 'a');
  anna.workOn('reactie-7');
  text(anna.doc, 0).insert(0, 'b');
  await settle(world, anna);
  expect((await inserted(world)).map(([, comment]) => comment)).toEqual([null, 'reactie-7']);
});

test('[WRK5] what an earlier page left behind has grounds of its own, beside what is typed now', async () => {
  const world = await makeWorld(['Een.']);
  const room = world.room();
  const earlier = new TestClient('anna').connect(room);
  await settle(world, earlier);
  earlier.disconnect(room);
  text(earlier.doc, 0).insert(0, 'ab');
  const from = Y.getState(earlier.doc.store, earlier.doc.clientID);
  text(earlier.doc, 0).insert(0, 'cd');
  const anna = new TestClient('anna').connect(room);
  await settle(world, anna);
  anna.workOn('reactie-1', from, earlier.doc.clientID);
  anna.workOn('reactie-2');
  text(anna.doc, 0).insert(0, 'e');
  Y.applyUpdate(anna.doc, Y.encodeStateAsUpdate(earlier.doc, Y.encodeStateVector(anna.doc)), 'left behind');
  await settle(world, anna);
  const grounds = (await spans(world)).flatMap((span) =>
    span.kind === 'inserted' ? [[span.client === anna.doc.clientID ? 'now' : 'earlier', span.count, span.comment]] : [],
  );
  expect(grounds).toEqual([
    ['now', 1, 'reactie-2'],
    ['earlier', 2, null],
    ['earlier', 2, 'reactie-1'],
  ]);
});
