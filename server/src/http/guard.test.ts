import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nl } from '@draagvlak/wording';
import { type Guest, openTestServer, type TestServer } from '../testing.ts';
import { entryOf, openAssets } from './assets.ts';

let server: TestServer;
let guest: Guest;
beforeAll(async () => {
  server = await openTestServer();
  guest = await server.person('Marga Kooiman', { secretariat: true });
});
afterAll(() => server.close());

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  guest.ask(path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = (await response.json()) as Record<string, unknown>;
  expect(problem).toMatchObject({ status: response.status, title: expect.any(String), requestId: expect.any(String) });
  expect(problem['type']).toBe(`urn:draagvlak:problem:${String(problem['code'])}`);
  return problem;
};
const person = { name: 'Els de Wit', party: 'examencentrum' };

describe('a request from another site', () => {
  test.each([
    ['a foreign origin', { origin: 'https://elders.example' }],
    ['a look-alike', { origin: 'http://localhost.elders.example' }],
    ['another port', { origin: 'http://localhost:8080' }],
    ['no origin at all', { origin: 'null' }],
    ['another scheme', { origin: 'file://localhost' }],
  ])('%s is refused', async (_, headers) => {
    const problem = await problemOf(await post('/api/people', person, headers));
    expect(problem).toMatchObject({ status: 403, code: 'foreign-origin' });
  });

  test('is refused by what the browser says of it where there is no origin', async () => {
    const request = (site: string) =>
      server.app.request('http://localhost/api/demo/sign-in', {
        method: 'POST',
        headers: { 'sec-fetch-site': site, 'content-type': 'application/json' },
        body: '{"persona":"x"}',
      });
    expect((await request('cross-site')).status).toBe(403);
    expect((await request('same-site')).status).toBe(403);
    expect((await request('same-origin')).status).not.toBe(403);
  });

  test('may not open a socket', async () => {
    const headers = { upgrade: 'websocket', connection: 'Upgrade', origin: 'https://elders.example' };
    expect((await server.app.request('http://localhost/sync/draft', { headers })).status).toBe(403);
  });

  test('with a public address only that one is ours, and the cookie is for https alone', async () => {
    const behind = await openTestServer({ PUBLIC_URL: 'https://draagvlak.example' });
    try {
      const send = (origin: string) =>
        behind.app.request('http://10.0.0.2:3000/api/session', { method: 'DELETE', headers: { origin } });
      expect((await send('http://10.0.0.2:3000')).status).toBe(403);
      const ours = await send('https://draagvlak.example');
      expect(ours.status).toBe(204);
      expect(ours.headers.get('set-cookie')).toMatch(/^__Host-draagvlak_session=;.*Path=\/;.*HttpOnly;.*Secure/);
      expect(ours.headers.get('strict-transport-security')).toBeTruthy();
    } finally {
      await behind.close();
    }
  });
});

describe('bad input', () => {
  test('gets a clear problem in Dutch and never more', async () => {
    expect(await problemOf(await post('/api/people', '{"name":'))).toMatchObject({
      code: 'malformed-request',
      status: 400,
    });
    const missing = await problemOf(await post('/api/people', { name: 'X' }));
    expect(missing).toMatchObject({ code: 'invalid-request', status: 422, field: 'party' });
    expect(missing['detail']).toContain(nl.problems.sentences['invalid-request']);
    expect(await problemOf(await post('/api/people', { ...person, name: '   ' }))).toMatchObject({ field: 'name' });
    expect(await problemOf(await post('/api/people', [person]))).toMatchObject({ code: 'invalid-request' });
    expect(await problemOf(await post('/api/people', 'null'))).toMatchObject({ code: 'invalid-request' });
  });

  test.each([
    ['secretariat', true],
    ['administrator', true],
    ['id', 'x'],
    ['__proto__', { administrator: true }],
  ])('a field that nobody asked for is refused: %s', async (field, value) => {
    const body = `{"name":"X","party":"wbc",${JSON.stringify(field)}:${JSON.stringify(value)}}`;
    expect(await problemOf(await post('/api/people', body))).toMatchObject({ status: 422, field });
  });

  test('an unknown command, or one with a field too many, is refused by name', async () => {
    const send = async (command: object) => problemOf(await post('/api/dossiers/nope/commands', command));
    expect(await send({ type: 'drop-everything' })).toMatchObject({ code: 'invalid-request', field: 'type' });
    expect(await send({ type: 'close-round', round: 'r', phase: 'approval' })).toMatchObject({ field: 'phase' });
    expect(await send({ type: 'start-draft', document: 'd', from: 'template' })).toMatchObject({ field: 'type' });
  });

  test('only JSON is read, and not too much of it', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x']) {
      expect(await problemOf(await post('/api/people', person, { 'content-type': type }))).toMatchObject({
        status: 415,
      });
    }
    const large = { ...person, name: 'x'.repeat(300_000) };
    expect(await problemOf(await post('/api/people', large))).toMatchObject({ code: 'too-large', status: 413 });
  });

  test('an unknown address or method is told apart', async () => {
    expect(await problemOf(await guest.ask('/api/nothing'))).toMatchObject({ code: 'not-found', status: 404 });
    const wrong = await guest.ask('/api/overview', { method: 'POST' });
    expect(wrong.headers.get('allow')).toBe('GET');
    expect(await problemOf(wrong)).toMatchObject({ code: 'method-not-allowed', status: 405 });
    for (const id of ['..%2f..%2fetc', '%00', 'a'.repeat(500), "'; drop table", '<script>']) {
      expect(await problemOf(await guest.ask(`/api/dossiers/${encodeURIComponent(id)}`))).toMatchObject({
        status: 404,
      });
    }
  });

  test('who is not signed in hears nothing but that', async () => {
    for (const path of ['/api/session', '/api/overview', '/api/people', '/api/dossiers/x', '/api/versions/x']) {
      const response = await server.app.request(`http://localhost${path}`);
      expect(await problemOf(response)).toMatchObject({ code: 'not-signed-in', status: 401 });
    }
    const cookie = `draagvlak_session=${'a'.repeat(43)}`;
    expect((await server.app.request('http://localhost/api/session', { headers: { cookie } })).status).toBe(401);
  });

  test('too many writing requests in a row are asked to wait', async () => {
    const slow = await openTestServer({ RATE_LIMIT: '20' });
    try {
      const eager = await slow.person('Haast');
      const send = () =>
        eager.ask('/api/people', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
      const statuses = [];
      for (let at = 0; at < 12; at += 1) statuses.push((await send()).status);
      expect(statuses.filter((status) => status === 429)).toHaveLength(2);
      expect((await send()).headers.get('retry-after')).toBe('3');
      expect((await eager.ask('/api/session')).status).toBe(200);
    } finally {
      await slow.close();
    }
  });
});

test('every answer carries the headers that keep foreign code out', async () => {
  for (const path of ['/api/health', '/api/nothing', '/inrichten?code=x']) {
    const { headers } = await server.app.request(`http://localhost${path}`);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  }
});

describe('the built client', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'draagvlak-dist-'));
    await mkdir(join(folder, 'assets'));
    await mkdir(join(folder, '.vite'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>app</title>');
    await writeFile(join(folder, 'assets/index-BcD12345.js'), 'console.log("x");'.repeat(200));
    await writeFile(join(folder, 'icon.svg'), '<svg/>');
    await writeFile(join(folder, '.stamp'), 'secret');
    await writeFile(join(folder, '.vite/manifest.json'), '{}');
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('hashed files may be kept for ever and come compressed, the page never', async () => {
    const assets = await openAssets(folder);
    const ask = (path: string, acceptEncoding = 'gzip, br', ifNoneMatch?: string) =>
      assets.answer(path, { acceptEncoding, ifNoneMatch });
    const script = await ask('/assets/index-BcD12345.js');
    expect(script?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script?.headers.get('content-encoding')).toBe('br');
    expect(Number(script?.headers.get('content-length'))).toBeLessThan(100);
    const plain = await ask('/assets/index-BcD12345.js', 'identity, br;q=0');
    expect(plain?.headers.get('content-encoding')).toBeNull();
    const icon = await ask('/icon.svg');
    expect(icon?.headers.get('cache-control')).toBe('no-cache');
    expect((await ask('/icon.svg', '', icon?.headers.get('etag') ?? ''))?.status).toBe(304);
    const page = await assets.page('');
    expect(page?.headers.get('cache-control')).toBe('no-store');
    for (const path of ['/.stamp', '/.vite/manifest.json', '/../package.json', '/assets/../.stamp', '/nothing.js']) {
      expect(await ask(path)).toBeNull();
    }
  });

  test('an unknown path is the app, an unknown file is not', async () => {
    const assets = await openAssets(folder);
    const { createApp } = await import('../app.ts');
    const app = createApp({ ...server.services, assets });
    expect(await (await app.request('/dossiers/123')).text()).toContain('<title>app</title>');
    expect((await app.request('/assets/gone-12345678.js')).status).toBe(404);
  });

  test('a page finds the scripts, styles and preloads of its entry', () => {
    const manifest = {
      'src/reading/main.ts': { file: 'assets/main-1.js', css: ['assets/main-1.css'], imports: ['_shared.js'] },
      '_shared.js': { file: 'assets/shared-1.js', css: ['assets/shared-1.css'], imports: ['src/reading/main.ts'] },
    };
    expect(entryOf(manifest, 'src/reading/main.ts')).toEqual({
      scripts: ['/assets/main-1.js'],
      styles: ['/assets/shared-1.css', '/assets/main-1.css'],
      preloads: ['/assets/shared-1.js'],
    });
    expect(entryOf(manifest, 'nothing.ts')).toBeNull();
  });
});
