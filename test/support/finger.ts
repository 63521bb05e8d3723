import type { Locator, Page } from 'playwright-core';
import { type Hands, indexOf, type Pick } from './hands.ts';

const WIDTH = 390;
/** WCAG 2.5.8, in CSS px. */
const SMALLEST = 24;
/** Below this, in CSS px, Safari on a phone zooms in on the field that gets the focus. */
const ZOOMS_BELOW = 16;

/** One finger on a phone: taps and the letters of the keyboard on the screen. No hover, no Tab, no shortcuts. */
export class Finger implements Hands {
  readonly name = 'with one finger on a phone';
  readonly device = {
    viewport: { width: WIDTH, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
  } as const;

  async activate(target: Locator): Promise<void> {
    await this.#tap(target);
  }

  async fill(field: Locator, words: string): Promise<void> {
    await this.#tap(field);
    const size = await field.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
    if (size < ZOOMS_BELOW) throw new Error(`a phone zooms in on letters of ${size} px: ${String(field)}`);
    await field.fill(words);
  }

  // The phone puts its own calendar and its own list over the page.
  async date(field: Locator, day: string): Promise<void> {
    await this.#tap(field);
    await field.fill(day);
  }

  async choose(list: Locator, pick: Pick): Promise<void> {
    const index = await indexOf(list, pick);
    await this.#tap(list);
    await list.selectOption({ index });
    await this.#fits(list.page());
  }

  async check(box: Locator, on = true): Promise<void> {
    if ((await box.isChecked()) !== on) await this.#tap(box);
    if ((await box.isChecked()) !== on) throw new Error(`a tap does not ${on ? 'tick' : 'clear'} ${String(box)}`);
  }

  async caret(block: Locator): Promise<void> {
    await this.#end(block);
  }

  async type(page: Page, words: string): Promise<void> {
    await page.keyboard.type(words);
  }

  async nextCell(_page: Page, next: Locator): Promise<void> {
    await this.#end(next);
  }

  async tool(button: Locator): Promise<void> {
    await this.#tap(button);
  }

  /** The handles of a phone change the selection, and the page hears nothing of a pointer. */
  async react(block: Locator, words: string): Promise<void> {
    await block.scrollIntoViewIfNeeded();
    await block.evaluate((element, wanted) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const from = node.textContent?.indexOf(wanted) ?? -1;
        if (from >= 0) return getSelection()?.setBaseAndExtent(node, from, node, from + wanted.length);
      }
      throw new Error(`"${wanted}" is not in one piece`);
    }, words);
    await this.#tap(block.page().getByRole('button', { name: 'Reageer', exact: true }));
  }

  /** Taps behind the last letter; the browser puts the caret there. */
  async #end(block: Locator): Promise<void> {
    await block.scrollIntoViewIfNeeded();
    const place = await block.evaluate((one) => {
      const range = document.createRange();
      range.selectNodeContents(one);
      const outer = one.getBoundingClientRect();
      const last = [...range.getClientRects()].at(-1) ?? outer;
      return { x: Math.max(2, last.right - outer.left - 1), y: (last.top + last.bottom) / 2 - outer.top };
    });
    await block.tap({ position: place });
    await this.#fits(block.page());
  }

  async #tap(target: Locator): Promise<void> {
    await target.waitFor();
    const small = await target.evaluate((one, smallest) => {
      const inputs = one as HTMLInputElement;
      const parts = [one, ...(inputs.labels ?? [])].map((part) => part.getBoundingClientRect());
      const width = Math.max(...parts.map((part) => part.width));
      const height = Math.max(...parts.map((part) => part.height));
      if (width >= smallest && height >= smallest) return null;
      // A link in a sentence is as high as the line.
      const inSentence =
        getComputedStyle(one).display === 'inline' &&
        one.parentElement?.textContent?.trim() !== one.textContent?.trim();
      return inSentence ? null : `${Math.round(width)} by ${Math.round(height)} px: ${one.outerHTML.slice(0, 160)}`;
    }, SMALLEST);
    if (small !== null) throw new Error(`too small for a finger, ${small}`);
    await target.tap();
    await this.#fits(target.page());
  }

  /** The page is as wide as the screen. */
  async #fits(page: Page): Promise<void> {
    const look = () =>
      page.evaluate((width) => {
        const root = document.documentElement;
        if (root.scrollWidth <= width) return null;
        const past = [...document.querySelectorAll('body *')].filter(
          (one) => one.getBoundingClientRect().right > width + 1 && one.checkVisibility(),
        );
        const names = past.slice(0, 4).map((one) => `${one.tagName.toLowerCase()}.${one.className}`);
        return `${root.scrollWidth} px wide at ${location.pathname}: ${names.join(', ')}`;
      }, WIDTH);
    // The tap may have led to another page.
    const wide = await look().catch(async () => {
      await page.waitForLoadState();
      return look();
    });
    if (wide !== null) throw new Error(`the page scrolls sideways, ${wide}`);
  }
}
