import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { dossiersByPhase, mainDocument } from '../support/demo.ts';
import { openHouse } from '../support/house.ts';
import { sit } from '../support/people.ts';
import { writeLong } from './long-draft.ts';
import { costsOf } from './script-time.ts';

/**
 * How long the page's script is busy per key in a document of forty pages, alone and while a colleague writes. With a
 * directory, a profile of the processor is kept there for each kind of key.
 */
export async function benchTyping(profiles?: string): Promise<void> {
  const [house, browser] = await Promise.all([openHouse(), launchBrowser()]);
  try {
    const drafting = (await dossiersByPhase(house.url))('drafting');
    const document = mainDocument(drafting);
    const colleague = await writeLong(house.url, document.draft ?? '');
    const anna = await sit(browser, house.url, 'auteur', `/dossiers/${drafting.id}/schrijven/${document.id}`);
    const { page } = anna;
    await page.getByText('Opgeslagen').first().waitFor();
    const counted = await page.evaluate(() => {
      const blocks = [...globalThis.document.querySelectorAll('[role=textbox] .block')];
      return {
        blocks: blocks.length,
        words: blocks
          .map((one) => one.textContent ?? '')
          .join(' ')
          .split(/\s+/).length,
      };
    });
    console.log(`${counted.words} words in ${counted.blocks} paragraphs, headings and items\n`);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Profiler.enable');
    await standIn(page, PARAGRAPH);
    for (let warm = 0; warm < 10; warm += 1) await settled(page, key('x'));
    const rows: Record<string, Figures> = {};
    for (const together of [false, true]) {
      const stop = together ? colleague.write() : () => {};
      for (const [name, kind] of Object.entries(KINDS)) {
        const row = together ? `${name}, while a colleague types` : name;
        rows[row] = await measured(browser, page, cdp, kind, profiles && join(profiles, `${row}.cpuprofile`));
      }
      stop();
    }
    console.table(rows);
    console.log('milliseconds of script per key, all tasks it sets off together; a frame is 16.7');
    colleague.leave();
  } finally {
    await browser.close();
    await house.close();
  }
}

/** One kind of key: where the caret is to stand, what else is typed before each, and the key itself. */
interface Kind {
  readonly count: number;
  /** What the caret stands in; where it was left when not given. */
  readonly place?: string;
  readonly before?: (page: Page) => Promise<void>;
  readonly press: (page: Page, index: number) => Promise<void>;
}

const PARAGRAPH = '[role=textbox] > .block[data-role=paragraph]';
const key = (name: string) => (page: Page) => page.keyboard.press(name);

/** Two paragraphs as somebody writes them: a new line is Enter, `<` is a letter taken back. */
const WRITTEN =
  'De opleiding duurt ten minste acht ur<ur, zonder pauzes. De opleider legt vast wie er was.\n' +
  'Bij praktijk staat er een tweedee< docent bij, die de deelnemers ziet.\n';
const NAMES: Readonly<Record<string, string>> = { ' ': 'Space', '\n': 'Enter', '<': 'Backspace' };

const KINDS: Readonly<Record<string, Kind>> = {
  'a text, as one writes it': {
    count: WRITTEN.length,
    place: PARAGRAPH,
    press: async (page, index) => {
      const sign = WRITTEN[index] ?? '';
      await page.keyboard.press(NAMES[sign] ?? sign);
    },
  },
  'a letter': {
    count: 120,
    place: PARAGRAPH,
    press: async (page, index) => {
      const letter = 'de opleiding duurt acht uur '[index % 28] ?? '';
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    },
  },
  Enter: { count: 30, press: key('Enter') },
  'Backspace over a paragraph': { count: 30, press: key('Backspace') },
  'Enter in a list': {
    count: 30,
    place: '[role=textbox] > .block[data-role=item]',
    // An item without words would end the list.
    before: (page) => settled(page, key('x')),
    press: key('Enter'),
  },
  'Tab in a table': { count: 30, place: '[role=textbox] td .block', press: key('Tab') },
  'a pasted paragraph': {
    count: 30,
    place: PARAGRAPH,
    press: (page) =>
      page.evaluate(() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/html', '<p>De deelnemer werkt veilig.</p><p>De docent ziet daarop <b>toe</b>.</p>');
        const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        globalThis.document.activeElement?.dispatchEvent(paste);
      }),
  },
  'undo of that': { count: 30, press: key('Control+z') },
};

interface Figures {
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
  /** What the browser needs beside the script to work out styles and places. */
  readonly 'layout p95': number;
}

async function measured(browser: Browser, page: Page, cdp: CDPSession, kind: Kind, profile?: string): Promise<Figures> {
  const { count, place, before, press } = kind;
  if (place !== undefined) await standIn(page, place);
  if (profile) await cdp.send('Profiler.start');
  const costs = await costsOf(browser, page, count, {
    before: async () => before?.(page),
    act: (index) => settled(page, () => press(page, index)),
  });
  if (profile) await writeFile(profile, JSON.stringify((await cdp.send('Profiler.stop')).profile));
  const script = costs.map((one) => one.script);
  return {
    p50: share(script, 0.5),
    p95: share(script, 0.95),
    most: share(script, 1),
    'layout p95': share(
      costs.map((one) => one.layout),
      0.95,
    ),
  };
}

/** What so large a share of these stays under, in tenths. */
function share(all: readonly number[], part: number): number {
  const sorted = all.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(part * (sorted.length - 1))] ?? 0) * 10) / 10;
}

/** What a key sets off is over when two frames were drawn and the page has nothing left to do. */
async function settled(page: Page, act: (page: Page) => Promise<void>): Promise<void> {
  await act(page);
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(done)))),
  );
}

/** Puts the caret behind the words of what is halfway among those that the selector names. */
async function standIn(page: Page, selector: string): Promise<void> {
  const all = page.locator(selector);
  const middle = all.nth(Math.floor((await all.count()) / 2));
  await middle.scrollIntoViewIfNeeded();
  await middle.click();
  await page.keyboard.press('End');
}
