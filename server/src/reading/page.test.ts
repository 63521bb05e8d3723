import { expect, test } from 'vitest';
import { nl } from '@draagvlak/wording';
import { openTestDossier, openTestServer, ORIGIN } from '../testing.ts';
import { toConsultation } from '../testing-story.ts';
import { html, trusted } from './html.ts';
import { page } from './page.ts';

test('what people wrote stands in a page as text, in elements and in attributes', () => {
  const nasty = `<img src=x onerror="alert(1)"> & 'so on'`;
  const safe = '&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;so on&#39;';
  expect(html`<p title="${nasty}">${nasty}</p>`.text).toBe(`<p title="${safe}">${safe}</p>`);
  const parts = [trusted('<hr>'), html`<b>${1}</b>`, null, false as const, undefined, 'x'];
  expect(html`<p>${parts}</p>`.text).toBe('<p><hr><b>1</b>x</p>');
});

test('a page names its entry’s files and holds no script of its own', () => {
  const entry = { scripts: ['/assets/a.js'], styles: ['/assets/a.css'], preloads: ['/assets/b.js'] };
  const text = page({
    look: { language: 'nl', say: nl, here: '/x', unread: null },
    title: 'A & B',
    screen: 'screen-read',
    entry,
    main: html`<p>x</p>`,
    contact: null,
    data: { version: '"v' },
  });
  expect(text).toContain('<title>A &amp; B | Draagvlak</title>');
  expect(text).toContain('<script type="module" src="/assets/a.js"></script>');
  expect(text).toContain('data-version="&quot;v"');
  expect(text.match(/<script/g)).toHaveLength(1);
  expect(text).not.toMatch(/<style| style=/);
});

test('a frozen text reads as a whole page without a script: title, contents, sections, fingerprint', async () => {
  const server = await openTestServer();
  try {
    const d = await openTestDossier(server);
    const { version } = await toConsultation(server, d);
    const sent = await (await d.trainer.ask(`/lezen/${version}`)).text();
    const text = sent.replaceAll(/\s+/g, ' ').replaceAll('> <', '><');
    expect(text.includes(`data-reading data-version="${version}" data-dossier="${d.id}"`)).toBe(true);
    expect(text.includes('<p class="cover-kind">Opleiderdocument</p><h1 lang="nl">Gasmeten</h1>')).toBe(true);
    expect(text.includes('Ter inspraak. Versie 0.1 van 12 januari 2026.')).toBe(true);
    expect(text.includes('Dit concept ligt ter inspraak tot en met vrijdag 6 februari 2026, 23.59 uur.')).toBe(true);
    const ids = [...text.matchAll(/<a href="#([^"]+)"><span class="no">/g)].map(([, id]) => id ?? '');
    expect(ids.length).toBeGreaterThan(20);
    expect(ids.filter((id) => !text.includes(`<section id="${id}"`))).toEqual([]);
    const anonymous = await server.app.request(`${ORIGIN}/lezen/${version}`);
    expect(anonymous.status).toBe(404);
    expect(await anonymous.text()).toContain('Meld u dan eerst aan.');
    const unknown = await d.trainer.ask('/lezen/nothing');
    expect(unknown.status).toBe(404);
    expect(await unknown.text()).toContain('<!doctype html>');
  } finally {
    await server.close();
  }
});
