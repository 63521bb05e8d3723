import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Hears every key of the page as long as its host is there. */
export class PageKeys implements ReactiveController {
  readonly #pressed: (event: KeyboardEvent) => void;

  constructor(host: ReactiveControllerHost, pressed: (event: KeyboardEvent) => void) {
    this.#pressed = pressed;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('keydown', this.#pressed);
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.#pressed);
  }
}
