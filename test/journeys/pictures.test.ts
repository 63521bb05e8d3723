import { mkdir } from 'node:fs/promises';
import {
  type Guest,
  openTestDossier,
  openTestServer,
  type TestDossier,
  type TestServer,
} from '@draagvlak/server/testing';
import { openDrafting, sample, toConsultationOf, toInspection, toProcessing } from '@draagvlak/server/testing-story';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { Finger } from '../support/finger.ts';
import type { Hands } from '../support/hands.ts';
import { KeyboardOnly } from '../support/keyboard-only.ts';
import { png } from '../support/picture.ts';

/** The built client to test with, where it is not the one in its own place. */
const CLIENT: Readonly<Record<string, string>> =
  process.env['CLIENT_DIR'] === undefined ? {} : { CLIENT_DIR: process.env['CLIENT_DIR'] };
const SHOTS = process.env['SHOTS'];

let browser: Browser;
let server: TestServer;
let d: TestDossier;
const versions: string[] = [];
const complaints: string[] = [];

const data = (bytes: Buffer) => `data:image/png;base64,${bytes.toString('base64')}`;

const WIDE = { viewport: { width: 1440, height: 1000 } };

async function sit(guest: Guest | null, path: string, device: Hands['device'] = WIDE): Promise<Page> {
  const context = await browser.newContext({
    locale: 'nl-NL',
    reducedMotion: 'reduce',
    ...device,
  });
  if (guest !== null) {
    const [name = '', value = ''] = (await guest.cookie()).split('=');
    await context.addCookies([{ name, value, url: server.url }]);
  }
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(server.url + path);
  return page;
}

/** A look for whoever made a change: `SHOTS=DIRECTORY`. */
async function look(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  await mkdir(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}

async function isShown(page: Page, alt: string): Promise<boolean> {
  const picture = page.getByAltText(alt, { exact: true }).first();
  await picture.scrollIntoViewIfNeeded();
  return picture.evaluate((one) => (one as HTMLImageElement).complete && (one as HTMLImageElement).naturalWidth > 0);
}

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), openTestServer(CLIENT, { listen: true })]);
  d = await openTestDossier(server);
  await openDrafting(server, d);
  const text = await sample('opleiderdocument-v1.md');
  const pictures = `\n\n![Meter](${data(png(300, 120))})\n\n![Mast](${data(png(200, 200))})\n\n### 1.2 `;
  await d.author.api.startDraft(d.id, d.document, {
    from: 'import',
    markdown: text.replace('\n\n### 1.2 ', pictures),
    pictures: [
      { at: 0, alt: 'Een meter met drie sensoren' },
      { at: 1, alt: 'Een mast met een vlag' },
    ],
  });
  const { version, round } = await toConsultationOf(server, d);
  versions.push(version);
  await toProcessing(server, d, round);
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe('a picture from the first concept to the public text', () => {
  it('stands on the reading page, on paper, and in a text that everybody may read', async () => {
    const page = await sit(d.trainer, `/lezen/${versions[0]}`);
    await expect.poll(() => isShown(page, 'Een meter met drie sensoren')).toBe(true);
    const box = await page.getByAltText('Een meter met drie sensoren').boundingBox();
    expect(box?.width).toBeGreaterThan(250);
    await look(page, 'reading');
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByAltText('Een mast met een vlag').isVisible()).toBe(true);
    await page.context().close();
  });

  it('is dragged or pasted into the draft, described, changed and taken out', async () => {
    server.at('2026-02-18T10:00:00.000Z');
    const { documents } = await d.author.api.dossier(d.id);
    const page = await sit(d.author, `/dossiers/${d.id}/schrijven/${documents[0]?.id}`);
    const sheet = page.locator('[role=textbox]');
    await look(page, 'writing');
    await page.locator('.saved').getByText('Opgeslagen').waitFor();
    await expect.poll(() => isShown(page, 'Een meter met drie sensoren')).toBe(true);

    // Two files are dragged in at once, one of them no picture at all.
    const goal = sheet.locator('.block', { hasText: 'De doelgroep staat in hoofdstuk 3' }).first();
    await goal.scrollIntoViewIfNeeded();
    await goal.evaluate(
      (block, bytes) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([new Uint8Array(bytes)], 'foto zonder soort', { type: '' }));
        dataTransfer.items.add(new File(['<svg><script>alert(1)</script></svg>'], 'plan.png', { type: 'image/png' }));
        const { left, top } = block.getBoundingClientRect();
        const options = { dataTransfer, clientX: left + 40, clientY: top + 8, bubbles: true, cancelable: true };
        block.dispatchEvent(new DragEvent('dragover', options));
        block.dispatchEvent(new DragEvent('drop', options));
      },
      [...png(240, 100)],
    );
    await page.getByAltText('Voorbeeld van de afbeelding').waitFor();
    await look(page, 'dropped');
    await page.getByLabel('Beschrijving').fill('Een plattegrond van de hal');
    await page.getByRole('button', { name: 'Invoegen', exact: true }).click();
    await page.getByText('Dit bestand is geen afbeelding die hier kan').waitFor();
    await look(page, 'refused');
    await page.getByRole('button', { name: 'Annuleren' }).click();
    await expect.poll(() => isShown(page, 'Een plattegrond van de hal')).toBe(true);
    expect(await goal.textContent()).toContain('De doelgroep staat in hoofdstuk 3 van het taakprofiel.');

    // A text with a picture in it is pasted: the words come at once, the picture when it is described.
    await goal.click();
    await page.keyboard.press('End');
    await page.evaluate(
      (src) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', `<p> Zie de kaart.</p><img src="${src}">`);
        document.activeElement?.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      },
      data(png(120, 60)),
    );
    await page.getByAltText('Voorbeeld van de afbeelding').waitFor();
    await page.getByLabel('Beschrijving').fill('Een kaart met de vluchtroute');
    await page.getByRole('button', { name: 'Invoegen', exact: true }).click();
    await expect.poll(() => isShown(page, 'Een kaart met de vluchtroute')).toBe(true);
    expect(await goal.textContent()).toContain('Zie de kaart.');
    // The draft holds addresses of our own, never the bytes.
    expect(
      await sheet
        .locator('img')
        .evaluateAll((all) => all.filter((one) => !one.getAttribute('src')?.startsWith('/api/')).length),
    ).toBe(0);

    // One picture and its description become better, one picture goes.
    const change = async (alt: string) => {
      const figure = page.locator('.draft-image', { has: page.getByAltText(alt) });
      await figure.hover();
      await figure.getByRole('button').click();
    };
    await change('Een meter met drie sensoren');
    await page.getByLabel('Beschrijving').fill('Een gasmeter met drie sensoren');
    const [width, height] = [90, 240];
    const buffer = png(width, height);
    await page.getByLabel('Andere afbeelding').setInputFiles({ name: 'meter.png', mimeType: 'image/png', buffer });
    // Who is done before the bytes have arrived need not press again.
    await page.getByRole('button', { name: 'Opslaan', exact: true }).click();
    const meter = sheet.getByAltText('Een gasmeter met drie sensoren');
    await expect.poll(() => meter.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBe(width);
    await change('Een mast met een vlag');
    await page.getByRole('button', { name: 'Afbeelding verwijderen' }).click();
    await expect.poll(() => page.getByAltText('Een mast met een vlag').count()).toBe(0);
    await page.locator('.saved:not(.busy)').getByText('Opgeslagen om').waitFor();
    await look(page, 'draft');
    await page.context().close();
  });

  it.each<Hands>([new KeyboardOnly('light'), new Finger()])('is put in and described, $name', async (hands) => {
    const { documents } = await d.author.api.dossier(d.id);
    const page = await sit(d.author, `/dossiers/${d.id}/schrijven/${documents[0]?.id}`, hands.device);
    await page.locator('.saved').getByText('Opgeslagen').waitFor();
    await hands.caret(page.locator('.draft-text > .block', { hasText: 'De doelgroep staat in hoofdstuk 3' }).first());
    await hands.activate(page.getByRole('toolbar').getByRole('button', { name: /^Afbeelding/ }));
    const form = page.getByRole('dialog');
    const buffer = png(80, 60);
    // The device itself shows its files.
    await form.getByLabel('Bestand').setInputFiles({ name: 'mast.png', mimeType: 'image/png', buffer });
    const alt = `Een mast, ${hands.name}`;
    await hands.fill(form.getByLabel('Beschrijving'), alt);
    await hands.activate(form.getByRole('button', { name: 'Invoegen', exact: true }));
    await expect.poll(() => isShown(page, alt)).toBe(true);
    await page.locator('.saved:not(.busy)').getByText('Opgeslagen om').waitFor();
    await page.context().close();
  });

  it('is shown in the comparison as added, removed, replaced, or described in other words', async () => {
    versions.push((await toInspection(server, d)).version);
    const page = await sit(
      d.author,
      `/dossiers/${d.id}/vergelijken/${d.document}?van=${versions[0]}&naar=${versions[1]}`,
    );
    await page.getByAltText('Een plattegrond van de hal').first().waitFor();
    await page.getByAltText('Een mast met een vlag').first().scrollIntoViewIfNeeded();
    await look(page, 'comparison');
    const text = (await page.locator('main').textContent()) ?? '';
    expect(text).toContain('Nieuwe afbeelding');
    expect(text).toContain('De afbeelding is vervangen.');
    for (const alt of ['Een meter met drie sensoren', 'Een gasmeter met drie sensoren'])
      expect(await isShown(page, alt)).toBe(true);
    expect(text).toContain('Afbeelding vervallen');
    expect(text).toMatch(/verwijderd: Een mast met een vlag/);
    expect(text).toMatch(/ingevoegd: Een kaart met de vluchtroute/);
    expect(await violations(page, 'main')).toEqual([]);
    await page.context().close();
  });

  it('is in the public text and in the list of what became what, for who is not signed in', async () => {
    const page = await sit(null, `/lezen/${versions[1]}`);
    await look(page, 'public');
    await expect.poll(() => isShown(page, 'Een plattegrond van de hal')).toBe(true);
    const table = `/was-wordt/${versions[0]}/${versions[1]}`;
    for (const path of [table, `${table}.csv`])
      expect(await (await d.author.ask(path)).text()).toContain('Een plattegrond van de hal');
    await page.context().close();
  });

  it('the browser had nothing to complain about but the refused file', () => {
    expect(complaints.filter((one) => !/422|\/api\/demo\/personas/.test(one))).toEqual([]);
  });
});
