import { describe, expect, it } from 'vitest';
import { countsByChapter } from './section-counts.ts';

describe('comments per chapter', () => {
  it('count the section itself and all below it', () => {
    const below: Record<string, string[]> = { '4': ['4', '4.1', '4.3'], '4.1': ['4.1'], '9': ['9'] };
    const counts = countsByChapter({ '4': 1, '4.3': 6, '4.1': 2 }, (id) => below[id] ?? [], ['4', '4.1', '9']);
    expect([...counts]).toEqual([
      ['4', 9],
      ['4.1', 2],
      ['9', 0],
    ]);
  });
});
