import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '@draagvlak/contract/server';
import { openTestServer, ORIGIN, type TestServer } from '../testing.ts';
import { shapeOf } from './schema-shape.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer({ CONTACT: 'Secretariaat <vraag@voorbeeld.example>' });
});
afterAll(() => server.close());

test('developers read of every route, without signing in and without a script', async () => {
  const response = await server.app.request(`${ORIGIN}/ontwikkelaars`);
  const text = await response.text();
  expect(response.status).toBe(200);
  for (const { config } of Object.values(routes)) {
    expect(text).toContain(`<span class="plain-tag">${config.method.toUpperCase()}</span> <code>${config.path}</code>`);
  }
  expect(text).not.toMatch(/<script|style="|undefined|\[object/);
  expect(text).toContain('unknown-dossier');
});

test('every page that the server makes names the secretariat and the help page', async () => {
  for (const path of ['/ontwikkelaars', '/aanmelden?code=x']) {
    const text = await (await server.app.request(`${ORIGIN}${path}`)).text();
    expect(text).toContain('<a href="mailto:vraag@voorbeeld.example">Secretariaat</a>');
    expect(text).toContain('href="/hulp"');
  }
  expect(await (await server.app.request(`${ORIGIN}/api/contact`)).json()).toEqual({
    contact: { name: 'Secretariaat', email: 'vraag@voorbeeld.example' },
    needsSetUp: true,
  });
});

test('a shape is written as people write it', () => {
  const schema = {
    type: 'object',
    properties: {
      id: { type: 'string' },
      kind: { enum: ['a', 'b'] },
      list: { type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
    },
    required: ['id'],
  } as const;
  expect(shapeOf(schema)).toBe('{\n  id: string,\n  kind?: "a" | "b",\n  list?: (string | null)[]\n}');
});
