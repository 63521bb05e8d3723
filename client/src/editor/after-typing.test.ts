import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterTyping } from './after-typing.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('what is fetched once somebody can type', () => {
  it('is asked for again until the line brings it', async () => {
    let asked = 0;
    const load = async () => {
      asked += 1;
      if (asked < 3) throw new TypeError('Failed to fetch dynamically imported module: https://example.org/a.js');
    };
    const there = afterTyping(load);
    await vi.advanceTimersByTimeAsync(10_000);
    await there;
    expect(asked).toBe(3);
  });

  it('is not asked for again when it came and does not work: that is told', async () => {
    const load = vi.fn<() => Promise<void>>(() => Promise.reject(new TypeError('h is not a constructor')));
    await expect(afterTyping(load)).rejects.toThrow('h is not a constructor');
    expect(load).toHaveBeenCalledTimes(1);
  });
});
