import { readFile } from 'node:fs/promises';
import { type DocumentJson, schema, textBlocks } from '@draagvlak/document';
import { fromMarkdown } from '@draagvlak/document/markdown';
import { editDraft, readDraft, replaceText } from '@draagvlak/document/yjs';
import type { CDPSession, Page } from 'playwright-core';
import * as Y from 'yjs';
import { launchBrowser } from '../support/browser.ts';
import { dossiersByPhase, mainDocument } from '../support/demo.ts';
import { draftClient, until } from '../support/draft-client.ts';
import { openHouse } from '../support/house.ts';
import { sit } from '../support/people.ts';

/** How long the page's script is busy per key in a document of forty pages, alone and while a colleague writes. */

const COPIES = 8;
const KEYS = 120;

export async function benchTyping(): Promise<void> {
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
    // Time that the page itself was busy, whatever else the machine did.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    await caretInTheMiddle(page);
    await measure(page, cdp, 10, () => 'x');
    const rows: Record<string, Figures> = {};
    rows['a letter'] = await measure(page, cdp, KEYS, letter);
    const stop = colleague.write();
    rows['a letter, while a colleague types'] = await measure(page, cdp, KEYS, letter);
    stop();
    rows['Enter'] = await measure(page, cdp, 30, () => 'Enter');
    rows['Backspace over a paragraph'] = await measure(page, cdp, 30, () => 'Backspace');
    console.table(rows);
    console.log('milliseconds of script per key; a frame is 16.7');
    colleague.leave();
  } finally {
    await browser.close();
    await house.close();
  }
}

const letter = (index: number) => 'de opleiding duurt acht uur '[index % 28] as string;

interface Figures {
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}

async function measure(page: Page, cdp: CDPSession, count: number, key: (index: number) => string): Promise<Figures> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const before = await scripted(cdp);
    await page.keyboard.press(key(index) === ' ' ? 'Space' : key(index));
    // What a key sets off is over when two frames were drawn.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    times.push(((await scripted(cdp)) - before) * 1000);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round((times[Math.floor(share * (times.length - 1))] ?? 0) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), most: at(1) };
}

async function scripted(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
}

async function caretInTheMiddle(page: Page): Promise<void> {
  const paragraphs = page.locator('[role=textbox] > .block[data-role=paragraph]');
  const middle = paragraphs.nth(Math.floor((await paragraphs.count()) / 2));
  await middle.scrollIntoViewIfNeeded();
  await middle.click();
  await page.keyboard.press('End');
}

/** A colleague who makes the draft long, stands in it and can type in it. */
async function writeLong(url: string, draft: string) {
  const answer = await fetch(`${url}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ persona: 'tweede-auteur' }),
  });
  const cookie = (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  const bram = draftClient(`${url.replace('http', 'ws')}/sync`, 'bram', { draft, cookie });
  await bram.synced();
  const sample = await readFile(new URL('../../server/sample/opleiderdocument-v2.md', import.meta.url), 'utf8');
  let made = 0;
  const newId = () => `lang-${(made += 1)}`;
  editDraft(
    bram.doc,
    (tr) => {
      for (let copy = 0; copy < COPIES; copy += 1) {
        const { content = [] } = fromMarkdown(sample, newId).document;
        tr.insert(
          tr.doc.content.size,
          content.map((node) => schema.nodeFromJSON(node)),
        );
      }
    },
    newId,
  );
  await until(() => bram.saved() !== null && bram.sent() > 0, 'the long text is stored');
  const place = paragraphNear(readDraft(bram.doc));
  return {
    leave: () => {
      bram.leave();
      bram.doc.destroy();
    },
    /** Types a letter every third of a second, with the caret where it types; returns how to stop. */
    write: () => {
      let length = 0;
      const timer = setInterval(() => {
        editDraft(bram.doc, (tr) => replaceText(tr, place, length, length, 'b'), newId);
        length += 1;
        const text = textOf(bram.fragment, place);
        const caret = text && Y.createRelativePositionFromTypeIndex(text, length);
        bram.provider.awareness.setLocalState({
          user: { person: 'bram', name: 'Bram', colour: 2 },
          cursor: { anchor: caret, head: caret },
        });
      }, 330);
      return () => clearInterval(timer);
    },
  };
}

/** A plain paragraph a little past the middle, where the colleague types. */
function paragraphNear(document: DocumentJson): string {
  const plain = [...textBlocks(document)].filter(
    ({ block, cell }) => block.attrs.role === 'paragraph' && cell === null,
  );
  const found = plain[Math.floor(plain.length / 2) + 2]?.block.attrs.id;
  if (found == null) throw new Error('the text has no paragraphs');
  return found;
}

function textOf(fragment: Y.XmlFragment, id: string): Y.XmlText | null {
  for (const node of fragment.toArray())
    if (node instanceof Y.XmlElement && node.getAttribute('id') === id) {
      const [text] = node.toArray();
      return text instanceof Y.XmlText ? text : null;
    }
  return null;
}
