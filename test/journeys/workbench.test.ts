import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DossierView, WorkbenchView } from '@draagvlak/contract/client';
import { parseConfig } from '@draagvlak/server/config';
import { makeStory } from '@draagvlak/server/demo';
import { startServer } from '@draagvlak/server/start';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { asks, read } from '../support/demo.ts';
import { Finger } from '../support/finger.ts';
import { type Person, sit, signIn } from '../support/people.ts';

interface Sample {
  readonly id: string;
  readonly besluit: string;
  readonly motivering: string;
  readonly duplicaatVan: string;
}

/** The key of each decision, and what the API calls it. */
const DECISIONS: Readonly<Record<string, readonly [key: string, kind: string]>> = {
  overgenomen: ['1', 'accepted'],
  'gedeeltelijk overgenomen': ['2', 'partly-accepted'],
  'niet overgenomen': ['3', 'not-accepted'],
  beantwoord: ['4', 'answered'],
  'ter kennisgeving aangenomen': ['5', 'noted'],
  'ter kennisgeving': ['5', 'noted'],
  samengevoegd: ['6', 'merged'],
  'buiten reikwijdte': ['7', 'out-of-scope'],
  doorgeschoven: ['8', 'deferred'],
};
/** Three on one sentence, handled as one: what the others get. */
const TOGETHER = ['R07', 'R08', 'R09'];

let browser: Browser;
let dataDir: string;
let server: Awaited<ReturnType<typeof startServer>>;
let sample: ReadonlyMap<string, Sample>;
let room: string;
let version: string;
let dossier: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'draagvlak-'));
  const config = parseConfig({ ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  const played = await makeStory(config, new Date(), 'processing');
  server = await startServer(config);
  browser = await launchBrowser();
  const file = new URL('../../server/sample/comments.json', import.meta.url);
  const { reacties } = JSON.parse(await readFile(file, 'utf8')) as { reacties: Sample[] };
  sample = new Map(reacties.map((one) => [one.id, one]));
  ({ dossier } = played);
  room = `/dossiers/${dossier}/verwerken/${played.document}`;
  const api = await asks(server.url, 'secretaris');
  const view = await read<DossierView>(api, `/api/dossiers/${dossier}`);
  version = view.documents.find(({ id }) => id === played.document)?.versions.at(-1)?.id ?? '';
  await api.dispose();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(dataDir, { recursive: true, force: true });
});

const bench = async (persona = 'auteur') => {
  const api = await asks(server.url, persona);
  try {
    return await read<WorkbenchView>(api, `/api/versions/${version}/workbench`);
  } finally {
    await api.dispose();
  }
};
const numberOf = (page: Page) =>
  page
    .locator('#reactie-kop')
    .innerText()
    .then((text) => text.split(' ')[0] ?? '');
const decisionOf = (number: string): readonly [string, string] => {
  const { besluit } = sample.get(number) as Sample;
  const found = DECISIONS[besluit] ?? DECISIONS[besluit.split(' met ')[0] ?? ''];
  if (found === undefined) throw new Error(`${number} has an unknown decision: ${besluit}`);
  return found;
};
/** Presses Tab until the control with this label has the focus. */
async function tabTo(page: Page, label: string): Promise<void> {
  const isThere = () =>
    page.evaluate((sought) => {
      const at = document.activeElement;
      const own = at?.getAttribute('aria-label') ?? (at as HTMLInputElement | null)?.labels?.[0]?.textContent ?? '';
      return (own === '' ? (at?.textContent ?? '') : own).trim() === sought;
    }, label);
  for (let presses = 0; presses < 40; presses += 1) {
    if (await isThere()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${label}`);
}
const inSight = (page: Page, number: string) =>
  page.waitForFunction(
    (sought) => document.activeElement?.id === 'reactie-kop' && document.activeElement.textContent?.includes(sought),
    number,
  );
const LABELS: Readonly<Record<string, string>> = {
  accepted: 'Over',
  'partly-accepted': 'Ged',
  'not-accepted': 'Niet',
  answered: 'Bean',
  noted: 'Ter',
  'out-of-scope': 'Bui',
  deferred: 'Door',
};

/** Picks by typing, in whatever asks. */
async function pick(page: Page, typed: string): Promise<void> {
  await page.locator('quick-pick [role=option]').first().waitFor();
  await page.keyboard.insertText(typed);
  await page.keyboard.press('Enter');
  await page.locator('quick-pick dialog').waitFor({ state: 'detached' });
}

/** Writes the decision of the sample on the comment in sight, by key alone, and goes on to the next that is open. */
async function decide(page: Page, number: string): Promise<void> {
  const [key, kind] = decisionOf(number);
  const { motivering, duplicaatVan } = sample.get(number) as Sample;
  await page.keyboard.press(key);
  if (kind === 'merged') await pick(page, duplicaatVan);
  if (kind === 'accepted' || kind === 'partly-accepted') {
    await page.keyboard.press('p');
    if ((await page.locator('.evidence').count()) === 0) {
      // On the whole document: what is written for it bears it out.
      await page.keyboard.press('v');
      await page.locator('.draft-text:focus').waitFor();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(` (${number})`);
      await page.locator('.evidence').first().waitFor();
      await page.keyboard.press('Escape');
      await inSight(page, number);
    }
  }
  await page.keyboard.press('m');
  await page.keyboard.insertText(motivering);
  await page.keyboard.press('Control+Enter');
}

describe('the committee at its workbench', () => {
  let anna: Person;
  beforeAll(async () => {
    anna = await sit(browser, server.url, 'auteur', room);
    await anna.page.locator('.row').first().waitFor();
    await anna.page.locator('.draft-text').waitFor();
  });
  afterAll(() => anna?.context.close());

  test('divides the work over its authors in one act, and takes that back', async () => {
    const { page } = anna;
    await page.keyboard.press('Shift+A');
    await expect.poll(() => page.locator('.bulk-bar b').innerText()).toBe('43 gekozen');
    await page.keyboard.press('a');
    await pick(page, 'bram');
    await expect.poll(() => page.locator('.bulk-said').innerText()).toBe('43 reacties toegewezen.');
    expect((await bench()).comments.every(({ handling }) => handling.assignee?.name === 'Bram Osinga')).toBe(true);
    await page.keyboard.press('Escape');
    await page.keyboard.press('u');
    await expect.poll(() => page.locator('.bulk-said').innerText()).toBe('Dat is ongedaan gemaakt.');
    expect((await bench()).comments.every(({ handling }) => handling.assignee === null)).toBe(true);
  });

  test('says what it thinks of a reaction where no submitter reads it', async () => {
    const { page } = anna;
    await page.keyboard.press('o');
    await page.locator('#overleg:focus').waitFor();
    await page.keyboard.insertText('Kijk ook naar 1.4.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.message', { hasText: 'Kijk ook naar 1.4.' }).waitFor();
    const unread = async (persona: string) =>
      (await bench(persona)).comments.reduce((sum, { handling }) => sum + handling.unread, 0);
    expect([await unread('auteur'), await unread('voorzitter')]).toEqual([0, 1]);
    await page.keyboard.press('Escape');
  });

  test('walks the columns and the list with the keys that every list has', async () => {
    const { page } = anna;
    const at = () => page.evaluate(() => document.activeElement?.closest('.pane')?.className ?? '');
    const first = await numberOf(page);
    await page.keyboard.press('Shift+F6');
    expect(await at()).toContain('list-pane');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => numberOf(page)).not.toBe(first);
    await page.keyboard.press('Home');
    await expect.poll(() => numberOf(page)).toBe(first);
    expect(await at()).toContain('list-pane');
    // One stop for Tab, however long the list is: the line, its box before it, and then what comes after the list.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.clist'))).toBeNull();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await inSight(page, first);
    // As often as one asks for them.
    for (let time = 0; time < 2; time += 1) {
      await page.keyboard.press('?');
      await page.getByRole('heading', { name: 'Toetsen' }).waitFor();
      await page.keyboard.press('Escape');
    }
  });

  test('a decision that was sent too soon comes back with what was written for it', async () => {
    const { page } = anna;
    await page.keyboard.press('n');
    const number = await numberOf(page);
    await page.keyboard.press('4');
    await page.keyboard.press('m');
    await page.keyboard.insertText('Te vlug.');
    await page.keyboard.press('Control+Enter');
    await page.getByText(`Besluit op ${number} is voorgesteld.`).first().waitFor();
    expect(await numberOf(page)).not.toBe(number);
    await page.keyboard.press('u');
    await inSight(page, number);
    expect(await page.locator('#motivering').inputValue()).toBe('Te vlug.');
    await page.keyboard.press('m');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Escape');
    await inSight(page, number);
  });

  test('on a phone: the next reaction, a decision with its motivation, and three assigned at once and back', async () => {
    const hands = new Finger();
    for (const width of [390, 320]) {
      const context = await browser.newContext({
        ...hands.device,
        viewport: { width, height: 700 },
        locale: 'nl-NL',
        reducedMotion: 'reduce',
      });
      await signIn(context, server.url, 'auteur');
      const page = await context.newPage();
      await page.goto(server.url + room);
      await page.locator('#reactie-kop').waitFor();
      const first = await numberOf(page);
      await hands.activate(page.getByRole('button', { name: 'Volgende reactie' }));
      await expect.poll(() => numberOf(page)).not.toBe(first);
      const number = await numberOf(page);
      await hands.check(page.getByLabel('Beantwoord', { exact: true }));
      await hands.fill(page.getByLabel('Motivering'), 'Dat staat in 4.2.');
      await hands.activate(page.getByRole('button', { name: 'Voorstellen en verder' }));
      await expect.poll(() => numberOf(page)).not.toBe(number);
      expect(await page.locator('#reactie-kop').evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(700);
      await hands.activate(page.getByRole('button', { name: 'Maak ongedaan' }));
      await expect.poll(() => numberOf(page)).toBe(number);

      await hands.activate(page.getByRole('button', { name: 'Lijst tonen' }));
      for (const one of ['R02', 'R11', 'R12']) await hands.check(page.getByLabel(`${one} kiezen`));
      await hands.choose(page.locator('bulk-bar .assignee'), { label: 'Bram Osinga' });
      await page.getByText('3 reacties toegewezen.').waitFor();
      await hands.activate(page.getByRole('button', { name: 'Maak ongedaan' }));
      await page.getByText('Dat is ongedaan gemaakt.').waitFor();
      expect((await bench()).comments.filter(({ handling }) => handling.assignee !== null)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      await context.close();
    }
  });

  test('disposes of all 43 reactions by keyboard alone, three of them as one, and the chair confirms them at once', async () => {
    const { page } = anna;
    const seen: string[] = [];
    for (let open = 43; open > 0; open -= 1) {
      const number = await numberOf(page);
      if (seen.includes(number)) throw new Error(`${number} again, after ${seen.join(' ')}`);
      seen.push(number);
      if (TOGETHER.includes(number)) {
        await page.keyboard.press('b');
        await page.locator('bundle-box h3', { hasText: 'Bundel van 3' }).waitFor();
        for (const other of TOGETHER.filter((one) => one !== number)) {
          await tabTo(page, `Besluit op ${other}`);
          await page.keyboard.type(LABELS[decisionOf(other)[1]] ?? '');
          await page.keyboard.press('Enter');
          open -= 1;
        }
      }
      await decide(page, number);
      if (open > 1)
        await page.waitForFunction(
          (last) => !document.querySelector('#reactie-kop')?.textContent?.includes(last),
          number,
        );
    }
    await expect.poll(() => page.locator('.list-pane .num').first().innerText()).toBe('0 klaar, 43 voorstel, 0 open');
    const proposed = await bench();
    expect(proposed.progress).toMatchObject({ total: 43, open: 0 });
    expect(proposed.bundles).toHaveLength(1);

    const chair = await sit(browser, server.url, 'voorzitter', room);
    await chair.page.locator('.row').first().waitFor();
    await chair.page.keyboard.press('Shift+A');
    await chair.page.locator('.bulk-bar').waitFor();
    await chair.page.keyboard.press('c');
    await chair.page.getByRole('heading', { name: '43 besluiten bevestigen?' }).waitFor();
    await chair.page.keyboard.press('Enter');
    await expect.poll(() => chair.page.locator('.bulk-said').innerText()).toBe('Besluit bevestigd op 43 reacties.');
    await expect
      .poll(() => chair.page.locator('.list-pane .num').first().innerText())
      .toBe('43 klaar, 0 voorstel, 0 open');

    // For the meeting: all of it on paper, with what the list is narrowed down to.
    await chair.page.keyboard.press('/');
    await chair.page.keyboard.insertText('paspoort');
    await chair.page.evaluate(() => void dispatchEvent(new Event('beforeprint')));
    const paper = await chair.page.locator('.reaction-sheet').textContent();
    expect(paper?.replaceAll(/\s+/g, ' ')).toMatch(/1 van 43 reacties\. Alleen: met ‘paspoort’\. .*R12.*Bevestigd op/);
    await chair.page.evaluate(() => void dispatchEvent(new Event('afterprint')));

    const { comments, progress } = await bench();
    expect(progress).toEqual({ total: 43, open: 0, proposed: 0, confirmed: 43 });
    const kinds = Object.fromEntries(comments.map(({ number, standing }) => [number, standing?.kind]));
    expect(kinds).toEqual(Object.fromEntries([...sample.keys()].map((number) => [number, decisionOf(number)[1]])));
    expect([...anna.complaints, ...chair.complaints]).toEqual([]);
    await chair.context.close();
  });

  test('a submitter reads the decision and nothing of how it came about', async () => {
    const api = await asks(server.url, 'opleider');
    const text = await (await api.get(`/api/versions/${version}`)).text();
    expect(text.includes('Eén dag voor iedereen')).toBe(true);
    expect(text.includes('Kijk ook naar 1.4.')).toBe(false);
    expect((await api.get(`/api/versions/${version}/workbench`)).status()).toBe(403);
    await api.dispose();
  });
});
