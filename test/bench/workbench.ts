import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DossierView, WorkbenchView } from '@draagvlak/contract/client';
import { parseConfig } from '@draagvlak/server/config';
import { makeStory } from '@draagvlak/server/demo';
import { startServer } from '@draagvlak/server/start';
import type { CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { crowd } from '../support/crowd.ts';
import { asks, read } from '../support/demo.ts';
import { sit } from '../support/people.ts';

/** From a key to the frame that shows what it did, on the workbench with five hundred reactions in one document. */

const REACTIONS = 500;
const FEW = 12;
const MANY = 30;

export async function benchWorkbench(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'draagvlak-bench-'));
  const config = parseConfig({ ...process.env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' });
  const { dossier, document } = await makeStory(config, new Date(), 'processing');
  const [server, browser] = await Promise.all([startServer(config), launchBrowser()]);
  try {
    const api = await asks(server.url, 'secretaris');
    const view = await read<DossierView>(api, `/api/dossiers/${dossier}`);
    const version = view.documents.find(({ id }) => id === document)?.versions.at(-1)?.id ?? '';
    await crowd(server.services, view, version, REACTIONS);
    const room = `/dossiers/${dossier}/verwerken/${document}`;
    const anna = await sit(browser, server.url, 'auteur', '/');
    const { page } = anna;
    await page.addInitScript({ content: WATCH });
    const rows: Record<string, Figures> = {};
    rows['open the room: the list'] = await repeat(5, async () => {
      await page.goto(server.url + room);
      await page.locator('.clist .row').first().waitFor();
      return { took: (await page.evaluate('performance.now()')) as number, worked: await worked(page) };
    });
    await page.locator('.draft-text').waitFor();
    await page.waitForLoadState('load');
    const press = (key: string, condition = 'true') => act(page, () => page.keyboard.press(key), condition);
    const listed = (count: string) => `document.querySelector('.pick-all')?.textContent.includes('(${count})')`;

    await press('j');
    rows['next'] = await repeat(MANY, () => press('j'));
    rows['previous'] = await repeat(MANY, () => press('k'));
    rows['mark one'] = await repeat(MANY, () => press('x'));
    rows['extend the choice'] = await repeat(FEW, () => press('Shift+J'));
    await press('Escape');
    rows['choose all'] = await alternate(
      FEW,
      () => press('Shift+A'),
      () => press('Escape'),
    );
    rows['choose none'] = await alternate(
      FEW,
      () => press('Escape'),
      () => press('Shift+A'),
    );
    rows['a letter of the search'] = await letters(page, MANY);
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    rows['the search emptied'] = await alternate(
      FEW,
      () => press('Escape', listed(String(REACTIONS))),
      async () => {
        await page.keyboard.press('/');
        await page.keyboard.insertText('punt 99');
        await page.waitForFunction(() => globalThis.document.querySelectorAll('.clist .row').length < 100);
      },
    );
    await page.locator('#volgorde-x, [aria-label="Volgorde"]').focus();
    rows['the other order'] = await alternate(
      FEW,
      () => press('ArrowDown'),
      () => press('ArrowUp'),
    );
    rows['back to the order of the text'] = await alternate(
      FEW,
      () => press('ArrowUp'),
      () => press('ArrowDown'),
    );
    await page.locator('#reactie-kop').click();
    rows['choose a decision'] = await repeat(FEW, (index) => press(index % 2 === 0 ? '4' : '5'));
    rows['a letter of the motivation'] = await (async () => {
      await page.keyboard.press('m');
      const figures = await repeat(MANY, () => press('a'));
      await page.keyboard.press('Escape');
      return figures;
    })();
    const dispose = async (shown: (number: string) => string) => {
      await page.keyboard.press('n');
      await page.keyboard.press('4');
      await page.keyboard.press('m');
      await page.keyboard.insertText('Dat staat al in de tekst.');
      const number = (await page.locator('#reactie-kop').innerText()).trim().split(' ')[0] ?? '';
      return press('Control+Enter', shown(number));
    };
    const moved = (number: string) => `!document.querySelector('#reactie-kop').textContent.includes('${number}')`;
    rows['dispose, until the next is in sight'] = await repeat(FEW, () => dispose(moved));
    rows['dispose, until the server has it'] = await repeat(FEW, () => dispose((number) => says(number, 'voorstel')));
    await page.keyboard.press('Escape');
    rows['take that back, until it is in sight again'] = await repeat(FEW, async () => {
      await dispose((number) => says(number, 'voorstel'));
      await page.keyboard.press('Escape');
      const number = (await page.locator('#reactie-kop').innerText()).trim().split(' ')[0] ?? '';
      return press('u', moved(number));
    });
    const bram = await asks(server.url, 'tweede-auteur');
    rows['a colleague takes one, until it shows'] = await repeat(FEW, async (index) => {
      const { comments, authors } = await read<WorkbenchView>(bram, `/api/versions/${version}/workbench`);
      const { id: comment } = comments[index] as WorkbenchView['comments'][number];
      const commands = [{ type: 'assign-comment', comment, person: authors[0]?.person ?? null }];
      const before = `document.querySelectorAll('.clist .initials').length > ${index}`;
      return act(page, () => bram.post(`/api/dossiers/${dossier}/bulk`, { data: { commands } }), before, true);
    });
    await bram.dispose();
    rows['assign all 500, until the answer is there'] = await repeat(4, async () => {
      await page.keyboard.press('Shift+A');
      await page.keyboard.press('a');
      await page.locator('quick-pick [role=option]').first().waitFor();
      await page.keyboard.press('ArrowDown');
      const said = `[...document.querySelectorAll('.bulk-said')].some((one) => one.textContent.includes('${REACTIONS}'))`;
      const cost = await press('Enter', said);
      await press('u', `!(${said})`);
      await page.keyboard.press('Escape');
      return cost;
    });
    console.table(rows);
    console.log('milliseconds from the key to the frame; a frame is 16.7');
    if (anna.complaints.length > 0) console.log(anna.complaints);
  } finally {
    await browser.close();
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Figures {
  readonly p50: number;
  readonly p95: number;
  readonly 'work, p50': number;
  readonly 'work, p95': number;
}

function figures(costs: readonly Cost[]): Figures {
  const at = (share: number, of: (cost: Cost) => number) => {
    const sorted = costs.map((cost) => of(cost)).toSorted((one, other) => one - other);
    return Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  };
  return {
    p50: at(0.5, ({ took }) => took),
    p95: at(0.95, ({ took }) => took),
    'work, p50': at(0.5, ({ worked: own }) => own),
    'work, p95': at(0.95, ({ worked: own }) => own),
  };
}

async function repeat(count: number, one: (index: number) => Promise<Cost>): Promise<Figures> {
  const times: Cost[] = [];
  for (let index = 0; index < count; index += 1) times.push(await one(index));
  return figures(times);
}

/** Measures the one act; the other brings back where it begins. */
async function alternate(count: number, one: () => Promise<Cost>, back: () => Promise<unknown>): Promise<Figures> {
  const times: Cost[] = [];
  for (let index = 0; index < count; index += 1) {
    await back();
    times.push(await one());
  }
  return figures(times);
}

async function letters(page: Page, count: number): Promise<Figures> {
  const times: Cost[] = [];
  const word = 'punt 123';
  while (times.length < count) {
    await page.keyboard.press('/');
    for (const letter of word)
      times.push(await act(page, () => page.keyboard.press(letter === ' ' ? 'Space' : letter), 'true'));
    await act(page, () => page.keyboard.press('Escape'), 'true');
  }
  return figures(times);
}

const says = (number: string, state: string) =>
  `[...document.querySelectorAll('.clist .row')].some((row) => row.querySelector('.nr')?.textContent === '${number}' && row.querySelector('.st .tiny')?.textContent === '${state}')`;

/** Runs in the page: from a key on it looks, frame by frame, whether what was asked for is in sight. */
const WATCH = `globalThis.watchFrom = (timeStamp) => {
  const wanted = globalThis.wanted;
  globalThis.wanted = null;
  if (!wanted) return;
  const look = () => requestAnimationFrame(() => {
    if (!wanted()) return look();
    // A message is handled after the frame was painted.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (globalThis.took = performance.now() - timeStamp);
    port2.postMessage(null);
  });
  look();
};
addEventListener('keydown', ({ timeStamp }) => globalThis.watchFrom(timeStamp), { capture: true });`;

interface Cost {
  /** From the key to the frame. */
  readonly took: number;
  /** That the page's own thread worked, whatever else the machine did. */
  readonly worked: number;
}

/** Does something, by key or `atOnce`, and waits for a painted frame in which the condition holds. */
async function act(page: Page, press: () => Promise<unknown>, condition: string, atOnce = false): Promise<Cost> {
  const before = await worked(page);
  await page.evaluate(`{ globalThis.took = null; globalThis.wanted = () => ${condition}; }`);
  if (atOnce) await page.evaluate('globalThis.watchFrom(performance.now())');
  await press();
  const took = await (
    await page.waitForFunction(() => (globalThis as unknown as { took: number | null }).took)
  ).jsonValue();
  return { took: took as number, worked: (await worked(page)) - before };
}

async function worked(page: Page): Promise<number> {
  const cdp = sessions.get(page) ?? (await page.context().newCDPSession(page));
  if (!sessions.has(page)) await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  sessions.set(page, cdp);
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
}
const sessions = new Map<Page, CDPSession>();
