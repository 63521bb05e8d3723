import type { Drafts } from '@draagvlak/storage';
import { openMemory } from '@draagvlak/storage/memory';
import { decodeSpans } from '@draagvlak/attribution';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { StorageTrouble } from './index.ts';
import { LIMITS } from './ports.ts';
import { Registry } from './registry.ts';
import { Room } from './room.ts';
import {
  addParagraph,
  DRAFT,
  lines,
  makeWorld,
  member,
  settle,
  TestClient,
  text,
  turn,
  type World,
} from './testing.ts';

/** A disk that answers only when told. */
function slowDisk(world: World): { readonly drafts: Drafts; release(): void; readonly waiting: () => number } {
  const waiting: (() => void)[] = [];
  const { drafts } = world.ports;
  return {
    drafts: {
      ...drafts,
      append: async (draft, entries) => {
        await new Promise<void>((resolve) => waiting.push(resolve));
        return drafts.append(draft, entries);
      },
    },
    release: () => waiting.splice(0).forEach((go) => go()),
    waiting: () => waiting.length,
  };
}
const withDrafts = (world: World, drafts: Drafts): World['ports'] => ({ ...world.ports, drafts });
const stored = async (world: World): Promise<string[]> => {
  const doc = new Y.Doc();
  const { snapshot, entries } = await openMemory({ disk: world.disk }).drafts.load(DRAFT);
  if (snapshot) Y.applyUpdate(doc, snapshot);
  for (const { update } of entries) Y.applyUpdate(doc, update);
  return lines(doc);
};

describe('storing before telling', () => {
  test('[SYN1] what a colleague sees is stored: nothing is sent on while the disk has not answered', async () => {
    const world = await makeWorld(['Een.']);
    const disk = slowDisk(world);
    const room = new Room(DRAFT, withDrafts(world, disk.drafts));
    const [anna, bram] = [new TestClient('anna').connect(room), new TestClient('bram').connect(room)];
    await settle(world, anna, bram);
    anna.askSaved();
    text(anna.doc, 0).insert(4, ' Twee.');
    await settle(world, anna, bram);
    expect(disk.waiting()).toBe(1);
    expect(lines(bram.doc)).toEqual(['Een.']);
    expect(anna.saved?.messages ?? 0).toBeLessThan(anna.sent);
    disk.release();
    await settle(world, anna, bram);
    expect(lines(bram.doc)).toEqual(['Een. Twee.']);
    expect(anna.saved?.messages).toBe(anna.sent);
    expect(await stored(world)).toEqual(['Een. Twee.']);
  });

  test('[SYN2] a newcomer gets only what is stored, also while something is being stored', async () => {
    const world = await makeWorld(['Een.']);
    const disk = slowDisk(world);
    const room = new Room(DRAFT, withDrafts(world, disk.drafts));
    const anna = new TestClient('anna').connect(room);
    await settle(world, anna);
    text(anna.doc, 0).insert(4, ' Twee.');
    await settle(world, anna);
    const bram = new TestClient('bram').connect(room);
    await settle(world, anna, bram);
    expect(lines(bram.doc)).toEqual([]);
    disk.release();
    await settle(world, anna, bram);
    expect(lines(bram.doc)).toEqual(['Een. Twee.']);
  });

  test('[SYN3] updates of one moment share one append, each with its own author and attribution', async () => {
    const world = await makeWorld(['Een.', 'Twee.']);
    const appends: number[] = [];
    const { drafts } = world.ports;
    const room = new Room(
      DRAFT,
      withDrafts(world, {
        ...drafts,
        append: (draft, entries) => {
          appends.push(entries.length);
          return drafts.append(draft, entries);
        },
      }),
    );
    const [anna, bram] = [new TestClient('anna').connect(room), new TestClient('bram').connect(room)];
    await settle(world, anna, bram);
    for (const letter of 'abc') text(anna.doc, 0).insert(0, letter);
    for (const letter of 'xyz') text(bram.doc, 1).insert(0, letter);
    anna.deliver();
    bram.deliver();
    await settle(world, anna, bram);
    expect(appends).toEqual([6]);
    const rows = (await drafts.spans(DRAFT)).slice(1);
    expect(rows.map((row) => row.by)).toEqual(['anna', 'anna', 'anna', 'bram', 'bram', 'bram']);
    for (const row of rows) {
      expect(decodeSpans(row.spans, row)).toMatchObject([{ kind: 'inserted', person: row.by, count: 1 }]);
    }
    expect(lines(anna.doc)).toEqual(['cbaEen.', 'zyxTwee.']);
    expect(lines(bram.doc)).toEqual(lines(anna.doc));
  });

  test('[SYN4] a full disk: nobody is told anything, and it goes on by itself when there is room again', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const [anna, bram] = [new TestClient('anna').connect(room), new TestClient('bram').connect(room)];
    anna.askSaved();
    await settle(world, anna, bram);
    world.disk.trouble = new Error('the disk is full');
    text(anna.doc, 0).insert(4, ' Twee.');
    await settle(world, anna, bram);
    text(anna.doc, 0).insert(10, ' Drie.');
    await settle(world, anna, bram);
    expect(lines(bram.doc)).toEqual(['Een.']);
    expect(anna.saved?.messages).toBeLessThan(anna.sent);
    expect([anna.closed, bram.closed]).toEqual([null, null]);
    await expect(room.edit({ person: 'x', at: '', comment: null, origin: 'typed' }, () => {})).rejects.toThrow(
      StorageTrouble,
    );
    expect(world.troubles).toHaveLength(1);
    world.disk.trouble = null;
    await world.clock.pass(6000);
    await settle(world, anna, bram);
    expect(lines(bram.doc)).toEqual(['Een. Twee. Drie.']);
    expect(anna.saved?.messages).toBe(anna.sent);
    expect(await stored(world)).toEqual(['Een. Twee. Drie.']);
  });

  test('[SYN5] a draft that cannot be loaded is no empty document: connections are closed and try again', async () => {
    const world = await makeWorld(['Een.']);
    const broken = { ...world.ports.drafts, load: () => Promise.reject(new Error('unreadable')) };
    const room = new Room(DRAFT, withDrafts(world, broken));
    const anna = new TestClient('anna').connect(room);
    addParagraph(anna.doc, 'Getypt terwijl het laadde.');
    anna.deliver();
    await settle(world, anna);
    expect(anna.closed?.code).toBe(4503);
    expect(anna.received).toEqual([]);
    expect(await stored(world)).toEqual(['Een.']);
    const nobody = new Room('never made', world.ports);
    await expect(nobody.loaded).rejects.toThrow('never made');
  });

  test('[SYN6] what is sent before the draft is loaded is heard once it is', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const anna = new TestClient('anna').connect(room);
    addParagraph(anna.doc, 'Vooraan getypt.');
    anna.deliver();
    expect(room.state).toBe('loading');
    await settle(world, anna);
    expect((await stored(world)).toSorted()).toEqual(['Een.', 'Vooraan getypt.']);
  });

  test('[SYN7] a deletion moves no state vector, so saved counts messages; a message with a gap counts when it is healed', async () => {
    const world = await makeWorld(['Een twee.']);
    const room = world.room();
    const anna = new TestClient('anna').connect(room);
    anna.askSaved();
    await settle(world, anna);
    const before = anna.saved;
    text(anna.doc, 0).delete(0, 4);
    await settle(world, anna);
    expect(anna.saved?.vector).toEqual(before?.vector);
    expect(anna.saved?.messages).toBe((before?.messages ?? 0) + 1);
    // One frame is lost on the way: what follows builds on something the server does not have.
    text(anna.doc, 0).insert(0, 'Drie ');
    anna.outbox.pop();
    anna.sent -= 1;
    const sound = anna.sent;
    text(anna.doc, 0).insert(0, 'Vier ');
    text(anna.doc, 0).delete(10, 1);
    anna.deliver(Number.POSITIVE_INFINITY, 0);
    await world.clock.pass(100);
    anna.deliver(0);
    // The deletion is stored, but what was sent before it is not.
    expect(anna.saved?.messages).toBe(sound);
    expect(anna.closed).toBeNull();
    await settle(world, anna);
    expect(await stored(world)).toEqual(['Vier Drie wee.']);
    expect(anna.saved?.messages).toBe(anna.sent);
  });

  test('[SYN8] saved is sent only to a client that used it', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const [anna, bram] = [new TestClient('anna').connect(room), new TestClient('bram').connect(room)];
    anna.askSaved();
    await settle(world, anna, bram);
    text(anna.doc, 0).insert(0, 'x');
    await settle(world, anna, bram);
    expect(anna.received.some((frame) => frame[0] === 100)).toBe(true);
    expect(bram.received.some((frame) => frame[0] === 100)).toBe(false);
  });
});

describe('memory and log', () => {
  test('[SYN9] marks that Yjs tidies up in memory are tidied up in the log as well', async () => {
    const world = await makeWorld(['Een twee.']);
    const room = world.room();
    const [anna, bram] = [new TestClient('anna').connect(room), new TestClient('bram').connect(room)];
    await settle(world, anna, bram);
    text(anna.doc, 0).format(0, 3, { strong: {} });
    text(bram.doc, 0).delete(0, 3);
    anna.deliver();
    await world.clock.pass(40);
    bram.deliver(Number.POSITIVE_INFINITY, 0);
    await world.clock.pass(40);
    const { entries } = await world.ports.drafts.load(DRAFT);
    expect(entries.map((entry) => entry.by)).toEqual(['@server', 'anna', 'bram', '@server']);
    const logged = Y.decodeUpdate(Y.mergeUpdates(entries.map((entry) => entry.update))).ds;
    expect(await room.read((doc) => Y.equalDeleteSets(logged, Y.createDeleteSetFromStructStore(doc.store)))).toBe(true);
  });
});

describe('rights', () => {
  test('[SYN10] what a reader sends is not read: neither step 2 nor update, in either order', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const reader = new TestClient(member('rita', false)).connect(room);
    await settle(world, reader);
    expect(lines(reader.doc)).toEqual(['Een.']);
    text(reader.doc, 0).insert(0, 'Stiekem. ');
    await settle(world, reader);
    reader.say(Uint8Array.of(0, 1, 255, 255, 255));
    reader.say(Uint8Array.of(0, 2, 1, 0));
    await settle(world, reader);
    expect(reader.closed).toBeNull();
    expect(await stored(world)).toEqual(['Een.']);
  });

  test('[SYN11] a right that ends, ends on the open socket; who was writing learns that it was not taken', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const anna = new TestClient('anna').connect(room);
    await settle(world, anna);
    if (anna.session) room.change(anna.session, member('anna', false));
    await settle(world, anna);
    expect(anna.closed).toBeNull();
    text(anna.doc, 0).insert(0, 'Te laat. ');
    await settle(world, anna);
    expect(anna.closed?.code).toBe(4403);
    expect(await stored(world)).toEqual(['Een.']);
  });

  test('[SYN12] a reader who becomes a writer is asked for what it has', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const anna = new TestClient(member('anna', false)).connect(room);
    await settle(world, anna);
    text(anna.doc, 0).insert(4, ' Alvast.');
    await settle(world, anna);
    if (anna.session) room.change(anna.session, member('anna'));
    await settle(world, anna);
    expect(await stored(world)).toEqual(['Een. Alvast.']);
  });
});

describe('freezing', () => {
  test('[SYN20] everything received before the seal is in the frozen text; who writes after it is told to try again', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const [anna, bram] = [new TestClient('anna').connect(room), new TestClient('bram').connect(room)];
    await settle(world, anna, bram);
    text(anna.doc, 0).insert(4, ' Nog net.');
    anna.deliver();
    let frozen: string[] = [];
    let reopen = (): void => {};
    const freezing = room.freeze(
      { person: 'server', at: '', comment: null, origin: 'imported' },
      () => {},
      async () => {
        frozen = await room.read(lines);
        await new Promise<void>((resolve) => (reopen = resolve));
      },
    );
    await settle(world, anna, bram);
    expect(frozen).toEqual(['Een. Nog net.']);
    text(bram.doc, 0).insert(0, 'Te laat. ');
    await settle(world, anna, bram);
    expect(bram.closed?.code).toBe(4503);
    expect(await stored(world)).toEqual(['Een. Nog net.']);
    reopen();
    await freezing;
    bram.connect(room);
    await settle(world, anna, bram);
    expect(await stored(world)).toEqual(['Te laat. Een. Nog net.']);
  });

  test('[SYN21] two freezes at once stand in line, and a freeze that fails opens the draft again', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const author = { person: 'server', at: '', comment: null, origin: 'imported' } as const;
    const order: string[] = [];
    const first = room.freeze(
      author,
      () => {},
      async () => {
        order.push('first begins');
        await turn();
        order.push('first fails');
        throw new Error('refused after all');
      },
    );
    const second = room.freeze(
      author,
      () => {},
      async () => order.push('second'),
    );
    first.catch(() => {});
    await settle(world);
    await expect(first).rejects.toThrow('refused after all');
    await second;
    expect(order).toEqual(['first begins', 'first fails', 'second']);
    expect(room.state).toBe('open');
  });
});

describe('the server itself', () => {
  const author = { person: 'carla', at: '2026-11-22T12:00:00.000Z', comment: 'c1', origin: 'typed' } as const;

  test('[SYN25] an edit by the server is stored and sent on like any other, under a client id that is nobody’s', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const anna = new TestClient('anna').connect(room);
    await settle(world, anna);
    const done = room.edit(author, (doc) => text(doc, 0).insert(0, 'Voorstel. '));
    await settle(world, anna);
    await done;
    expect(lines(anna.doc)).toEqual(['Voorstel. Een.']);
    const row = (await world.ports.drafts.spans(DRAFT)).at(-1)!;
    expect(row.by).toBe('@server');
    expect(decodeSpans(row.spans, row)).toMatchObject([{ person: 'carla', comment: 'c1' }]);
    const forger = new TestClient('carla');
    forger.doc.clientID = (decodeSpans(row.spans, row)[0] as { client: number }).client;
    forger.connect(room);
    await settle(world, forger);
    forger.doc.clientID = (decodeSpans(row.spans, row)[0] as { client: number }).client;
    text(forger.doc, 0).insert(0, 'Vals. ');
    await settle(world, forger);
    expect(forger.closed?.reason).toBe('foreign-client');
  });

  test('[SYN26] an edit that throws tells so; what it did before is stored, so memory and log stay equal', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const failing = room.edit(author, (doc) => {
      text(doc, 0).insert(0, 'Half. ');
      throw new Error('no such block');
    });
    failing.catch(() => {});
    await settle(world);
    await expect(failing).rejects.toThrow('no such block');
    expect(await stored(world)).toEqual(await room.read(lines));
  });

  test('[SYN24] what only the whole document shows is mended forward: at load, and when nobody types', async () => {
    const levels = (doc: Y.Doc): unknown[] => paragraphs(doc).map((block) => block.getAttribute('level'));
    const paragraphs = (doc: Y.Doc): Y.XmlElement[] => doc.getXmlFragment('prosemirror').toArray() as Y.XmlElement[];
    const absurd = (block: Y.XmlElement): boolean => Number(block.getAttribute('level') ?? 0) > 6;
    const world = await makeWorld(['Een.', 'Twee.'], {
      mending: {
        needed: (doc) => paragraphs(doc).some(absurd),
        mend: (doc) =>
          paragraphs(doc)
            .filter(absurd)
            .forEach((block) => block.removeAttribute('level')),
      },
    });
    const room = world.room();
    const [anna, bram] = [new TestClient('anna').connect(room), new TestClient('bram').connect(room)];
    await settle(world, anna, bram);
    paragraphs(anna.doc)[0]!.setAttribute('level', 99 as never);
    paragraphs(bram.doc)[1]!.setAttribute('level', 3 as never);
    await settle(world, anna, bram);
    expect(levels(bram.doc)).toEqual([99, 3]);
    await world.clock.pass(2500);
    await settle(world, anna, bram);
    expect(levels(bram.doc)).toEqual([undefined, 3]);
    expect(levels(anna.doc)).toEqual([undefined, 3]);
    paragraphs(anna.doc)[0]!.setAttribute('level', 77 as never);
    await settle(world, anna, bram);
    await room.close(1012, 'restart');
    const again = world.room();
    bram.connect(again);
    await settle(world, bram);
    expect(levels(bram.doc)).toEqual([undefined, 3]);
  });

  test('[SYN27] a room that nobody is in is put away compacted; nothing is lost and attribution stays', async () => {
    const world = await makeWorld(['Een.'], {});
    const registry = new Registry(world.ports);
    const room = registry.get(DRAFT);
    const anna = new TestClient('anna').connect(room);
    await settle(world, anna);
    for (let at = 0; at < 60; at += 1) {
      text(anna.doc, 0).insert(0, `${at % 10}`);
      await settle(world, anna);
    }
    anna.disconnect(room);
    registry.released(room);
    await world.clock.pass(31_000);
    expect(room.state).toBe('closed');
    expect([...registry.rooms]).toEqual([]);
    const { snapshotSeq, entries } = await world.ports.drafts.load(DRAFT);
    expect([snapshotSeq, entries.length]).toEqual([61, 0]);
    expect(await stored(world)).toEqual(lines(anna.doc));
    expect(await world.ports.drafts.spans(DRAFT)).toHaveLength(61);
    const again = registry.get(DRAFT);
    anna.connect(again);
    text(anna.doc, 0).insert(0, 'Verder. ');
    await settle(world, anna);
    expect((await stored(world))[0]).toMatch(/^Verder\. /);
  });

  test('[SYN28] closing tells everybody to come back and stores what was received', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const anna = new TestClient('anna').connect(room);
    await settle(world, anna);
    text(anna.doc, 0).insert(4, ' Laatste.');
    anna.deliver();
    const closing = room.close(1012, 'restart');
    await settle(world, anna);
    await closing;
    expect(anna.closed?.code).toBe(1012);
    expect(await stored(world)).toEqual(['Een. Laatste.']);
  });

  test('[SYN29] two processes on one log see each other’s text, also when the doorbell fails', async () => {
    const world = await makeWorld(['Een.']);
    const [here, there] = [world.room(), world.room()];
    const [anna, bram] = [new TestClient('anna').connect(here), new TestClient('bram').connect(there)];
    await settle(world, anna, bram);
    text(anna.doc, 0).insert(0, 'Anna. ');
    await settle(world, anna, bram);
    expect(lines(bram.doc)).toEqual(['Anna. Een.']);
    text(bram.doc, 0).insert(0, 'Bram. ');
    await settle(world, anna, bram);
    expect(lines(anna.doc)).toEqual(['Bram. Anna. Een.']);
    const deaf = new Room(DRAFT, { ...world.ports, fanout: { publish: () => {}, subscribe: () => () => {} } });
    const carl = new TestClient('carl').connect(deaf);
    await settle(world, carl);
    text(anna.doc, 0).insert(0, 'Ongehoord. ');
    await settle(world, anna, bram, carl);
    expect(lines(carl.doc)[0]).not.toContain('Ongehoord');
    text(carl.doc, 0).insert(0, 'Carl. ');
    await settle(world, anna, bram, carl);
    expect(lines(carl.doc)).toEqual(await stored(world));
    expect(lines(carl.doc)[0]).toContain('Ongehoord');
  });
});

describe('slow readers', () => {
  test('[SYN30] who does not read gets nothing more, and later what was missed in one piece', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const [anna, slow] = [new TestClient('anna').connect(room), new TestClient('sloom').connect(room)];
    await settle(world, anna, slow);
    slow.clogged = LIMITS.waitingBytes + 1;
    const before = slow.received.length;
    for (let at = 0; at < 40; at += 1) {
      text(anna.doc, 0).insert(0, 'x');
      await settle(world, anna);
    }
    text(anna.doc, 0).delete(3, 5);
    await settle(world, anna);
    expect(slow.received.slice(before).filter((frame) => frame[0] === 0)).toEqual([]);
    slow.clogged = 0;
    await world.clock.pass(5000);
    await settle(world, anna, slow);
    expect(lines(slow.doc)).toEqual(lines(anna.doc));
    expect(slow.received.slice(before).filter((frame) => frame[0] === 0)).toHaveLength(1);
  });

  test('[SYN31] who refuses to read for a minute is closed and may come back', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const [anna, slow] = [new TestClient('anna').connect(room), new TestClient('sloom').connect(room)];
    await settle(world, anna, slow);
    slow.clogged = LIMITS.waitingBytes + 1;
    text(anna.doc, 0).insert(0, 'x');
    await settle(world, anna);
    await world.clock.pass(70_000);
    expect(slow.closed?.code).toBe(4503);
    expect(anna.closed).toBeNull();
  });
});
