import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Guest, openTestDossier, openTestServer, ORIGIN, type TestDossier, type TestServer } from '../testing.ts';
import { toConsultation } from '../testing-story.ts';

let server: TestServer;
let d: TestDossier;
let version: string;
beforeAll(async () => {
  server = await openTestServer({ CONTACT: 'Secretariaat <vraag@voorbeeld.example>' });
  d = await openTestDossier(server);
  ({ version } = await toConsultation(server, d));
});
afterAll(() => server.close());

const inEnglish = async (guest: Guest, path: string, headers: Record<string, string> = {}) =>
  server.app.request(`${ORIGIN}${path}`, {
    headers: { cookie: `${await guest.cookie()}; draagvlak_language=en`, ...headers },
  });
const plain = (text: string) => text.replaceAll(/\s+/g, ' ').replaceAll('> <', '><');

test('the reading page is in the chosen language, its text stays Dutch and says so', async () => {
  const text = plain(await (await inEnglish(d.trainer, `/lezen/${version}`)).text());
  expect(text).toContain('<html lang="en">');
  expect(text).toContain('<p class="cover-kind">Provider document</p><h1 lang="nl">Gasmeten</h1>');
  expect(text).toContain('This version is open for consultation up to and including Friday 6 February 2026');
  expect(text).toContain('<div class="text body-text" lang="nl">');
  expect(text).not.toMatch(/Terug naar het dossier|Ter inspraak|Vastgelegd op|Overzicht</);
});

test('without a choice a page is Dutch and offers English, which is kept and leads back', async () => {
  const text = plain(await (await d.trainer.ask(`/lezen/${version}`)).text());
  expect(text).toContain('<html lang="nl">');
  const [, href = ''] = /<a href="(\/taal\/en[^"]*)" lang="en"/.exec(text) ?? [];
  const response = await d.trainer.ask(href.replaceAll('&amp;', '&'));
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe(`/lezen/${version}`);
  expect(response.headers.get('set-cookie')).toMatch(/^draagvlak_language=en; Path=\/;/);
});

test('the way back leads nowhere else', async () => {
  for (const back of ['https://elders.example/', '//elders.example/', '/\\elders.example', 'x']) {
    const response = await server.app.request(`${ORIGIN}/taal/en?terug=${encodeURIComponent(back)}`);
    expect(response.headers.get('location')).toBe('/');
  }
});

test('pages for developers and accounts, and what went wrong, are in the chosen language', async () => {
  for (const path of ['/ontwikkelaars', '/aanmelden?code=x', '/lezen/onbekend']) {
    const text = await (await inEnglish(d.trainer, path)).text();
    expect(text).toContain('<html lang="en">');
    expect(text).toContain('Questions?');
  }
  const problem = await inEnglish(d.trainer, '/api/versions/onbekend');
  expect(await problem.json()).toMatchObject({ code: 'unknown-version', detail: expect.stringMatching(/^This /) });
});

test('who opened a page that cannot be made gets a page: what it is, what to do and whom to ask', async () => {
  const response = await inEnglish(d.trainer, `/lezen/%24%24`, { accept: 'text/html' });
  expect(response.headers.get('content-type')).toContain('text/html');
  const text = await response.text();
  expect(text).toContain('vraag@voorbeeld.example');
});

test('the bar tells how many notices are new, to who is signed in', async () => {
  const text = plain(await (await d.trainer.ask(`/lezen/${version}`)).text());
  expect(text).toMatch(
    /<a class="[^"]*bell" href="\/berichten"[^>]*>.*?1<\/span>\s*<span class="hidden-text">1 nieuw bericht/,
  );
  expect(await (await server.app.request(`${ORIGIN}/ontwikkelaars`)).text()).not.toContain('href="/berichten"');
});
