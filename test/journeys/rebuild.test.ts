import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare } from '@draagvlak/compare';
import type { ComparisonView, DossierView } from '@draagvlak/contract/client';
import type { DocumentJson } from '@draagvlak/document';
import { parseConfig } from '@draagvlak/server/config';
import { makeStory } from '@draagvlak/server/demo';
import { startServer } from '@draagvlak/server/start';
import { doTasks, secondConceptTasks, type Task } from '@draagvlak/server/testing-rebuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.ts';
import { Author } from '../support/author.ts';
import { launchBrowser } from '../support/browser.ts';
import { asks, read } from '../support/demo.ts';
import { type Person, sit } from '../support/people.ts';
import { see, type Sight } from '../support/sight.ts';

const WHO = { auteur: 'Anna Vermeer', 'tweede-auteur': 'Bram Osinga' } as const;
const today = new Date();
const tasks = secondConceptTasks(today);

const titles = (blocks: Sight['blocks']) => blocks.flatMap(({ role, text }) => (role === 'heading' ? [text] : []));
/** One does not write in what a colleague carries to another place: first the move, then the words. */
const AGREED: readonly (readonly [words: string, when: (blocks: Sight['blocks']) => boolean])[] = [
  [
    'giftige gassen',
    (blocks) =>
      titles(blocks).indexOf('Veiligheid tijdens de opleiding') < titles(blocks).indexOf('Faciliteiten en middelen'),
  ],
  ['tien stoffen, op papier', (blocks) => titles(blocks).includes('Praktijklocatie')],
];

let browser: Browser;
let dataDir: string;
let server: Awaited<ReturnType<typeof startServer>>;
let path: string;
/** The same work done by the server on a copy, as the demo does it: what two people must come to as well. */
let wanted: ComparisonView;
let document: string;
let version: string;

const configOf = (dir: string, port = '0') =>
  parseConfig({ ...process.env, PORT: port, DATA_DIR: dir, LOG_LEVEL: 'error' });

/** What changed from the first concept to the draft, and who did what for which reaction. */
async function comparison(base: string): Promise<ComparisonView> {
  const api = await asks(base, 'voorzitter');
  try {
    return await read<ComparisonView>(api, `/api/comparisons?before=${version}&after=draft&document=${document}`);
  } finally {
    await api.dispose();
  }
}

/** A text without the names that the product gives its parts. */
const unnamed = (text: DocumentJson): unknown =>
  JSON.parse(JSON.stringify(text, (key, value: unknown) => (key === 'id' || key === 'column' ? undefined : value)));

/** Each change in words, with who made it and for which reactions. */
function explained({ comparison: { changes }, attributions, people, comments }: ComparisonView): string[] {
  const numbers = new Map(comments.map(({ id, number }) => [id, number]));
  const by = new Map(attributions.map((one) => [one.key, one]));
  return changes.map(({ key, kind, unit, before, after, pieces }) => {
    const one = by.get(key);
    const who = (one?.people ?? []).map((id) => people[id]?.name ?? '').toSorted();
    const why = (one?.comments ?? []).map((id) => numbers.get(id) ?? '').toSorted();
    const words = pieces.flatMap((piece) => (piece.kind === 'kept' ? [] : [`${piece.kind} "${piece.text.trim()}"`]));
    const where = `${before?.label ?? '-'} > ${after?.label ?? '-'}`;
    const part = one?.mixed === true ? ' and for none' : '';
    return `${kind} ${unit} ${where}: ${words.join(', ')} by ${who.join(', ')} for ${why.join(', ') || 'none'}${part}`;
  });
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'draagvlak-'));
  const [own, copy] = [join(dataDir, 'own'), join(dataDir, 'copy')];
  const played = await makeStory(configOf(own), today, 'processing');
  await cp(own, copy, { recursive: true });
  await doTasks(configOf(copy), played.draft, tasks, played.comments);
  server = await startServer(configOf(own));
  browser = await launchBrowser();
  ({ document } = played);
  path = `/dossiers/${played.dossier}/verwerken/${document}`;
  const api = await asks(server.url, 'secretaris');
  const view = await read<DossierView>(api, `/api/dossiers/${played.dossier}`);
  version = view.documents.find(({ id }) => id === document)?.versions.at(-1)?.id ?? '';
  await api.dispose();
  const other = await startServer(configOf(copy));
  wanted = await comparison(other.url);
  await other.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(dataDir, { recursive: true, force: true });
});

describe('two authors with a keyboard each', () => {
  let anna: Person;
  let bram: Person;
  const saved = (page: Person['page']) => page.getByText('Opgeslagen').first().waitFor();

  beforeAll(async () => {
    [anna, bram] = await Promise.all([
      sit(browser, server.url, 'auteur', path),
      sit(browser, server.url, 'tweede-auteur', path),
    ]);
    for (const { page } of [anna, bram]) {
      await page.locator('.row').first().waitFor();
      await page.locator('.draft-text .block').first().waitFor();
      await page.locator('.toolbar').waitFor();
      await page.keyboard.press('e');
      await page.locator('.draft-text:focus').waitFor();
    }
  });
  afterAll(() => Promise.all([anna?.context.close(), bram?.context.close()]));

  it('are asked where to go and for which reaction, in a way that everybody can use', async () => {
    const { keyboard } = anna.page;
    for (const key of ['Control+g', 'Control+Alt+r']) {
      await keyboard.press(key);
      await anna.page.locator('#refer-what:focus').waitFor();
      expect(await violations(anna.page, 'quick-pick dialog')).toEqual([]);
      await keyboard.press('Escape');
      await anna.page.locator('.draft-text:focus').waitFor();
    }
  });

  it('make the second concept of the first together, at the same time', { timeout: 300_000 }, async () => {
    const work = async (author: Author, own: readonly Task[]) => {
      for (const { comment, edits } of own) {
        await author.workFor(comment);
        for (const edit of edits) {
          const agreed = AGREED.find(([words]) => JSON.stringify(edit).includes(words));
          if (agreed !== undefined) await author.waitFor(agreed[1]);
          await author.do(edit);
        }
      }
    };
    const authors = { auteur: new Author(anna.page), 'tweede-auteur': new Author(bram.page) };
    const done = await Promise.allSettled(
      (['auteur', 'tweede-auteur'] as const).map(async (key) => {
        await work(
          authors[key],
          tasks.filter(({ author }) => author === key),
        );
      }),
    );
    // One sitting: at 200 keys a minute, and 8 seconds to find each place or reaction.
    for (const { effort } of Object.values(authors)) {
      expect(effort.keys / 200 + (effort.places * 8) / 60).toBeLessThan(40);
    }
    expect(done.filter(({ status }) => status === 'rejected')).toEqual([]);
    await Promise.all([saved(anna.page), saved(bram.page)]);
    const { afterDocument } = await comparison(server.url);
    expect(compare(wanted.afterDocument, afterDocument).changes).toEqual([]);
    expect(unnamed(afterDocument)).toEqual(unnamed(wanted.afterDocument));
  });

  it('every change is explained by the reaction it was made for, and by who made it', async () => {
    const made = await comparison(server.url);
    expect(explained(made)).toEqual(explained(wanted));
    const names = new Set(Object.values(made.people).map(({ name }) => name));
    for (const name of Object.values(WHO)) expect(names).toContain(name);
  });

  it('both screens show the same, and still do when the server was away', async () => {
    const [before, other] = await Promise.all([see(anna.page), see(bram.page)]);
    expect(before.blocks).toEqual(other.blocks);
    const port = new URL(server.url).port;
    await server.close();
    server = await startServer(configOf(join(dataDir, 'own'), port));
    await anna.page.reload();
    await saved(anna.page);
    await anna.page.locator('.draft-text .block').first().waitFor();
    expect((await see(anna.page)).blocks).toEqual(before.blocks);
    await saved(bram.page);
    expect((await see(bram.page)).blocks).toEqual(before.blocks);
  });

  it('the browser had nothing to complain about', () => {
    expect([...anna.complaints, ...bram.complaints].filter((one) => !/WebSocket|ERR_/u.test(one))).toEqual([]);
  });
});
