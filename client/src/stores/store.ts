export type Listener = () => void;
export type Unsubscribe = () => void;

/** Anything a screen can follow without knowing what is behind it. */
export interface Subscribable {
  subscribe(listener: Listener): Unsubscribe;
}

/** Holds one value and tells who listens when it changed. */
export class Store<T> implements Subscribable {
  #value: T;
  readonly #listeners = new Set<Listener>();

  constructor(value: T) {
    this.#value = value;
  }

  get value(): T {
    return this.#value;
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }

  subscribe(listener: Listener): Unsubscribe {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  get followed(): boolean {
    return this.#listeners.size > 0;
  }
}
