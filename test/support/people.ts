import type { Browser, BrowserContext, Page } from 'playwright-core';

/** Somebody of the demo at their own screen. */
export interface Person {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained about; a journey ends with none. */
  readonly complaints: string[];
}

/** Signs a persona in and opens a page as they would: in a browser of their own. */
export async function sit(
  browser: Browser,
  base: string,
  persona: string,
  path = '/',
  options: { width?: number; height?: number } = {},
): Promise<Person> {
  const context = await browser.newContext({
    locale: 'nl-NL',
    viewport: { width: options.width ?? 1440, height: options.height ?? 1000 },
    reducedMotion: 'reduce',
  });
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await signIn(context, base, persona);
  await page.goto(base + path);
  return { page, context, complaints };
}

/** Takes a persona's place, or renews a session that ran out while the clock moved. */
export async function signIn(context: BrowserContext, base: string, persona: string): Promise<void> {
  const answer = await context.request.post(`${base}/api/demo/sign-in`, {
    data: { persona },
    headers: { origin: base },
  });
  if (!answer.ok()) throw new Error(`${persona} cannot sign in: ${answer.status()} ${await answer.text()}`);
}
