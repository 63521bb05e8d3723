import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { Finger } from '../support/finger.ts';
import { act, type Hands } from '../support/hands.ts';
import { KeyboardOnly } from '../support/keyboard-only.ts';

let browser: Browser;
let dataDir: string;
let base: string;
let link: string;
let stop: () => Promise<void>;
let complaints: string[];
let hands: Hands;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The real server on an empty directory, as somebody starts it; it prints where it is and the link to begin with. */
beforeEach(async () => {
  complaints = [];
  dataDir = await mkdtemp(join(tmpdir(), 'draagvlak-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: fileURLToPath(new URL('../../server', import.meta.url)),
    env: { ...process.env, PORT: '0', DATA_DIR: dataDir, DEMO: 'off' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  link = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += String(chunk);
      const match = /http:\S+\/inrichten\?code=\S+/.exec(said);
      if (match) resolve(match[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)));
  });
  base = new URL(link).origin;
  stop = () =>
    new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.kill();
    });
});
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  await stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function newScreen(): Promise<Page> {
  const context = await browser.newContext({ locale: 'nl-NL', reducedMotion: 'reduce', ...hands.device });
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  return page;
}

/** Somebody who is not in the register yet, added in the part of the form with this heading. */
async function addNew(page: Page, part: string, role: string, person: string, group: string, organisation: string) {
  const section = page.locator('.start-people', { has: page.getByRole('heading', { name: part, exact: true }) });
  await hands.choose(section.getByLabel('Toevoegen als'), { label: role });
  const form = section.locator('new-person-form');
  if (!(await form.isVisible()))
    await hands.activate(section.locator('summary', { hasText: 'Staat de persoon er niet bij?' }));
  await hands.fill(form.getByLabel('Naam', { exact: true }), person);
  await hands.choose(form.getByLabel('Groep'), { label: group });
  await hands.choose(form.getByLabel('Organisatie', { exact: true }), { label: 'Een nieuwe organisatie' });
  await hands.fill(form.getByLabel('Naam van de nieuwe organisatie'), organisation);
  await hands.activate(form.getByRole('button', { name: 'In het register zetten' }));
  await section.locator('.found').getByText(person).first().waitFor();
}

describe.each([new KeyboardOnly('dark'), new Finger()])('nothing but screens, $name', (own) => {
  it('set up an empty installation, until its first dossier is in drafting', async () => {
    hands = own;
    const secretary = await newScreen();
    await secretary.goto(base);
    await secretary.getByText('Deze installatie is nog niet ingericht.').waitFor();
    expect(await secretary.locator('footer').innerText()).not.toContain('verzonnen');
    await secretary.goto(link);
    await hands.fill(secretary.getByLabel('Uw naam'), 'Sanne de Boer');
    await hands.activate(secretary.getByRole('button', { name: 'Account maken' }));
    await secretary.getByText('Er is nog geen dossier. Zo begint u:').waitFor();
    // The link works once.
    const second = await newScreen();
    await second.goto(link);
    await second.getByRole('heading', { level: 1 }).waitFor();
    expect(await second.getByLabel('Uw naam').count()).toBe(0);

    await hands.activate(secretary.locator('.first-steps').getByRole('link', { name: 'Dossier beginnen' }));
    await hands.check(secretary.getByLabel('Gasmeten', { exact: true }));
    await hands.check(secretary.getByLabel('Taakprofiel', { exact: true }), false);
    const wbc = 'WBC';
    await addNew(secretary, wbc, 'WBC-voorzitter', 'Mila Vos', 'WBC', 'Waarborgcommissie Gasmeten');
    await addNew(secretary, wbc, 'WBC-lid', 'Joost Prins', 'WBC', 'Meetdienst Zuid');
    const others = 'Belanghebbenden';
    await addNew(secretary, others, 'Belanghebbende', 'Ada Kok', 'Opleider', 'Opleider Een');
    await addNew(secretary, others, 'Belanghebbende', 'Ben Smit', 'Examencentrum', 'Examencentrum Een');
    await addNew(secretary, others, 'Partner', 'Cor Blom', 'Partner', 'Examenkamer');
    await addNew(secretary, others, 'Stuurgroeplid', 'Dina Mol', 'Stuurgroep', 'Raffinaderij');
    await hands.activate(secretary.locator('details.record summary'));
    const planned = ['Concept', 'Inspraak', 'Verwerken', 'Inzage', 'Definitief concept', 'Besluit'];
    const rows = secretary.locator('table.planning tbody tr');
    for (const [index] of planned.entries()) {
      const inputs = rows.nth(index).locator('input[type=date]');
      await hands.date(inputs.first(), `2031-0${index + 1}-01`);
      await hands.date(inputs.last(), `2031-0${index + 1}-28`);
    }
    await hands.activate(secretary.getByRole('button', { name: 'Dossier beginnen' }));
    await secretary.locator('[data-step=drafting]:not([aria-disabled=true])').waitFor();
    const home = secretary.url();

    // Everybody gets a link of their own.
    await secretary.goto(`${home}/mensen`);
    const links: string[] = [];
    for (const name of ['Joost Prins', 'Mila Vos']) {
      await hands.activate(secretary.getByRole('button', { name: new RegExp(`Link om aan te melden.*${name}`) }));
      await secretary.locator('.sign-in-link', { hasText: 'aanmelden' }).waitFor();
      await expect.poll(async () => links.includes(await secretary.locator('.sign-in-link').innerText())).toBe(false);
      links.push((await secretary.locator('.sign-in-link').innerText()).trim());
    }
    await secretary.goto(home);
    await act(hands, secretary, 'Opstellen beginnen');
    const [author, chair] = [await newScreen(), await newScreen()];
    for (const [at, page] of [author, chair].entries()) {
      await page.goto(/http\S+/.exec(links[at] ?? '')?.[0] ?? '');
      await hands.activate(page.getByRole('button', { name: 'Aanmelden' }));
      await page.waitForURL(`${base}/`);
    }
    await hands.activate(author.locator('.task').getByRole('link', { name: 'Beginnen' }).first());
    await act(hands, author, 'Concept beginnen');
    await author.goto(home);
    await hands.activate(author.locator('main a[href*="/schrijven/"]').first());
    await author.locator('[role=textbox] .block').first().waitFor();
    expect(complaints).toEqual([]);
  });
});
