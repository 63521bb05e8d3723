import { describe, expect, test } from 'vitest';
import { presenceFrame } from './frames.ts';
import { CLOSE } from './protocol.ts';
import { makeWorld, member, settle, TestClient, text } from './testing.ts';

const user = (name: string) => ({ user: { name: `name of ${name}` } });

describe('presence', () => {
  test('[PRE1] others see where somebody is, under the name of the session and no other', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const [anna, bram] = [new TestClient('anna').connect(room), new TestClient('bram').connect(room)];
    await settle(world, anna, bram);
    anna.announce(1, { cursor: 7, user: { name: 'De minister', role: 'chair' } });
    await settle(world, anna, bram);
    expect(bram.present.get(anna.doc.clientID)?.state).toEqual({ cursor: 7, ...user('anna') });
    const late = new TestClient('carl').connect(room);
    await settle(world, anna, bram, late);
    expect(late.present.get(anna.doc.clientID)?.state).toEqual({ cursor: 7, ...user('anna') });
  });

  test('[PRE2] nobody can speak for another connection: not its place, not its leaving', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const [anna, bram, carl] = ['anna', 'bram', 'carl'].map((name) => new TestClient(name).connect(room)) as [
      TestClient,
      TestClient,
      TestClient,
    ];
    anna.announce(1, { cursor: 1 });
    bram.announce(1, { cursor: 2 });
    await settle(world, anna, bram, carl);
    bram.announce(99, { cursor: 666 }, anna.doc.clientID);
    bram.announce(100, null, anna.doc.clientID);
    carl.announce(100, null, anna.doc.clientID);
    carl.announce(101, { cursor: 3 }, anna.doc.clientID);
    await settle(world, anna, bram, carl);
    expect(carl.present.get(anna.doc.clientID)?.state).toEqual({ cursor: 1, ...user('anna') });
    expect([anna.closed, bram.closed, carl.closed]).toEqual([null, null, null]);
  });

  test('[PRE3] who leaves is gone for the others, and who comes back with an old clock is seen at once', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const [anna, bram] = [new TestClient('anna').connect(room), new TestClient('bram').connect(room)];
    anna.announce(5, { cursor: 1 });
    await settle(world, anna, bram);
    anna.disconnect(room);
    await settle(world, bram);
    expect(bram.present.get(anna.doc.clientID)?.state).toBeNull();
    anna.connect(room);
    anna.announce(5, { cursor: 1 });
    await settle(world, anna, bram);
    expect(bram.present.get(anna.doc.clientID)?.state).toEqual({ cursor: 1, ...user('anna') });
  });

  test('[PRE4] who reconnects before the old connection is known to be dead takes the id over', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const [anna, bram] = [new TestClient('anna').connect(room), new TestClient('bram').connect(room)];
    anna.announce(5, { cursor: 1 });
    await settle(world, anna, bram);
    const again = new TestClient('anna', anna.doc).connect(room);
    again.announce(6, { cursor: 2 });
    await settle(world, again, bram);
    anna.disconnect(room);
    await settle(world, again, bram);
    expect(bram.present.get(anna.doc.clientID)?.state).toEqual({ cursor: 2, ...user('anna') });
  });

  test('[PRE5] nothing a client is told of itself is newer than what it said', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const anna = new TestClient('anna').connect(room);
    anna.announce(5, { cursor: 1 });
    await settle(world, anna);
    anna.disconnect(room);
    anna.connect(room);
    anna.announce(5, { cursor: 1 });
    await settle(world, anna);
    anna.announce(6, { cursor: 2 });
    await settle(world, anna);
    await world.clock.pass(20_000);
    await settle(world, anna);
    expect(anna.present.get(anna.doc.clientID)?.clock ?? 0).toBeLessThanOrEqual(6);
  });

  test('[PRE6] every client gets a frame at least every 20 seconds, its own presence echoed', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const [anna, mute] = [new TestClient('anna').connect(room), new TestClient('stil').connect(room)];
    anna.announce(1, { cursor: 1 });
    await settle(world, anna, mute);
    for (let minute = 0; minute < 5; minute += 1) {
      const before = [anna.received.length, mute.received.length];
      await world.clock.pass(20_000);
      expect(anna.received.length).toBeGreaterThan(before[0]!);
      expect(mute.received.length).toBeGreaterThan(before[1]!);
    }
    await settle(world, anna, mute);
    expect(anna.present.get(anna.doc.clientID)?.state).toEqual({ cursor: 1, ...user('anna') });
  });

  test.each<[string, (client: TestClient) => void]>([
    ['more than 4 kB', (client) => client.announce(1, { cursor: 'x'.repeat(5000) })],
    ['a state that is no object', (client) => client.announce(1, [1] as never)],
    ['a clock of the moon', (client) => client.announce(2 ** 40, { cursor: 1 })],
    ['no JSON', (client) => client.say(presenceFrame([{ client: client.doc.clientID, clock: 1, state: '{' }]))],
    ['bytes that end too early', (client) => client.say(Uint8Array.of(1, 9, 1))],
  ])('[PRE7] %s closes that connection and no other', async (_what, act) => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const [anna, bram] = [new TestClient('anna').connect(room), new TestClient('bram').connect(room)];
    await settle(world, anna, bram);
    act(anna);
    await settle(world, anna, bram);
    expect(anna.closed?.code).toBe(CLOSE.refused);
    expect(bram.closed).toBeNull();
    text(bram.doc, 0).insert(0, 'x');
    await settle(world, bram);
  });

  test('[PRE8] a name or a right that changes is told to the others at once', async () => {
    const world = await makeWorld(['Een.']);
    const room = world.room();
    const [anna, bram] = [new TestClient('anna').connect(room), new TestClient('bram').connect(room)];
    anna.announce(1, { cursor: 1 });
    await settle(world, anna, bram);
    if (anna.session) room.change(anna.session, { ...member('anna', false), user: { name: 'Anna', role: 'reader' } });
    await settle(world, anna, bram);
    expect(bram.present.get(anna.doc.clientID)?.state).toEqual({ cursor: 1, user: { name: 'Anna', role: 'reader' } });
  });
});
