import type { Page } from 'playwright-core';
import type { Edit } from '@draagvlak/server/testing-rebuild';
import { type SeenBlock, see, type Sight } from './sight.ts';

/** How long an author waits for a colleague's text, and how often they look, in milliseconds. */
const PATIENCE = 30_000;
const LOOK = 250;
/** From here on the rest of a sentence is typed at once: what is tested letter by letter is tested by then. */
const BY_LETTER = 14;
/** More presses than this to come to a place is a fault of the product. */
const FAR = 30;

/** Letters that tell a place from others, as a rule. */
const SHORT = 18;

/** Without the half of a word that it begins with. */
const fromWord = (text: string) => text.replace(/^\S*\s(?=\S)/u, '');
const isLetter = (text: string, at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? '');

/** What differs, in whole words: an author leaves the rest alone. */
function difference(was: string, becomes: string) {
  let from = 0;
  while (from < Math.min(was.length, becomes.length) && was[from] === becomes[from]) from += 1;
  while (from > 0 && isLetter(was, from - 1) && (isLetter(was, from) || isLetter(becomes, from))) from -= 1;
  let end = 0;
  const most = Math.min(was.length, becomes.length) - from;
  while (end < most && was.at(-1 - end) === becomes.at(-1 - end)) end += 1;
  const cutsWord = () =>
    isLetter(was, was.length - end) &&
    (isLetter(was, was.length - end - 1) || isLetter(becomes, becomes.length - end - 1));
  while (end > 0 && cutsWord()) end -= 1;
  return { from, to: was.length - end, text: becomes.slice(from, becomes.length - end) };
}

/** Somebody who writes with the keyboard and nothing else, and looks at the screen to know where they are. */
export class Author {
  readonly page: Page;
  /** Keys pressed, letters and shortcuts, and how often a place was looked for. */
  readonly effort = { keys: 0, places: 0 };
  #working: string | null = null;

  constructor(page: Page) {
    this.page = page;
  }

  /** From here on what is written is written for this reaction, or for none. */
  async workFor(comment: string | null): Promise<void> {
    if (comment === this.#working) return;
    this.effort.places += 1;
    await this.press('Control+Alt+r');
    // What it offers first, to who works on one, is to stop.
    if (comment !== null) await this.type(comment.replace(/^R0*/u, ''));
    await this.press('Enter');
    const said = comment === null ? null : `U verwerkt ${comment}.`;
    await this.#until(async () => {
      const mode = await this.page.locator('.mode b').allInnerTexts();
      return said === null ? mode.length === 0 : mode.includes(said);
    }, said ?? 'writes for no reaction');
    this.#working = comment;
  }

  async do(edit: Edit): Promise<void> {
    if ('words' in edit) return this.#words(...edit.words);
    if ('type' in edit) return this.#write(edit.type[0], edit.type[1], edit.type[2]);
    if ('addSection' in edit) return this.#addSection(...edit.addSection);
    if ('remove' in edit) {
      await this.#find(...edit.remove);
      return this.press('Control+Shift+Backspace');
    }
    if ('moveBlock' in edit) return this.#moveBlock(...edit.moveBlock);
    if ('removeSection' in edit) {
      await this.goTo(edit.removeSection);
      return this.press('Control+Shift+Backspace');
    }
    if ('moveSection' in edit) return this.#moveSection(...edit.moveSection);
    if ('retitle' in edit) return this.#retitle(...edit.retitle);
    if ('column' in edit) return this.#cells(edit.column, 'Control+Alt+k', 'ArrowDown');
    if ('row' in edit) return this.#cells(edit.row, 'Control+Alt+Enter', 'Tab');
    if ('attributes' in edit) return this.#measure(...edit.attributes);
    throw new Error(`no author knows how to do ${JSON.stringify(edit)}`);
  }

  /** Waits until the text is as they agreed with a colleague. */
  async waitFor(agreed: (blocks: Sight['blocks']) => boolean): Promise<void> {
    await this.#until(async () => agreed((await see(this.page)).blocks), 'what was agreed');
  }

  /** Goes to a section by its title. */
  async goTo(title: string): Promise<void> {
    await this.#sees(({ role, text }) => role === 'heading' && text === title, `section ${title}`);
    this.effort.places += 1;
    await this.press('Control+g');
    await this.type(title);
    await this.press('Enter');
    const { blocks, caret } = await see(this.page);
    const at = blocks[caret?.block ?? -1];
    if (at?.text !== title || at.role !== 'heading') throw new Error(`went to ${title}, but came to ${at?.text}`);
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.effort.keys += 1;
      await this.page.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    this.effort.keys += text.length;
    await this.page.keyboard.type(text.slice(0, BY_LETTER));
    if (text.length > BY_LETTER) await this.page.keyboard.insertText(text.slice(BY_LETTER));
  }

  async #words(address: string, was: string, becomes: string): Promise<void> {
    const change = difference(was, becomes);
    if (change.from < change.to) {
      await this.#select(address, was, () => [was.slice(change.from, change.to), change.from]);
      await (change.text === '' ? this.press('Delete') : this.type(change.text));
      return;
    }
    // Nothing goes: the caret comes behind the words before it, or in front of those after it.
    let behind = true;
    await this.#select(address, was, ({ text }) => {
      const at = text.indexOf(was) + change.from;
      const before = fromWord(text.slice(Math.max(0, at - SHORT), at));
      behind = before !== '';
      return behind ? [before, change.from - before.length] : [text.slice(at, at + SHORT), change.from];
    });
    await this.press(behind ? 'ArrowRight' : 'ArrowLeft');
    await this.type(change.text);
  }

  /**
   * Finds words by the find bar and leaves them selected: those that stand `offset` from `near` in the block of that
   * address. A colleague may be at work there: then they are looked for once more.
   */
  async #select(
    address: string,
    near: string,
    wordsIn: (block: SeenBlock) => readonly [words: string, offset: number],
  ): Promise<void> {
    const [title = ''] = address.split('#');
    const isIt = within(address, near);
    await this.#until(async () => {
      const { blocks } = await see(this.page);
      const target = blocks.find(isIt);
      if (target === undefined) return false;
      const [words, offset] = wordsIn(target);
      // A word that stands everywhere is looked for in its own section.
      const many = blocks.filter(({ text }) => text.toLowerCase().includes(words.toLowerCase())).length;
      if (many > 4) await this.goTo(title);
      this.effort.places += 1;
      await this.press('Control+f');
      await this.type(words);
      for (let presses = 0; presses < FAR; presses += 1) {
        const now = await see(this.page);
        const wanted = now.blocks.findIndex(isIt);
        const at = (now.blocks[wanted]?.text.indexOf(near) ?? -1) + offset;
        const isThere = now.found?.block === wanted && now.found.offset === at;
        if (isThere || now.found === null) {
          await this.press('Escape');
          return isThere;
        }
        await this.press('Enter');
      }
      await this.press('Escape');
      return false;
    }, `"${near}" in ${address}`);
  }

  /** Selects words that tell this block from others. */
  #find(address: string, words: string): Promise<void> {
    return this.#select(address, words, () => [words, 0]);
  }

  /** Brings the caret to the end of the block. */
  async #toEnd(address: string, words: string): Promise<void> {
    await this.#select(address, words, ({ text }) => {
      const end = fromWord(text.slice(Math.max(0, text.length - SHORT)));
      return [end, text.length - end.length - text.indexOf(words)];
    });
    await this.press('ArrowRight');
  }

  async #write(section: string, after: string | null, markdown: string): Promise<void> {
    if (after === null) throw new Error('no author begins at a heading');
    const index = await this.#sees(within(section, after), `"${after}" in ${section}`);
    const { row } = (await see(this.page)).blocks[index] as SeenBlock;
    if (row !== null) {
      await this.#find(section, after);
      await this.press('Control+Enter');
      await this.#blocks(markdown, true);
    } else {
      await this.#toEnd(section, after);
      await this.#blocks(markdown, false);
    }
  }

  async #addSection(after: string, markdown: string): Promise<void> {
    await this.#sees(({ role, text }) => role === 'heading' && text === after, `section ${after}`);
    const { blocks } = await see(this.page);
    const start = blocks.findIndex(({ role, text }) => role === 'heading' && text === after);
    const level = blocks[start]?.level ?? 0;
    const next = blocks.findIndex((one, at) => at > start && one.role === 'heading' && one.level <= level);
    const last = blocks[(next < 0 ? blocks.length : next) - 1] as SeenBlock;
    await this.#toEnd(last.section, last.text);
    await this.#blocks(markdown, false);
  }

  /** Types paragraphs as one knows Markdown; `free`: the caret is in an empty one already. */
  async #blocks(markdown: string, free: boolean): Promise<void> {
    const lines = markdown.split('\n').filter((line) => line !== '' && !/^[|\s-]+$/u.test(line));
    let empty = free;
    for (const [at, line] of lines.entries()) {
      const heading = /^(#+) (.*)$/u.exec(line);
      const item = /^- (.*)$/u.exec(line);
      if (/^\|.*\|$/u.test(line)) {
        const cells = line.slice(1, -1).split('|');
        if (lines[at - 1]?.startsWith('|') !== true) {
          if (!empty) await this.press('Enter');
          await this.type(line);
          await this.press('Enter');
          continue;
        }
        for (const [column, cell] of cells.entries()) {
          await this.type(cell.trim());
          const isLast = column === cells.length - 1 && lines[at + 1]?.startsWith('|') !== true;
          if (!isLast) await this.press('Tab');
        }
        continue;
      }
      if (!empty) await this.press('Enter');
      empty = false;
      const here = async () => {
        const { blocks, caret } = await see(this.page);
        return blocks[caret?.block ?? -1]?.role;
      };
      const role = await here();
      if (heading !== null) {
        if (role !== 'paragraph') await this.press('Enter');
        // The title of the document is none in the editor, so a chapter has one sign less there.
        await this.type(`${(heading[1] ?? '').slice(1)} ${heading[2] ?? ''}`);
      } else if (item !== null) {
        await this.type(role === 'item' ? (item[1] ?? '') : line);
      } else await this.type(line);
    }
  }

  async #moveBlock(section: string, words: string, after: string): Promise<void> {
    await this.#find(section, words);
    await this.#moveUntil((blocks) => {
      const at = blocks.findIndex(within(section, words));
      const behind = blocks.findIndex(within(section, after));
      return behind + 1 - at;
    });
  }

  async #moveSection(title: string, before: string): Promise<void> {
    await this.goTo(title);
    await this.#moveUntil((blocks) => {
      const level = blocks.find(({ role, text }) => role === 'heading' && text === title)?.level;
      const titles = blocks.filter((one) => one.role === 'heading' && one.level === level).map(({ text }) => text);
      return titles.indexOf(before) - 1 - titles.indexOf(title);
    });
  }

  /** Presses Alt and an arrow until nothing is left to go. */
  async #moveUntil(togo: (blocks: Sight['blocks']) => number): Promise<void> {
    for (let presses = 0; presses < FAR; presses += 1) {
      const way = togo((await see(this.page)).blocks);
      if (way === 0) return;
      await this.press(way < 0 ? 'Alt+ArrowUp' : 'Alt+ArrowDown');
    }
    throw new Error('what is moved does not arrive');
  }

  async #retitle(title: string, becomes: string): Promise<void> {
    await this.goTo(title);
    await this.press('Shift+End');
    await this.type(becomes);
  }

  async #cells([section, at, cells]: readonly [string, string, readonly string[]], add: string, on: string) {
    await this.#find(section, at);
    await this.press(add);
    for (const [index, cell] of cells.entries()) {
      if (index > 0) await this.press(on);
      await this.type(cell);
    }
  }

  async #measure(
    section: string,
    words: string,
    { role, comparator, value, unit, quantity }: Extract<Edit, { attributes: unknown }>['attributes'][2],
  ): Promise<void> {
    const index = await this.#sees(within(section, words), `"${words}" in ${section}`);
    await this.#find(section, words);
    if (role === 'requirement' && (await see(this.page)).blocks[index]?.role !== role)
      await this.press('Control+Alt+e');
    await this.press('Control+Alt+g');
    await this.page.locator('dialog [name=comparator]:focus').waitFor();
    const limits: Readonly<Record<string, string>> = { 'at-most': 'ten hoogste', 'at-least': 'ten minste' };
    if (comparator != null) await this.type(limits[comparator] ?? comparator);
    for (const filled of [value, unit, quantity]) {
      await this.press('Tab');
      if (filled != null) await this.type(filled);
    }
    await this.press('Enter');
    await this.page.locator('editor-form dialog').waitFor({ state: 'detached' });
  }

  /** Waits until a block like this is on the screen, as for a colleague who is still at it; its place. */
  async #sees(isIt: (block: SeenBlock) => boolean, what: string): Promise<number> {
    let index = -1;
    await this.#until(async () => {
      index = (await see(this.page)).blocks.findIndex(isIt);
      return index >= 0;
    }, what);
    return index;
  }

  async #until(holds: () => Promise<boolean>, what: string): Promise<void> {
    const until = Date.now() + PATIENCE;
    while (!(await holds())) {
      if (Date.now() > until) throw new Error(`never seen: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
  }
}

/** `Tabel met leerdoelen#L4`: a block of that section, in the row whose first cell says L4, with these words. */
const within = (address: string, words: string) => {
  const [title = '', row] = address.split('#');
  return (block: SeenBlock): boolean =>
    block.section === title &&
    block.role !== 'heading' &&
    (row === undefined || block.row === row) &&
    block.text.includes(words);
};
