import { type Client, type DossierView, ProblemError, Unreachable } from '@draagvlak/contract/client';
import { describe, expect, it } from 'vitest';
import { DossierStore, type Events } from './dossier-store.ts';

const view = (version: number) => ({ id: 'd', version, title: `versie ${version}` }) as DossierView;
const settled = () => new Promise((resolve) => setTimeout(resolve));

class Stream implements Events {
  readonly listeners = new Map<string, (event: Event) => void>();
  closed = false;
  addEventListener(type: string, listener: (event: Event) => void) {
    this.listeners.set(type, listener);
  }
  close() {
    this.closed = true;
  }
  changed(version: number) {
    this.listeners.get('changed')?.(new MessageEvent('changed', { data: JSON.stringify({ version }) }));
  }
  written() {
    this.listeners.get('written')?.(new MessageEvent('written', { data: JSON.stringify({ draft: 'x' }) }));
  }
  opened() {
    this.listeners.get('open')?.(new Event('open'));
  }
}

/** A server with one dossier that others can act in. */
function stage() {
  const server = { version: 1, reads: 0, refuse: null as Error | null };
  const streams: Stream[] = [];
  const client = {
    dossier: async () => {
      server.reads += 1;
      return view(server.version);
    },
    command: async () => {
      if (server.refuse) throw server.refuse;
      server.version += 1;
      return { version: server.version, dossier: view(server.version) };
    },
    eventsUrl: () => '/events',
  } as unknown as Client;
  const store = new DossierStore('d', client, () => {
    const stream = new Stream();
    streams.push(stream);
    return stream;
  });
  return { server, streams, store };
}

describe('a dossier that somebody looks at', () => {
  it('keeps up with what is written in its drafts for who shows what waits for the text, and for nobody else', async () => {
    const { server, streams, store } = stage();
    store.subscribe(() => {});
    await settled();
    streams[0]?.written();
    await settled();
    expect(server.reads).toBe(1);
    const stop = store.drafts.subscribe(() => {});
    streams[0]?.written();
    await settled();
    expect(server.reads).toBe(2);
    stop();
    streams[0]?.written();
    await settled();
    expect(server.reads).toBe(2);
  });

  it('is read once for all who follow it, and the stream closes with the last of them', async () => {
    const { server, streams, store } = stage();
    const first = store.subscribe(() => {});
    const second = store.subscribe(() => {});
    await settled();
    expect(server.reads).toBe(1);
    first();
    first();
    expect(streams[0]?.closed).toBe(false);
    second();
    expect(streams[0]?.closed).toBe(true);
  });

  it('shows the act of somebody else without a reload', async () => {
    const { server, streams, store } = stage();
    store.subscribe(() => {});
    await settled();
    let told = 0;
    store.onChange(() => (told += 1));
    server.version = 2;
    streams[0]?.changed(2);
    await settled();
    expect(store.view?.version).toBe(2);
    expect(told).toBe(1);
  });

  it('reads again when the stream comes back, since nobody told what happened meanwhile', async () => {
    const { server, streams, store } = stage();
    store.subscribe(() => {});
    await settled();
    streams[0]?.opened();
    await settled();
    expect(server.reads).toBe(1);
    server.version = 5;
    streams[0]?.opened();
    await settled();
    expect(store.view?.version).toBe(5);
  });

  it('takes the answer of its own act at once and does not ask again for the event about it', async () => {
    const { server, streams, store } = stage();
    store.subscribe(() => {});
    await settled();
    const outcome = await store.act({ type: 'close-round', round: 'r' });
    expect(outcome).toEqual({ done: true });
    expect(store.view?.version).toBe(2);
    streams[0]?.changed(2);
    await settled();
    expect(server.reads).toBe(1);
  });

  it('never lets an older answer replace a newer one', async () => {
    const { server, streams, store } = stage();
    store.subscribe(() => {});
    await settled();
    server.version = 9;
    streams[0]?.changed(9);
    await settled();
    server.version = 3;
    await store.act({ type: 'close-round', round: 'r' });
    expect(store.view?.version).toBe(9);
  });

  it('gives a refusal and a dead line as values', async () => {
    const { server, store } = stage();
    server.refuse = new ProblemError(
      { type: 't', title: 't', status: 409, detail: 'Nee.', code: 'round-over', requestId: 'x' },
      null,
    );
    expect(await store.act({ type: 'close-round', round: 'r' })).toMatchObject({
      done: false,
      failure: { kind: 'problem', problem: { code: 'round-over' } },
    });
    server.refuse = new Unreachable('weg');
    expect(await store.act({ type: 'close-round', round: 'r' })).toEqual({
      done: false,
      failure: { kind: 'unreachable' },
    });
  });

  it('lets a bug fly', async () => {
    const { server, store } = stage();
    server.refuse = new TypeError('bug');
    await expect(store.act({ type: 'close-round', round: 'r' })).rejects.toThrow('bug');
  });
});
