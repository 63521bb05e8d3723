import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient, type Client } from '@draagvlak/contract/client';
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

test('every route says what comes, and every refusal is a problem document', () => {
  for (const { name, operation } of operations()) {
    expect(operation.summary, name).toBeTruthy();
    const statuses = Object.keys(operation.responses);
    expect(
      statuses.filter((status) => status.startsWith('2')),
      name,
    ).toHaveLength(1);
    for (const [status, { content }] of Object.entries(operation.responses)) {
      if (status === '204') expect(content, name).toBeUndefined();
      else if (status.startsWith('2')) expect(Object.keys(content ?? {}), name).toHaveLength(1);
      else expect(Object.keys(content ?? {}), `${name} ${status}`).toEqual(['application/problem+json']);
    }
    expect(statuses, name).toContain('500');
    if (operation.security === undefined) expect(statuses, name).toContain('401');
  }
});

test('nothing in the description points to what is not there', () => {
  const text = JSON.stringify(document);
  for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
    expect(document.components.schemas).toHaveProperty(name ?? '');
  }
});

test('the typed client reaches every route, with the method that is described', async () => {
  const asked: string[] = [];
  const client = createClient({
    base: ORIGIN,
    fetch: (input, init) => {
      asked.push(`${(init?.method ?? 'GET').toLowerCase()} ${new URL(String(input)).pathname}`);
      return Promise.resolve(new Response('{}', { headers: { 'content-type': 'application/json' } }));
    },
  });
  const argumentsOf: Readonly<Record<string, readonly unknown[]>> = {
    uploadFile: ['x', new Blob(['x'])],
  };
  const urls = ['eventsUrl', 'fileUrl', 'versionBytesUrl'];
  for (const [name, call] of Object.entries(client) as [keyof Client, (...given: unknown[]) => unknown][]) {
    const answer = call(...(argumentsOf[name] ?? ['x', 'x', 'x']));
    if (urls.includes(name)) asked.push(`get ${new URL(String(answer)).pathname}`);
    else await answer;
  }
  const missed = operations()
    .map(({ name }) => name)
    .filter((name) => !asked.includes(name.replaceAll(/\{\w+\}/g, 'x')));
  expect(missed).toEqual(['get /api/openapi.json']);
});
