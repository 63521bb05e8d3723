import type { HandlingClient, StandardAnswer, StandardAnswersView } from '@draagvlak/contract/client';
import { type Failure, failureOf } from '../stores/failure.ts';
import { type Loaded, Resource } from '../stores/resource.ts';
import type { Listener, Subscribable, Unsubscribe } from '../stores/store.ts';

/** The standard answers of one dossier; read when somebody first wants one. */
export class AnswersStore implements Subscribable {
  readonly #dossier: string;
  readonly #client: HandlingClient;
  readonly #resource: Resource<StandardAnswersView>;

  constructor(dossier: string, client: HandlingClient) {
    this.#dossier = dossier;
    this.#client = client;
    this.#resource = new Resource(() => client.standardAnswers(dossier));
  }

  get state(): Loaded<StandardAnswersView> {
    return this.#resource.state;
  }

  subscribe(listener: Listener): Unsubscribe {
    return this.#resource.subscribe(listener);
  }

  load(): Promise<void> {
    return this.#resource.load();
  }

  save(answer: StandardAnswer): Promise<Failure | null> {
    return this.#change(() => this.#client.saveStandardAnswer(this.#dossier, answer));
  }

  remove(id: string): Promise<Failure | null> {
    return this.#change(() => this.#client.deleteStandardAnswer(this.#dossier, id));
  }

  async #change(act: () => Promise<void>): Promise<Failure | null> {
    try {
      await act();
    } catch (error) {
      return failureOf(error);
    }
    await this.#resource.load();
    return null;
  }
}
