import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Guest, openTestDossier, openTestServer, type TestDossier } from '@draagvlak/server/testing';
import { toConsultation } from '@draagvlak/server/testing-story';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.ts';
import { fillWithReactions } from './reactions.ts';

/** A text with five hundred reactions: how soon it is there, and how soon every act on it is on the screen. */

const COMMENTS = 500;
const ASKED = 30;
/** The built client, where it is not the one in its own place. */
const CLIENT: Readonly<Record<string, string>> =
  process.env['CLIENT_DIR'] === undefined ? {} : { CLIENT_DIR: process.env['CLIENT_DIR'] };

export async function benchReading(): Promise<void> {
  const browser = await launchBrowser();
  try {
    await oneStory(browser, `${COMMENTS} reactions of one person, who reads them`, (dossier) => ({
      reader: dossier.trainer,
      adds: true,
      by: () => dossier.trainer.id,
    }));
    await oneStory(browser, `${COMMENTS} reactions of four people, read by the secretary`, (dossier) => {
      const people = [dossier.trainer, dossier.centre, dossier.participant, dossier.secretary];
      // The secretary registers what others sent, which asks for more than a text; adding is measured above.
      return { reader: dossier.secretary, adds: false, by: (number) => (people[number % people.length] as Guest).id };
    });
  } finally {
    await browser.close();
  }
}

async function oneStory(
  browser: Browser,
  title: string,
  cast: (dossier: TestDossier) => {
    readonly reader: Guest;
    readonly adds: boolean;
    readonly by: (number: number) => string;
  },
): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'draagvlak-bench-'));
  const server = await openTestServer({ DATA_DIR: dataDir, ...CLIENT }, { listen: true });
  try {
    const dossier = await openTestDossier(server);
    const { version, round } = await toConsultation(server, dossier);
    const { reader, adds, by } = cast(dossier);
    await fillWithReactions(server.services, dossier, version, round, {
      count: COMMENTS,
      by,
      answered: false,
      passages: true,
    });
    console.log(`\n${title}`);
    const cookie = await reader.cookie();
    await asked('the page', `${server.url}/lezen/${version}`, cookie);
    await asked('its reactions', `${server.url}/api/versions/${version}`, cookie);
    const context = await browser.newContext({
      locale: 'nl-NL',
      viewport: { width: 1440, height: 1000 },
      reducedMotion: 'reduce',
    });
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: server.url }]);
    const page = await context.newPage();
    await visit(page, `${server.url}/lezen/${version}`);
    await acts(page, adds);
    await context.close();
  } finally {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const at = (times: readonly number[], share: number): string => {
  const sorted = times.toSorted((one, other) => one - other);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
};

async function asked(what: string, url: string, cookie: string): Promise<void> {
  const firsts: number[] = [];
  const lasts: number[] = [];
  let bytes = new Uint8Array();
  let coding = '';
  for (let run = 0; run < ASKED; run += 1) {
    const start = performance.now();
    const answer = await fetch(url, { headers: { cookie, 'accept-encoding': 'gzip' } });
    firsts.push(performance.now() - start);
    coding = answer.headers.get('content-encoding') ?? 'as it is';
    bytes = new Uint8Array(await answer.arrayBuffer());
    lasts.push(performance.now() - start);
  }
  const size = (count: number) => `${(count / 1000).toFixed(0)} kB`;
  console.log(
    `  ${what}: first byte ${at(firsts, 0.5)} ms (p95 ${at(firsts, 0.95)}), all ${at(lasts, 0.5)} ms (p95 ${at(lasts, 0.95)}); ` +
      `${size(bytes.length)}, ${size(gzipSync(bytes).length)} as gzip, sent ${coding}`,
  );
}

/** Loads it some times; a page is ready when its reactions stand beside the text. */
async function visit(page: Page, url: string): Promise<void> {
  const painted: number[] = [];
  const ready: number[] = [];
  const busy: number[] = [];
  await page.addInitScript(() => {
    const look = new MutationObserver(() => {
      if (document.querySelector('.comment-list .comment') === null) return;
      look.disconnect();
      requestAnimationFrame(() =>
        setTimeout(() => (document.documentElement.dataset['shown'] = String(performance.now()))),
      );
    });
    look.observe(document, { childList: true, subtree: true });
  });
  for (let run = 0; run < 7; run += 1) {
    await page.goto('about:blank');
    await page.goto(url);
    await page.locator('html[data-shown]').waitFor();
    const figures = await page.evaluate(async () => {
      const first = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0;
      const mark = Number(document.documentElement.dataset['shown']);
      const long = await new Promise<number>((done) => {
        let longest = 0;
        new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
        }).observe({ type: 'longtask', buffered: true });
        setTimeout(() => done(longest), 200);
      });
      return { first, mark, long };
    });
    // The first visit fills the caches of both sides.
    if (run === 0) continue;
    painted.push(figures.first);
    ready.push(figures.mark);
    busy.push(figures.long);
  }
  console.log(
    `  in the browser: first paint ${at(painted, 0.5)} ms, reactions beside the text ${at(ready, 0.5)} ms, ` +
      `longest piece of work ${at(busy, 0.5)} ms`,
  );
}

/** From the act until the frame that shows it. */
async function acts(page: Page, adds: boolean): Promise<void> {
  const figures: Record<string, { readonly median: string; readonly p95: string }> = {};
  const measure = async (name: string, act: () => Promise<number>, runs = 10) => {
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) times.push(await act());
    figures[name] = { median: at(times, 0.5), p95: at(times, 0.95) };
  };
  const click = (selector: string, nth = 0) =>
    page.evaluate(
      async ([where, index]) => {
        const found = document.querySelectorAll<HTMLElement>(where as string)[index as number];
        if (!found) throw new Error(`nothing is ${where}`);
        const start = performance.now();
        found.click();
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - start;
      },
      [selector, nth] as const,
    );
  const key = (name: string) =>
    page.evaluate(async (which) => {
      const start = performance.now();
      (document.activeElement ?? document.body).dispatchEvent(
        new KeyboardEvent('keydown', { key: which, bubbles: true, cancelable: true }),
      );
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return performance.now() - start;
    }, name);
  let turn = 0;
  if ((await page.locator('.segmented button').count()) > 0)
    await measure('own or all', () => click('.segmented button', (turn += 1) % 2));
  await measure('opening those of a place', () => click('.mark-count', (turn += 3) % 60));
  await measure('to the passage of a reaction', () => click('.comment .quote a', (turn += 7) % 100));
  await measure('the next part by key', () => key('j'));
  await measure('the form, by key', async () => {
    const time = await key('r');
    await page.evaluate(() => document.querySelector<HTMLElement>('.read-side .close-sheet')?.click());
    return time;
  });
  if (adds)
    await measure(
      'adding one, to the word that it is there',
      async () => {
        await key('j');
        await key('r');
        await page.locator('#reactie-tekst').fill('Dit moet anders.');
        return page.evaluate(async () => {
          const form = document.querySelector<HTMLFormElement>('.read-side form');
          if (!form) throw new Error('no form');
          document.querySelector('.toast')?.remove();
          const start = performance.now();
          form.requestSubmit();
          await new Promise<void>((done) => {
            const place = document.querySelector('.toast-place') as Element;
            const look = new MutationObserver(() => {
              if (place.querySelector('.toast')) done();
            });
            look.observe(place, { childList: true });
          });
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          return performance.now() - start;
        });
      },
      5,
    );
  console.table(figures);
}
