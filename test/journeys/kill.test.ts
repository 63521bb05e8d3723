import type { DossierView, OverviewView } from '@draagvlak/contract/client';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { type Person, sit } from '../support/people.ts';
import { discard, type RunningServer, startServer } from '../support/server.ts';

/** How often the server is killed; `KILLS=100` for the longer run. */
const KILLS = Number(process.env['KILLS'] ?? 5);

let browser: Browser;
let server: RunningServer;
let dossier: DossierView;

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startServer();
  const { context, page } = await sit(browser, server.url, 'auteur');
  const read = async <T>(path: string) => (await (await page.request.get(server.url + path)).json()) as T;
  const overview = await read<OverviewView>('/api/overview');
  const drafting = overview.dossiers.find(({ phase }) => phase === 'drafting');
  dossier = await read<DossierView>(`/api/dossiers/${drafting?.id}`);
  await context.close();
});

afterAll(async () => {
  await browser?.close();
  if (server) await discard(server);
});

// A colleague's name can stand right behind the last word, so a word says itself where it ends.
const WORDS = /k\d+x\d+y/g;
const seen = (person: Person) =>
  person.page
    .locator('.draft-text')
    .evaluate((element, pattern) => element.textContent?.match(new RegExp(pattern, 'g')) ?? [], WORDS.source);
/** The words on the screen when it calls them saved; read in one go, so that the two belong together. */
const calledSaved = (person: Person) =>
  person.page.evaluate((pattern) => {
    const state = document.querySelector('save-state')?.textContent ?? '';
    const text = document.querySelector('.draft-text')?.textContent ?? '';
    return state.includes('Opgeslagen') ? (text.match(new RegExp(pattern, 'g')) ?? []) : [];
  }, WORDS.source);

it(
  `loses nothing that a colleague saw or the screen called saved when the server is killed ${KILLS} times`,
  { timeout: 120_000 + KILLS * 20_000 },
  async () => {
    const document = dossier.documents[0];
    const path = `/dossiers/${dossier.id}/schrijven/${document?.id}`;
    const [anna, bram] = await Promise.all([
      sit(browser, server.url, 'auteur', path),
      sit(browser, server.url, 'tweede-auteur', path),
    ]);
    for (const { page } of [anna, bram])
      await page
        .getByText(/Opgeslagen/)
        .first()
        .waitFor();
    await anna.page.locator('.draft-text .block').nth(8).click();
    await anna.page.keyboard.press('End');
    const port = new URL(server.url).port;
    const must = new Set<string>();
    for (let round = 1; round <= KILLS; round += 1) {
      const typed: string[] = [];
      const stopAt = 4 + ((round * 7) % 9);
      for (let word = 1; word <= stopAt; word += 1) {
        typed.push(`k${round}x${word}y`);
        await anna.page.keyboard.type(` k${round}x${word}y`);
        for (const found of await calledSaved(anna)) must.add(found);
        for (const found of await seen(bram)) must.add(found);
      }
      await server.stop('SIGKILL');
      for (const found of await seen(bram)) must.add(found);
      for (const found of await calledSaved(anna)) must.add(found);
      server = await startServer({ dataDir: server.dataDir, env: { PORT: port } });
      // What the server has before anybody is back: nobody can have sent it again.
      const stored = await anna.page.request.get(`${server.url}/api/drafts/${document?.draft}/document`);
      const text = await stored.text();
      expect([...must].filter((word) => !text.includes(word))).toEqual([]);
      // And what was typed but not yet saved is still on the screen, and arrives.
      await expect.poll(() => seen(bram), { timeout: 60_000 }).toEqual(expect.arrayContaining(typed));
    }
    expect(must.size).toBeGreaterThan(KILLS);
    await expect.poll(() => seen(anna)).toEqual(await seen(bram));
  },
);
