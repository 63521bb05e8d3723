import type { Client, SearchView } from '@draagvlak/contract/client';
import { type Failure, failureOf } from '../stores/failure.ts';
import { type Listener, Store, type Subscribable, type Unsubscribe } from '../stores/store.ts';

export interface Finding {
  /** The words the answer is for. */
  readonly words: string;
  readonly answer: SearchView | null;
  readonly searching: boolean;
  readonly failure: Failure | null;
}

const NOTHING: Finding = { words: '', answer: null, searching: false, failure: null };

/** Asks while somebody types: one question at a time, always the last one, and an old answer never replaces a newer. */
export class Finder implements Subscribable {
  readonly #client: Pick<Client, 'search'>;
  readonly #state = new Store<Finding>(NOTHING);
  #wanted: { readonly words: string; readonly dossier: string | null } | null = null;
  #running = false;

  constructor(client: Pick<Client, 'search'>) {
    this.#client = client;
  }

  get value(): Finding {
    return this.#state.value;
  }

  subscribe(listener: Listener): Unsubscribe {
    return this.#state.subscribe(listener);
  }

  /** Without words nothing is found, but the server gets ready for the first ones. */
  ask(words: string, dossier: string | null): void {
    this.#wanted = { words: words.trim(), dossier };
    if (words.trim() === '') this.#state.set(NOTHING);
    else this.#state.set({ ...this.#state.value, searching: true });
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let next = this.#wanted; next !== null; next = this.#wanted) {
      this.#wanted = null;
      const { words, dossier } = next;
      let found: Finding;
      try {
        const answer = await this.#client.search(words, dossier);
        found = { words, answer: words === '' ? null : answer, searching: false, failure: null };
      } catch (error) {
        found = { words, answer: null, searching: false, failure: failureOf(error) };
      }
      const asked = this.#wanted as { readonly words: string } | null;
      if (asked === null) this.#state.set(found);
      else if (asked.words !== '') this.#state.set({ ...found, searching: true });
    }
    this.#running = false;
  }
}
