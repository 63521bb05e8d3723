import type { DossierView, PersonaView, SchemaView } from '@draagvlak/contract/client';
import type { DocumentJson } from '@draagvlak/document';
import * as Y from 'yjs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { addParagraph, type DraftClient, draftClient, until } from '../support/draft-client.ts';
import { asks, dossiersByPhase, mainDocument, read } from '../support/demo.ts';
import { discard, type RunningServer, startServer } from '../support/server.ts';

let server: RunningServer;
let drafting: DossierView;
let approval: DossierView;

beforeAll(async () => {
  server = await startServer();
  const at = await dossiersByPhase(server.url);
  [drafting, approval] = [at('drafting'), at('approval')];
});
afterAll(async () => {
  if (server) await discard(server);
});

const get = (path: string, cookie = '') => fetch(server.url + path, { headers: { cookie } });
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url, ...headers },
    body: JSON.stringify(body),
  });
/** The cookie with which a machine goes on after signing in as a persona. */
async function cookieOf(persona: string): Promise<string> {
  const answer = await post('/api/demo/sign-in', { persona });
  expect(answer.status).toBe(200);
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

describe('what a machine can find out by itself', () => {
  it('health, the description of every route, and the schema of a draft, without signing in', async () => {
    expect(await (await get('/api/health')).json()).toMatchObject({ status: 'ok' });
    const description = (await (await get('/api/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
    };
    expect(description.openapi).toMatch(/^3\.1/);
    const paths = Object.keys(description.paths).map((path) => path.replaceAll(/\{\w+\}/g, '{}'));
    expect(paths).toEqual(
      expect.arrayContaining([
        '/api/health',
        '/api/dossiers/{}',
        '/api/dossiers/{}/commands',
        '/api/versions/{}',
        '/api/demo/sign-in',
      ]),
    );
    const schema = (await (await get('/api/schema')).json()) as SchemaView;
    expect(schema.fragment).toBe('prosemirror');
    expect(schema.nodes.map(({ name }) => name)).toEqual(expect.arrayContaining(['block', 'table', 'row', 'cell']));
    expect(schema.hash).toMatch(/^[\w-]{8,}$/);
  });

  it('the personas of the demo, and a session for each', async () => {
    const personas = (await (await get('/api/demo/personas')).json()) as PersonaView[];
    expect(personas.length).toBeGreaterThanOrEqual(10);
    for (const persona of personas) {
      expect(Object.keys(persona).toSorted()).toEqual(['name', 'organisation', 'persona', 'role']);
      const session = await get('/api/session', await cookieOf(persona.persona));
      expect(await session.json()).toMatchObject({ name: persona.name, persona: persona.persona, demo: true });
    }
  });
});

describe('a refusal is a problem document with a code and a Dutch sentence', () => {
  const problemOf = async (answer: Response) => {
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    const problem = (await answer.json()) as { status: number; code: string; detail: string };
    expect(problem.status).toBe(answer.status);
    expect(problem.detail).toMatch(/^[A-Z].*\.$/s);
    return [answer.status, problem.code] as const;
  };

  it('when nobody is signed in, nothing is there, or the request makes no sense', async () => {
    const cookie = await cookieOf('secretaris');
    expect(await problemOf(await get('/api/overview'))).toEqual([401, 'not-signed-in']);
    expect((await problemOf(await get('/api/bestaat-niet', cookie)))[0]).toBe(404);
    expect((await problemOf(await get('/api/dossiers/bestaat-niet', cookie)))[0]).toBe(404);
    expect((await problemOf(await post('/api/demo/sign-in', { persona: 'niemand' })))[0]).toBe(404);
    const nonsense = await post(`/api/dossiers/${drafting.id}/commands`, { type: 'onzin' }, { cookie });
    expect((await problemOf(nonsense))[0]).toBe(422);
  });

  it('when somebody may not, or not yet', async () => {
    const path = `/api/dossiers/${drafting.id}/commands`;
    const freeze = {
      type: 'freeze',
      document: mainDocument(drafting).id,
      version: crypto.randomUUID(),
      number: '',
      note: '',
    };
    const author = await problemOf(await post(path, freeze, { cookie: await cookieOf('auteur') }));
    expect(author[0]).toBe(403);
    const step = { type: 'enter-phase', phase: 'consultation', reason: '', closes: null, round: crypto.randomUUID() };
    const early = await problemOf(await post(path, step, { cookie: await cookieOf('secretaris') }));
    expect([409, 422]).toContain(early[0]);
    const outsider = await problemOf(await get(`/api/dossiers/${drafting.id}`, await cookieOf('opleider')));
    expect(outsider[0]).toBe(404);
  });

  it('when a page of another site asks', async () => {
    const answer = await post('/api/demo/sign-in', { persona: 'auteur' }, { origin: 'https://elders.example' });
    expect((await problemOf(answer))[0]).toBe(403);
  });
});

describe('a stock y-websocket client', () => {
  const clients: DraftClient[] = [];
  const enter = (draft: string, cookie?: string): DraftClient => {
    const client = draftClient(`${server.url.replace('http', 'ws')}/sync`, 'stock', {
      draft,
      params: {},
      ...(cookie === undefined ? {} : { cookie }),
    });
    clients.push(client);
    return client;
  };
  afterEach(() => {
    for (const client of clients.splice(0)) client.leave();
  });
  const draft = () => mainDocument(drafting).draft ?? '';

  it('edits a draft, and is told by message 100 what is stored', async () => {
    const client = enter(draft(), await cookieOf('auteur'));
    await client.synced();
    expect([...client.doc.share.keys()]).toEqual(['prosemirror']);
    const words = `Van een machine ${crypto.randomUUID()}.`;
    addParagraph(client.fragment, words);
    await until(() => client.saved()?.messages === client.sent() && client.sent() > 0, 'the server says it is stored');
    const own = Y.encodeStateVector(client.doc);
    const stored = Y.decodeStateVector(client.saved()?.vector ?? new Uint8Array());
    expect(stored.get(client.doc.clientID)).toBe(Y.decodeStateVector(own).get(client.doc.clientID));
    const api = await asks(server.url, 'auteur');
    const document = await read<DocumentJson>(api, `/api/drafts/${draft()}/document`);
    await api.dispose();
    expect(JSON.stringify(document)).toContain(words);
  });

  it('sees what another types', async () => {
    const [one, other] = [enter(draft(), await cookieOf('auteur')), enter(draft(), await cookieOf('tweede-auteur'))];
    await Promise.all([one.synced(), other.synced()]);
    const words = `Over de lijn ${crypto.randomUUID()}.`;
    addParagraph(one.fragment, words);
    await until(() => other.fragment.toString().includes(words), 'the other sees it');
    expect(other.fragment.toString()).toBe(one.fragment.toString());
  });

  it('is stopped for good without a session, without a right and without a draft', async () => {
    const [nobody, outsider, nowhere] = [
      enter(draft()),
      enter(draft(), await cookieOf('opleider')),
      enter(crypto.randomUUID(), await cookieOf('auteur')),
    ];
    await until(
      () => [nobody, outsider, nowhere].every((client) => client.stopped() !== null),
      'all three are stopped',
    );
    expect(nobody.stopped()).toBe(4401);
    expect([4403, 4404]).toContain(outsider.stopped());
    expect(nowhere.stopped()).toBe(4404);
    expect(outsider.fragment.length).toBe(0);
  });

  it('reads a draft that is closed for writing, and what it writes there is not taken', async () => {
    const closed = mainDocument(approval).draft ?? '';
    const reader = enter(closed, await cookieOf('auteur'));
    await reader.synced();
    const before = reader.fragment.length;
    expect(before).toBeGreaterThan(10);
    addParagraph(reader.fragment, 'Dit hoort hier niet meer.');
    // Frames are read in order: the answer to this one says that the one before was read, and not stored.
    const told = reader.saved();
    reader.provider.ws?.send(Uint8Array.of(100));
    await until(() => reader.saved() !== told, 'the server answers');
    expect([reader.sent() > 0, reader.saved()?.messages]).toEqual([true, 0]);
    const fresh = enter(closed, await cookieOf('tweede-auteur'));
    await fresh.synced();
    expect(fresh.fragment.length).toBe(before);
  });
});
