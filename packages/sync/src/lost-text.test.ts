import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import type { LostText } from './ports.ts';
import { addParagraph, lines, makeWorld, paragraph, settle, TestClient, text } from './testing.ts';

test('[LOS1] what somebody typed in a part that a colleague deletes without having seen it is kept for its author', async () => {
  const world = await makeWorld(['Een.', 'Twee.']);
  const room = world.room();
  const [anna, bram] = [new TestClient('anna').connect(room), new TestClient('bram').connect(room)];
  await settle(world, anna, bram);
  const id = paragraph(anna.doc, 0).getAttribute('id');
  text(anna.doc, 0).insert(4, ' Anna typt ');
  text(anna.doc, 0).insert(15, 'door.');
  bram.doc.getXmlFragment('prosemirror').delete(0, 1);
  anna.deliver();
  await world.clock.pass(40);
  bram.deliver();
  await settle(world, anna, bram);
  expect(lines(anna.doc)).toEqual(['Twee.']);
  expect(world.lost).toMatchObject([{ person: 'anna', text: ' Anna typt door.', block: id }]);
});

test('[LOS2] what somebody types in a part that is gone already is kept for its author, also long afterwards', async () => {
  const world = await makeWorld(['Een.', 'Twee.']);
  const room = world.room();
  const [anna, bram] = [new TestClient('anna').connect(room), new TestClient('bram').connect(room)];
  await settle(world, anna, bram);
  text(anna.doc, 0).insert(4, ' Net te laat.');
  bram.doc.getXmlFragment('prosemirror').delete(0, 1);
  bram.deliver();
  await world.clock.pass(40);
  anna.deliver();
  await settle(world, anna, bram);
  expect(world.lost.map(({ person, text: words }) => [person, words])).toEqual([['anna', ' Net te laat.']]);
  expect(anna.closed).toBeNull();
});

test('[LOS3] what somebody deletes knowingly is no loss, and the rest of a kept paragraph neither', async () => {
  const world = await makeWorld(['Een.', 'Twee.']);
  const room = world.room();
  const [anna, bram] = [new TestClient('anna').connect(room), new TestClient('bram').connect(room)];
  await settle(world, anna, bram);
  text(anna.doc, 0).insert(4, ' Van Anna.');
  await settle(world, anna, bram);
  text(bram.doc, 0).delete(2, 6);
  text(anna.doc, 0).insert(5, 'tussendoor');
  bram.doc.getXmlFragment('prosemirror').delete(1, 1);
  await settle(world, anna, bram);
  expect(world.lost).toEqual([]);
  addParagraph(bram.doc, 'Nieuw.');
  await settle(world, anna, bram);
  bram.doc.getXmlFragment('prosemirror').delete(0, 2);
  await settle(world, anna, bram);
  expect(world.lost).toEqual([]);
});

test('[LOS4] what took the place of a text away is called saved only when that text is kept', async () => {
  const kept: string[] = [];
  let full = true;
  const keepLostText = async ({ text: words }: LostText): Promise<void> => {
    if (full) throw new Error('the disk is full');
    kept.push(words);
  };
  const world = await makeWorld(['Een.', 'Twee.'], { keepLostText });
  const room = world.room();
  const [anna, bram] = [new TestClient('anna').connect(room), new TestClient('bram').connect(room)];
  anna.askSaved();
  await settle(world, anna, bram);
  text(anna.doc, 0).insert(4, ' Net te laat.');
  bram.doc.getXmlFragment('prosemirror').delete(0, 1);
  bram.deliver();
  await world.clock.pass(40);
  anna.deliver();
  await world.clock.pass(400);
  anna.deliver();
  const allSaved = (): boolean => anna.saved?.messages === anna.sent;
  expect(allSaved()).toBe(false);
  expect(world.troubles).toHaveLength(1);
  full = false;
  await world.clock.pass(10_000);
  await settle(world, anna, bram);
  expect(allSaved()).toBe(true);
  expect(kept).toEqual([' Net te laat.']);
});

test('[LOS5] what a repair takes away is kept for each who wrote in it, also when it is repaired at a load', async () => {
  const isOdd = (block: Y.XmlElement): boolean => block.getAttribute('role') === 'vreemd';
  const blocks = (doc: Y.Doc): Y.XmlElement[] => doc.getXmlFragment('prosemirror').toArray() as Y.XmlElement[];
  const world = await makeWorld(['Een.', 'Twee.'], {
    mending: {
      needed: (doc) => blocks(doc).some(isOdd),
      mend: (doc) => {
        for (const [at, block] of blocks(doc).entries())
          if (isOdd(block)) doc.getXmlFragment('prosemirror').delete(at, 1);
      },
    },
  });
  const room = world.room();
  const [anna, bram] = [new TestClient('anna').connect(room), new TestClient('bram').connect(room)];
  await settle(world, anna, bram);
  text(anna.doc, 1).insert(5, ' Van Anna.');
  await settle(world, anna, bram);
  text(bram.doc, 1).insert(15, ' Van Bram.');
  await settle(world, anna, bram);
  const id = paragraph(anna.doc, 1).getAttribute('id');
  paragraph(anna.doc, 1).setAttribute('role', 'vreemd');
  await settle(world, anna, bram);
  await world.clock.pass(2500);
  await settle(world, anna, bram);
  expect(lines(bram.doc)).toEqual(['Een.']);
  const kept = () =>
    world.lost
      .toSorted((one, other) => (one.text < other.text ? -1 : 1))
      .map(({ person, text: words, block }) => [person, words, block]);
  expect(kept()).toEqual([
    ['anna', ' Van Anna.', id],
    ['bram', ' Van Bram.', id],
    // the first text was nobody's typing
    [null, 'Twee.', id],
  ]);

  text(anna.doc, 0).insert(4, ' Nog iets.');
  paragraph(anna.doc, 0).setAttribute('role', 'vreemd');
  await settle(world, anna, bram);
  await room.close(1012, 'restart');
  world.lost.length = 0;
  bram.connect(world.room());
  await settle(world, bram);
  expect(lines(bram.doc)).toEqual([]);
  expect(kept().map(([person, words]) => [person, words])).toEqual([
    ['anna', ' Nog iets.'],
    [null, 'Een.'],
  ]);
});
