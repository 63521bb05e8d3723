import { type Client, Unreachable } from '@draagvlak/contract/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Device, DraftKeeper, type DraftText, type KeepState } from './draft-keeper.ts';

const draft = (body: string, id = 'c1') => ({ id, body, kind: 'question', proposal: null, anchor: {} }) as DraftText;

class Memory implements Device {
  readonly kept = new Map<string, string>();
  getItem(key: string) {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, value: string) {
    this.kept.set(key, value);
  }
  removeItem(key: string) {
    this.kept.delete(key);
  }
}

function stage() {
  const saved: string[] = [];
  const server = { down: false, dropped: [] as string[] };
  const client = {
    saveCommentDraft: async (_version: string, text: DraftText) => {
      if (server.down) throw new Unreachable('weg');
      saved.push(text.body);
      return { ...text, savedAt: '2026-02-05T19:41:00Z' };
    },
    deleteCommentDraft: async (_version: string, id: string) => {
      if (server.down) throw new Unreachable('weg');
      server.dropped.push(id);
    },
  } as unknown as Client;
  const states: KeepState['status'][] = [];
  const device = new Memory();
  const keeper = new DraftKeeper(client, 'v1', device, ({ status }) => states.push(status));
  return { keeper, saved, server, states, device };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a comment that is being written', () => {
  it('is kept with the server when the typing rests, only the last text', async () => {
    const { keeper, saved, states } = stage();
    keeper.keep(draft('D'));
    keeper.keep(draft('Dit'));
    await vi.advanceTimersByTimeAsync(500);
    keeper.keep(draft('Dit is te kort.'));
    await vi.advanceTimersByTimeAsync(700);
    expect(saved).toEqual(['Dit is te kort.']);
    expect(states.at(-1)).toBe('saved');
  });

  it('stays on the device while there is no connection, and leaves it once the server has it', async () => {
    const { keeper, server, states, saved } = stage();
    server.down = true;
    keeper.keep(draft('zonder lijn'));
    await keeper.flush();
    expect(states.at(-1)).toBe('device');
    expect(keeper.onDevice().map(({ body }) => body)).toEqual(['zonder lijn']);
    server.down = false;
    keeper.keep(draft('weer met lijn'));
    await keeper.flush();
    expect(saved).toEqual(['weer met lijn']);
    expect(keeper.onDevice()).toEqual([]);
  });

  it('is not kept again after it was sent or thrown away', async () => {
    const { keeper, saved, server } = stage();
    keeper.keep(draft('half'));
    await keeper.drop('c1');
    await vi.advanceTimersByTimeAsync(2000);
    expect(saved).toEqual([]);
    expect(server.dropped).toEqual(['c1']);
  });

  it('leaves the drafts of other comments alone', async () => {
    const { keeper, server } = stage();
    server.down = true;
    keeper.keep(draft('een', 'c1'));
    await keeper.flush();
    keeper.keep(draft('twee', 'c2'));
    await keeper.flush();
    await keeper.drop('c1');
    expect(keeper.onDevice().map(({ id }) => id)).toEqual(['c2']);
  });
});
