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
  const server = { down: false, dropped: [] as string[], drafts: async (): Promise<readonly DraftText[]> => [] };
  const client = {
    commentDrafts: () => server.drafts(),
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

  it('is there to go on with: what the device has goes before what the server has, what was sent is no draft', async () => {
    const { keeper, server } = stage();
    expect(keeper.kept).toBeNull();
    server.down = true;
    keeper.keep(draft('zonder lijn', 'c2'));
    await keeper.flush();
    server.drafts = async () => [draft('een', 'c1'), draft('oud', 'c2'), draft('verstuurd', 'c3')];
    await keeper.load((id) => id === 'c3');
    expect(keeper.kept?.map(({ body }) => body)).toEqual(['een', 'zonder lijn']);
    await keeper.drop('c2');
    expect(keeper.kept?.map(({ body }) => body)).toEqual(['een']);
  });

  it('is a draft again once it is taken back, under another id', async () => {
    const { keeper, saved } = stage();
    await keeper.load(() => false);
    await keeper.restore(draft('toch niet'));
    expect(saved).toEqual(['toch niet']);
    expect(keeper.kept).toMatchObject([{ body: 'toch niet', id: expect.not.stringMatching(/^c1$/u) as string }]);
  });

  it('leaves what the device has when the server does not answer, but hides no mistake of our own', async () => {
    const { keeper, server } = stage();
    server.down = true;
    keeper.keep(draft('zonder lijn'));
    await keeper.flush();
    server.drafts = () => Promise.reject(new Unreachable('weg'));
    await keeper.load(() => false);
    expect(keeper.kept?.map(({ body }) => body)).toEqual(['zonder lijn']);
    server.drafts = () => Promise.reject(new TypeError('fout'));
    await expect(keeper.load(() => false)).rejects.toThrow('fout');
  });
});
