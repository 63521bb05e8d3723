import {
  type CommentView,
  type ReadingClient,
  type DossierCommand,
  type DossierView,
  type FollowingClient,
  READING_LISTS,
  type ReadingView,
  type SessionView,
} from '@draagvlak/contract/client';
import type { Events, Outcome } from '../stores/dossier-store.ts';
import { failureOf } from '../stores/failure.ts';
import { FollowedView } from '../stores/followed-view.ts';
import { Resource } from '../stores/resource.ts';

type FollowingReader = ReadingClient & FollowingClient;

/** A frozen text with what this person may know of it; fresh after every act of anybody in the dossier. */
export class ReadingStore {
  readonly version: string;
  readonly dossier: string;
  readonly client: FollowingReader;
  readonly reading: FollowedView<ReadingView, 'comments'>;
  readonly people: Resource<{ readonly session: SessionView; readonly dossier: DossierView }>;
  /** Own comments on the concept before, which an objection can uphold; without them one can object as well. */
  readonly earlier: Resource<readonly CommentView[]>;

  constructor(client: FollowingReader, version: string, dossier: string) {
    this.client = client;
    this.version = version;
    this.dossier = dossier;
    this.reading = new FollowedView({
      all: () => client.version(version),
      changes: (since) => client.versionChanges(version, since),
      lists: READING_LISTS,
    });
    this.people = new Resource(async () => {
      const [session, view] = await Promise.all([client.session(), client.dossier(dossier)]);
      return { session, dossier: view };
    });
    this.earlier = new Resource(() => this.#ownEarlier());
  }

  /** The secretary registers what came in on paper, by mail or in a meeting, also after the round. */
  get registers(): boolean {
    const { dossier } = this.people.value ?? {};
    return (
      dossier !== undefined &&
      dossier.roles.includes('secretary') &&
      dossier.allowed.some(({ command, refusal }) => command === 'submit-comment' && refusal === null) &&
      (this.reading.value?.round ?? null) !== null
    );
  }

  get mayComment(): boolean {
    return this.reading.value?.mayComment === true || this.registers;
  }

  /** Loads all and follows the dossier's events until told to stop. */
  start(openEvents: (url: string) => Events = (url) => new EventSource(url)): () => void {
    void Promise.all([this.reading.load(), this.people.load()]).then(() => this.earlier.load());
    const events = openEvents(this.client.eventsUrl(this.dossier));
    events.addEventListener('changed', (event) => {
      const { version } = JSON.parse((event as MessageEvent<string>).data) as { version: number };
      void this.reading.heard(version);
    });
    return () => events.close();
  }

  async act(command: DossierCommand): Promise<Outcome> {
    const { version } = this;
    try {
      await this.reading.act(
        (since) => this.client.actReading(this.dossier, command, since === null ? null : { version, since }),
        ({ reading }) => reading,
      );
    } catch (error) {
      return { done: false, failure: failureOf(error) };
    }
    return { done: true };
  }

  async #ownEarlier(): Promise<readonly CommentView[]> {
    const view = this.reading.value;
    if (view?.round?.kind !== 'inspection') return [];
    const { documents } = this.people.value?.dossier ?? { documents: [] };
    const versions = documents.find(({ id }) => id === view.version.document)?.versions ?? [];
    const before = versions.filter(({ frozenAt }) => frozenAt < view.version.frozenAt).at(-1);
    if (!before) return [];
    const { comments } = await this.client.version(before.id);
    return comments.filter(({ mine, withdrawnAt }) => mine && withdrawnAt === null);
  }
}
