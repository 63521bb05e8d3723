import { Resource } from './resource.ts';
import type { Listener, Unsubscribe } from './store.ts';

/** A resource that keeps itself fresh while anybody follows it: the first follower starts that, the last one ends it. */
export class Followed<T> extends Resource<T> {
  readonly #begin: (reload: () => Promise<void>) => Unsubscribe;
  #followers = 0;
  #end: Unsubscribe | null = null;

  /** @param begin starts to hear of news, told how to read again; returns how to stop */
  constructor(read: () => Promise<T>, begin: (reload: () => Promise<void>) => Unsubscribe) {
    super(read);
    this.#begin = begin;
  }

  override subscribe(listener: Listener): Unsubscribe {
    const unsubscribe = super.subscribe(listener);
    this.#followers += 1;
    if (this.#followers === 1) {
      this.#end = this.#begin(() => this.load());
      void this.load();
    }
    let gone = false;
    return () => {
      if (gone) return;
      gone = true;
      unsubscribe();
      this.#followers -= 1;
      if (this.#followers === 0) this.#end?.();
    };
  }
}
