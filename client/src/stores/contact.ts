import type { Client, ContactView } from '@draagvlak/contract/client';
import { failureOf } from './failure.ts';
import { Store } from './store.ts';

/** Whom to ask, for the foot of every page and the help page; `null` until known, and where nobody is named. */
export class ContactStore extends Store<ContactView['contact']> {
  readonly #client: Pick<Client, 'contact'>;

  constructor(client: Pick<Client, 'contact'>) {
    super(null);
    this.#client = client;
  }

  async load(): Promise<void> {
    try {
      this.set((await this.#client.contact()).contact);
    } catch (error) {
      // The page works without it; a line that is down is told elsewhere.
      failureOf(error);
    }
  }
}
