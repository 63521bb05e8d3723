import type { ReadingClient, DossierCommand, DossierView, ReadingView, SessionView } from '@draagvlak/contract/client';
import type { Events, Outcome } from '../stores/dossier-store.ts';
import { failureOf } from '../stores/failure.ts';
import { Resource } from '../stores/resource.ts';

/** A frozen text with what this person may know of it; fresh after every act of anybody in the dossier. */
export class ReadingStore {
  readonly version: string;
  readonly dossier: string;
  readonly client: ReadingClient;
  readonly reading: Resource<ReadingView>;
  readonly people: Resource<{ readonly session: SessionView; readonly dossier: DossierView }>;

  constructor(client: ReadingClient, version: string, dossier: string) {
    this.client = client;
    this.version = version;
    this.dossier = dossier;
    this.reading = new Resource(() => client.version(version));
    this.people = new Resource(async () => {
      const [session, view] = await Promise.all([client.session(), client.dossier(dossier)]);
      return { session, dossier: view };
    });
  }

  /** Loads all and follows the dossier's events until told to stop. */
  start(openEvents: (url: string) => Events = (url) => new EventSource(url)): () => void {
    void this.reading.load();
    void this.people.load();
    const events = openEvents(this.client.eventsUrl(this.dossier));
    events.addEventListener('changed', () => void this.reading.load());
    let opened = false;
    events.addEventListener('open', () => {
      if (opened) void this.reading.load();
      opened = true;
    });
    return () => events.close();
  }

  async act(command: DossierCommand): Promise<Outcome> {
    try {
      await this.client.command(this.dossier, command);
    } catch (error) {
      return { done: false, failure: failureOf(error) };
    }
    await this.reading.load();
    return { done: true };
  }
}
