import type { Page } from 'playwright-core';

/** One paragraph as it stands on the screen. */
export interface SeenBlock {
  readonly text: string;
  readonly role: string;
  readonly level: number;
  /** Title of the section it stands in; of a heading its own. */
  readonly section: string;
  /** What the first cell of its row says; `null` outside tables. */
  readonly row: string | null;
}

export interface SeenPlace {
  readonly block: number;
  readonly offset: number;
}

/** What somebody at the screen sees of the text: its paragraphs, where the caret is, and what was found. */
export interface Sight {
  readonly blocks: readonly SeenBlock[];
  readonly caret: SeenPlace | null;
  readonly found: SeenPlace | null;
}

/** Looks at the text that is written; changes nothing. */
export const see = (page: Page): Promise<Sight> =>
  page.evaluate(() => {
    interface Node {
      readonly type: { readonly name: string };
      readonly attrs: Readonly<Record<string, unknown>>;
      readonly firstChild: Node | null;
      readonly textContent: string;
      descendants(visit: (node: Node, pos: number, parent: Node | null) => boolean): void;
    }
    const view = (
      document.querySelector('draft-editor') as unknown as {
        view: {
          state: { doc: Node; selection: { from: number } };
          posAtDOM(node: Element, offset: number): number;
        };
      }
    ).view;
    const { doc, selection } = view.state;
    const mark = document.querySelector('.draft-text .found.is-current');
    const foundAt = mark === null ? null : view.posAtDOM(mark, 0);
    const blocks: SeenBlock[] = [];
    let caret: SeenPlace | null = null;
    let found: SeenPlace | null = null;
    let section = '';
    let row: string | null = null;
    doc.descendants((node, pos, parent) => {
      if (node.type.name === 'row') row = node.firstChild?.textContent ?? '';
      if (parent === doc) row = null;
      if (node.type.name !== 'block') return true;
      const { textContent: text, attrs } = node;
      if (attrs['role'] === 'heading') section = text;
      const place = (at: number | null) =>
        at !== null && at > pos && at <= pos + text.length + 1 ? { block: blocks.length, offset: at - pos - 1 } : null;
      caret ??= place(selection.from);
      found ??= place(foundAt);
      blocks.push({ text, role: String(attrs['role']), level: Number(attrs['level']), section, row });
      return false;
    });
    return { blocks, caret, found };
  });
