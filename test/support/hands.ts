import type { BrowserContextOptions, Locator, Page } from 'playwright-core';

/** What somebody picks in a list: by its words or by its place. */
export type Pick = { readonly label: string | RegExp } | { readonly index: number };

/**
 * How somebody works a screen. A journey says what is done; the hands say by what, and fail where it cannot be done so:
 * a control that cannot be reached or seen, is too small, or lies under something.
 */
export interface Hands {
  readonly name: string;
  /** What they sit at or hold. */
  readonly device: BrowserContextOptions;
  /** Follows a link, presses a button, opens what is folded. */
  activate(target: Locator): Promise<void>;
  /** Puts these words in a field, instead of what was in it. */
  fill(field: Locator, words: string): Promise<void>;
  /** Puts a day, `2026-11-22`, in a field for days. */
  date(field: Locator, day: string): Promise<void>;
  choose(list: Locator, pick: Pick): Promise<void>;
  /** Ticks a box or picks one of several, or takes the tick away. */
  check(box: Locator, on?: boolean): Promise<void>;
  /** Puts the caret at the end of a block or a cell of the text that is written. */
  caret(block: Locator): Promise<void>;
  /** Types where the caret is. */
  type(page: Page, words: string): Promise<void>;
  /** Goes to the cell behind this one, which is `next`, and types in it. */
  nextCell(page: Page, next: Locator): Promise<void>;
  /** Uses a tool of the text that has a key of its own as well. */
  tool(button: Locator): Promise<void>;
  /** Opens the form for a reaction on this block of a text that is read; on these words of it, where hands can select. */
  react(block: Locator, words: string): Promise<void>;
}

/** Does an act of the dossier page: its button, its form, and the button that sends it. */
export async function act(
  hands: Hands,
  page: Page,
  name: string,
  fill: (form: Locator) => Promise<unknown> = async () => {},
  send = name,
): Promise<void> {
  await hands.activate(page.locator('main').getByRole('button', { name, exact: true }));
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await fill(dialog);
  await hands.activate(dialog.getByRole('button', { name: send, exact: true }));
  await page.locator('.dialog-head').waitFor({ state: 'detached' });
}

/** A list's options as its user sees them. */
export async function indexOf(list: Locator, pick: Pick): Promise<number> {
  await list.waitFor();
  if ('index' in pick) return pick.index;
  const labels = await list
    .locator('option')
    .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).label.replaceAll(/\s+/g, ' ').trim()));
  const { label } = pick;
  const found = labels.findIndex((one) => (typeof label === 'string' ? one === label : label.test(one)));
  if (found < 0) throw new Error(`"${String(label)}" is not in the list: ${labels.join(' | ')}`);
  return found;
}
