import type { ReactiveController, ReactiveControllerHost } from 'lit';

interface Host extends HTMLElement, ReactiveControllerHost {}

/** Where the keyboard is on the workbench: brings it where the work goes on, and back when what had it went away. */
export class DeskFocus implements ReactiveController {
  readonly #host: Host;
  /** What had the keyboard last. */
  #focused: Element | null = null;
  /** Number of the frame in which it is looked for; 0 for none. */
  #looking = 0;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('focusin', this.#came);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('focusin', this.#came);
    cancelAnimationFrame(this.#looking);
    this.#looking = 0;
  }

  hostUpdated(): void {
    this.#looking ||= requestAnimationFrame(() => {
      this.#looking = 0;
      // A button that did its work and went takes the keyboard with it: it comes back to the comment.
      if (document.activeElement === document.body && this.#focused?.isConnected === false) this.toComment();
    });
  }

  /** To the comment in sight, so that Tab goes on from there and who listens hears which it is. */
  toComment(): void {
    void this.#host.updateComplete
      .then(() => this.#host.querySelector('comment-pane')?.updateComplete)
      .then(() => this.#host.querySelector<HTMLElement>('#reactie-kop')?.focus({ preventScroll: isWide() }));
  }

  /** After a step to another line: who walks through the list itself stays in it; else to the comment. */
  follow(): void {
    if (document.activeElement?.closest('.clist') == null) return this.toComment();
    void this.#host.updateComplete
      .then(() => this.#host.querySelector('comment-list')?.updateComplete)
      .then(() => this.#host.querySelector<HTMLElement>('.clist [aria-current]')?.focus({ preventScroll: true }));
  }

  /** To the first field of the decision that lacks something. */
  async toFault(): Promise<void> {
    await this.#host.updateComplete;
    await this.#host.querySelector('comment-pane')?.updateComplete;
    const form = this.#host.querySelector('disposition-form');
    await form?.updateComplete;
    const wrong = form?.querySelector<HTMLElement>(
      '.has-error :is(input, textarea, select), .field:has(.error-text) button',
    );
    wrong?.focus();
  }

  readonly #came = ({ target }: Event): void => {
    this.#focused = target as Element;
  };
}

const isWide = (): boolean => matchMedia('(min-width: 64rem)').matches;
