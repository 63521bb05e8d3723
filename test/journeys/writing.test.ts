import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { dossiersByPhase, mainDocument } from '../support/demo.ts';
import { type House, openHouse } from '../support/house.ts';
import { signIn } from '../support/people.ts';

let browser: Browser;
let house: House;
let anna: Page;
let bram: Page;
const troubles: string[] = [];

async function atTheDraft(persona: string, path: string): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ locale: 'nl-NL', viewport: { width: 1280, height: 900 } });
  await signIn(context, house.url, persona);
  const page = await context.newPage();
  page.on('pageerror', (error) => troubles.push(`${persona}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`${persona}: ${message.text()}`);
  });
  await page.goto(house.url + path);
  await page.locator('[role=textbox] .block').first().waitFor();
  await page.getByText('Opgeslagen').waitFor();
  return page;
}

beforeAll(async () => {
  [browser, house] = await Promise.all([launchBrowser(), openHouse()]);
  const drafting = (await dossiersByPhase(house.url))('drafting');
  const path = `/dossiers/${drafting.id}/schrijven/${mainDocument(drafting).id}`;
  [anna, bram] = await Promise.all([atTheDraft('auteur', path), atTheDraft('tweede-auteur', path)]);
  for (const words of BEGINNINGS) {
    const found = anna.locator('[role=textbox] > .block', { hasText: words }).first();
    ids.set(words, (await found.getAttribute('data-id')) ?? '');
  }
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

/** Ids of the blocks by how they begin, found before anybody typed in them. */
const ids = new Map<string, string>();
const BEGINNINGS = [
  'Dit document bevat',
  'Bij praktijk zijn er',
  'De opleiding is bedoeld',
  'Voor wie het diploma',
  'De opleider mag',
] as const;

const block = (page: Page, words: (typeof BEGINNINGS)[number]) =>
  page.locator(`[role=textbox] > .block[data-id="${ids.get(words)}"]`);

/** The draft as its author sees it: the words of every block, without numbers, carets and explanations. */
const textOf = (page: Page) =>
  page.locator('[role=textbox]').evaluate((sheet) => {
    const copy = sheet.cloneNode(true) as HTMLElement;
    for (const extra of copy.querySelectorAll('.caret, .req-no, .guidance')) extra.remove();
    return [...copy.querySelectorAll('.block')].map((one) => one.textContent).join('\n');
  });

const sections = (page: Page) =>
  page
    .locator('draft-outline > ol > li > a > span:nth-child(2)')
    .evaluateAll((all) => all.map((one) => one.textContent));

describe('two authors in one draft', () => {
  it('type in the same paragraph at once and end with the same text, which the screen calls saved', async () => {
    const words = BEGINNINGS[2];
    await block(anna, words).click();
    await anna.keyboard.press('Home');
    await block(bram, words).click();
    await bram.keyboard.press('End');
    await Promise.all([anna.keyboard.type('aaaaaaaa', { delay: 20 }), bram.keyboard.type('bbbbbbbb', { delay: 23 })]);
    await expect.poll(() => textOf(anna)).toContain('bbbbbbbb');
    await expect.poll(async () => (await textOf(anna)) === (await textOf(bram))).toBe(true);
    expect(await textOf(anna)).toContain('aaaaaaaa');
    await anna.locator('.saved:not(.busy)').getByText('Opgeslagen om').waitFor();
  });

  it('each is seen where the other is, in the text and in the outline', async () => {
    await expect.poll(() => anna.locator('.caret').textContent()).toBe('Bram');
    await expect.poll(() => anna.locator('draft-outline').textContent()).toContain('Bram Osinga is hier');
  });

  it('a caret stays where its owner put it, however fast a colleague types', async () => {
    await block(bram, 'De opleider mag').click();
    let typing = true;
    const busy = (async () => {
      // Back and forth, so that no line is added and nothing moves under a pointer.
      for (let letter = true; typing; letter = !letter) {
        await bram.keyboard.press(letter ? 'x' : 'Backspace', { delay: 60 });
      }
    })();
    const marks = Array.from({ length: 24 }, (_, index) => String.fromCodePoint(0x2460 + index));
    try {
      for (const [index, mark] of marks.entries()) {
        const place = block(anna, BEGINNINGS[index % 4] as (typeof BEGINNINGS)[number]);
        // Never twice at one spot of the screen: quick presses there count as a double click.
        await place.click({ position: { x: 60 + 25 * (index % 12), y: 12 } });
        await anna.keyboard.type(mark);
        await expect.poll(() => place.textContent()).toContain(mark);
      }
    } finally {
      typing = false;
      await busy;
    }
    await expect.poll(async () => (await textOf(anna)) === (await textOf(bram))).toBe(true);
  });

  it('Enter makes the browser style the new paragraph, not the whole text again', async () => {
    const [place, words] = [block(anna, 'Voor wie het diploma'), await textOf(anna)];
    await place.click();
    await anna.keyboard.press('End');
    await browser.startTracing(anna, { categories: ['devtools.timeline'] });
    await anna.keyboard.press('Enter');
    await anna.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
      traceEvents: { name: string; args?: { elementCount?: number } }[];
    };
    const styled = traceEvents
      .filter(({ name }) => name === 'UpdateLayoutTree')
      .map(({ args }) => args?.elementCount ?? 0);
    const elements = await anna.locator('[role=textbox] *').count();
    expect(Math.max(...styled)).toBeGreaterThan(0);
    expect(Math.max(...styled)).toBeLessThan(elements / 3);
    await anna.keyboard.press('Backspace');
    await expect.poll(() => textOf(anna)).toBe(words);
  });

  it('moves a chapter with the keyboard in the outline, keeps the keyboard on it, and takes it back as one step', async () => {
    const before = await sections(anna);
    const [first, second] = [before[1] ?? '', before[2] ?? ''];
    await anna.locator('draft-outline a', { hasText: second }).first().focus();
    await anna.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => sections(bram)).toEqual([before[0], second, first, ...before.slice(3)]);
    await expect.poll(() => anna.evaluate(() => document.activeElement?.textContent ?? '')).toContain(second);
    await block(anna, 'Bij praktijk zijn er').click();
    await anna.keyboard.press('Control+z');
    await expect.poll(() => sections(bram)).toEqual(before);
  });

  it('asks for the measure of a requirement in a form, refuses what is no number, and shows it beside the text', async () => {
    await block(anna, 'Bij praktijk zijn er').click();
    await anna.keyboard.press('End');
    await anna.keyboard.press('Enter');
    await anna.keyboard.type('Elke deelnemer oefent zelf.');
    await anna.keyboard.press('Control+Alt+g');
    await anna.getByLabel('Grens').selectOption('at-least');
    await anna.getByLabel('Getal', { exact: true }).fill('drie');
    await anna.getByRole('button', { name: 'Getal opslaan' }).click();
    await anna.getByText('Vul een getal in').waitFor();
    await anna.getByLabel('Getal', { exact: true }).fill('3');
    await anna.getByLabel('Eenheid').fill('oefeningen');
    await anna.getByRole('button', { name: 'Getal opslaan' }).click();
    const measures = () => bram.locator('.req-no').allTextContents();
    await expect.poll(async () => (await measures()).join('\n')).toContain('ten minste 3 oefeningen');
  });

  it('the browser had nothing to complain about', () => {
    expect(troubles).toEqual([]);
  });
});
