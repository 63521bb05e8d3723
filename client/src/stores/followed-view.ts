import { type Followable, type Lists, type Update, withChanges } from '@draagvlak/contract/client';
import { failureOf } from './failure.ts';
import type { Loaded } from './resource.ts';
import { type Listener, Store, type Subscribable, type Unsubscribe } from './store.ts';

/** Where a view comes from, and what is in it. */
export interface Source<View extends Followable, Names extends keyof View> {
  readonly all: () => Promise<View>;
  readonly changes: (since: string) => Promise<Update<View, Names>>;
  readonly lists: Lists<View, Names>;
  /** When all of it had to be read again: the view in which what stayed the same is the same object. */
  readonly again?: (before: View, now: View) => View;
}

/**
 * A view that is read whole once; from then on only what changed. What is here is always exactly what the server gave at
 * one moment: changes to another state than this one are put aside and asked anew, and where the server does not know
 * this state any more all is read. One request at a time.
 */
export class FollowedView<View extends Followable, Names extends keyof View> implements Subscribable {
  readonly #store = new Store<Loaded<View>>({ status: 'idle', value: null, failure: null });
  readonly #source: Source<View, Names>;
  #running: Promise<void> | null = null;
  #again = false;
  /** State of the dossier that was told of. */
  #wanted = 0;
  #acts = 0;

  constructor(source: Source<View, Names>) {
    this.#source = source;
  }

  get state(): Loaded<View> {
    return this.#store.value;
  }
  get value(): View | null {
    return this.#store.value.value;
  }

  subscribe(listener: Listener): Unsubscribe {
    return this.#store.subscribe(listener);
  }

  /** Reads what is new, whether or not anything was told of; a call while it reads makes it read once more. */
  load(): Promise<void> {
    this.#again = true;
    return this.#start();
  }

  /** The dossier came to this state; what is here already is not read again. */
  heard(version: number): Promise<void> {
    this.#wanted = Math.max(this.#wanted, version);
    // The answer to an act brings what it changed; what is missing then is read afterwards.
    return this.#isBehind() && this.#acts === 0 ? this.#start() : Promise.resolve();
  }

  /**
   * Carries out an act of who reads, told which state they have. Resolves once what it changed is here, or could not be
   * read.
   */
  async act<Answer extends { readonly version: number }>(
    act: (since: string | null) => Promise<Answer>,
    updateIn: (answer: Answer) => Update<View, Names> | null,
  ): Promise<Answer> {
    this.#acts += 1;
    let answer: Answer;
    try {
      answer = await act(this.value?.state ?? null);
      const update = updateIn(answer);
      if (update !== null) this.#take(update);
    } finally {
      this.#acts -= 1;
      // What was told of meanwhile by others, also when the act was refused.
      void this.heard(0);
    }
    await this.heard(answer.version);
    return answer;
  }

  #isBehind(): boolean {
    return (this.value?.asOf ?? -1) < this.#wanted;
  }

  #start(): Promise<void> {
    this.#running ??= this.#run().finally(() => (this.#running = null));
    return this.#running;
  }

  async #run(): Promise<void> {
    do {
      this.#again = false;
      const { value } = this;
      if (value === null) this.#store.set({ status: 'loading', value, failure: null });
      try {
        if (value === null) this.#take({ kind: 'all', view: await this.#source.all() });
        else this.#take(await this.#source.changes(value.state));
      } catch (error) {
        this.#store.set({ status: 'failed', value: this.value, failure: failureOf(error) });
        return;
      }
    } while (this.#again || this.#isBehind());
  }

  /** Answers can cross each other: one about an earlier moment never takes the place of a later one. */
  #take(update: Update<View, Names>): void {
    const { value } = this;
    const { again, lists } = this.#source;
    const { asOf } = update.kind === 'all' ? update.view : update.parts;
    let next = value;
    if (value === null) next = update.kind === 'all' ? update.view : null;
    else if (asOf >= value.asOf) {
      if (update.kind === 'changes') next = withChanges(value, update, lists) ?? value;
      else next = again?.(value, update.view) ?? update.view;
    }
    if (next !== null) this.#store.set({ status: 'ready', value: next, failure: null });
  }
}
