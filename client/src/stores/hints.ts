import { createHintClient, type HintClient } from '@draagvlak/contract/client';
import { failureOf } from './failure.ts';
import { Store } from './store.ts';

/** Hints that this person does not want to see again; `null` until known, and then none is shown. */
export class HintStore extends Store<ReadonlySet<string> | null> {
  readonly #client: HintClient;

  constructor(client: HintClient = createHintClient()) {
    super(null);
    this.#client = client;
  }

  async load(): Promise<void> {
    try {
      this.set(new Set((await this.#client.hints()).dismissed));
    } catch (error) {
      // Without an answer there is no hint; the page says itself that the line is down.
      failureOf(error);
    }
  }

  /** Shows this hint no more. When that is not kept it comes back the next time, which is no harm. */
  async dismiss(hint: string): Promise<void> {
    this.set(new Set([...(this.value ?? []), hint]));
    try {
      await this.#client.dismissHint(hint);
    } catch (error) {
      failureOf(error);
    }
  }

  /** Shows all hints again; `false` when that could not be kept. */
  async again(): Promise<boolean> {
    try {
      await this.#client.dismissHint(null, false);
      this.set(new Set());
      return true;
    } catch (error) {
      failureOf(error);
      return false;
    }
  }
}
