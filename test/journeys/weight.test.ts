import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseConfig } from '@draagvlak/server/config';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { dossiersByPhase, mainDocument } from '../support/demo.ts';
import { type House, openHouse } from '../support/house.ts';
import { signIn } from '../support/people.ts';

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
}

const { clientDir } = parseConfig({ ...process.env });
const manifest = JSON.parse(readFileSync(join(clientDir, '.vite/manifest.json'), 'utf8')) as Readonly<
  Record<string, Chunk>
>;

/** Bytes of a script as it travels. */
const weightOfFile = (file: string): number => gzipSync(readFileSync(join(clientDir, file)), { level: 9 }).length;
const sum = (files: Iterable<string>): number => [...files].reduce((total, file) => total + weightOfFile(file), 0);

/** Bytes of script, as they travel, that a page fetches before it works: its entries and all they import at once. */
function weightOf(...entries: readonly string[]): number {
  const files = new Set<string>();
  const add = (name: string): void => {
    const chunk = manifest[name];
    if (chunk === undefined) throw new Error(`the build has no ${name}`);
    if (files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const other of chunk.imports ?? []) add(other);
  };
  for (const entry of entries) add(entry);
  return sum([...files].filter((file) => file.endsWith('.js')));
}

/** Files of script that import each other in a circle: which of them runs first then depends on the page one enters by. */
function circles(): readonly string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const walk = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) found.push([...path.slice(path.indexOf(name)), name].join(' > '));
    if (done.has(name) || path.includes(name)) return;
    for (const other of manifest[name]?.imports ?? []) walk(other, [...path, name]);
    done.add(name);
  };
  for (const name of Object.keys(manifest)) walk(name, []);
  return found;
}

const WRITING = 130_000;

/** What is fetched when one comes to a page must stay light on a train; what opens later may come later. */
describe('the weight of a page, in script as it travels', () => {
  it('reading: 30 kB', () => {
    expect(weightOf('src/reading/main.ts')).toBeLessThan(30_000);
  });

  it('writing, until one can type: 130 kB', () => {
    expect(weightOf('index.html', 'src/writing/writing-room.ts')).toBeLessThan(WRITING);
  });

  it('no file waits for one that waits for it', () => {
    expect(circles()).toEqual([]);
  });
});

/** Types one letter at the very moment the text can be written in, and remembers when the editor had taken it. */
const typeAtOnce = (): void => {
  type Editor = HTMLElement & { readonly view: { readonly state: { readonly doc: { readonly textContent: string } } } };
  const look = (): void => {
    const editor = document.querySelector<Editor>('draft-editor');
    if (editor?.view.state.doc.textContent.includes('ℓ')) Object.assign(globalThis, { letterAt: performance.now() });
    else setTimeout(look);
  };
  const observer = new MutationObserver(() => {
    const sheet = document.querySelector<HTMLElement>('.draft-text[contenteditable=true]');
    const words = sheet?.querySelector('.block[data-role=paragraph]');
    if (!sheet || !words?.checkVisibility()) return;
    observer.disconnect();
    sheet.focus();
    document.getSelection()?.collapse(words, 0);
    document.execCommand('insertText', false, 'ℓ');
    // The editor reads what happened to the page right after this.
    void Promise.resolve().then(look);
  });
  observer.observe(document, { subtree: true, childList: true, attributes: true });
};

describe('the weight of the writing room in a browser', () => {
  let browser: Browser;
  let house: House;
  let page: Page;
  let path: string;

  beforeAll(async () => {
    [browser, house] = await Promise.all([launchBrowser(), openHouse()]);
    const context = await browser.newContext();
    await signIn(context, house.url, 'auteur');
    const drafting = (await dossiersByPhase(house.url))('drafting');
    path = `${house.url}/dossiers/${drafting.id}/schrijven/${mainDocument(drafting).id}`;
    page = await context.newPage();
    await page.addInitScript(typeAtOnce);
    await page.goto(path);
    await page.getByRole('toolbar').waitFor();
    await page.getByText('Opgeslagen om').waitFor();
    await page.waitForLoadState('networkidle');
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('asks for 130 kB at most before the first letter is taken', async () => {
    const { letterAt, scripts } = await page.evaluate(() => ({
      letterAt: (globalThis as { letterAt?: number }).letterAt ?? NaN,
      scripts: performance
        .getEntriesByType('resource')
        .map(({ name, startTime }) => ({ file: new URL(name).pathname.slice(1), startTime }))
        .filter(({ file }) => file.endsWith('.js')),
    }));
    const before = new Set(scripts.filter(({ startTime }) => startTime <= letterAt).map(({ file }) => file));
    const all = new Set(scripts.map(({ file }) => file));
    console.log(`Writing: ${sum(before)} bytes of script before the first letter, ${sum(all)} in the end`);
    expect(letterAt).toBeGreaterThan(0);
    expect(before.size).toBeGreaterThan(3);
    expect(all.size).toBeGreaterThan(before.size);
    expect(sum(before)).toBeLessThan(WRITING);
  });

  it('lets a key that needs what is still on its way wait for it, and what is typed behind it too', async () => {
    const slow = await page.context().newPage();
    let arrive = (): void => {};
    const line = new Promise<void>((resolve) => (arrive = resolve));
    await slow.route(/\/assets\/rest-/u, async (route) => {
      await line;
      await route.continue();
    });
    await page.close();
    await slow.goto(path);
    const texts = () => slow.locator('.draft-text > .block').allTextContents();
    await slow.locator('.draft-text > .block[data-role=heading]').nth(1).click();
    await slow.keyboard.press('End');
    await slow.keyboard.type(' Eerst');
    await expect.poll(async () => (await texts()).filter((text) => text.endsWith(' Eerst'))).toHaveLength(1);
    const before = await texts();
    const behind = before.findIndex((text) => text.endsWith(' Eerst')) + 1;
    await slow.keyboard.press('Enter');
    await slow.keyboard.type('Dan dit.');
    expect(await texts()).toEqual(before);
    arrive();
    await expect.poll(texts).toEqual(before.toSpliced(behind, 0, 'Dan dit.'));
    await slow.close();
  });
});
