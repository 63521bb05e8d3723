import fc from 'fast-check';
import { decodeSpans, SpanIndex } from '@draagvlak/attribution';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { DRAFT, lines, makeWorld, paragraph, settle, TestClient, text, type World } from './testing.ts';

const NODES = 'prosemirror';

/** Takes a paragraph out and puts it in again elsewhere, as an editor moves: one transaction, the same id, new items. */
function move(doc: Y.Doc, from: number, to: number): void {
  const fragment = doc.getXmlFragment(NODES);
  doc.transact(() => {
    const old = paragraph(doc, from);
    const fresh = new Y.XmlElement('block');
    fresh.setAttribute('id', String(old.getAttribute('id')));
    if (old.length > 0) fresh.insert(0, [new Y.XmlText(String(old.get(0)))]);
    fragment.delete(from, 1);
    fragment.insert(to, [fresh]);
  });
}

/** Takes the words of a paragraph and what they come behind together in one, as Backspace at its start does. */
function join(doc: Y.Doc, at: number): void {
  doc.transact(() => {
    const words = text(doc, at).toString();
    doc.getXmlFragment(NODES).delete(at, 1);
    text(doc, at - 1).insert(text(doc, at - 1).length, words);
  });
}

async function pairIn(world: World) {
  const room = world.room();
  const [anna, bram] = [new TestClient('anna').connect(room), new TestClient('bram').connect(room)];
  await settle(world, anna, bram);
  return { room, anna, bram };
}

test('[LOS6] what somebody types in a paragraph goes along when a colleague moves it without having seen that', async () => {
  const world = await makeWorld(['Een.', 'Twee en nog wat.', 'Drie.']);
  const { anna, bram } = await pairIn(world);
  text(anna.doc, 1).insert(4, ' (van Anna)');
  text(anna.doc, 1).insert(0, 'Nu: ');
  text(anna.doc, 1).insert(text(anna.doc, 1).length, ' Slot.');
  move(bram.doc, 1, 0);
  anna.deliver();
  await world.clock.pass(40);
  bram.deliver();
  await settle(world, anna, bram);
  expect(lines(bram.doc)).toEqual(['Nu: Twee (van Anna) en nog wat. Slot.', 'Een.', 'Drie.']);
  expect(lines(anna.doc)).toEqual(lines(bram.doc));
  expect(world.lost).toEqual([]);
});

test('[LOS6] and when the move was there first: also typed letter by letter, and partly taken out again', async () => {
  const world = await makeWorld(['Een.', 'Twee en nog wat.', 'Drie.']);
  const { room, anna, bram } = await pairIn(world);
  anna.disconnect(room);
  move(bram.doc, 1, 0);
  await settle(world, bram);
  for (const [at, letter] of 'snel typen'.split('').entries()) text(anna.doc, 1).insert(4 + at, letter);
  text(anna.doc, 1).delete(8, 4);
  text(anna.doc, 1).insert(8, ' praten');
  text(anna.doc, 1).insert(0, 'Zie: ');
  anna.connect(room);
  await settle(world, anna, bram);
  expect(lines(bram.doc)).toEqual(['Zie: Tweesnel pratenen en nog wat.', 'Een.', 'Drie.']);
  expect(lines(anna.doc)).toEqual(lines(bram.doc));
  expect(world.lost).toEqual([]);
});

test('[LOS6] it goes along with a paragraph that is moved twice, is emptied, or becomes part of another', async () => {
  const world = await makeWorld(['Een.', 'Twee.', 'Drie.']);
  const { room, anna, bram } = await pairIn(world);
  anna.disconnect(room);
  text(anna.doc, 1).insert(5, ' In de trein.');
  text(anna.doc, 2).insert(0, 'En ');
  move(bram.doc, 1, 0);
  await settle(world, bram);
  move(bram.doc, 0, 2);
  await settle(world, bram);
  join(bram.doc, 1);
  await settle(world, bram);
  expect(lines(bram.doc)).toEqual(['Een.Drie.', 'Twee.']);
  anna.connect(room);
  await settle(world, anna, bram);
  expect(lines(bram.doc)).toEqual(['Een.En Drie.', 'Twee. In de trein.']);
  expect(lines(anna.doc)).toEqual(lines(bram.doc));
  expect(world.lost).toEqual([]);
});

test.each(['anna', 'bram'])(
  '[LOS6] the first words in an empty paragraph go along with it, %s first',
  async (first) => {
    const world = await makeWorld(['Een.', 'Twee.']);
    const { anna, bram } = await pairIn(world);
    const empty = new Y.XmlElement('block');
    empty.setAttribute('id', 'leeg');
    bram.doc.getXmlFragment(NODES).insert(1, [empty]);
    await settle(world, anna, bram);
    const words = new Y.XmlText();
    words.insert(0, 'Eerste woorden.');
    paragraph(anna.doc, 1).insert(0, [words]);
    move(bram.doc, 1, 0);
    (first === 'anna' ? anna : bram).deliver();
    await world.clock.pass(40);
    await settle(world, anna, bram);
    expect(lines(bram.doc)).toEqual(['Eerste woorden.', 'Een.', 'Twee.']);
    expect(lines(anna.doc)).toEqual(lines(bram.doc));
    expect(world.lost).toEqual([]);
  },
);

test('[LOS7] what goes along is its author’s, for the comment it was written for, also after a restart', async () => {
  const world = await makeWorld(['Een.', 'Twee.']);
  const { room, anna, bram } = await pairIn(world);
  anna.workOn('R07');
  text(anna.doc, 1).insert(5, ' Voor R07.');
  move(bram.doc, 1, 0);
  bram.deliver();
  await world.clock.pass(40);
  anna.deliver();
  await settle(world, anna, bram);
  expect(lines(bram.doc)).toEqual(['Twee. Voor R07.', 'Een.']);
  await room.close(1012, 'restart');
  const again = world.room();
  bram.connect(again);
  await settle(world, bram);
  expect(lines(bram.doc)).toEqual(['Twee. Voor R07.', 'Een.']);
  const index = new SpanIndex((await world.ports.drafts.spans(DRAFT)).flatMap((row) => decodeSpans(row.spans, row)));
  const grounds: unknown[] = [];
  for (let item = text(bram.doc, 0)._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    const { client, clock } = item.id;
    let at = 0;
    for (const { count, ground } of index.grounds({ client, clock, count: item.length })) {
      const words = (item.content as Y.ContentString).str.slice(at, at + count);
      if (words.includes('R07')) grounds.push({ words, person: ground?.person, comment: ground?.comment });
      at += count;
    }
  }
  expect(grounds).toEqual([{ words: ' Voor R07.', person: 'anna', comment: 'R07' }]);
});

test('[LOS8] whatever two authors type, move, join and delete at once, every word is in the draft or kept', async () => {
  const act = fc.record({
    who: fc.boolean(),
    what: fc.constantFrom('type', 'type', 'move', 'join', 'delete', 'meet' as const),
    at: fc.nat(1000),
    to: fc.nat(1000),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 30 }), async (acts) => {
      const world = await makeWorld(['Een.', 'Twee en meer.', 'Drie.', 'Vier en nog wat.']);
      const { anna, bram } = await pairIn(world);
      const typed: string[] = [];
      const removed = new Set<string>();
      for (const { who, what, at, to } of acts) {
        const one = who ? anna : bram;
        const { length } = lines(one.doc);
        const here = length === 0 ? 0 : at % length;
        if (what === 'meet') {
          one.deliver();
          await world.clock.pass(40);
        } else if (length === 0) continue;
        else if (what === 'type') {
          const word = `<${typed.length}>`;
          typed.push(word);
          // Never within a word that was typed before, which would no longer be found as one.
          const spots = [
            0,
            ...[
              ...text(one.doc, here)
                .toString()
                .matchAll(/>|(?<=[a-zA-Z.]) /gu),
            ].map(({ index }) => index + 1),
          ];
          text(one.doc, here).insert(spots[to % spots.length] as number, word);
        } else if (what === 'move' && length > 1) move(one.doc, here, to % (length - 1));
        else if (what === 'join' && here > 0) join(one.doc, here);
        else if (what === 'delete' && length > 1) {
          for (const word of typed) if (lines(one.doc)[here]?.includes(word)) removed.add(word);
          one.doc.getXmlFragment(NODES).delete(here, 1);
        }
      }
      await settle(world, anna, bram);
      expect(lines(anna.doc)).toEqual(lines(bram.doc));
      const all = [...lines(anna.doc), ...world.lost.map((one) => one.text)].join('\n');
      expect(typed.filter((word) => !removed.has(word) && !all.includes(word))).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 60_000);
