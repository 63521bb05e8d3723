import { element, sign } from './element.ts';
import { words } from './words.ts';

/** The pane beside the text: comments or a form. On a narrow screen it is a sheet over the bottom of the text. */
export class SidePanel {
  readonly root: HTMLElement;
  readonly #title = element('h2', { id: 't-zijkant', tabindex: '-1' });
  readonly #content = element('div', { class: 'side-content' });
  #back: HTMLElement | null = null;

  constructor(closed: () => void) {
    const close = element(
      'button',
      {
        class: 'button small icon plain close-sheet',
        type: 'button',
        'aria-label': words.shell.close,
        onclick: closed,
      },
      sign('x'),
    );
    this.root = element(
      'aside',
      { class: 'read-side', 'aria-labelledby': 't-zijkant' },
      element('div', { class: 'pane-head pane-head-row' }, this.#title, close),
      this.#content,
    );
  }

  get isOpen(): boolean {
    return this.root.classList.contains('is-open');
  }

  /** Whether somebody is writing in it: what is typed there is not to be taken away by news. */
  get holdsForm(): boolean {
    return this.root.dataset['state'] === 'form';
  }

  show(title: string, content: HTMLElement, state: 'list' | 'form'): void {
    this.#title.textContent = title;
    this.root.dataset['state'] = state;
    if (content.parentElement === this.#content) return;
    this.#content.replaceChildren(content);
    this.root.scrollTop = 0;
  }

  /** Opens the sheet; closing it gives the focus back to where it was. */
  open(): void {
    if (!this.isOpen && document.activeElement instanceof HTMLElement) this.#back = document.activeElement;
    this.root.classList.add('is-open');
  }

  close(): void {
    this.root.classList.remove('is-open');
    // What was pressed to come here may be drawn anew or be gone.
    if (this.#back) (this.#back.isConnected ? this.#back : this.#title).focus({ preventScroll: true });
    this.#back = null;
  }

  focusTitle(): void {
    this.#title.focus({ preventScroll: true });
  }
}
