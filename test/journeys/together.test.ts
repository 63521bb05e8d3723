import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { asks, dossiersByPhase, mainDocument } from '../support/demo.ts';
import { type House, openHouse } from '../support/house.ts';
import { signIn } from '../support/people.ts';

let browser: Browser;
let house: House;
let path = '';
let draft = '';
let anna: Page;
let bram: Page;
const contexts = new Map<string, BrowserContext>();
const troubles: string[] = [];

async function open(persona: string, size = { width: 1440, height: 900 }): Promise<Page> {
  let context = contexts.get(persona);
  if (!context) {
    context = await browser.newContext({ locale: 'nl-NL', viewport: size, reducedMotion: 'reduce' });
    await signIn(context, house.url, persona);
    contexts.set(persona, context);
  }
  const page = await context.newPage();
  page.on('pageerror', (error) => troubles.push(`${persona}: ${error.message}`));
  await page.goto(house.url + path);
  await page.getByText('Opgeslagen').first().waitFor();
  await page.locator('notes-pane h2').waitFor();
  return page;
}

beforeAll(async () => {
  [browser, house] = await Promise.all([launchBrowser(), openHouse()]);
  const drafting = (await dossiersByPhase(house.url))('drafting');
  draft = mainDocument(drafting).draft ?? '';
  path = `/dossiers/${drafting.id}/schrijven/${mainDocument(drafting).id}`;
  [anna, bram] = await Promise.all([open('auteur'), open('tweede-auteur')]);
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const paragraph = (page: Page, words: string | RegExp) =>
  page.locator('.draft-text > .block', { hasText: words }).first();

/** Selects the first words of a paragraph by keyboard. */
async function select(page: Page, words: string | RegExp, letters: number): Promise<void> {
  await paragraph(page, words).click({ position: { x: 5, y: 12 } });
  await page.keyboard.press('Home');
  for (let letter = 0; letter < letters; letter += 1) await page.keyboard.press('Shift+ArrowRight');
}

describe('margin notes on the draft', () => {
  it('one author notes a passage by keyboard and names a colleague, who sees it without a reload', async () => {
    await select(anna, 'Dit document bevat', 13);
    await anna.keyboard.press('Control+Alt+m');
    await anna.keyboard.type('Klopt dit nog? @bra');
    await anna.locator('.mention-list').getByText('Bram Osinga').waitFor();
    expect(await violations(anna)).toEqual([]);
    await anna.keyboard.press('Enter');
    await anna.keyboard.press('Control+Enter');
    await anna.locator('.draft-text .noted').waitFor();
    await bram.locator('.note.is-unread').waitFor();
    expect(await bram.locator('.draft-text .noted').textContent()).toBe('Dit document ');
    expect(await bram.locator('.note').textContent()).toContain('@Bram Osinga');
    await bram.getByText('1 nieuw voor u').waitFor();
    expect(await violations(bram)).toEqual([]);
  });

  it('its card stands beside its line, however the text scrolls or its lines fall', async () => {
    const off = () =>
      bram.evaluate(() => {
        const top = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().top ?? NaN;
        return Math.abs(top('.draft-text .noted') - top('[aligned] [data-note-card]'));
      });
    await expect.poll(off).toBeLessThan(4);
    const text = bram.locator('draft-editor');
    await text.evaluate((pane) => pane.scrollBy(0, 70));
    await expect.poll(off).toBeLessThan(4);
    await bram.setViewportSize({ width: 1100, height: 800 });
    await expect.poll(off).toBeLessThan(4);
    await bram.setViewportSize({ width: 1440, height: 900 });
    await text.evaluate((pane) => pane.scrollTo(0, 0));
  });

  it('the colleague answers and ticks it off; the mark leaves the text', async () => {
    await bram.locator('.draft-text .note-no').click();
    await bram.keyboard.type('Ja.');
    await bram.keyboard.press('Control+Enter');
    await expect.poll(() => bram.locator('.is-unread').count()).toBe(0);
    await anna.getByText('1 antwoord').or(anna.locator('.reply')).first().waitFor();
    await bram.getByRole('button', { name: 'Afhandelen' }).click();
    await expect.poll(() => anna.locator('.draft-text .noted').count()).toBe(0);
    await anna.getByText('Afgehandeld (1)').waitFor();
  });

  it('a note whose words are deleted says so and stays in the list', async () => {
    await select(anna, 'De opleider mag', 11);
    await anna.getByRole('button', { name: 'Kanttekening', exact: true }).click();
    await anna.keyboard.type('Of de aanbieder?');
    await anna.getByRole('button', { name: 'Plaatsen' }).click();
    await bram.locator('.draft-text .noted').waitFor();
    // The number of the note stands in the words.
    await select(bram, /De opleider\d? mag/, 11);
    await bram.keyboard.press('Delete');
    for (const page of [anna, bram]) {
      await expect.poll(() => page.locator('notes-pane .notes > note-card .note-quote').count()).toBe(1);
      await page.getByText('Deze tekst is weg:').waitFor();
    }
    await bram.keyboard.press('Control+z');
    for (const page of [anna, bram]) await page.locator('.draft-text .noted').waitFor();
  });

  it('on a phone a note opens in a sheet from its number', async () => {
    const phone = await browser.newContext({
      locale: 'nl-NL',
      viewport: { width: 320, height: 700 },
      reducedMotion: 'reduce',
    });
    await signIn(phone, house.url, 'auteur');
    contexts.set('telefoon', phone);
    const page = await open('telefoon');
    await page.locator('.draft-text .note-no').click();
    await page.getByRole('dialog').getByText('Of de aanbieder?').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.close();
  });
});

describe('together in one draft', () => {
  it('a colleague is followed through the text until one presses Escape', async () => {
    await bram.getByRole('button', { name: /Anna.* volgen/ }).click();
    await bram.getByText(/U volgt Anna/).waitFor();
    const last = anna.locator('.draft-text > .block').last();
    await last.click();
    const id = await last.getAttribute('data-id');
    const seen = () =>
      bram.locator(`.draft-text > .block[data-id="${id}"]`).evaluate((block) => {
        const { top } = block.getBoundingClientRect();
        return top > 0 && top < innerHeight;
      });
    await expect.poll(seen).toBe(true);
    expect(await violations(bram)).toEqual([]);
    // Without moving the caret: who follows sees what Anna sees.
    const scrolled = (page: Page) => page.locator('draft-editor').evaluate((pane) => Math.round(pane.scrollTop));
    await anna.locator('draft-editor').evaluate((pane) => pane.scrollTo(0, 300));
    await expect.poll(() => scrolled(bram)).toBeGreaterThan(250);
    await expect.poll(() => scrolled(bram)).toBeLessThan(350);
    await bram.locator('.draft-text').hover({ position: { x: 200, y: 450 } });
    await bram.mouse.wheel(0, 100);
    await bram.getByText(/U volgt Anna.* niet meer/).waitFor({ state: 'attached' });
    expect(await bram.locator('follow-bar').count()).toBe(0);
    await last.click();
    await bram.getByRole('button', { name: /Anna.* volgen/ }).click();
    await expect.poll(seen).toBe(true);
    await bram.keyboard.press('Escape');
    await expect.poll(() => bram.locator('follow-bar').count()).toBe(0);
    await paragraph(anna, 'Dit document bevat').click();
    await anna.waitForTimeout(300);
    expect(await seen()).toBe(true);
  });

  it('who was away hears what changed, walks along it and goes on in the text', async () => {
    const api = await asks(house.url, 'tweede-auteur');
    await api.put(`/api/drafts/${draft}/since`, { data: {} });
    await bram.close();
    await paragraph(anna, 'Voor wie het diploma').click();
    await anna.keyboard.press('End');
    await anna.keyboard.type(' Dit is er nieuw bij gekomen.');
    await paragraph(anna, 'Bij praktijk zijn er').click();
    await anna.keyboard.press('Home');
    await anna.keyboard.type('Altijd: ');
    await expect.poll(async () => (await (await api.get(`/api/drafts/${draft}/since`)).json()).changes).toBe(2);
    await api.dispose();
    bram = await open('tweede-auteur');
    await bram.getByText(/Sinds .*: 2 wijzigingen door 1 ander/).waitFor();
    await bram.getByRole('button', { name: 'Bekijken' }).click();
    await bram.getByText('Wijziging 1 van 2').waitFor();
    await bram
      .getByText(/Anna Vermeer, /)
      .first()
      .waitFor();
    expect(await violations(bram)).toEqual([]);
    await bram.getByRole('button', { name: 'Volgende' }).click();
    await bram.getByText('Wijziging 2 van 2').waitFor();
    await expect.poll(() => bram.locator('.cmp-row.is-selected').textContent()).toContain('nieuw');
    await bram.getByRole('button', { name: 'Naar deze plaats in de tekst' }).click();
    await paragraph(bram, 'Dit is er nieuw bij gekomen.').waitFor();
    await bram.getByRole('button', { name: 'Ik heb het gezien' }).click();
    await expect.poll(() => bram.getByText(/Sinds /).count()).toBe(0);
  });

  it('the browser had nothing to complain about', () => {
    expect(troubles).toEqual([]);
  });
});
