import { element, sign } from './element.ts';
import { partAround } from './places.ts';
import { words } from './words.ts';

/**
 * One button that stands where a comment can be made: at the selection, else at the part under the pointer or the
 * focus. On a touch screen it stands at the bottom, where the system's own menu does not cover it.
 */
export class ReactButton {
  readonly root: HTMLButtonElement;
  readonly #text: HTMLElement;
  #part: Element | null = null;
  #range: Range | null = null;

  constructor(text: HTMLElement, react: (range: Range | null, part: Element | null) => void) {
    this.#text = text;
    this.root = element(
      'button',
      {
        class: 'button small react-here',
        type: 'button',
        hidden: true,
        tabindex: '-1',
        // The press must not take the selection away before it is read.
        onpointerdown: (event: Event) => event.preventDefault(),
        onclick: () => {
          react(this.#range, this.#part);
          this.hide();
        },
      },
      sign('quote'),
      words.reading.reactHere,
    );
    text.parentElement?.append(this.root);
    text.addEventListener('pointerover', (event) => {
      if (event.pointerType === 'mouse' && !this.#range) this.#at(partAround(event.target as Node));
    });
    text.addEventListener('focusin', (event) => {
      if (!this.#range) this.#at(partAround(event.target as Node));
    });
    document.addEventListener('selectionchange', () => this.#selected());
  }

  hide(): void {
    this.root.hidden = true;
    this.#range = null;
    this.#part = null;
  }

  #selected(): void {
    const selection = document.getSelection();
    const range = selection && selection.rangeCount > 0 && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    if (!range || !range.intersectsNode(this.#text) || range.toString().trim() === '') {
      if (this.#range) this.hide();
      return;
    }
    this.#range = range.cloneRange();
    this.#part = partAround(range.startContainer);
    const boxes = range.getClientRects();
    const last = boxes[boxes.length - 1];
    if (last) this.#place(last.bottom + 6, Math.max(last.right - 60, 0));
  }

  #at(part: Element | null): void {
    if (!part || !this.#text.contains(part) || part.closest('[data-generated]')) return;
    this.#part = part;
    const box = part.getBoundingClientRect();
    const text = this.#text.getBoundingClientRect();
    this.#place(box.top, text.right + 8);
  }

  #place(top: number, left: number): void {
    this.root.hidden = false;
    const frame = (this.root.offsetParent ?? document.body).getBoundingClientRect();
    const room = frame.width - this.root.offsetWidth;
    this.root.style.top = `${top - frame.top}px`;
    this.root.style.insetInlineStart = `${Math.min(Math.max(0, left - frame.left), Math.max(0, room))}px`;
  }
}
