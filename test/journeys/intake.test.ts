import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { asks, dossiersByPhase, mainDocument } from '../support/demo.ts';
import { type House, openHouse } from '../support/house.ts';
import { type Person, sit } from '../support/people.ts';

let browser: Browser;
let house: House;
let anna: Person;
let page: Page;

beforeAll(async () => {
  [browser, house] = await Promise.all([launchBrowser(), openHouse()]);
  const drafting = (await dossiersByPhase(house.url))('drafting');
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

/** A picture of one colour, as a camera or a drawing program would save it. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([size, body, sum]);
  };
  const crc = (bytes: Buffer) => {
    let rest = ~0;
    for (const byte of bytes) {
      rest ^= byte;
      for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0);
    }
    return ~rest >>> 0;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x7f)]);
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]);
}

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

  it('a draft begins with a page from elsewhere after a look at what it becomes', async () => {
    const prepared = (await dossiersByPhase(house.url))('preparation');
    const office = await asks(house.url, 'secretaris');
    const begun = await office.post(`/api/dossiers/${prepared.id}/commands`, {
      data: { type: 'enter-phase', phase: 'drafting', reason: '', closes: null, round: null },
    });
    expect(begun.status()).toBe(200);
    await office.dispose();
    await page.goto(`${house.url}/dossiers/${prepared.id}`);
    await page.getByRole('button', { name: 'Concept beginnen' }).first().click();
    await page.getByLabel('Met een tekst die er al is').check();
    const text = '<h1>Opleiding</h1><h2>1 Leerdoelen</h2><p>Meten.<img src="x.png"></p><h2>2 Eigen</h2><p>Meer.</p>';
    await page
      .getByLabel('Of kies een bestand')
      .setInputFiles({ name: 'opleiding.html', mimeType: 'text/html', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Bekijk wat het wordt' }).click();
    const preview = page.locator('import-preview');
    await preview.getByText('2 onderdelen, 0 tabellen').waitFor();
    expect(await preview.locator('li', { hasText: '1 afbeelding' }).count()).toBe(1);
    expect(await preview.locator('tr', { hasText: 'Leerdoelen' }).textContent()).toContain('compleet');
    await page.getByRole('button', { name: 'Begin met deze tekst' }).click();
    await preview.waitFor({ state: 'detached' });
    await expect.poll(() => page.getByRole('link', { name: 'Schrijven' }).count()).toBeGreaterThan(0);
  });

  it('the browser had nothing to complain about but the refused file', () => {
    expect(anna.complaints.filter((one) => !one.includes('422'))).toEqual([]);
  });
});
