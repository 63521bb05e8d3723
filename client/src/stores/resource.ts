import { type Failure, failureOf } from './failure.ts';
import { type Listener, Store, type Subscribable, type Unsubscribe } from './store.ts';

/** Something read from the server. While it is read again, and when that fails, the last good value stays. */
export interface Loaded<T> {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed';
  readonly value: T | null;
  readonly failure: Failure | null;
}

/** Reads a value, holds it and reads it again when asked; one request at a time, the last wish is always honoured. */
export class Resource<T> implements Subscribable {
  readonly #store: Store<Loaded<T>> = new Store<Loaded<T>>({ status: 'idle', value: null, failure: null });
  readonly #read: () => Promise<T>;
  #running: Promise<void> | null = null;
  #again = false;

  constructor(read: () => Promise<T>) {
    this.#read = read;
  }

  get state(): Loaded<T> {
    return this.#store.value;
  }
  get value(): T | null {
    return this.#store.value.value;
  }

  subscribe(listener: Listener): Unsubscribe {
    return this.#store.subscribe(listener);
  }

  /** A value that an act just gave back, so that the screen need not ask again. */
  hold(value: T): void {
    this.#store.set({ status: 'ready', value, failure: null });
  }

  /** Reads once; a call while one is running makes it read once more, so that no change in between is missed. */
  load(): Promise<void> {
    if (this.#running) {
      this.#again = true;
      return this.#running;
    }
    this.#running = this.#run().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  async #run(): Promise<void> {
    do {
      this.#again = false;
      const { value } = this.#store.value;
      if (value === null) this.#store.set({ status: 'loading', value, failure: null });
      try {
        this.#store.set({ status: 'ready', value: await this.#read(), failure: null });
      } catch (error) {
        this.#store.set({ status: 'failed', value: this.#store.value.value, failure: failureOf(error) });
      }
    } while (this.#again);
  }
}
