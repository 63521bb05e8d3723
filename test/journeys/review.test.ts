import type { DossierView } from '@draagvlak/contract/client';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sideways, violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { dossiersByPhase, mainDocument, read } from '../support/demo.ts';
import { type House, openHouse } from '../support/house.ts';
import { signIn } from '../support/people.ts';

let browser: Browser;
let house: House;
let about: DossierView;

beforeAll(async () => {
  [browser, house] = await Promise.all([launchBrowser(), openHouse()]);
  about = (await dossiersByPhase(house.url))('approval');
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

async function seat(persona: string, options: Parameters<Browser['newContext']>[0]) {
  const context = await browser.newContext({ locale: 'nl-NL', reducedMotion: 'reduce', ...options });
  await signIn(context, house.url, persona);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return { context, page, complaints };
}

const compared = () => {
  const { id, versions } = mainDocument(about);
  return `/dossiers/${about.id}/vergelijken/${id}?van=${versions[0]?.id}&naar=${versions.at(-1)?.id}`;
};
const inShort = (page: Page) => page.getByRole('heading', { name: 'In het kort' }).waitFor();
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.textContent?.replaceAll(/\s+/g, ' ').trim());
const has = (target: Locator) => target.evaluate((one) => one === document.activeElement);
const dossier = (context: BrowserContext) =>
  read<DossierView>(context.request, `${house.url}/api/dossiers/${about.id}`);

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  const passed: string[] = [];
  for (let times = 0; times < most; times += 1) {
    await page.keyboard.press('Tab');
    if (await has(target)) return;
    passed.push((await focused(page))?.slice(0, 24) ?? '');
  }
  throw new Error(`not reached with ${most} times Tab, but: ${passed.join(' | ')}`);
}

describe('a member of the steering group reviews and decides', () => {
  it('with a phone: reads in short, walks the changes, asks, finds a reaction, and decides', async () => {
    const { context, page, complaints } = await seat('stuurgroep', {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await page.goto(house.url + compared());
    await inShort(page);
    const next = page.getByRole('button', { name: 'Volgende' });
    for (let walked = 0; walked < 6; walked += 1) await next.tap();
    const pane = page.locator('why-pane');
    await pane.getByRole('heading', { name: 'Waarom wijziging 6' }).waitFor();
    // The change itself stays in sight above its reasons.
    const change = await page.locator('.cmp-row.is-selected .cmp-no[aria-current]').boundingBox();
    const sheet = await page.locator('.why-pane').boundingBox();
    expect(change!.y).toBeGreaterThan(0);
    expect(change!.y + change!.height).toBeLessThanOrEqual(sheet!.y);
    await pane.getByRole('checkbox', { name: 'Gelezen' }).tap();
    await page.getByText('1 van 78 gelezen').waitFor();
    await pane.getByRole('button', { name: 'Opmerking' }).tap();
    await pane.getByLabel('Uw opmerking').fill('Dit mag nog korter.');
    await pane.getByRole('button', { name: 'Opslaan' }).tap();
    await pane.getByText('Dit mag nog korter.').waitFor();
    await pane.getByRole('button', { name: 'Sluiten' }).tap();
    await page.locator('.why-pane').waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'Reacties' }).tap();
    const reaction = page.locator('reaction-list li').filter({ hasText: 'R08' });
    await reaction.locator('.became-one > summary').tap();
    await reaction.locator('.then-now > summary').tap();
    await reaction.getByText('Motivering').waitFor();
    expect(await reaction.locator('.then-now').innerText()).toMatch(/Toen[\s\S]*ten hoogste[\s\S]*Nu/);
    // Only the sheet itself: what it covers cannot be pressed, and need not.
    expect(await violations(page, '.why-pane')).toEqual([]);
    expect(await sideways(page)).toEqual([]);
    await reaction.locator('.made-for a').first().tap();
    await pane.getByText('Gevolgen').waitFor();
    await pane.getByRole('button', { name: 'Sluiten' }).tap();

    await page.getByRole('link', { name: 'Akkoord, mits' }).tap();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Hoeveel leden waren aanwezig?').fill('5');
    await dialog.getByLabel('Voorwaarden').fill('Pas paragraaf 5.2 nog aan.');
    await dialog.getByRole('button', { name: 'Akkoord, mits' }).tap();
    await page.getByText('Pas paragraaf 5.2 nog aan.').waitFor();
    const decided = (await dossier(context)).decisions.at(-1)!;
    expect(decided).toMatchObject({ outcome: 'approved-provided', present: 5 });
    for (const { hash } of decided.decidedOn) await page.locator('code.hash', { hasText: hash }).first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('with only the keyboard: hears the totals, walks, reads why, narrows, asks the committee', async () => {
    const { context, page, complaints } = await seat('stuurgroep', { viewport: { width: 1440, height: 1000 } });
    await page.goto(house.url + compared());
    await inShort(page);
    const status = page.locator('comparing-desk > [role=status]');
    await expect.poll(() => status.innerText()).toMatch(/^78 wijzigingen in 3\d onderdelen\. .*inhoudelijk/);
    await page.keyboard.press('j');
    await expect.poll(() => status.innerText()).toContain('Wijziging 1 van 78');
    await page.keyboard.press('j');
    expect(await has(page.locator('.cmp-no[aria-current]'))).toBe(true);
    await page.keyboard.press('g');
    await page.getByText('2 van 78 gelezen').waitFor();
    await page.keyboard.press('s');
    expect(await page.getByRole('button', { name: 'In de tekst' }).getAttribute('aria-pressed')).toBe('true');
    expect(await page.locator('.is-selected .in-line ins').first().innerText()).toContain('ingevoegd:');
    await page.keyboard.press('s');

    // Narrowing by two things at once, out of the address and back.
    await page.keyboard.press('/');
    await page.getByLabel('Tonen').selectOption({ label: 'Omstreden' });
    await page.getByLabel('Organisatie').selectOption({ label: 'Vakschool De Toren' });
    const shown = page.locator('change-filters [role=status]');
    await expect.poll(() => shown.innerText()).toMatch(/^\d van 78 wijzigingen$/);
    const few = await shown.innerText();
    await page.reload();
    await inShort(page);
    await expect.poll(() => shown.innerText()).toBe(few);
    await page.keyboard.press('j');
    await expect.poll(() => page.url()).toContain('wijziging=');
    await page.getByRole('button', { name: 'Filters wissen' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => shown.innerText()).toBe('');

    await page.keyboard.press('w');
    expect(await focused(page)).toMatch(/^Waarom wijziging \d+$/);
    await tabTo(page, page.getByRole('button', { name: 'Vraag aan de WBC' }));
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('alert').getByText('Schrijf eerst uw tekst.').waitFor();
    await page.keyboard.type('Waarom acht en niet zes?');
    await page.keyboard.press('Control+Enter');
    await page.locator('why-pane').getByText('Wacht op antwoord van de WBC').waitFor();
    await expect.poll(() => focused(page), { message: 'the focus stays in the pane' }).toMatch(/^Waarom wijziging/);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.classList.contains('cmp-no'))).toBe(true);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('the committee finds the question as its task and answers it', async () => {
    const { context, page, complaints } = await seat('voorzitter', { viewport: { width: 1440, height: 1000 } });
    await page.goto(house.url);
    await page.getByRole('heading', { name: 'Beantwoord de Stuurgroep' }).getByRole('link').click();
    await inShort(page);
    await page.keyboard.press('j');
    const pane = page.locator('why-pane');
    await pane.getByText('Waarom acht en niet zes?').waitFor();
    await pane.getByRole('button', { name: 'Beantwoorden' }).click();
    await pane.getByLabel('Uw antwoord').fill('Zes is voor de regio niet te betalen.');
    await pane.getByRole('button', { name: 'Opslaan' }).click();
    await pane.getByText('Antwoord van de WBC, Henk Postma').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('with only the keyboard: reads the answer and decides', async () => {
    const { context, page, complaints } = await seat('stuurgroep', { viewport: { width: 1440, height: 1000 } });
    await page.goto(`${house.url}${compared()}&toon=discussed`);
    await inShort(page);
    await page.locator('change-attention').getByText('Besproken').waitFor();
    const answer = page.getByText('Zes is voor de regio niet te betalen.');
    for (let walked = 0; walked < 6 && !(await answer.isVisible()); walked += 1) await page.keyboard.press('j');
    await answer.waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('b');
    expect(await focused(page)).toBe('Akkoord');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await tabTo(page, dialog.getByLabel('Hoeveel leden waren aanwezig?'), 8);
    await page.keyboard.type('6');
    await tabTo(page, dialog.getByRole('button', { name: 'Akkoord', exact: true }), 8);
    await page.keyboard.press('Enter');
    await page.locator('.dialog-head').waitFor({ state: 'detached' });
    const decided = (await dossier(context)).decisions.at(-1)!;
    expect(decided).toMatchObject({ outcome: 'approved', present: 6 });
    expect(decided.decidedOn.length).toBe(about.documents.length);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
