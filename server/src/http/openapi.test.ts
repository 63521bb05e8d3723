import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type ClientOptions,
  createClient,
  createFollowingClient,
  createHandlingClient,
  createHintClient,
  createNoticeClient,
} from '@draagvlak/contract/client';
import { routes } from '@draagvlak/contract/server';
import { openTestServer, ORIGIN, type TestServer } from '../testing.ts';

interface Operation {
  readonly summary?: string;
  readonly security?: readonly unknown[];
  readonly requestBody?: { readonly content: object };
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>>;
}
type Document = {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};

let server: TestServer;
let document: Document;
beforeAll(async () => {
  server = await openTestServer();
  document = (await (await server.app.request(`${ORIGIN}/api/openapi.json`)).json()) as Document;
});
afterAll(() => server.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
  );

test('the description lists every route that the server answers, and no other', () => {
  const served = server.app.routes
    .filter(({ path, method }) => path.startsWith('/api/') && method !== 'ALL')
    .map(({ path, method }) => `${method.toLowerCase()} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
  const described = operations().map(({ name }) => name);
  expect(document.openapi).toBe('3.1.0');
  expect(described.toSorted()).toEqual([...new Set(served)].toSorted());
  expect(described).toHaveLength(Object.keys(routes).length);
});

test('every route has one good answer, and every refusal is a problem document', () => {
  for (const { name, operation } of operations()) {
    const answers = Object.entries(operation.responses);
    const kindOf = (status: string) => Object.keys(operation.responses[status]?.content ?? {});
    const [good, ...others] = answers.map(([status]) => status).filter((status) => status < '300');
    expect([name, operation.summary ?? '', others]).toEqual([name, expect.stringMatching(/\w/), []]);
    expect([name, kindOf(good ?? '').length]).toEqual([name, good === '204' ? 0 : 1]);
    const refusals = answers.filter(([status]) => status >= '300').map(([status]) => [name, status, ...kindOf(status)]);
    expect(refusals).toEqual(refusals.map(([, status]) => [name, status, 'application/problem+json']));
    expect(refusals).toContainEqual([name, '500', 'application/problem+json']);
  }
});

test('whoever is not signed in is told so, except where anybody may ask', () => {
  const open = operations().filter(({ operation }) => operation.security !== undefined);
  expect(open.map(({ name }) => name).toSorted()).toEqual([
    'delete /api/session',
    'get /api/contact',
    'get /api/demo/personas',
    'get /api/dossiers/{dossier}/files/{blob}',
    'get /api/health',
    'get /api/openapi.json',
    'get /api/published',
    'get /api/schema',
    'get /api/versions/{version}/bytes',
    'post /api/demo/sign-in',
    'post /api/set-up',
    'post /api/sign-in',
  ]);
  const closed = operations().filter(({ operation }) => operation.security === undefined);
  expect(closed.filter(({ operation }) => operation.responses['401'] === undefined)).toEqual([]);
});

test('nothing in the description points to what is not there', () => {
  const text = JSON.stringify(document);
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    expect(document.components.schemas).toHaveProperty(name ?? '');
  }
});

test('the typed client reaches every route, with the method that is described', async () => {
  const asked: string[] = [];
  const options: ClientOptions = {
    base: ORIGIN,
    fetch: (input, init) => {
      asked.push(`${(init?.method ?? 'GET').toLowerCase()} ${new URL(String(input)).pathname}`);
      return Promise.resolve(new Response('{}', { headers: { 'content-type': 'application/json' } }));
    },
  };
  const client = {
    ...createClient(options),
    ...createFollowingClient(options),
    ...createHandlingClient(options),
    ...createHintClient(options),
    ...createNoticeClient(options),
  };
  const argumentsOf: Readonly<Record<string, readonly unknown[]>> = {
    uploadFile: ['x', new Blob(['x'])],
    uploadImage: ['x', new Blob(['x'])],
  };
  const urls = ['eventsUrl', 'noticeEventsUrl', 'fileUrl', 'versionBytesUrl'];
  for (const [name, call] of Object.entries(client) as [string, (...given: unknown[]) => unknown][]) {
    const answer = call(...(argumentsOf[name] ?? ['x', 'x', 'x']));
    if (urls.includes(name)) asked.push(`get ${new URL(String(answer)).pathname}`);
    else await answer;
  }
  const missed = operations()
    .map(({ name }) => name)
    .filter((name) => !asked.includes(name.replaceAll(/\{\w+\}/g, 'x')));
  expect(missed).toEqual(['get /api/openapi.json']);
});

test('[CON6] the client, and what it imports, holds no zod and no schema', async () => {
  const folder = new URL('../../../packages/contract/src/', import.meta.url);
  const seen = new Set<string>();
  const foreign: string[] = [];
  const visit = async (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    const source = await readFile(new URL(file, folder), 'utf8');
    for (const [, from = ''] of source.matchAll(/^(?:import|export) (?!type)[^;]*? from '([^']+)'/gm)) {
      if (!from.startsWith('./') || from.includes('schema')) foreign.push(`${file}: ${from}`);
      else await visit(from);
    }
  };
  await visit('./client.ts');
  expect(foreign).toEqual([]);
  expect([...seen]).toContain('./problem.ts');
});
