import type { NoteView } from '@draagvlak/contract/client';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { initials } from '../elements/people-here.ts';
import type { Failure } from '../stores/failure.ts';
import type { NotesStore } from '../stores/notes-store.ts';
import { words } from '../stores/words.ts';
import { type Author, mentionsIn } from './mention.ts';
import './note-composer.ts';

/** What happened to a note, for who listens and for what the pane says of it. */
export class NoteActedEvent extends Event {
  readonly message: string;
  readonly failure: Failure | null;
  constructor(message: string, failure: Failure | null) {
    super('note-acted', { bubbles: true, composed: true });
    this.message = message;
    this.failure = failure;
  }
}

/** One note with its answers; unfolded when it is the one that is looked at. */
@customElement('note-card')
export class NoteCard extends LightElement {
  @property({ attribute: false }) note: NoteView | null = null;
  @property({ attribute: false }) store: NotesStore | null = null;
  @property({ attribute: false }) authors: readonly Author[] = [];
  /** Id of the person who looks. */
  @property() me = '';
  @property({ type: Number }) number = 0;
  /** Number and title of the section the passage is in. */
  @property({ attribute: false }) section: string | null = null;
  @property({ attribute: false }) place: 'here' | 'changed' | 'gone' | 'done' = 'here';
  @property({ type: Boolean }) active = false;
  @property({ type: Boolean }) mayWrite = false;
  @property({ attribute: false }) goToText: () => void = () => {};
  @property({ attribute: false }) openIt: () => void = () => {};

  override render() {
    const { note } = this;
    if (note === null) return nothing;
    const { notes } = words();
    const unfolded = this.active;
    const classes = `note${unfolded ? ' is-here' : ''}${note.unread ? ' is-unread' : ''}`;
    return html`<article
      class=${classes}
      aria-label=${notes.number(this.number, note.by.name)}
      @focusin=${() => this.#seen()}
      @click=${(event: Event) => this.#pressed(event)}
    >
      ${this.#head(note.by.person, note.by.name, note.at, true)}
      ${
        this.place === 'here'
          ? nothing
          : html`<p class="small quiet note-quote">
              ${{ gone: notes.goneNote, changed: notes.changed, done: nothing }[this.place]} <q>${note.anchor.quote}</q>
            </p>`
      }
      <p class="note-text">${this.#text(note.text)}</p>
      ${
        note.done === null
          ? nothing
          : html`<p class="small quiet">${notes.doneBy(note.done.by.name, this.#when(note.done.at))}</p>`
      }
      ${unfolded ? this.#unfolded(note) : this.#folded(note)}
    </article>`;
  }

  #head(person: string, name: string, at: string, own: boolean) {
    const { notes } = words();
    const where = own && this.section !== null ? `${notes.at(this.section)}, ` : '';
    return html`<header>
      ${own ? html`<span class="note-no" aria-hidden="true">${this.number}</span>` : nothing}
      <span class="who small" aria-hidden="true">${initials(name)}</span>
      <b>${person === this.me ? notes.you : name}</b>
      <span class="quiet">${where}${this.#when(at)}</span>
      ${own && this.note?.unread === true ? html`<span class="plain-tag">${notes.unread}</span>` : nothing}
    </header>`;
  }

  #folded({ replies }: NoteView) {
    const { notes } = words();
    return html`<p class="small">
      <button class="linkish" type="button" aria-expanded="false" @click=${() => this.openIt()}>
        ${replies.length === 0 ? notes.open : notes.replies(replies.length)}
      </button>
    </p>`;
  }

  #unfolded(note: NoteView) {
    const { notes } = words();
    const { store } = this;
    const act = (message: string, doIt: () => Promise<Failure | null> | undefined) => async () => {
      const failure = (await doIt()) ?? null;
      this.dispatchEvent(new NoteActedEvent(failure === null ? message : '', failure));
    };
    return html`${note.replies.map(
        (reply) =>
          html`<div class="reply">
            ${this.#head(reply.by.person, reply.by.name, reply.at, false)}
            <p class="note-text">${this.#text(reply.text)}</p>
            ${
              reply.by.person === this.me
                ? html`<p>
                    <button
                      class="linkish small"
                      type="button"
                      @click=${act(notes.removed, () => store?.deleteReply(note.id, reply.id))}
                    >
                      ${notes.removeReply}
                    </button>
                  </p>`
                : nothing
            }
          </div>`,
      )}
      ${
        this.mayWrite
          ? html`<note-composer
              .label=${notes.reply}
              .sendLabel=${notes.sendReply}
              .authors=${this.authors.filter(({ person }) => person !== this.me)}
              .send=${(said: Parameters<NotesStore['reply']>[1]) => store?.reply(note.id, said)}
            ></note-composer>`
          : nothing
      }
      <div class="buttons tight">
        ${
          this.place === 'gone'
            ? nothing
            : html`<button
                class="button small plain"
                type="button"
                aria-label=${notes.toText(note.anchor.quote)}
                @click=${() => this.goToText()}
              >
                ${words().notes.toTextShort}
              </button>`
        }
        ${
          this.mayWrite
            ? html`<button
                class="button small plain"
                type="button"
                @click=${act(note.done === null ? notes.settled : notes.reopened, () =>
                  store?.mark(note.id, note.done === null),
                )}
              >
                ${note.done === null ? notes.settle : notes.reopen}
              </button>`
            : nothing
        }
        ${
          note.by.person === this.me
            ? html`<button
                class="button small plain"
                type="button"
                @click=${act(notes.removed, () => store?.delete(note.id))}
              >
                ${notes.remove}
              </button>`
            : nothing
        }
      </div>`;
  }

  /** Names that are mentioned stand out. */
  #text(text: string) {
    const known = this.authors.filter(({ person }) => mentionsIn(text, this.authors).includes(person));
    if (known.length === 0) return text;
    const names = known.map(({ name }) => `@${name}`);
    const pattern = new RegExp(`(${names.map((name) => name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`);
    return text.split(pattern).map((part) => (names.includes(part) ? html`<b class="mention">${part}</b>` : part));
  }

  #when(at: string): string {
    const { dates } = words();
    const today = dates.day(at) === dates.day(new Date().toISOString());
    return today ? dates.time(at) : `${dates.dayAndMonth(at)}, ${dates.time(at)}`;
  }

  #pressed(event: Event): void {
    this.#seen();
    if (event.target instanceof Element && event.target.closest('button, textarea, a, li') !== null) return;
    if (!this.active) this.openIt();
  }

  #seen(): void {
    if (this.note?.unread === true) void this.store?.see(this.note.id);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'note-card': NoteCard;
  }
  interface HTMLElementEventMap {
    'note-acted': NoteActedEvent;
  }
}
