import { expect, test } from 'vitest';
import { type SearchView, Unreachable } from '@draagvlak/contract/client';
import { Finder } from './finder.ts';

/** A server whose answers come when the test says so. */
function slowServer() {
  const asked: { readonly words: string; answer(): void; fail(): void }[] = [];
  const search = (words: string) =>
    new Promise<SearchView>((resolve, reject) => {
      const found = { kind: 'comment', title: words, marks: [], text: words, href: '/' } as unknown;
      asked.push({
        words,
        answer: () => resolve({ found: [found], more: false } as unknown as SearchView),
        fail: () => reject(new Unreachable('GET /search')),
      });
    });
  return { asked, finder: new Finder({ search }) };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('while somebody types on, only the first and the last words are asked', async () => {
  const { asked, finder } = slowServer();
  for (const words of ['e', 'ei', 'eis']) finder.ask(words, null);
  asked[0]!.answer();
  await settled();
  expect(finder.value).toMatchObject({ words: 'e', searching: true });
  asked[1]!.answer();
  await settled();
  expect(asked.map(({ words }) => words)).toEqual(['e', 'eis']);
  expect(finder.value).toMatchObject({ words: 'eis', searching: false, answer: { found: [{ title: 'eis' }] } });
});

test('an emptied field shows nothing, also when an answer is still on its way', async () => {
  const { asked, finder } = slowServer();
  finder.ask('eis', null);
  finder.ask('  ', null);
  asked[0]!.answer();
  await settled();
  expect(finder.value).toMatchObject({ words: '', answer: null, searching: false });
});

test('a dead line is told, and the next words are asked all the same', async () => {
  const { asked, finder } = slowServer();
  finder.ask('eis', null);
  asked[0]!.fail();
  await settled();
  expect(finder.value.failure).toEqual({ kind: 'unreachable' });
  finder.ask('eisen', null);
  asked[1]!.answer();
  await settled();
  expect(finder.value).toMatchObject({ failure: null, answer: { more: false } });
});
