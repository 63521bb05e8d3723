// @vitest-environment happy-dom
import { type KeptTextView, ProblemError, Unreachable } from '@draagvlak/contract/client';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { KeptTexts } from '../stores/kept-texts.ts';
import { allWords } from '../stores/words.ts';
import './kept-texts.ts';

beforeAll(() => allWords());

const text = (id: string, words: string): KeptTextView => ({
  id,
  text: words,
  block: null,
  at: '2026-04-13T10:00:00.000Z',
});

/** A server that holds texts, and the stream on which it tells of new ones. */
function world(...held: KeptTextView[]) {
  const texts = new Map(held.map((one) => [one.id, one]));
  const listeners = new Set<() => void>();
  let down = false;
  const reach = (): void => {
    if (down) throw new Unreachable('down');
  };
  const client = {
    keptTexts: async () => (reach(), [...texts.values()]),
    saveKeptText: async (_draft: string, { id, text: words }: { id: string; text: string }) => {
      reach();
      texts.set(id, text(id, words));
      return text(id, words);
    },
    deleteKeptText: async (_draft: string, id: string) => (reach(), void texts.delete(id)),
  };
  const dossier = { onKeptText: (heard: () => void) => (listeners.add(heard), () => void listeners.delete(heard)) };
  return {
    texts,
    store: new KeptTexts('draft', client, dossier),
    goDown: () => (down = true),
    tell: () => {
      for (const heard of listeners) heard();
    },
    listeners,
  };
}

const mount = async (store: KeptTexts) => {
  const element = document.createElement('kept-texts');
  element.store = store;
  document.body.append(element);
  await vi.waitFor(() => expect(store.state.status).not.toBe('loading'));
  await element.updateComplete;
  return element;
};
const shown = (element: Element) => [...element.querySelectorAll('blockquote')].map((quote) => quote.textContent);
afterEach(() => document.body.replaceChildren());

test('nothing is said while nothing is kept; a text shows as soon as the server tells of it', async () => {
  const { texts, store, tell } = world();
  const element = await mount(store);
  expect(element.querySelector('.notice')).toBeNull();
  texts.set('t1', text('t1', 'Mijn zin.'));
  tell();
  await vi.waitFor(() => expect(shown(element)).toEqual(['Mijn zin.']));
  expect(element.textContent).toContain('intussen is verplaatst of verwijderd');
  expect(element.querySelector('[role=status]')?.textContent).toContain('heeft geen plaats meer');
});

test('a text that is thrown away is gone for good; when the server cannot be reached it stays and the page says so', async () => {
  const { texts, store, goDown } = world(text('t1', 'Een.'), text('t2', 'Twee.'));
  const element = await mount(store);
  const discard = () =>
    [...element.querySelectorAll('button')].filter((button) => button.textContent?.trim() === 'Weggooien');
  discard()[0]!.click();
  await vi.waitFor(() => expect(shown(element)).toEqual(['Twee.']));
  expect([...texts.keys()]).toEqual(['t2']);
  goDown();
  discard()[0]!.click();
  await vi.waitFor(() => expect(element.querySelector('[role=alert]')).not.toBeNull());
  expect(shown(element)).toEqual(['Twee.']);
});

test('the store is deaf once nobody follows it, and says honestly whether a text was put aside', async () => {
  const { store, goDown, listeners } = world();
  const stop = store.subscribe(() => {});
  expect(await store.keep('t1', 'Bewaar dit.')).toBe(true);
  expect(store.state.value).toHaveLength(1);
  expect(await store.keep('t1', 'Bewaar dit.')).toBe(true);
  expect(store.state.value).toHaveLength(1);
  goDown();
  expect(await store.keep('t2', 'En dit.')).toBe(false);
  expect(listeners.size).toBe(1);
  stop();
  expect(listeners.size).toBe(0);
});

test('a refusal is no success either; a bug is not swallowed', async () => {
  const problem = { type: '', title: '', status: 403, detail: 'Nee.', code: 'not-allowed', requestId: '' } as const;
  const failing = (error: unknown) =>
    new KeptTexts(
      'draft',
      {
        keptTexts: async () => [],
        saveKeptText: () => Promise.reject(error as Error),
        deleteKeptText: () => Promise.reject(error as Error),
      },
      { onKeptText: () => () => {} },
    );
  expect(await failing(new ProblemError(problem, null)).keep('t', 'x')).toBe(false);
  await expect(failing(new TypeError('a bug')).keep('t', 'x')).rejects.toThrow('a bug');
});
