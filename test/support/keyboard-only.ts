import type { Locator, Page } from 'playwright-core';
import { type Hands, indexOf, type Pick } from './hands.ts';
import { caretTo, partTo, ringOf, type Way, wayTo } from './tab-order.ts';

/** More presses than this to get somewhere is a fault of the page. */
const FAR = 40;
/** From here on somebody uses the key that a control has of its own. */
const SHORTCUT_FROM = 5;

/** A keyboard and nothing else, at a wide screen: Tab, arrows, the app's own keys, and the links that skip. */
export class KeyboardOnly implements Hands {
  readonly name = 'by keyboard alone';
  readonly device;
  readonly #lost: string[] = [];

  constructor(colorScheme: 'light' | 'dark') {
    this.device = { viewport: { width: 1440, height: 1000 }, colorScheme } as const;
  }

  /** Where nothing had the focus any more after an act. */
  get lost(): readonly string[] {
    return this.#lost;
  }

  async activate(target: Locator): Promise<void> {
    await target.waitFor();
    const way = await this.#look(target);
    if (way.shortcut !== null && ((way.steps ?? FAR) > SHORTCUT_FROM || way.shortcut === way.leaves)) {
      return target.page().keyboard.press(way.shortcut);
    }
    await this.#reach(target);
    await target.page().keyboard.press('Enter');
  }

  async fill(field: Locator, words: string): Promise<void> {
    await this.#reach(field);
    const { keyboard } = field.page();
    await keyboard.press('Control+a');
    // As one goes: what is typed letter by letter is tried in the text that is written.
    await (words === '' ? keyboard.press('Delete') : keyboard.insertText(words));
    const now = await field.inputValue();
    if (now !== words) throw new Error(`typed "${words}", but ${String(field)} holds "${now}"`);
  }

  async date(field: Locator, day: string): Promise<void> {
    const page = field.page();
    await this.#reach(field);
    // A field for days is three small ones and a calendar; one may come in from behind.
    for (let back = 0; back < 4; back += 1) await page.keyboard.press('ArrowLeft');
    const [year = '', month = '', date = ''] = day.split('-');
    for (const typed of [date + month + year, month + date + year]) {
      await page.keyboard.type(typed);
      if ((await field.inputValue()) === day) return;
      for (let back = 0; back < 4; back += 1) await page.keyboard.press('ArrowLeft');
    }
    throw new Error(`typed ${day}, but ${String(field)} holds ${await field.inputValue()}`);
  }

  async choose(list: Locator, pick: Pick): Promise<void> {
    const wanted = await indexOf(list, pick);
    await this.#reach(list);
    const { keyboard } = list.page();
    const at = () => list.evaluate((one) => (one as HTMLSelectElement).selectedIndex);
    for (let now = await at(), turns = 0; now !== wanted; now = await at(), turns += 1) {
      if (turns > 3) throw new Error(`the arrows do not come to choice ${wanted} of ${String(list)}`);
      for (let step = now; step !== wanted; step += Math.sign(wanted - now)) {
        await keyboard.press(wanted > now ? 'ArrowDown' : 'ArrowUp');
      }
    }
  }

  async check(box: Locator, on = true): Promise<void> {
    await box.waitFor();
    const way = await this.#look(box);
    if (way.checked === on) return;
    const { keyboard } = box.page();
    if (way.shortcut !== null && (way.steps ?? FAR) > SHORTCUT_FROM) await keyboard.press(way.shortcut);
    else {
      await this.#reach(box);
      if (!(await box.isChecked())) await keyboard.press('Space');
      else if (!on) await keyboard.press('Space');
    }
    if ((await box.isChecked()) !== on)
      throw new Error(`the keyboard does not ${on ? 'tick' : 'clear'} ${String(box)}`);
  }

  async caret(block: Locator): Promise<void> {
    const page = block.page();
    const sheet = block.locator('xpath=ancestor::*[@contenteditable="true"][1]');
    if (!(await sheet.evaluate((one) => one === document.activeElement))) await this.#reach(sheet);
    let presses = 0;
    for (let way = await block.evaluate(caretTo); way.steps > 0; way = await block.evaluate(caretTo)) {
      presses += way.steps;
      if (presses > FAR * 3) throw new Error(`the arrows do not come to ${String(block)}`);
      for (let step = 0; step < way.steps; step += 1) await page.keyboard.press(way.key);
    }
    await page.keyboard.press('End');
  }

  async type(page: Page, words: string): Promise<void> {
    await page.keyboard.type(words);
  }

  async nextCell(page: Page, next: Locator): Promise<void> {
    await page.keyboard.press('Tab');
    const there = await next.evaluate((one) => one.contains(getSelection()?.anchorNode ?? null));
    if (!there) throw new Error(`Tab does not go to the next cell, ${String(next)}`);
  }

  async tool(button: Locator): Promise<void> {
    const key = await button.getAttribute('aria-keyshortcuts');
    await (key === null ? this.activate(button) : button.page().keyboard.press(key));
  }

  /** Without a pointer one reacts on a part as a whole: J and K walk, with Shift from heading to heading; R reacts. */
  async react(block: Locator, _words: string): Promise<void> {
    const page = block.page();
    let presses = 0;
    for (let way = await block.evaluate(partTo); way.steps > 0; way = await block.evaluate(partTo)) {
      presses += way.steps;
      if (presses > FAR) throw new Error(`${presses} presses do not come to ${String(block)}`);
      for (let step = 0; step < way.steps; step += 1) await page.keyboard.press(way.key);
    }
    await this.#seen(block.locator('xpath=ancestor-or-self::*[@data-part][1]'));
    await page.keyboard.press('r');
  }

  /** Walks to a control and sees that the focus shows there. */
  async #reach(target: Locator): Promise<void> {
    const page = target.page();
    await target.waitFor();
    let presses = 0;
    const press = async (key: string, times: number) => {
      presses += times;
      for (let done = 0; done < times; done += 1) await page.keyboard.press(key);
    };
    let way = await this.#look(target);
    for (let round = 0; !way.there; round += 1, way = await this.#look(target)) {
      if (round === 12 || presses > FAR) {
        throw new Error(`not reached with ${presses} presses: ${String(target)}; the focus is on ${way.here}`);
      }
      if (way.steps === null) throw new Error(`out of reach of the keyboard: ${String(target)}`);
      if (way.leaves !== null) await press(way.leaves, 1);
      await press(way.key, way.steps);
      if (way.follows !== null) await press(way.follows, 1);
    }
    if (presses > FAR) throw new Error(`${presses} presses to ${String(target)}`);
    await this.#seen(target);
  }

  /** Where the control is from here; a focus that was lost on the way is told at the end. */
  async #look(target: Locator): Promise<Way> {
    const way = await target.evaluate(wayTo);
    if (way.lost) this.#lost.push(`before ${String(target)} at ${new URL(target.page().url()).pathname}`);
    return way;
  }

  async #seen(target: Locator): Promise<void> {
    const wrong = await target.evaluate(ringOf);
    if (wrong !== null) throw new Error(`the focus does not show on ${String(target)}: ${wrong}`);
  }
}
