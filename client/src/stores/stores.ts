import {
  type Client,
  createClient,
  createNoticeClient,
  type NoticeClient,
  type OverviewView,
} from '@draagvlak/contract/client';
import { ContactStore } from './contact.ts';
import { DossierStore, type Events } from './dossier-store.ts';
import { HintStore } from './hints.ts';
import { KeptTexts } from './kept-texts.ts';
import { NotesStore } from './notes-store.ts';
import type { NoticeStore } from './notices.ts';
import { Resource } from './resource.ts';
import { SessionStore } from './session.ts';

/** What the screens share: the client of the API, who is signed in, and each dossier that is open. */
export interface Stores {
  readonly client: Client;
  readonly session: SessionStore;
  readonly contact: ContactStore;
  readonly hints: HintStore;
  readonly noticeClient: NoticeClient;
  /** What the person who looks should know. Who asks brings the class along: no page needs it at once. */
  noticesOf(store: typeof NoticeStore): NoticeStore;
  readonly overview: Resource<OverviewView>;
  /** One store per dossier, however many screens follow it. */
  dossier(id: string): DossierStore;
  /** What lost its place in a draft of this dossier. */
  keptTexts(dossier: string, draft: string): KeptTexts;
  /** Margin notes of the authors on a draft of this dossier. */
  notes(dossier: string, draft: string): NotesStore;
  /** Forgets everything that the person who was signed in could see. */
  forget(): void;
}

export function createStores(client: Client = createClient(), openEvents?: (url: string) => Events): Stores {
  const dossiers = new Map<string, DossierStore>();
  const keptTexts = new Map<string, KeptTexts>();
  const notes = new Map<string, NotesStore>();
  const noticeClient = createNoticeClient();
  let hints = new HintStore();
  let notices: NoticeStore | null = null;
  let overview = new Resource(() => client.overview());
  const dossier = (id: string): DossierStore => {
    let store = dossiers.get(id);
    if (!store) dossiers.set(id, (store = new DossierStore(id, client, openEvents)));
    return store;
  };
  return {
    client,
    session: new SessionStore(client),
    contact: new ContactStore(client),
    get hints() {
      return hints;
    },
    noticeClient,
    noticesOf: (Notices) => (notices ??= new Notices(noticeClient, openEvents)),
    get overview() {
      return overview;
    },
    dossier,
    keptTexts(id, draft) {
      let store = keptTexts.get(draft);
      if (!store) keptTexts.set(draft, (store = new KeptTexts(draft, client, dossier(id))));
      return store;
    },
    notes(id, draft) {
      let store = notes.get(draft);
      if (!store) notes.set(draft, (store = new NotesStore(draft, client, dossier(id))));
      return store;
    },
    forget() {
      dossiers.clear();
      keptTexts.clear();
      notes.clear();
      hints = new HintStore();
      notices = null;
      overview = new Resource(() => client.overview());
    },
  };
}
