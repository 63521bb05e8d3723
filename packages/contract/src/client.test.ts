import { describe, expect, test } from 'vitest';
import { createClient, ProblemError, Unreachable } from './client.ts';
import { HTTP_PROBLEMS, type Problem, problemStatus, problemType, REFUSAL_STATUS, refusalOf } from './problem.ts';
import { REFUSALS } from '@draagvlak/procedure';

const problem = (given: Partial<Problem>): Problem => ({
  type: problemType(given.code ?? 'busy'),
  title: 'Dit is niet gelukt',
  status: 503,
  detail: 'Probeer het opnieuw.',
  code: 'busy',
  requestId: 'r-1',
  ...given,
});
const answering = (body: string, init: ResponseInit) => {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  const client = createClient({
    base: 'https://a.example',
    fetch: (url, given) => {
      asked.push({ url: String(url), init: given });
      return Promise.resolve(new Response(body, init));
    },
  });
  return { client, asked };
};
const asProblem = (given: Partial<Problem>, headers: Record<string, string> = {}) =>
  answering(JSON.stringify(problem(given)), {
    status: given.status ?? 503,
    headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers },
  }).client;

describe('problems', () => {
  test('[CON2] every code has one status', () => {
    for (const code of REFUSALS) expect([403, 404, 409, 422]).toContain(problemStatus(code));
    expect(Object.keys(REFUSAL_STATUS).toSorted()).toEqual([...REFUSALS].toSorted());
    for (const [code, status] of Object.entries(HTTP_PROBLEMS)) {
      expect(problemStatus(code as keyof typeof HTTP_PROBLEMS)).toBe(status);
    }
    expect(REFUSALS.filter((code) => code in HTTP_PROBLEMS)).toEqual([]);
  });

  test('[CON3] a refusal comes back with its gates, a problem of HTTP is none', () => {
    const gates = [{ gate: 'comments-disposed', done: 37, total: 43, from: null }] as const;
    expect(refusalOf(problem({ code: 'gates-unmet', gates }))).toEqual({ code: 'gates-unmet', field: null, gates });
    expect(refusalOf(problem({ code: 'words-required', field: 'body' }))).toMatchObject({ field: 'body', gates: [] });
    expect(refusalOf(problem({ code: 'busy' }))).toBeNull();
  });
});

describe('the client', () => {
  test('[CON4] escapes what it puts in an address', async () => {
    const { client, asked } = answering('{}', { headers: { 'content-type': 'application/json' } });
    await client.dossier('../people?x=1#y');
    await client.comparison('a&after=b', 'draft');
    expect(asked.map(({ url }) => url)).toEqual([
      'https://a.example/api/dossiers/..%2Fpeople%3Fx%3D1%23y',
      'https://a.example/api/comparisons?before=a%26after%3Db&after=draft',
    ]);
  });

  test('sends JSON as JSON, a file as bytes, and nothing where there is nothing', async () => {
    const { client, asked } = answering('{}', { headers: { 'content-type': 'application/json' } });
    await client.signInAs('opleider');
    await client.uploadFile('d', new Blob(['x']));
    await client.signOut();
    const sent = asked.map(({ init }) => [init?.method, new Headers(init?.headers).get('content-type'), init?.body]);
    expect(sent).toEqual([
      ['POST', 'application/json', '{"persona":"opleider"}'],
      ['POST', 'application/octet-stream', expect.any(Blob)],
      ['DELETE', null, undefined],
    ]);
  });

  test('[CON5] throws a problem with what a screen needs of it', async () => {
    const client = asProblem({ code: 'gates-unmet', status: 409, gates: [] }, { 'retry-after': '2' });
    const error = await client.overview().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({
      code: 'gates-unmet',
      detail: 'Probeer het opnieuw.',
      refusal: { code: 'gates-unmet' },
      retryAfter: 2,
    });
    await expect(asProblem({ code: 'not-found', status: 404 }).overview()).rejects.toMatchObject({ retryAfter: null });
  });

  test('[CON5] tells a dead line from a refusal', async () => {
    const dead = createClient({ fetch: () => Promise.reject(new TypeError('fetch failed')) });
    await expect(dead.overview()).rejects.toBeInstanceOf(Unreachable);
    const proxy = answering('<h1>502</h1>', { status: 502, headers: { 'content-type': 'text/html' } });
    await expect(proxy.client.overview()).rejects.toBeInstanceOf(Unreachable);
  });
});
