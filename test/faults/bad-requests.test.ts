import {
  openTestDossier,
  openTestServer,
  type Guest,
  type TestDossier,
  type TestServer,
} from '@draagvlak/server/testing';
import { anchorOn, comment, toConsultation } from '@draagvlak/server/testing-story';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromSchema, type Schema, type Sources } from '../support/from-schema.ts';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

let server: TestServer;
let d: TestDossier;
let description: Description;
/** Ids that name something, of every kind. */
let known: string[];
/** What a field of a name is about. */
let meant: Readonly<Record<string, readonly string[]>>;
beforeAll(async () => {
  server = await openTestServer({ LOG_LEVEL: 'silent' });
  d = await openTestDossier(server);
  const { version, round } = await toConsultation(server, d);
  const { document } = await d.trainer.api.version(version);
  const reaction = server.services.newId();
  const anchor = anchorOn(document, version, 'De opleiding duurt minimaal 8 uur');
  await d.trainer.api.command(d.id, comment(reaction, anchor));
  description = (await (await d.author.ask('/api/openapi.json')).json()) as Description;
  const block = anchor.start!.block;
  known = [d.id, d.document, d.draft, version, round, reaction, block, d.author.id, d.trainer.id, 'gasmeten', 'sog-p'];
  const [people, versions] = [[d.author.id, d.trainer.id, d.steering.id], [version]];
  meant = {
    document: [d.document],
    draft: [d.draft],
    version: versions,
    versions,
    before: versions,
    after: versions,
    of: versions,
    target: [version, 'draft'],
    round: [round],
    comment: [reaction],
    into: [reaction],
    person: people,
    people,
    by: people,
    block: [block],
    definition: ['sog-p'],
    qualifications: ['gasmeten', 'verreiker'],
  };
});
afterAll(() => server.close());

const STRANGE = [
  '0',
  'unknown',
  '__proto__',
  'constructor',
  'toString',
  '..%2F..%2Fetc%2Fpasswd',
  '%00',
  '%E2%98%83',
  "';DROP TABLE drafts;--",
  'x'.repeat(5000),
  '%ff',
];
const everybody = (): readonly Guest[] => [d.secretary, d.chair, d.author, d.trainer, d.steering, d.outsider];

/**
 * A refusal is a problem document with a code and a sentence in Dutch, and never our own fault: what is wrong with this
 * one, and its code.
 */
async function look(response: Response): Promise<{ readonly code: string; readonly faults: readonly string[] }> {
  if (response.ok || response.status === 302) {
    await response.body?.cancel();
    return { code: 'done', faults: [] };
  }
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('application/problem+json')) return { code: '', faults: [`${response.status} as ${type}`] };
  const { status, code, detail } = JSON.parse(text) as Record<string, unknown>;
  const rules: readonly (readonly [string, boolean])[] = [
    ['our own fault', response.status < 500],
    ['another status within', status === response.status],
    ['no code', /^[a-z-]+$/.test(String(code))],
    ['no sentence', /^[A-ZÀ-Ž].*[.!?]$/su.test(String(detail))],
    ['insides', !/\bat \/|node_modules|SQLITE|undefined/.test(text)],
  ];
  return { code: String(code), faults: rules.filter(([, holds]) => !holds).map(([fault]) => `${fault}: ${text}`) };
}

const filled = (path: string, id: (name: string) => string): string =>
  path.replaceAll(/\{([^}]+)\}/g, (_, name: string) => id(name));
const withQuery = (path: string, { parameters }: Operation, id: (name: string) => string): string => {
  const query = (parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => `${name}=${id(name)}`);
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
};

test('every address with an id that names nothing, or something else, is answered with a clear problem', async () => {
  const asked = Object.entries(description.paths).flatMap(([path, methods]) =>
    methods['get'] === undefined ? [] : [[path, methods['get']] as const],
  );
  expect(asked.length).toBeGreaterThan(15);
  const wrong: string[] = [];
  for (const [path, operation] of asked) {
    for (const id of [...STRANGE, ...known]) {
      // An event stream that may be heard does not end.
      if (path.endsWith('/events') && id === d.id) continue;
      for (const guest of [d.author, d.outsider]) {
        const address = withQuery(
          filled(path, () => id),
          operation,
          () => id,
        );
        const { code, faults } = await look(await guest.ask(address));
        const what = `GET ${address.slice(0, 200)}`;
        wrong.push(...faults.map((fault) => `${what}: ${fault}`));
        if (code === 'done' && path.includes('{') && !known.includes(id)) wrong.push(`${what}: found`);
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('bodies that are no JSON, of another shape or too deep, are refused at every address that takes one', async () => {
  const wrong: string[] = [];
  const deep = '['.repeat(20_000) + ']'.repeat(20_000);
  const bodies = [
    '',
    '{',
    'null',
    '[]',
    '{}',
    '"x"',
    '1e999',
    '{"type":"freeze"}',
    '{"__proto__":{"a":1}}',
    deep,
    '\u0000',
  ];
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (method === 'get' || operation.requestBody?.content['application/json'] === undefined) continue;
      for (const body of bodies) {
        for (const id of [d.id, 'unknown']) {
          const response = await d.secretary.ask(
            withQuery(
              filled(path, () => id),
              operation,
              () => id,
            ),
            {
              method: method.toUpperCase(),
              headers: { 'content-type': 'application/json' },
              body,
            },
          );
          const { code, faults } = await look(response);
          const what = `${method} ${path} with ${body.slice(0, 40)}`;
          wrong.push(...faults.map((fault) => `${what}: ${fault}`));
          if (code === 'done') wrong.push(`${what}: taken`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
});

test('whatever fits the description is answered: done, or refused with a reason; the chain holds', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
  let state = seed;
  const random = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  let fresh = 0;
  const sources: Sources = {
    random,
    strings(name) {
      const strange = [...known, '', '0.2', '🦺 é', "<script>alert('x')</script>"];
      const fitting = meant[name] ?? [`new-${(fresh += 1)}`, 'Een reden.'];
      return random(4) === 0 ? strange : fitting;
    },
    resolve: (ref) => description.components.schemas[ref.split('/').at(-1) ?? ''] as Schema,
  };
  const codes = new Map<string, number>();
  const wrong: string[] = [`seed ${seed}`];
  const requests = Object.entries(description.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema;
      // Signing out and in would end the sessions that the others ask with.
      if (schema === undefined || /session|sign-in|set-up/.test(path)) return [];
      return [{ path, method, schema }];
    }),
  );
  // Commands are where most can happen.
  const commands = requests.filter(({ path }) => path.endsWith('/commands'));
  for (let round = 0; round < 800; round += 1) {
    const from = random(4) === 0 ? requests : commands;
    const { path, method, schema } = from[random(from.length)]!;
    const guest = everybody()[random(everybody().length)]!;
    const named = (name: string): string =>
      random(6) === 0 ? known[random(known.length)]! : (meant[name]?.[0] ?? d.id);
    const body = JSON.stringify(fromSchema(schema, sources));
    const address = withQuery(filled(path, named), description.paths[path]![method]!, named);
    const response = await guest.ask(address, {
      method: method.toUpperCase(),
      headers: { 'content-type': 'application/json' },
      body,
    });
    const { code, faults } = await look(response);
    wrong.push(...faults.map((fault) => `${guest.name} ${method} ${address} ${body.slice(0, 1500)}: ${fault}`));
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  expect(wrong).toEqual([`seed ${seed}`]);
  // Shapes that are all refused at the door would prove nothing of the rules behind it.
  expect(codes.get('done')).toBeGreaterThan(10);
  expect(codes.size).toBeGreaterThan(6);
  await server.services.dossiers.store.verify(d.id);
  expect((await d.secretary.ask('/api/health')).status).toBe(200);
});
