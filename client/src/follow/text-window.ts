import type { EditorView } from 'prosemirror-view';

/** Somebody's window on the text: from where to where it is seen, in pixels of the screen, and what scrolls in it. */
export interface TextWindow {
  readonly top: number;
  readonly height: number;
  readonly scrollBy: (by: ScrollToOptions) => void;
}

/** The part of the pane below its toolbar; on a narrow screen the page itself scrolls, not the pane. */
export function windowOn(pane: HTMLElement): TextWindow {
  const inPane = pane.scrollHeight > pane.clientHeight + 1;
  const box = pane.getBoundingClientRect();
  const head = pane.querySelector('.editor-head')?.getBoundingClientRect();
  const from = inPane ? box.top : 0;
  const bottom = inPane ? box.bottom : innerHeight;
  const top = head === undefined ? from : Math.min(bottom, Math.max(from, head.bottom));
  return { top, height: bottom - top, scrollBy: (by) => (inPane ? pane : window).scrollBy(by) };
}

/** What stands at the top of somebody's window: a block, and which part of its height is above the window, 0 to 1. */
export interface Sight {
  readonly block: string;
  readonly part: number;
}

const idOf = (element: Element | undefined): string | null =>
  element === undefined
    ? null
    : (element.getAttribute('data-id') ?? element.querySelector('[data-id]')?.getAttribute('data-id') ?? null);

/** What stands at the top of this window on the text; `null` where there is none. */
export function sightOf(view: EditorView, pane: HTMLElement): Sight | null {
  const { top } = windowOn(pane);
  const blocks = view.dom.children;
  // The first block that ends below the top; blocks stand one below the other.
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as Element).getBoundingClientRect().bottom > top + 1) high = middle;
    else low = middle + 1;
  }
  for (let index = low; index < blocks.length; index += 1) {
    const block = idOf(blocks[index]);
    if (block === null) continue;
    const box = (blocks[index] as Element).getBoundingClientRect();
    const part = box.height === 0 ? 0 : Math.min(1, Math.max(0, (top - box.top) / box.height));
    return { block, part: Math.round(part * 100) / 100 };
  }
  return null;
}

/** What somebody else says they see; anything else than a sight is nothing. */
export function readSight(said: unknown): Sight | null {
  if (typeof said !== 'object' || said === null) return null;
  const { block, part } = said as { readonly block?: unknown; readonly part?: unknown };
  return typeof block === 'string' && typeof part === 'number' && part >= 0 && part <= 1 ? { block, part } : null;
}
