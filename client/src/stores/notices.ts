import { createNoticeClient, type NoticeClient, type NoticesView } from '@draagvlak/contract/client';
import type { Events } from './dossier-store.ts';
import { type Failure, failureOf } from './failure.ts';
import { type Loaded, Resource } from './resource.ts';
import { type Listener, Store, type Subscribable, type Unsubscribe } from './store.ts';

/**
 * What the person who looks should know. The server counts and tells the number over a stream, which is open only while
 * the page is looked at: a browser allows few lines to one server, and tabs behind others need none.
 */
export class NoticeStore implements Subscribable {
  readonly #client: NoticeClient;
  readonly #openEvents: (url: string) => Events;
  readonly #unread = new Store(0);
  readonly #list: Resource<NoticesView>;
  /** The list, loaded when the first screen follows it. */
  readonly list: Subscribable & { readonly state: Loaded<NoticesView> };
  readonly #listFollowers = new Set<Listener>();
  #events: Events | null = null;
  #followers = 0;

  constructor(
    client: NoticeClient = createNoticeClient(),
    openEvents: (url: string) => Events = (url) => new EventSource(url),
  ) {
    this.#client = client;
    this.#openEvents = openEvents;
    const list = new Resource(() => client.notices());
    this.#list = list;
    this.list = {
      get state() {
        return list.state;
      },
      subscribe: (listener) => {
        const stop = list.subscribe(listener);
        if (this.#listFollowers.size === 0) void list.load();
        this.#listFollowers.add(listener);
        return () => {
          stop();
          this.#listFollowers.delete(listener);
        };
      },
    };
  }

  /** How many are unread. */
  get unread(): number {
    return this.#unread.value;
  }

  /** Follows the number of unread notices. */
  subscribe(listener: Listener): Unsubscribe {
    const stop = this.#unread.subscribe(listener);
    this.#followers += 1;
    if (this.#followers === 1) {
      document.addEventListener('visibilitychange', this.#looked);
      this.#looked();
    }
    let gone = false;
    return () => {
      if (gone) return;
      gone = true;
      stop();
      this.#followers -= 1;
      if (this.#followers > 0) return;
      document.removeEventListener('visibilitychange', this.#looked);
      this.#close();
    };
  }

  /** Reads the list again. */
  reload(): Promise<void> {
    return this.#list.load();
  }

  /** Marks these lines as read, or with `null` everything that is listed now. */
  async read(ids: readonly string[] | null): Promise<Failure | null> {
    const upTo = ids === null ? (this.#list.value?.upTo ?? null) : null;
    if (ids === null && upTo === null) return null;
    try {
      const { unread } = await this.#client.readNotices({ upTo, ids: ids ?? [] });
      this.#unread.set(unread);
      if (this.#listFollowers.size > 0) await this.#list.load();
      return null;
    } catch (error) {
      return failureOf(error);
    }
  }

  readonly #looked = (): void => {
    if (document.visibilityState === 'hidden') this.#close();
    else if (this.#events === null) this.#open();
  };

  #open(): void {
    this.#events = this.#openEvents(this.#client.noticeEventsUrl());
    this.#events.addEventListener('unread', (event) => {
      const { unread } = JSON.parse((event as MessageEvent<string>).data) as { unread: number };
      this.#unread.set(unread);
      if (this.#listFollowers.size > 0) void this.#list.load();
    });
  }

  #close(): void {
    this.#events?.close();
    this.#events = null;
  }
}
