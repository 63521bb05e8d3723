import type { Client, KeptTextView } from '@draagvlak/contract/client';
import type { DossierStore } from './dossier-store.ts';
import { type Failure, failureOf } from './failure.ts';
import { Followed } from './followed.ts';
import type { Loaded } from './resource.ts';
import type { Listener, Subscribable, Unsubscribe } from './store.ts';

/** This person's texts that lost their place in one draft. The server keeps them; while followed, news of it is heard. */
export class KeptTexts implements Subscribable {
  readonly #draft: string;
  readonly #client: Pick<Client, 'keptTexts' | 'saveKeptText' | 'deleteKeptText'>;
  readonly #resource: Followed<readonly KeptTextView[]>;

  constructor(
    draft: string,
    client: Pick<Client, 'keptTexts' | 'saveKeptText' | 'deleteKeptText'>,
    dossier: Pick<DossierStore, 'onKeptText'>,
  ) {
    this.#draft = draft;
    this.#client = client;
    this.#resource = new Followed(
      () => client.keptTexts(draft),
      (reload) => dossier.onKeptText(() => void reload()),
    );
  }

  get state(): Loaded<readonly KeptTextView[]> {
    return this.#resource.state;
  }

  subscribe(listener: Listener): Unsubscribe {
    return this.#resource.subscribe(listener);
  }

  /** Puts a text aside on the server; `false` when that failed, and then only the screen has it. */
  async keep(id: string, text: string): Promise<boolean> {
    try {
      const kept = await this.#client.saveKeptText(this.#draft, { id, text });
      this.#resource.hold([...(this.state.value ?? []).filter((one) => one.id !== id), kept]);
      return true;
    } catch (error) {
      failureOf(error);
      return false;
    }
  }

  /** Throws a text away for good; resolves with what stood in the way, if anything. */
  async letGo(id: string): Promise<Failure | null> {
    try {
      await this.#client.deleteKeptText(this.#draft, id);
      this.#resource.hold((this.state.value ?? []).filter((one) => one.id !== id));
      return null;
    } catch (error) {
      return failureOf(error);
    }
  }
}
