import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { Finger } from '../support/finger.ts';
import type { Hands } from '../support/hands.ts';
import { KeyboardOnly } from '../support/keyboard-only.ts';
import { asks, dossiersByPhase, mainDocument, read } from '../support/demo.ts';
import { type House, openHouse } from '../support/house.ts';
import { type Line, openLine } from '../support/line.ts';
import { signIn, sit } from '../support/people.ts';

let browser: Browser;
let house: House;
let line: Line;
let path = '';
let draft = '';
let dossier = '';

beforeAll(async () => {
  [browser, house] = await Promise.all([launchBrowser(), openHouse()]);
  line = await openLine(house.url);
  const drafting = (await dossiersByPhase(house.url))('drafting');
  dossier = drafting.id;
  draft = mainDocument(drafting).draft ?? '';
  path = `/dossiers/${drafting.id}/schrijven/${mainDocument(drafting).id}`;
});

afterAll(async () => {
  await browser?.close();
  await line?.close();
  await house?.close();
});

const LAPTOP = { viewport: { width: 1280, height: 900 } };

/** A browser of their own, at the end of the line that can be cut. */
async function laptop(persona: string, device: Hands['device'] = LAPTOP): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'nl-NL', ...device });
  await signIn(context, line.url, persona);
  return context;
}

async function atTheDraft(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.goto(line.url + path);
  await page.getByText('Opgeslagen').first().waitFor();
  // What keeps text on the device comes right after the text, and is there when its tools are.
  await page.getByRole('toolbar').waitFor();
  return page;
}

/** Types at the end of a paragraph that begins with these words. */
async function typeIn(page: Page, beginning: string, text: string): Promise<void> {
  await page.locator('.draft-text > .block', { hasText: beginning }).first().click();
  await page.keyboard.press('End');
  await page.keyboard.type(text);
}

const onDevice = (page: Page) => page.getByText('Uw tekst staat op dit apparaat').waitFor();
/** Until the device has written all that was typed before this was asked: reading waits for writing. */
const written = async (page: Page) =>
  page.evaluate(
    async (names) => {
      for (const name of names) {
        const db = await new Promise<IDBDatabase>((resolve, reject) => {
          const asked = indexedDB.open(name);
          asked.addEventListener('success', () => resolve(asked.result));
          asked.addEventListener('error', () => reject(asked.error ?? new Error(name)));
        });
        await new Promise((resolve) => {
          const reading = db.transaction('updates', 'readonly');
          reading.addEventListener('complete', resolve);
          reading.objectStore('updates').count();
        });
        db.close();
      }
    },
    await databases(page),
  );
const stored = async () => JSON.stringify((await asServer()).document);
async function asServer() {
  const api = await asks(house.url, 'auteur');
  try {
    return { document: await read<unknown>(api, `/api/drafts/${draft}/document`) };
  } finally {
    await api.dispose();
  }
}
const databases = (page: Page) =>
  page.evaluate(async () =>
    (await indexedDB.databases())
      .map(({ name }) => name ?? '')
      .filter((name) => name.startsWith('draagvlak-werktekst')),
  );

describe('typing without a connection', () => {
  it.each<{ readonly name: string; readonly hands: Hands; readonly words: string }>([
    { name: 'by keyboard alone', hands: new KeyboardOnly('dark'), words: ' In de trein getypt.' },
    { name: 'on a phone', hands: new Finger(), words: ' In de bus getypt.' },
  ])(
    'goes on, says that the text is on the device, and is saved when the line comes back: $name',
    async ({ hands, words }) => {
      const context = await laptop('auteur', hands.device);
      const page = await atTheDraft(context);
      const paragraph = (beginning: string) => page.locator('.draft-text > .block', { hasText: beginning }).first();
      line.cut();
      await page.getByText('Geen verbinding').first().waitFor();
      await hands.caret(paragraph('Dit document bevat'));
      await hands.type(page, words);
      await hands.caret(paragraph('De opleider mag'));
      await hands.type(page, ` Ook dit.${words}`);
      await onDevice(page);
      expect(await databases(page)).toHaveLength(1);
      line.mend();
      const told = page.getByText("2 alinea's die u zonder verbinding typte, zijn nu opgeslagen.");
      await told.waitFor({ timeout: 60_000 });
      const text = await stored();
      expect(text).toContain(words);
      expect(text).toContain(`Ook dit.${words}`);
      await expect.poll(() => databases(page)).toEqual([]);
      await context.close();
    },
  );

  it('goes along with a paragraph that a colleague moves meanwhile, and one types on behind it', async () => {
    const context = await laptop('auteur');
    const page = await atTheDraft(context);
    const bram = await sit(browser, house.url, 'tweede-auteur', new URL(page.url()).pathname);
    const beginning = 'Voor wie het diploma';
    const moved = (one: Page) => one.locator('.draft-text > .block', { hasText: beginning }).first();
    line.cut();
    await page.getByText('Geen verbinding').first().waitFor();
    await typeIn(page, beginning, ' Getypt in de tunnel');
    await moved(bram.page).click();
    await bram.page.keyboard.press('Alt+ArrowUp');
    await bram.page.locator('.saved:not(.busy)').getByText('Opgeslagen om').waitFor();
    line.mend();
    await moved(bram.page).getByText('Getypt in de tunnel').waitFor();
    await moved(page).getByText('Getypt in de tunnel').waitFor();
    await page.keyboard.type(' en erna.');
    await expect.poll(() => moved(bram.page).textContent()).toContain(' Getypt in de tunnel en erna.');
    await page.locator('.saved:not(.busy)').getByText('Opgeslagen om').waitFor();
    expect(await page.getByText('heeft geen plaats meer').count()).toBe(0);
    expect(bram.complaints).toEqual([]);
    await Promise.all([context.close(), bram.context.close()]);
  });

  it('survives a closed tab: who comes back the next morning finds it in the text, made by the same person', async () => {
    const context = await laptop('auteur');
    const page = await atTheDraft(context);
    line.cut();
    await page.getByText('Geen verbinding').first().waitFor();
    await typeIn(page, 'Voor wie het diploma', ' Vergeten te bewaren.');
    await onDevice(page);
    await written(page);
    await page.close({ runBeforeUnload: false });
    line.mend();
    expect(await stored()).not.toContain('Vergeten te bewaren.');
    const [first, second] = await Promise.all([atTheDraft(context), atTheDraft(context)]);
    await expect.poll(stored).toContain('Vergeten te bewaren.');
    const told = 'De alinea die u zonder verbinding typte, is nu opgeslagen.';
    await expect
      .poll(async () => (await first.getByText(told).count()) + (await second.getByText(told).count()))
      .toBe(1);
    expect((await stored()).split('Vergeten te bewaren.')).toHaveLength(2);
    for (const tab of [first, second]) {
      await expect.poll(() => tab.locator('.draft-text').textContent()).toContain('Vergeten te bewaren.');
    }
    await expect.poll(() => databases(first)).toEqual([]);
    await context.close();
  });

  it('is gone after a day, and when somebody else signs in on the same browser', async () => {
    for (const leave of ['day', 'other'] as const) {
      const context = await laptop('auteur');
      const page = await atTheDraft(context);
      line.cut();
      await page.getByText('Geen verbinding').first().waitFor();
      await typeIn(page, 'Bij praktijk zijn er', ` Weg na ${leave}.`);
      await onDevice(page);
      await page.close({ runBeforeUnload: false });
      line.mend();
      if (leave === 'day') {
        await context.addInitScript(() => {
          const real = Date.now.bind(Date);
          Date.now = () => real() + 25 * 3_600_000;
        });
      }
      if (leave === 'other') {
        const home = await context.newPage();
        await home.goto(line.url);
        await home.getByLabel('Demo, u kijkt als').selectOption('tweede-auteur');
        // The device is swept as soon as the other is signed in.
        await home.waitForFunction(() =>
          Object.keys(localStorage).every((key) => !key.startsWith('draagvlak-werktekst')),
        );
        await home.close();
      }
      const again = await atTheDraft(context);
      await expect.poll(() => databases(again)).toEqual([]);
      expect(await again.locator('.draft-text').textContent()).not.toContain(`Weg na ${leave}.`);
      expect(await stored()).not.toContain(`Weg na ${leave}.`);
      await context.close();
    }
  });

  it('that meets a text which was closed meanwhile is kept for its author', async () => {
    const context = await laptop('auteur');
    const page = await atTheDraft(context);
    line.cut();
    await page.getByText('Geen verbinding').first().waitFor();
    await typeIn(page, 'De opleiding is bedoeld', ' Net te laat.');
    await onDevice(page);
    await page.close({ runBeforeUnload: false });
    const secretary = await asks(house.url, 'secretaris');
    const answer = await secretary.post(`/api/dossiers/${dossier}/commands`, {
      data: { type: 'withdraw-dossier', reason: 'Voor de proef.' },
    });
    expect(answer.ok()).toBe(true);
    await secretary.dispose();
    line.mend();
    const again = await context.newPage();
    await again.goto(line.url + path);
    await again.getByText('Net te laat.').first().waitFor();
    await expect.poll(() => databases(again)).toEqual([]);
    await context.close();
  });
});
