import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { dossiersByPhase, mainDocument } from '../support/demo.ts';
import { type House, openHouse } from '../support/house.ts';
import { type Person, signIn, sit } from '../support/people.ts';

let browser: Browser;
let house: House;
let path: string;

beforeAll(async () => {
  [browser, house] = await Promise.all([launchBrowser(), openHouse()]);
  const drafting = (await dossiersByPhase(house.url))('drafting');
  path = `/dossiers/${drafting.id}/schrijven/${mainDocument(drafting).id}`;
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const SHEET = '.draft-text';
const loaded = async (page: Page) => {
  await page.locator(`${SHEET} .block`).first().waitFor();
  await page.getByText('Opgeslagen').first().waitFor();
};
const active = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });

/** Presses a key until the element that has the keyboard is called this. */
async function walkTo(page: Page, key: string, name: RegExp, most = 90): Promise<void> {
  for (let times = 0; times < most; times += 1) {
    if (name.test(await active(page))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never comes to ${name}; it is at "${await active(page)}"`);
}

describe('an author without a mouse', () => {
  let anna: Person;
  let page: Page;
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const type = (text: string) => page.keyboard.type(text);
  const block = (text: string) => page.locator(`${SHEET} > .block`, { hasText: text });

  beforeAll(async () => {
    anna = await sit(browser, house.url, 'auteur', path);
    page = anna.page;
    // A colour on its way to another one has no contrast to speak of.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await loaded(page);
  });
  afterAll(() => anna.context.close());

  it('comes into the text by Tab and writes a chapter, a requirement with its measure, and a list', async () => {
    await walkTo(page, 'Tab', /, werktekst$/u);
    await press('Control+End', 'Control+Enter');
    await type('# Oefenruimte');
    await press('Enter');
    await type('eis: Er is ruimte voor ieder.');
    await press('Control+Alt+g');
    await page.getByLabel('Grens').waitFor();
    await type('ten minste');
    await press('Tab');
    await type('1.000,5');
    await press('Tab');
    await type('m2 per groep');
    await page.getByText('ten minste 1.000,5 m2 per groep').first().waitFor();
    await press('Enter');
    await expect
      .poll(() => page.locator('.req-no .measure').allTextContents())
      .toContain('ten minste 1.000,5 m2 per groep');
    await press('End', 'Enter', 'Enter');
    await type('- een testgas');
    await press('Enter');
    await type('twee testgassen');
    await press('Enter', 'Enter');
    expect(await block('twee testgassen').getAttribute('data-kind')).toBe('bullet');
  });

  it('makes a table, fills it, merges cells and gives it a title', async () => {
    await press('Alt+F10');
    await walkTo(page, 'ArrowRight', /^Tabel invoegen$/u, 30);
    await press('Enter');
    for (const word of ['Soort', 'Aantal', 'Reden', 'Praktijk', '12']) {
      await type(word);
      await press('Tab');
    }
    await press('Shift+Tab', 'Shift+ArrowRight');
    await expect.poll(() => page.locator(`${SHEET} .selectedCell`).count()).toBeGreaterThan(1);
    await press('Alt+F10');
    await walkTo(page, 'Tab', /^Cellen samenvoegen$/u, 30);
    await press('Enter');
    await expect.poll(() => page.locator(`${SHEET} [colspan="2"]`).count()).toBe(1);
    await press('Alt+F10');
    await walkTo(page, 'Tab', /^Titel geven$/u, 30);
    await press('Enter');
    await page.getByLabel('Titel', { exact: true }).waitFor();
    await type('Oefenplaatsen');
    await press('Enter');
    await expect.poll(() => page.locator('.context-bar').textContent()).toContain('Tabel 1');
  });

  it('puts a footnote and a reference behind the table, and reads the footnote again', async () => {
    await press('Control+Enter');
    await type('Zie ook');
    await press('Control+Alt+f');
    await page.locator('.footnote-words:focus').waitFor();
    await type('Volgens testgas A.');
    expect(await violations(page, '.footnote-note')).toEqual([]);
    await press('Enter');
    await press('Control+Alt+v');
    await page.locator('#refer-what:focus').waitFor();
    await type('oefenpl');
    await page.locator('.refer-list [role=option]').first().waitFor();
    expect(await violations(page, 'reference-picker')).toEqual([]);
    await press('Enter');
    await type(' en');
    await press('Control+Alt+v');
    await page.locator('#refer-what:focus').waitFor();
    await type('er is ruimte');
    await press('Enter');
    const said = block('Zie ook').locator('[data-reference]');
    await expect.poll(() => said.evaluateAll((all) => all.map((one) => one.getAttribute('data-no')))).toHaveLength(2);
    expect(await said.first().getAttribute('data-no')).toBe('tabel 1');
    expect(await said.last().getAttribute('data-no')).toMatch(/^eis /u);
    await press('Home', ...Array.from({ length: 8 }, () => 'ArrowRight'));
    await expect.poll(() => page.locator('.footnote-note').innerText()).toContain('Volgens testgas A.');
  });

  it('finds and replaces what was looked at, footnotes too, and takes it back in one go', async () => {
    await press('Control+h');
    await page.locator('find-bar input[name=find]:focus').waitFor();
    await type('testgas');
    await expect.poll(() => page.locator('.find-count').textContent()).toMatch(/van 3$/u);
    await press('Tab');
    await walkTo(page, 'Tab', /^$/u, 12);
    await type('ijkgas');
    await walkTo(page, 'Tab', /^Alles bekijken$/u, 6);
    await press('Enter');
    await page.locator('.find-list li label').first().waitFor();
    expect(await violations(page, 'find-bar')).toEqual([]);
    await walkTo(page, 'Tab', /^3 plaatsen vervangen$/u, 8);
    await press('Enter');
    await page.getByText('3 plaatsen zijn vervangen').waitFor();
    await expect.poll(() => block('twee ijkgassen').count()).toBe(1);
    await press('Escape', 'Control+z');
    await expect.poll(() => block('twee testgassen').count()).toBe(1);
    expect(await block('een testgas').count()).toBe(1);
  });

  it('asks for all keys, and leaves the list again', async () => {
    await press('Control+/');
    await page.getByRole('heading', { name: 'Toetsen in de werktekst' }).waitFor();
    expect(await violations(page, 'editor-keys')).toEqual([]);
    await press('Escape');
    await expect.poll(() => active(page)).toMatch(/, werktekst$/u);
  });

  it('is asked before all is deleted, and puts it back', async () => {
    const count = () => page.locator(`${SHEET} > .block`).count();
    const before = await count();
    await press('Control+a', 'Delete');
    await page.locator('dialog.deletion').waitFor();
    expect(await violations(page, 'deletion-panel')).toEqual([]);
    await walkTo(page, 'Tab', /^Verwijderen$/u, 4);
    await press('Enter');
    await page.getByText('Boven de werktekst staat een kopie').waitFor();
    expect(await count()).toBeLessThan(2);
    await walkTo(page, 'Tab', /^Zet terug$/u);
    await press('Enter');
    await expect.poll(count).toBe(before);
  });

  it('the browser had nothing to complain about', () => {
    expect(anna.complaints).toEqual([]);
  });
});

describe('an author on a phone', () => {
  it('opens a draft, types, finds every tool, and never sees the page wider than the screen', async () => {
    const context = await browser.newContext({
      locale: 'nl-NL',
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      reducedMotion: 'reduce',
    });
    await signIn(context, house.url, 'tweede-auteur');
    const page = await context.newPage();
    await page.goto(house.url + path);
    await loaded(page);
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    const within = async (selector: string) => {
      const box = await page.locator(selector).first().boundingBox();
      return box !== null && box.x >= 0 && box.x + box.width <= 390 && box.y >= 0 && box.y + box.height <= 844;
    };
    const paragraph = page.locator(`${SHEET} > .block[data-role=paragraph]`, { hasText: /\S/u }).first();
    await paragraph.scrollIntoViewIfNeeded();
    await paragraph.tap();
    await page.keyboard.press('End');
    await page.keyboard.type(' Getypt op een telefoon.');
    await expect.poll(() => paragraph.textContent()).toContain('Getypt op een telefoon.');
    expect(await within('.toolbar')).toBe(true);
    for (const tool of ['Vet', 'Voetnoot', 'Verwijzing', 'Zoeken en vervangen']) {
      await page.getByRole('button', { name: tool, exact: true }).scrollIntoViewIfNeeded();
    }
    await page.getByRole('button', { name: 'Voetnoot', exact: true }).tap();
    await page.locator('.footnote-words:focus').waitFor();
    await page.keyboard.type('Een noot.');
    expect(await within('.footnote-note')).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Zoeken en vervangen' }).tap();
    await page.locator('find-bar input[name=find]').fill('telefoon');
    await expect.poll(() => page.locator('.find-count').textContent()).toBe('1 van 1');
    await page.getByRole('button', { name: 'Vervangen', exact: true }).tap();
    await page.getByRole('button', { name: 'Alles bekijken' }).tap();
    expect(await wide()).toBe(390);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Zoeken sluiten' }).tap();
    await page.getByRole('button', { name: 'Verwijzing', exact: true }).tap();
    await page.locator('.refer-list [role=option]').nth(1).tap();
    await expect.poll(() => paragraph.locator('[data-reference]').count()).toBe(1);
    expect(await wide()).toBe(390);
    await context.close();
  });
});
