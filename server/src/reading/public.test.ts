import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestDossier, openTestServer, ORIGIN, type TestDossier, type TestServer } from '../testing.ts';
import { anchorOn, comment, toConsultation, toFinalisation, toInspection, toProcessing } from '../testing-story.ts';

let server: TestServer;
let d: TestDossier;
let first: string;
let second: string;
/** What the public got while people reacted on the first concept. */
let whileReacting: readonly unknown[];

const anybody = (path: string) => server.app.request(`${ORIGIN}${path}`);
const statuses = async (path: string) => [(await anybody(path)).status, (await d.outsider.ask(path)).status];

beforeAll(async () => {
  server = await openTestServer();
  d = await openTestDossier(server);
  const consultation = await toConsultation(server, d);
  first = consultation.version;
  const { document } = await d.trainer.api.version(first);
  const anchor = anchorOn(document, first, 'De opleiding duurt minimaal 8 uur');
  await d.trainer.api.command(d.id, comment('c1', anchor, { kind: 'support', body: 'Geheim van de opleider.' }));
  await d.secretary.api.command(d.id, { type: 'publish', versions: [first], where: 'ssvv.nl' });
  whileReacting = [
    await statuses(`/lezen/${first}`),
    await statuses(`/api/versions/${first}/bytes`),
    await (await anybody('/api/published')).json(),
  ];
  await toProcessing(server, d, consultation.round);
  await d.author.api.command(d.id, {
    type: 'propose-disposition',
    disposition: 'd1',
    comment: 'c1',
    decision: { kind: 'noted', motivation: 'Dank.', places: [], into: null },
    supersedes: null,
  });
  await d.chair.api.command(d.id, { type: 'confirm-disposition', disposition: 'd1' });
  ({ version: second } = await toInspection(server, d));
});
afterAll(() => server.close());

test('while people react, a text that is published is theirs; the public has no part in it', () => {
  expect(whileReacting).toEqual([[404, 404], [404, 404], []]);
});

test('in the inspection everybody reads the published text, without signing in and without a script', async () => {
  expect(await statuses(`/lezen/${second}`)).toEqual([200, 200]);
  const text = await (await anybody(`/lezen/${second}`)).text();
  expect(text).toContain('De opleiding duurt minimaal 8 uur');
  expect(text).not.toMatch(/<script|\/dossiers\/|data-reading|Geheim/);
  expect(text).toContain(`/was-wordt/${first}/${second}`);
  expect(await statuses(`/was-wordt/${first}/${second}`)).toEqual([200, 200]);
  expect(await statuses(`/was-wordt/${first}/${second}.csv`)).toEqual([200, 200]);
  const printed = await (await anybody(`/was-wordt/${first}/${second}/afdruk.css`)).text();
  expect(printed).toMatch(/--print-what:"[^"]+";--print-when:"Was-wordt-tabel, versie 0.1 en versie 0.2"/);
  expect(await (await anybody(`/was-wordt/${first}/${second}`)).text()).not.toMatch(/\/dossiers\/|Geheim/);
  const bytes = await (await anybody(`/api/versions/${second}/bytes`)).arrayBuffer();
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
  expect(hash).toBe((await d.trainer.api.version(second)).version.hash);
});

test('a member still has the page with its script, and what is published leads there', async () => {
  expect(await (await d.trainer.ask(`/lezen/${second}`)).text()).toContain('data-reading');
  const published = await d.outsider.api.published();
  expect(published).toMatchObject([
    { version: second, number: '0.2', phase: 'inspection', superseded: false, dossier: d.id },
  ]);
  expect(await (await anybody('/api/published')).json()).toEqual(published);
});

test('nothing else of the dossier opens with it', async () => {
  for (const path of [
    `/api/dossiers/${d.id}`,
    `/api/dossiers/${d.id}/log`,
    `/api/versions/${second}/workbench`,
    `/api/drafts/${d.draft}/document`,
  ]) {
    expect(await statuses(path)).toEqual([401, 404]);
  }
  expect(await statuses(`/was-wordt/${first}/draft`)).toEqual([404, 404]);
  expect((await d.outsider.api.version(second)).comments).toEqual([]);
  expect((await d.outsider.api.overview()).dossiers).toEqual([]);
});

test('when the phase in which everybody reads is over, the text is not found again', async () => {
  await toFinalisation(server, d);
  expect(await statuses(`/lezen/${second}`)).toEqual([404, 404]);
  expect(await statuses(`/was-wordt/${first}/${second}`)).toEqual([404, 404]);
  expect(await statuses(`/was-wordt/${first}/${second}/afdruk.css`)).toEqual([404, 404]);
  expect(await (await anybody('/api/published')).json()).toEqual([]);
  expect((await d.trainer.ask(`/lezen/${second}`)).status).toBe(200);
});
