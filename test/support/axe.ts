import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Everything WCAG 2.2 asks at levels A and AA, as far as a machine can tell. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** What a theme can change; the rest is the same in the dark. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe-core finds wrong on the page as it stands, one line each. It runs in the page but outside its content
 * security policy, which stays as it is for the page itself.
 */
export async function violations(page: Page, within: string | null = null): Promise<readonly string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(source);
  const found: string[] = [];
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await settled(page);
    const options: RunOptions =
      scheme === 'light'
        ? { runOnly: { type: 'tag', values: TAGS }, resultTypes: ['violations'] }
        : { runOnly: { type: 'rule', values: COLOURS }, resultTypes: ['violations'] };
    const results = await page.evaluate(
      async ([about, asked]) =>
        (window as unknown as { axe: { run(context: unknown, options: unknown): Promise<AxeResults> } }).axe.run(
          about ?? document,
          asked,
        ),
      [within, options] as const,
    );
    for (const { id, nodes } of results.violations) {
      for (const node of nodes) {
        found.push(`${scheme} ${id}: ${node.html.slice(0, 200)} ${(node.failureSummary ?? '').replaceAll('\n', ' ')}`);
      }
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
}

/** Widths of a phone and of 1280 px at 200 %. */
const NARROW = [320, 640] as const;

/** Whether the page can be scrolled sideways as a whole at a narrow width; one line per width that can. */
export async function sideways(page: Page): Promise<readonly string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 800 });
    await settled(page);
    const wide = await page.evaluate(() => {
      const root = document.documentElement;
      if (root.scrollWidth <= root.clientWidth) return null;
      const past = [...document.querySelectorAll('body *')].filter(
        (one) => one.getBoundingClientRect().right > root.clientWidth + 1 && one.getBoundingClientRect().width > 0,
      );
      const names = past.slice(0, 4).map((one) => `${one.tagName.toLowerCase()}.${one.className}`);
      return `${root.scrollWidth} px wide: ${names.join(', ')}`;
    });
    if (wide !== null) found.push(`at ${width} px: ${wide}`);
  }
  if (before) await page.setViewportSize(before);
  return found;
}

/** Until what was asked for is drawn: fonts loaded, two frames on. Ask the context for reduced motion. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
}
