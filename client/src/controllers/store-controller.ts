import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Subscribable, Unsubscribe } from '../stores/store.ts';

/**
 * Renders its element again whenever the store it follows changes. Which store that is may depend on a property: it is
 * asked again before every render.
 */
export class StoreController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #find: () => Subscribable | null;
  #followed: Subscribable | null = null;
  #unsubscribe: Unsubscribe | null = null;

  constructor(host: ReactiveControllerHost, find: () => Subscribable | null) {
    this.#host = host;
    this.#find = find;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const store = this.#find();
    if (store === this.#followed && this.#unsubscribe) return;
    this.#unsubscribe?.();
    this.#followed = store;
    this.#unsubscribe = store?.subscribe(() => this.#host.requestUpdate()) ?? null;
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = null;
    this.#followed = null;
  }
}
