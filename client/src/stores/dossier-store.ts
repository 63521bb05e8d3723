import type { Client, DossierCommand, DossierView } from '@draagvlak/contract/client';
import { type Failure, failureOf } from './failure.ts';
import { Followed } from './followed.ts';
import type { Loaded } from './resource.ts';
import type { Listener, Subscribable, Unsubscribe } from './store.ts';

/** How an act ended: done, or why not. */
export type Outcome = { readonly done: true } | { readonly done: false; readonly failure: Failure };

/** The part of `EventSource` that we use; a test gives its own. */
export interface Events {
  addEventListener(type: string, listener: (event: Event) => void): void;
  close(): void;
}

/**
 * One dossier as the person who looks may see it. While anybody follows it, the server's stream of events keeps it
 * fresh: every act of anybody shows without a reload.
 */
export class DossierStore implements Subscribable {
  readonly id: string;
  readonly #client: Client;
  readonly #resource: Followed<DossierView>;
  readonly #openEvents: (url: string) => Events;
  readonly #changes = new Set<(version: number) => void>();
  readonly #keptTexts = new Set<Listener>();
  readonly #notes = new Set<Listener>();
  /** Who shows what waits for the text of a draft, such as a gate; the others need not load again while people write. */
  readonly #waitForText = new Set<Listener>();
  /** Follow this as well, and the view keeps up with what is written in the drafts. */
  readonly drafts: Subscribable = {
    subscribe: (listener) => {
      this.#waitForText.add(listener);
      return () => void this.#waitForText.delete(listener);
    },
  };
  #seen = 0;

  constructor(id: string, client: Client, openEvents: (url: string) => Events = (url) => new EventSource(url)) {
    this.id = id;
    this.#client = client;
    this.#openEvents = openEvents;
    this.#resource = new Followed(
      () => client.dossier(id),
      () => this.#follow(),
    );
  }

  get state(): Loaded<DossierView> {
    return this.#resource.state;
  }
  get view(): DossierView | null {
    return this.#resource.value;
  }

  /** The first follower loads the dossier and opens the stream, the last one closes it. */
  subscribe(listener: Listener): Unsubscribe {
    return this.#resource.subscribe(listener);
  }

  /** Called after any act in the dossier, for who holds more of it than this view: comments, a comparison, the log. */
  onChange(listener: (version: number) => void): Unsubscribe {
    this.#changes.add(listener);
    return () => void this.#changes.delete(listener);
  }

  /** Called when the server put aside text of this person, and when it may have done so unheard. */
  onKeptText(listener: Listener): Unsubscribe {
    this.#keptTexts.add(listener);
    return () => void this.#keptTexts.delete(listener);
  }

  /** Called when margin notes on a draft changed, and when they may have done so unheard. */
  onNotes(listener: Listener): Unsubscribe {
    this.#notes.add(listener);
    return () => void this.#notes.delete(listener);
  }

  reload(): Promise<void> {
    return this.#resource.load();
  }

  async act(command: DossierCommand): Promise<Outcome> {
    try {
      const { dossier } = await this.#client.command(this.id, command);
      this.#take(dossier);
      return { done: true };
    } catch (error) {
      return { done: false, failure: failureOf(error) };
    }
  }

  /** Answers of two acts may cross each other: an older view never replaces a newer one. */
  #take(view: DossierView): void {
    if (this.view && this.view.version > view.version) return;
    this.#resource.hold(view);
    this.#noticed(view.version);
  }

  #noticed(version: number): void {
    if (version <= this.#seen) return;
    this.#seen = version;
    for (const listener of this.#changes) listener(version);
  }

  #textKept(): void {
    for (const listener of this.#keptTexts) listener();
  }

  #noted(): void {
    for (const listener of this.#notes) listener();
  }

  /** Opens the stream of news; returns how to close it. */
  #follow(): Unsubscribe {
    const events = this.#openEvents(this.#client.eventsUrl(this.id));
    let opened = false;
    events.addEventListener('open', () => {
      // The stream came back: what happened meanwhile was not told.
      if (opened) {
        void this.#resource.load();
        this.#textKept();
        this.#noted();
      }
      opened = true;
    });
    events.addEventListener('written', () => {
      if (this.#waitForText.size > 0) void this.#resource.load();
    });
    events.addEventListener('notes', () => this.#noted());
    events.addEventListener('kept-text', () => this.#textKept());
    events.addEventListener('changed', (event) => {
      const { version } = JSON.parse((event as MessageEvent<string>).data) as { version: number };
      if (version <= this.#seen && this.view && this.view.version >= version) return;
      this.#noticed(version);
      void this.#resource.load();
    });
    return () => events.close();
  }
}
