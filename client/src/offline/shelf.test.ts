// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { createStores } from '../stores/stores.ts';
import { KEPT_FOR, type Left, listLeft, nameOf, noteLeft, sweep } from './shelf.ts';

/** The databases of a browser, by name. */
const databases = new Set<string>();
beforeEach(() => {
  localStorage.clear();
  databases.clear();
  vi.stubGlobal('indexedDB', {
    databases: () => Promise.resolve([...databases].map((name) => ({ name }))),
    deleteDatabase: (name: string) => {
      databases.delete(name);
      return { addEventListener: (type: string, done: () => void) => type === 'success' && queueMicrotask(done) };
    },
  });
});

const NOW = Date.parse('2026-11-20T14:10:00Z');
function left(person: string, page: string, at = NOW): Left {
  const name = nameOf(person, 'werk', page);
  const one = { name, person, draft: 'werk', at, schema: 's', typed: [{ client: 7, from: 3 }], work: [] };
  noteLeft(one);
  databases.add(name);
  return one;
}

test('what one person left on the device stays for a day, and nothing of anybody else', async () => {
  const mine = left('anna', 'a');
  left('anna', 'b', NOW - KEPT_FOR);
  left('bram', 'c');
  databases.add('iets-anders').add(nameOf('anna', 'werk', 'zonder-regel'));
  await sweep('anna', NOW);
  expect(listLeft()).toEqual([mine]);
  expect([...databases]).toEqual([mine.name, 'iets-anders']);
});

test('signing out leaves nothing; so does signing in as somebody else, and coming back as oneself keeps it', async () => {
  const client = {
    signOut: () => Promise.resolve(),
    session: () => Promise.resolve({ person: 'anna' }),
    signInAs: () => Promise.resolve({ person: 'bram' }),
  };
  const { session } = createStores(client as never);
  left('anna', 'a', Date.now());
  await session.load();
  expect(listLeft()).toHaveLength(1);
  await session.signOut();
  await vi.waitFor(() => expect([listLeft().length, databases.size]).toEqual([0, 0]));
  left('anna', 'b', Date.now());
  await session.signInAs('bram');
  await vi.waitFor(() => expect([listLeft().length, databases.size]).toEqual([0, 0]));
});

test('what is damaged or not ours in the storage of the browser is passed over', () => {
  localStorage.setItem(nameOf('anna', 'werk', 'x'), '{"half');
  localStorage.setItem('thema', 'donker');
  expect(listLeft()).toEqual([]);
});
