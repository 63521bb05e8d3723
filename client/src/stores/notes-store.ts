import type { Client, NoteAnchor, NotesView, NoteView, NoteWords } from '@draagvlak/contract/client';
import type { DossierStore } from './dossier-store.ts';
import { type Failure, failureOf } from './failure.ts';
import { Followed } from './followed.ts';
import type { Loaded } from './resource.ts';
import type { Listener, Subscribable, Unsubscribe } from './store.ts';

type NotesClient = Pick<
  Client,
  'notes' | 'addNote' | 'replyToNote' | 'markNote' | 'seeNote' | 'deleteNote' | 'deleteNoteReply'
>;

/** The margin notes on one draft; while followed, those of colleagues come in by themselves. Acts answer what went wrong. */
export class NotesStore implements Subscribable {
  readonly #draft: string;
  readonly #client: NotesClient;
  readonly #resource: Followed<NotesView>;

  constructor(draft: string, client: NotesClient, dossier: Pick<DossierStore, 'onNotes'>) {
    this.#draft = draft;
    this.#client = client;
    this.#resource = new Followed(
      () => client.notes(draft),
      (reload) => dossier.onNotes(() => void reload()),
    );
  }

  get state(): Loaded<NotesView> {
    return this.#resource.state;
  }

  subscribe(listener: Listener): Unsubscribe {
    return this.#resource.subscribe(listener);
  }

  add(note: NoteWords & { readonly anchor: NoteAnchor }): Promise<Failure | null> {
    return this.#act(() => this.#client.addNote(this.#draft, note));
  }

  reply(note: string, reply: NoteWords): Promise<Failure | null> {
    return this.#act(() => this.#client.replyToNote(this.#draft, note, reply));
  }

  mark(note: string, done: boolean): Promise<Failure | null> {
    return this.#act(() => this.#client.markNote(this.#draft, note, done));
  }

  see(note: string): Promise<Failure | null> {
    return this.#act(() => this.#client.seeNote(this.#draft, note));
  }

  delete(note: string): Promise<Failure | null> {
    return this.#act(() => this.#client.deleteNote(this.#draft, note));
  }

  deleteReply(note: string, reply: string): Promise<Failure | null> {
    return this.#act(() => this.#client.deleteNoteReply(this.#draft, note, reply));
  }

  async #act(act: () => Promise<NoteView | void>): Promise<Failure | null> {
    try {
      await act();
    } catch (error) {
      return failureOf(error);
    }
    await this.#resource.load();
    return null;
  }
}
