import { apply, compare } from '@draagvlak/compare';
import { type DocumentJson, PLAIN_BLOCK, type TopJson } from '@draagvlak/document';
import { expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { createComparing } from './comparing.ts';

const document = (paragraphs: number, word: string): DocumentJson => ({
  type: 'doc',
  content: Array.from({ length: paragraphs }, (_, at): TopJson => ({
    type: 'block',
    attrs: { ...PLAIN_BLOCK, id: `p${at}` },
    content: [
      {
        type: 'text',
        text: `De opleider toont bij eis ${at} aan dat de deelnemer het ${at % 7 === 0 ? word : 'meten'} beheerst, met bewijs uit de praktijk en een toets.`,
      },
    ],
  })),
});

/** How often other work had its turn until the promise was kept. */
async function turnsUntil<T>(promise: Promise<T>): Promise<{ readonly turns: number; readonly value: T }> {
  let turns = 0;
  let going = true;
  const tick = () => {
    turns += 1;
    if (going) setImmediate(tick);
  };
  setImmediate(tick);
  const value = await promise;
  going = false;
  return { turns, value };
}

test('a large comparison is made in a thread of its own, and others get their turn meanwhile', async () => {
  const lines: string[] = [];
  const comparing = createComparing(createLog('warn', (line) => lines.push(line) > 0));
  const [before, after] = [document(3000, 'meten'), document(3000, 'meten van gas')];
  const { turns, value } = await turnsUntil(comparing(before, after));
  expect(lines).toEqual([]);
  expect(turns).toBeGreaterThan(20);
  expect(value).toEqual(compare(before, after));
  expect(apply(before, value)).toEqual(after);
});

test('several at once each get their own answer', async () => {
  const comparing = createComparing(createLog('silent'));
  const before = document(1000, 'meten');
  const words = ['toetsen', 'ventileren', 'waarnemen'];
  const found = await Promise.all(words.map((word) => comparing(before, document(1000, word))));
  expect(found.map((one) => one.changes[0]?.after?.text.includes('toetsen'))).toEqual([true, false, false]);
  expect(found.map((one) => one.changes.length)).toEqual([143, 143, 143]);
});

test('a small comparison is made at once', async () => {
  const comparing = createComparing(createLog('silent'));
  const { turns, value } = await turnsUntil(comparing(document(5, 'meten'), document(5, 'toetsen')));
  expect(turns).toBe(0);
  expect(value.changes).toHaveLength(1);
});
