import type { DossierView } from '@draagvlak/contract/client';
import type { Phase } from '@draagvlak/procedure';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sideways, violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { dossiersByPhase, mainDocument } from '../support/demo.ts';
import { type House, openHouse } from '../support/house.ts';
import { signIn } from '../support/people.ts';

let browser: Browser;
let house: House;
let at: (phase: Phase) => DossierView;

beforeAll(async () => {
  [browser, house] = await Promise.all([launchBrowser(), openHouse()]);
  at = await dossiersByPhase(house.url);
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function sit(persona: string): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await browser.newContext({
    locale: 'nl-NL',
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  await signIn(context, house.url, persona);
  const page = await context.newPage();
  return { page, context };
}

const bell = (page: Page) => page.locator('notice-bell a');
const inOrder = async (page: Page) =>
  expect({ axe: await violations(page), sideways: await sideways(page) }).toEqual({ axe: [], sideways: [] });

describe('what somebody should know', () => {
  it('comes by itself, leads to its place by keyboard, and is read', async () => {
    const { page, context } = await sit('opleider');
    await page.goto(`${house.url}/berichten`);
    await page.getByRole('heading', { name: 'Berichten', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Alles gelezen' }).press('Enter');
    await page.getByText('Alle berichten zijn gelezen.').waitFor();
    expect(await bell(page).getAttribute('aria-label')).toBe('Berichten, geen nieuwe');
    await inOrder(page);

    // Somebody else acts; nothing is loaded again here.
    const secretary = await sit('secretaris');
    const dossier = at('inspection');
    const round = dossier.rounds.at(-1);
    const closes = new Date(Date.parse(round!.closes) + 7 * 86_400_000).toISOString().slice(0, 10);
    const command = { type: 'extend-round', round: round!.id, closes, reason: 'De feestdagen vallen in de termijn.' };
    const answer = await secretary.context.request.post(`${house.url}/api/dossiers/${dossier.id}/commands`, {
      data: command,
      headers: { origin: house.url },
    });
    expect(answer.status()).toBe(200);
    await page.locator('notice-bell a[aria-label="1 nieuw bericht"]').waitFor();
    const line = page.getByRole('link', { name: /Nieuw De termijn van de inzage is verlengd .* Uw beurt/ });
    await line.waitFor();
    await inOrder(page);
    await line.press('Enter');
    await page.waitForURL(/\/lezen\//);
    await page.locator('.top a.bell', { hasText: 'Berichten' }).waitFor();

    await page.goto(`${house.url}/berichten`);
    await page.getByText('U bent bij').waitFor();
    await context.close();
    await secretary.context.close();
  });

  it('is chosen per topic', async () => {
    const { page, context } = await sit('examencentrum');
    await page.goto(`${house.url}/berichten/instellingen`);
    const rounds = page.getByRole('checkbox', { name: 'Inspraak en inzage' });
    await rounds.press('Space');
    await page.getByText('Uw keuze is bewaard.').waitFor();
    await inOrder(page);
    await page.getByRole('link', { name: 'Naar de berichten' }).click();
    await page.locator('.notice-line').first().waitFor();
    expect(await page.getByText(/inzage is (geopend|gesloten)/).count()).toBe(0);
    await page.goto(`${house.url}/berichten/instellingen`);
    await rounds.waitFor();
    expect(await rounds.isChecked()).toBe(false);
    await context.close();
  });
});

describe('a hint in each room', () => {
  it('shows the first time, goes for good by keyboard, and comes back from the help page', async () => {
    const { page, context } = await sit('partner');
    await page.goto(house.url);
    const hint = page.getByRole('complementary', { name: 'Nieuw hier?' });
    await hint.waitFor();
    await inOrder(page);
    await hint.getByRole('button', { name: 'Niet meer tonen' }).press('Enter');
    await hint.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('inhoud');
    await page.reload();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.goto(`${house.url}/hulp`);
    expect(await hint.count()).toBe(0);
    await page.getByRole('button', { name: 'Toon de tips weer' }).press('Enter');
    await page.getByText('De tips staan weer aan.').waitFor();
    await page.goto(house.url);
    await hint.waitFor();

    // On the reading page it works without the script of the app.
    await page.goto(`${house.url}/lezen/${mainDocument(at('consultation')).versions.at(-1)?.id}`);
    await hint.getByRole('button', { name: 'Niet meer tonen' }).press('Enter');
    await page.waitForURL(/\/lezen\//);
    await hint.waitFor({ state: 'detached' });
    await context.close();
  });
});

describe('English', () => {
  it('is chosen once for the app and the pages of the server, and a frozen text stays Dutch', async () => {
    const { page, context } = await sit('opleider');
    await page.goto(house.url);
    await page.getByLabel('Taal van de schermen').selectOption('en');
    await page.getByRole('link', { name: 'Overview', exact: true }).first().waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await page.title()).toBe('Overview | Draagvlak');
    await page.goto(`${house.url}/lezen/${mainDocument(at('consultation')).versions.at(-1)?.id}`);
    await page.getByText(/This version is open for consultation/).waitFor();
    await page
      .getByRole('button', { name: /comments?/i })
      .first()
      .waitFor();
    expect(await page.locator('.body-text').getAttribute('lang')).toBe('nl');
    await inOrder(page);
    await page.getByRole('link', { name: 'Nederlands' }).press('Enter');
    await page.getByText(/Dit concept ligt ter inspraak/).waitFor();
    await context.close();
  });
});
