import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Outcome } from '../stores/dossier-store.ts';
import type { KnownChange } from './change-index.ts';

/** Read marks that this reader just set or took away; the server's answer follows with the next comparison. */
export class ReadMarks implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #marked: ReadonlyMap<string, boolean> = new Map();

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    // Nothing to follow: marks are of this reader alone.
  }

  /** What is marked now; another object when a mark changed. */
  get held(): ReadonlyMap<string, boolean> {
    return this.#marked;
  }

  /** The change as this reader left it. */
  on(known: KnownChange): KnownChange {
    const mark = this.#marked.get(known.change.key);
    return mark === undefined || mark === known.read ? known : { ...known, read: mark };
  }

  /** Shows the mark at once and takes it back when it could not be kept. */
  async set(
    change: string,
    read: boolean,
    keep: (change: string, read: boolean) => Promise<Outcome>,
  ): Promise<Outcome> {
    this.#hold(new Map(this.#marked).set(change, read));
    const outcome = await keep(change, read);
    if (!outcome.done) {
      const marked = new Map(this.#marked);
      marked.delete(change);
      this.#hold(marked);
    }
    return outcome;
  }

  #hold(marked: ReadonlyMap<string, boolean>): void {
    this.#marked = marked;
    this.#host.requestUpdate();
  }
}
