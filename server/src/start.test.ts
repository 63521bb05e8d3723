import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { parseConfig } from './config.ts';
import { colourOf, type Person } from './identity/people.ts';
import { type RunningServer, startServer } from './start.ts';

let dataDir: string;
let running: RunningServer | null = null;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'draagvlak-start-'));
});
afterEach(async () => {
  await running?.close();
  running = null;
  await rm(dataDir, { recursive: true, force: true });
});

const start = async (environment: Record<string, string> = {}) => {
  const config = parseConfig({ PORT: '0', DEMO: 'off', LOG_LEVEL: 'silent', DATA_DIR: dataDir, ...environment });
  running = await startServer(config);
  return running;
};

async function secretaryOf(server: RunningServer) {
  const id = server.services.newId();
  const person: Person = {
    id,
    name: 'Marga Kooiman',
    party: 'wbc',
    organisation: null,
    administrator: false,
    secretariat: true,
    colour: colourOf(id),
    persona: null,
    createdAt: server.services.now(),
  };
  await server.services.identity.people.addPerson(person);
  const { token } = await server.services.identity.sessions.start(id);
  return { person, cookie: `draagvlak_session=${token}` };
}

const opening = {
  definition: 'sog-p',
  title: 'Vorkheftruck',
  qualifications: ['vorkheftruck'],
  documents: [{ id: 'document-1', kind: 'taakprofiel', title: 'Taakprofiel Vorkheftruck', draft: 'draft-1' }],
  members: [],
};
const send = (server: RunningServer, cookie: string, path: string, body: unknown) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { cookie, origin: server.url, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
/** Opens a socket; `closed` is its close code, or the status of a refused handshake. */
function connect(url: string, headers: Record<string, string>) {
  const socket = new WebSocket(url, { headers });
  socket.on('error', () => undefined);
  const opened = new Promise<void>((resolve) => socket.once('open', resolve));
  const closed = new Promise<number>((resolve) => {
    socket.once('close', resolve);
    socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
  });
  return { opened, closed };
}
const closeCode = (url: string, headers: Record<string, string>) => connect(url, headers).closed;

test('a new data directory prints a set-up link until somebody used it, and keeps what was done', async () => {
  const first = await start();
  expect((await fetch(`${first.url}/api/health`)).status).toBe(200);
  const url = first.setUpUrl ?? '';
  await first.close();
  const second = await start();
  expect(second.setUpUrl).not.toBe(url);
  const code = new URL(second.setUpUrl ?? '').searchParams.get('code') ?? '';
  expect((await fetch(`${second.url}/inrichten?code=${new URL(url).searchParams.get('code')}`)).status).toBe(410);
  const made = await send(second, '', '/api/set-up', { token: code, name: 'Marga Kooiman' });
  expect(made.status).toBe(201);
  const cookie = made.headers.get('set-cookie')?.split(';')[0] ?? '';
  const { id } = (await (await send(second, cookie, '/api/dossiers', opening)).json()) as { id: string };
  await second.close();
  const third = await start();
  expect(third.setUpUrl).toBeNull();
  const dossier = await fetch(`${third.url}/api/dossiers/${id}`, { headers: { cookie } });
  expect(await dossier.json()).toMatchObject({ title: 'Vorkheftruck', phase: 'preparation' });
});

test('what cannot work is refused at the start', async () => {
  const first = await start();
  const { port } = new URL(first.url);
  await expect(startServer(parseConfig({ PORT: port, DEMO: 'off', DATA_DIR: dataDir }))).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
  await writeFile(join(dataDir, 'file'), '');
  await expect(
    startServer(parseConfig({ PORT: '0', DEMO: 'off', DATA_DIR: join(dataDir, 'file', 'data') })),
  ).rejects.toMatchObject({ code: expect.stringMatching(/^(ENOTDIR|EEXIST|SQLITE_CANTOPEN)$/) });
  expect((await fetch(`${first.url}/api/health`)).status).toBe(200);
});

test('the screen hears of every act, and no longer when the session has ended', async () => {
  const server = await start();
  const { cookie, person } = await secretaryOf(server);
  const { id } = (await (await send(server, cookie, '/api/dossiers', opening)).json()) as { id: string };
  const stream = await fetch(`${server.url}/api/dossiers/${id}/events`, { headers: { cookie } });
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  const next = async () => (await reader.read()).value ?? '';
  expect(await next()).toContain('event: changed\ndata: {"version":2}');
  const planning = { type: 'set-planning', phase: 'drafting', from: '2099-01-06', until: '2099-02-01', reason: '' };
  await send(server, cookie, `/api/dossiers/${id}/commands`, planning);
  expect(await next()).toContain('event: changed\ndata: {"version":3}');
  await server.services.identity.sessions.endAll(person.id);
  const other = { ...planning, phase: 'consultation' };
  await server.services.dossiers.act(
    id,
    { person: person.id, administrator: false, secretariat: true },
    other as never,
    { now: server.services.now() },
  );
  expect((await reader.read()).done).toBe(true);
});

test('a draft lets in who may, tells the others why not, and lets go who signs out', async () => {
  const server = await start();
  const { cookie } = await secretaryOf(server);
  const { id } = (await (await send(server, cookie, '/api/dossiers', opening)).json()) as { id: string };
  const sync = `${server.url.replace('http', 'ws')}/sync`;
  const origin = server.url;
  expect(await closeCode(`${sync}/draft-1`, { origin })).toBe(4401);
  expect(await closeCode(`${sync}/draft-1`, { origin, cookie })).toBe(4404);
  expect(await closeCode(`${sync}/nothing`, { origin, cookie })).toBe(4404);
  expect(await closeCode(`${sync}/draft-1`, { origin: 'https://elders.example', cookie })).toBe(403);
  await send(server, cookie, `/api/dossiers/${id}/documents/document-1/start`, { from: 'template' });
  const schema = (await (await fetch(`${server.url}/api/schema`)).json()) as { hash: string };
  expect(await closeCode(`${sync}/draft-1?schema=another`, { origin, cookie })).toBe(4409);
  const { opened, closed } = connect(`${sync}/draft-1?schema=${schema.hash}`, { origin, cookie });
  await opened;
  await fetch(`${server.url}/api/session`, { method: 'DELETE', headers: { cookie, origin } });
  expect(await closed).toBe(4401);
});

test('who is in a draft when the server stops is asked to come back', async () => {
  const server = await start();
  const { cookie } = await secretaryOf(server);
  const { id } = (await (await send(server, cookie, '/api/dossiers', opening)).json()) as { id: string };
  await send(server, cookie, `/api/dossiers/${id}/documents/document-1/start`, { from: 'template' });
  const url = `${server.url.replace('http', 'ws')}/sync/draft-1`;
  const { opened, closed } = connect(url, { origin: server.url, cookie });
  await opened;
  await server.close();
  expect(await closed).toBe(1012);
});
