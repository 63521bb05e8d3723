import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { House } from './house.ts';
import { type Person, signIn } from './people.ts';

/** What a browser says of an answer with an error status; the screen itself shows what it means. */
const NETWORK = /^Failed to load resource/;

/** The people of a story, each at their own screen, on the clock of the house. */
export class Office {
  readonly #browser: Browser;
  readonly #house: House;
  readonly #here = new Map<string, Person>();
  readonly #complaints: string[] = [];
  readonly #device: BrowserContextOptions;

  /** @param device what everybody works at; a wide screen when nothing is said */
  constructor(browser: Browser, house: House, device: BrowserContextOptions = {}) {
    this.#browser = browser;
    this.#house = house;
    this.#device = device;
  }

  /** The screen of this persona, at this address or where they were. */
  async at(persona: string, path: string | null = null): Promise<Page> {
    const found = this.#here.get(persona);
    if (found) {
      if (path !== null) await found.page.goto(this.#house.url + path);
      return found.page;
    }
    const context = await this.#browser.newContext({
      locale: 'nl-NL',
      viewport: { width: 1440, height: 1000 },
      reducedMotion: 'reduce',
      ...this.#device,
    });
    // The calendar on the wall is that of the house, also in the browser.
    await context.addInitScript((ahead) => {
      const Real = Date;
      const shifted = class extends Real {
        constructor(...values: []) {
          if (values.length === 0) super(Real.now() + ahead);
          else super(...values);
        }
        static override now() {
          return Real.now() + ahead;
        }
      };
      globalThis.Date = shifted as DateConstructor;
    }, this.#house.now() - Date.now());
    await signIn(context, this.#house.url, persona);
    const page = await context.newPage();
    const complain = (text: string) => {
      if (!NETWORK.test(text)) this.#complaints.push(`${persona}: ${text}`);
    };
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complain(message.text());
    });
    page.on('pageerror', (error) => complain(String(error)));
    this.#here.set(persona, { page, context, complaints: this.#complaints });
    await page.goto(this.#house.url + (path ?? '/'));
    return page;
  }

  /** Everybody goes home, and comes back that many days later. */
  async pass(days: number): Promise<void> {
    await this.leave();
    this.#house.pass(days);
  }

  /** Everybody goes home. */
  async leave(): Promise<void> {
    for (const { context } of this.#here.values()) await context.close();
    this.#here.clear();
  }

  /** Today in the house, and so many days later: `2026-11-22`. */
  day(later = 0): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(
      this.#house.now() + later * 86_400_000,
    );
  }

  /** A picture of every screen as it stands, in this folder. */
  async picture(folder: string): Promise<void> {
    for (const [persona, { page }] of this.#here) await page.screenshot({ path: `${folder}/${persona}.png` });
  }

  /** What any browser complained about so far. */
  get complaints(): readonly string[] {
    return this.#complaints;
  }
}
