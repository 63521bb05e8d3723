import { afterEach, expect, test } from 'vitest';
import { ORIGIN, openTestServer, type TestServer } from '../testing.ts';
import { installationKind } from './installation.ts';
import { cookieName, sessionCookie, tokenIn } from './cookie.ts';
import { QUALIFICATIONS } from './qualifications.ts';

let server: TestServer;
afterEach(() => server.close());

const form = (path: string, fields: Record<string, string>) =>
  server.app.request(`${ORIGIN}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: ORIGIN },
  });
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? '';

test('the set-up link makes the first secretary, once, by its button and not by looking', async () => {
  server = await openTestServer();
  const code = await server.services.identity.links.setUp();
  for (let at = 0; at < 5; at += 1) {
    const page = await server.app.request(`${ORIGIN}/inrichten?code=${code}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain(`value="${code}"`);
  }
  const made = await form('/inrichten', { code, name: '  Marga <b>Kooiman</b> ' });
  expect(made.status).toBe(303);
  expect(made.headers.get('location')).toBe('/');
  const session = await server.app.request(`${ORIGIN}/api/session`, { headers: { cookie: cookieOf(made) } });
  expect(await session.json()).toMatchObject({ name: 'Marga <b>Kooiman</b>', demo: false, persona: null });
  expect((await form('/inrichten', { code, name: 'Iemand anders' })).status).toBe(410);
  expect((await server.app.request(`${ORIGIN}/inrichten?code=${code}`)).status).toBe(410);
});

test('of two who use the set-up link at once one becomes secretary', async () => {
  server = await openTestServer();
  const code = await server.services.identity.links.setUp();
  const both = await Promise.all([
    form('/inrichten', { code, name: 'Een' }),
    form('/inrichten', { code, name: 'Twee' }),
  ]);
  expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([303, 410]);
  expect((await server.services.identity.people.directory()).people.size).toBe(1);
});

test('a sign-in link signs its person in, once and for a week', async () => {
  server = await openTestServer();
  const secretary = await server.person('Marga Kooiman', { secretariat: true });
  const { id } = await secretary.api.addPerson({
    name: 'Anouk Visser',
    party: 'wbc',
    organisation: null,
    organisationName: 'Terminal Westkade',
  });
  const { url } = await secretary.api.signInLink(id);
  const code = new URL(url).searchParams.get('code') ?? '';
  expect(await (await server.app.request(`${ORIGIN}/aanmelden?code=${code}`)).text()).toContain('Anouk Visser');
  const signedIn = await form('/aanmelden', { code });
  expect(signedIn.status).toBe(303);
  const session = await server.app.request(`${ORIGIN}/api/session`, { headers: { cookie: cookieOf(signedIn) } });
  expect(await session.json()).toMatchObject({ name: 'Anouk Visser', organisation: 'Terminal Westkade' });
  expect((await form('/aanmelden', { code })).status).toBe(410);
  const late = new URL((await secretary.api.signInLink(id)).url).searchParams.get('code') ?? '';
  server.at('2026-01-13T10:00:00.000Z');
  expect((await form('/aanmelden', { code: late })).status).toBe(410);
});

test('a demo lets one choose a person, and never takes a real account', async () => {
  server = await openTestServer({ DEMO: 'on' });
  await server.person('Marga Kooiman', { secretariat: true, persona: { key: 'secretaris', role: 'Secretaris' } });
  await server.person('Zonder persona');
  const personas = await (await server.app.request(`${ORIGIN}/api/demo/personas`)).json();
  expect(personas).toEqual([{ persona: 'secretaris', name: 'Marga Kooiman', role: 'Secretaris', organisation: '' }]);
  const choose = (persona: string) =>
    server.app.request(`${ORIGIN}/api/demo/sign-in`, {
      method: 'POST',
      body: JSON.stringify({ persona }),
      headers: { 'content-type': 'application/json' },
    });
  const chosen = await choose('secretaris');
  expect(await chosen.json()).toMatchObject({ demo: true, persona: 'secretaris' });
  expect(chosen.headers.get('set-cookie')).toMatch(
    /^draagvlak_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=/,
  );
  expect((await choose('niemand')).status).toBe(404);
  const code = await server.services.identity.links.setUp();
  expect((await form('/inrichten', { code, name: 'Echt' })).status).toBe(410);
  const link = await server.app.request(`${ORIGIN}/api/people/x/sign-in-link`, {
    method: 'POST',
    headers: { cookie: cookieOf(chosen) },
  });
  expect(link.status).toBe(403);
});

test('a real installation knows no personas', async () => {
  server = await openTestServer();
  expect((await server.app.request(`${ORIGIN}/api/demo/personas`)).status).toBe(404);
});

test('what a data directory is, is chosen once', async () => {
  server = await openTestServer();
  const { register } = server.services.storage;
  expect(await installationKind(register, 'demo', 'x')).toBe('real');
});

test('a session ends by signing out, after twelve idle hours, and after a week in any case', async () => {
  server = await openTestServer();
  const { sessions } = server.services.identity;
  const person = await server.person('Anouk Visser');
  const first = await sessions.start(person.id);
  expect((await sessions.byToken(first.token))?.person.name).toBe('Anouk Visser');
  expect(await sessions.byToken(first.session)).toBeNull();
  server.at('2026-01-05T20:59:00.000Z');
  expect(await sessions.byToken(first.token)).not.toBeNull();
  server.at('2026-01-06T08:58:00.000Z');
  expect(await sessions.byToken(first.token)).not.toBeNull();
  server.at('2026-01-06T21:00:00.000Z');
  expect(await sessions.byToken(first.token)).toBeNull();
  const busy = await sessions.start(person.id);
  for (let hour = 0; hour < 168; hour += 8) {
    server.at(new Date(Date.parse('2026-01-06T21:00:00Z') + hour * 3_600_000).toISOString());
    expect(await sessions.byToken(busy.token)).not.toBeNull();
  }
  server.at('2026-01-13T21:00:01.000Z');
  expect(await sessions.byToken(busy.token)).toBeNull();
  await sessions.sweep();
  expect(await server.services.storage.register.list('session')).toEqual([]);
  const last = await sessions.start(person.id);
  const cookie = `draagvlak_session=${last.token}`;
  await server.app.request(`${ORIGIN}/api/session`, { method: 'DELETE', headers: { cookie, origin: ORIGIN } });
  expect(await sessions.byToken(last.token)).toBeNull();
});

test('the store never holds what a browser could send', async () => {
  server = await openTestServer();
  const person = await server.person('Anouk Visser');
  const { token } = await server.services.identity.sessions.start(person.id);
  const code = await server.services.identity.links.signIn(person.id);
  const { register } = server.services.storage;
  const rows = JSON.stringify([await register.list('session'), await register.list('link')]);
  expect(rows).not.toContain(token);
  expect(rows).not.toContain(code);
});

test('the cookie is bound to the host where there is https', async () => {
  server = await openTestServer();
  expect(cookieName({ publicUrl: 'https://a.example' })).toBe('__Host-draagvlak_session');
  expect(sessionCookie({ publicUrl: 'https://a.example' }, 't')).toContain('; Secure');
  expect(sessionCookie({ publicUrl: 'http://a.example' }, 't')).not.toContain('Secure');
  expect(tokenIn('a=b; draagvlak_session=abc; c=d', 'draagvlak_session')).toBe('abc');
  expect(tokenIn('xdraagvlak_session=abc', 'draagvlak_session')).toBeNull();
  expect(tokenIn(undefined, 'draagvlak_session')).toBeNull();
});

test('all fifteen qualifications are there, the last four with a name to be confirmed, and a new name stays', async () => {
  server = await openTestServer();
  const { qualifications } = server.services.identity;
  const all = await qualifications.all();
  expect(all.map(({ number }) => number)).toEqual(QUALIFICATIONS.map((_, index) => index + 1));
  expect(all.filter(({ provisional }) => provisional).map(({ number }) => number)).toEqual([12, 13, 14, 15]);
  await qualifications.rename('hoogwerker-statisch-giek', 'Statische hoogwerker');
  const { openQualifications } = await import('./qualifications.ts');
  const again = await openQualifications(server.services.storage.register);
  expect((await again.all())[11]).toMatchObject({ name: 'Statische hoogwerker', provisional: false });
});
