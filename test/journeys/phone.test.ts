import type { DossierView, ReadingView } from '@draagvlak/contract/client';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sideways } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { asks, dossiersByPhase, mainDocument, read } from '../support/demo.ts';
import { type House, openHouse } from '../support/house.ts';
import { signIn } from '../support/people.ts';

let browser: Browser;
let house: House;
let dossier: DossierView;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];

/** A stakeholder with a phone that was last set to the time of New York. */
beforeAll(async () => {
  [browser, house] = await Promise.all([launchBrowser(), openHouse()]);
  dossier = (await dossiersByPhase(house.url))('consultation');
  context = await browser.newContext({
    locale: 'nl-NL',
    timezoneId: 'America/New_York',
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    reducedMotion: 'reduce',
  });
  await signIn(context, house.url, 'opleider');
  page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/**
 * Selects a word as the handles of a phone do: the page hears that the selection changed, and nothing of a pointer.
 * A browser on a desk does not select under a finger, so the handles themselves are not tried here.
 */
async function selectByHandles(words: string): Promise<void> {
  const block = page.locator('.body-text [data-block]', { hasText: words }).last();
  await block.scrollIntoViewIfNeeded();
  await block.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const from = node.textContent?.indexOf(wanted) ?? -1;
      if (from >= 0) return getSelection()?.setBaseAndExtent(node, from, node, from + wanted.length);
    }
    throw new Error(`"${wanted}" is not in one piece`);
  }, words);
}

describe('a stakeholder with a phone', () => {
  it('finds the work on the first page and reads the concept, with nothing beside the screen', async () => {
    await page.goto(house.url);
    const task = page.locator('.task', { hasText: dossier.title }).getByRole('link').first();
    await task.waitFor();
    expect(await sideways(page)).toEqual([]);
    await task.tap();
    await page.getByText('Selecteer een stuk tekst, of kies Reageer').first().waitFor({ state: 'attached' });
    expect(await sideways(page)).toEqual([]);
  });

  it('sees every date as it is in the Netherlands', async () => {
    const closes = dossier.rounds.find(({ open }) => open)?.closes ?? '';
    // The last second of a day in Amsterdam is still the same day there, and in New York as well: but not the hour.
    const there = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', day: 'numeric', month: 'long' });
    await page.goto(`${house.url}/dossiers/${dossier.id}`);
    await page
      .getByText(there.format(new Date(closes)))
      .first()
      .waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/17[.:]59/);
    await page.goBack();
  });

  it('selects a word, and the reaction stands on exactly that word', async () => {
    const reading = mainDocument(dossier).versions.at(-1)?.id ?? '';
    await page.goto(`${house.url}/lezen/${reading}`);
    await page.getByText('Selecteer een stuk tekst, of kies Reageer').first().waitFor({ state: 'attached' });
    await selectByHandles('deelnemers');
    await page.getByRole('button', { name: 'Reageer', exact: true }).tap();
    const body = page.getByLabel('Uw reactie', { exact: true });
    await body.fill('Vanaf mijn telefoon: dit woord is te ruim.');
    // The form is a sheet over the lower part: the passage stays in sight above it.
    expect(await sideways(page)).toEqual([]);
    await page.getByRole('button', { name: 'Reactie versturen' }).tap();
    await page.getByText('Uw reactie is verstuurd.').waitFor();
    const api = await asks(house.url, 'opleider');
    const { comments } = await read<ReadingView>(api, `/api/versions/${reading}`);
    await api.dispose();
    const mine = comments.find(({ body: words }) => words?.startsWith('Vanaf mijn telefoon'));
    expect(mine?.anchor.quote).toBe('deelnemers');
  });

  it('and the browser had nothing to complain about', () => {
    expect(complaints).toEqual([]);
  });
});
