import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { asks, dossiersByPhase, mainDocument, read } from '../support/demo.ts';
import type { DossierView } from '@draagvlak/contract/client';
import { Finger } from '../support/finger.ts';
import { type House, openHouse } from '../support/house.ts';
import { KeyboardOnly } from '../support/keyboard-only.ts';
import { type Person, signIn, sit } from '../support/people.ts';
import { png } from '../support/picture.ts';

const keyboard = new KeyboardOnly('light');
const finger = new Finger();
let browser: Browser;
let house: House;
let anna: Person;
let page: Page;
/** A dossier of which the writing may begin. */
let prepared: DossierView;

beforeAll(async () => {
  [browser, house] = await Promise.all([launchBrowser(), openHouse()]);
  const at = await dossiersByPhase(house.url);
  const drafting = at('drafting');
  prepared = at('preparation');
  const office = await asks(house.url, 'secretaris');
  const begun = await office.post(`/api/dossiers/${prepared.id}/commands`, {
    data: { type: 'enter-phase', phase: 'drafting', reason: '', closes: null, round: null },
  });
  if (!begun.ok()) throw new Error(`Writing could not begin: ${await begun.text()}`);
  await office.dispose();
  anna = await sit(browser, house.url, 'auteur', `/dossiers/${drafting.id}/schrijven/${mainDocument(drafting).id}`);
  ({ page } = anna);
  await page.getByText('Opgeslagen').first().waitFor();
});

afterAll(async () => {
  await browser?.close();
  await house?.close();
});

const sheet = () => page.locator('[role=textbox]');

/** Pastes as a person does: the clipboard holds what the other program put there. */
const paste = (html: string) =>
  page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, html);

describe('what comes in from elsewhere', () => {
  it('a text from Word keeps its headings, lists, table and footnote, and the author hears what was left out', async () => {
    const word = await readFile(
      new URL('../../packages/document/src/html/fixtures/word.html', import.meta.url),
      'utf8',
    );
    await sheet().locator('.block', { hasText: 'Dit document bevat' }).first().click();
    await page.keyboard.press('End');
    await paste(word);
    await page.getByText('Geplakt. Niet meegenomen').waitFor();
    expect(await page.locator('editor-notice').textContent()).toContain('1 afbeelding');
    expect(await violations(page, 'editor-notice')).toEqual([]);
    expect(await sheet().locator('[data-role=heading]', { hasText: 'Wat een deelnemer leert' }).count()).toBe(1);
    expect(await sheet().locator('[data-role=item][data-indent="1"]', { hasText: 'schuim' }).count()).toBe(1);
    expect(await sheet().locator('td[rowspan="2"]', { hasText: 'Praktijk' }).count()).toBe(1);
    const noted = sheet().locator('.block', { hasText: 'waarvan twee uur praktijk' });
    expect(await noted.locator('[data-footnote]').count()).toBe(1);
    expect(await sheet().locator('script, o\\:p, font').count()).toBe(0);
    await page.locator('.saved:not(.busy)').getByText('Opgeslagen om').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => noted.count()).toBe(0);
  });

  it('a picture asks for its description before it comes in, and a file that is none is refused in words', async () => {
    await sheet().locator('.block', { hasText: 'Dit document bevat' }).first().click();
    await page.getByRole('button', { name: 'Afbeelding', exact: true }).click();
    const file = page.getByLabel('Bestand');
    await file.setInputFiles({ name: 'plaat.png', mimeType: 'image/png', buffer: Buffer.from('<svg><script/></svg>') });
    await page.getByText('Dit bestand is geen afbeelding die hier kan').waitFor();
    await file.setInputFiles({ name: 'plaat.png', mimeType: 'image/png', buffer: png(1600, 400) });
    await page.getByAltText('Voorbeeld van de afbeelding').waitFor();
    await page.getByRole('button', { name: 'Invoegen', exact: true }).click();
    await page.getByText('Schrijf wat er te zien is').waitFor();
    expect(await violations(page, 'image-form')).toEqual([]);
    await page.getByLabel('Beschrijving').fill('Een gasmeter met drie sensoren');
    await page.getByRole('button', { name: 'Invoegen', exact: true }).click();
    const picture = sheet().getByAltText('Een gasmeter met drie sensoren');
    await picture.waitFor();
    await expect.poll(() => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(1600);
    const fits = await picture.evaluate((one) => one.clientWidth <= (one.closest('.sheet')?.clientWidth ?? 0));
    expect(fits).toBe(true);
  });

  it('a picture that is pasted goes through the same form, and can be called decoration', async () => {
    await sheet().locator('.block', { hasText: 'Dit document bevat' }).first().click();
    await page.evaluate(
      (bytes) => {
        const clipboardData = new DataTransfer();
        clipboardData.items.add(new File([new Uint8Array(bytes)], 'scherm.png', { type: 'image/png' }));
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      },
      [...png(40, 40)],
    );
    await page.getByAltText('Voorbeeld van de afbeelding').waitFor();
    await page.getByLabel('Alleen versiering').check();
    await page.getByRole('button', { name: 'Invoegen', exact: true }).click();
    await expect.poll(() => sheet().locator('.draft-image').count()).toBe(2);
    await page.locator('.saved:not(.busy)').getByText('Opgeslagen om').waitFor();
  });

  it('what a text from elsewhere becomes is looked at on a phone, and nothing has begun', async () => {
    const context = await browser.newContext({ locale: 'nl-NL', reducedMotion: 'reduce', ...finger.device });
    await signIn(context, house.url, 'voorzitter');
    const phone = await context.newPage();
    await phone.goto(`${house.url}/dossiers/${prepared.id}`);
    await finger.activate(phone.getByRole('button', { name: 'Concept beginnen' }).first());
    await finger.check(phone.getByLabel('Met een tekst die er al is'));
    const text = '# Opleiding\n\n## 1 Leerdoelen\n\nEis 1.1: De docent moet meten.\n\nDe docent bewaart de lijst.\n';
    await finger.fill(phone.getByRole('dialog').getByRole('textbox'), text);
    await finger.activate(phone.getByRole('button', { name: 'Bekijk wat het wordt' }));
    const preview = phone.locator('import-preview');
    await preview.getByText('1 van 2 aangevinkt').waitFor();
    await finger.check(preview.getByRole('checkbox', { name: 'De docent moet meten.' }), false);
    await finger.activate(preview.locator('summary', { hasText: 'Misschien een eis' }));
    await finger.check(preview.getByRole('checkbox', { name: 'De docent bewaart de lijst.' }));
    await preview.getByText('1 van 2 aangevinkt').waitFor();
    await finger.activate(phone.getByRole('dialog').getByRole('button', { name: 'Annuleren' }));
    await phone.getByRole('dialog').waitFor({ state: 'hidden' });
    const { documents } = await read<DossierView>(context.request, `${house.url}/api/dossiers/${prepared.id}`);
    expect(documents.some(({ started }) => started)).toBe(false);
    await context.close();
  });

  it('a draft begins with a page from elsewhere after a look at what it becomes, by keyboard alone', async () => {
    await page.goto(`${house.url}/dossiers/${prepared.id}`);
    await keyboard.activate(page.getByRole('button', { name: 'Concept beginnen' }).first());
    await keyboard.check(page.getByLabel('Met een tekst die er al is'));
    const text = `<h1>Opleiding</h1><h2>1 Leerdoelen</h2><p>Meten.<img src="x.png"></p><h2>2 Eigen</h2>
      <p>Eis 2.1: De docent moet meten.</p><p>Eis 2.2: Dit is er geen.</p><p>De docent bewaart de lijst.</p>
      <img src="data:image/png;base64,${png(80, 40).toString('base64')}">`;
    await page
      .getByLabel('Of kies een bestand')
      .setInputFiles({ name: 'opleiding.html', mimeType: 'text/html', buffer: Buffer.from(text) });
    await keyboard.activate(page.getByRole('button', { name: 'Bekijk wat het wordt' }));
    const preview = page.locator('import-preview');
    await preview.getByText('2 onderdelen, 0 tabellen').waitFor();
    expect(await preview.locator('li', { hasText: '1 afbeelding' }).count()).toBe(1);
    expect(await preview.locator('tr', { hasText: 'Leerdoelen' }).textContent()).toContain('compleet');
    // What reads as a requirement is proposed, and the person decides.
    await preview.getByText('2 van 3 aangevinkt').waitFor();
    await keyboard.check(preview.getByRole('checkbox', { name: 'Dit is er geen.' }), false);
    await keyboard.activate(preview.locator('summary', { hasText: 'Misschien een eis' }));
    expect(await preview.getByRole('checkbox', { name: 'De docent bewaart de lijst.' }).isChecked()).toBe(false);
    await preview.getByText('1 van 3 aangevinkt').waitFor();
    expect(await violations(page, 'import-preview')).toEqual([]);
    // A picture does not come in without a word on what is to be seen.
    await keyboard.activate(page.getByRole('button', { name: 'Begin met deze tekst' }));
    await preview.locator('.error', { hasText: 'Schrijf wat er te zien is' }).waitFor();
    await keyboard.fill(preview.getByRole('textbox', { name: 'Beschrijving' }), 'Een meter');
    await keyboard.activate(page.getByRole('button', { name: 'Begin met deze tekst' }));
    await preview.waitFor({ state: 'detached' });
    const { documents } = await read<DossierView>(anna.context.request, `${house.url}/api/dossiers/${prepared.id}`);
    const begunDraft = documents.find(({ started }) => started)?.id ?? '';
    await page.goto(`${house.url}/dossiers/${prepared.id}/schrijven/${begunDraft}`);
    const requirements = sheet().locator('[data-role=requirement]');
    await requirements.first().waitFor();
    expect(await requirements.allTextContents()).toEqual(['De docent moet meten.']);
    expect(await sheet().getByText('Eis 2.2: Dit is er geen.').count()).toBe(1);
    await sheet().getByAltText('Een meter').waitFor();
  });

  it('the browser had nothing to complain about but the refused file', () => {
    expect(anna.complaints.filter((one) => !one.includes('422'))).toEqual([]);
  });
});
