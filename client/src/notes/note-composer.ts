import { NOTE_LENGTH, type NoteWords } from '@draagvlak/contract/client';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newId } from '../editor/new-id.ts';
import { LightElement } from '../elements/light-element.ts';
import { refusal } from '../elements/states.ts';
import type { Failure } from '../stores/failure.ts';
import { words } from '../stores/words.ts';
import { type Author, matching, mentionAt, mentionsIn } from './mention.ts';

let counter = 0;

/** A field for a note or an answer. @ offers the names of fellow authors; Ctrl+Enter sends, Escape leaves. */
@customElement('note-composer')
export class NoteComposer extends LightElement {
  @property() label = '';
  @property() sendLabel = '';
  @property({ attribute: false }) authors: readonly Author[] = [];
  @property({ attribute: false }) send: (words: NoteWords) => Promise<Failure | null> = () => Promise.resolve(null);
  @property({ attribute: false }) cancel: (() => void) | null = null;
  @state() private offered: readonly Author[] = [];
  @state() private chosen = 0;
  @state() private failure: Failure | null = null;
  @state() private sending = false;
  #id = newId();
  readonly #list = `noem-${(counter += 1)}`;

  override render() {
    const { notes } = words();
    const option = (index: number) => `${this.#list}-${index}`;
    return html`<form
      class="note-form"
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#send();
      }}
    >
      <div class="field">
        <label class="hidden-text" for=${`${this.#list}-veld`}>${this.label}</label>
        <textarea
          id=${`${this.#list}-veld`}
          rows="2"
          maxlength=${NOTE_LENGTH}
          placeholder=${this.label}
          aria-autocomplete="list"
          aria-controls=${this.offered.length > 0 ? this.#list : nothing}
          aria-activedescendant=${this.offered.length > 0 ? option(this.chosen) : nothing}
          aria-describedby=${`${this.#list}-uitleg`}
          @input=${() => this.#offer()}
          @keydown=${(event: KeyboardEvent) => this.#keydown(event)}
          @blur=${() => (this.offered = [])}
        ></textarea>
        ${
          this.offered.length === 0
            ? nothing
            : html`<ul class="mention-list" role="listbox" id=${this.#list} aria-label=${notes.mention}>
                ${this.offered.map(
                  (author, index) =>
                    html`<li
                      role="option"
                      id=${option(index)}
                      aria-selected=${String(index === this.chosen)}
                      @mousedown=${(event: Event) => {
                        event.preventDefault();
                        this.#take(author);
                      }}
                    >
                      ${author.name}
                    </li>`,
                )}
              </ul>`
        }
        <p class="hidden-text" role="status">
          ${this.offered.length === 0 ? nothing : notes.mentions(this.offered.length)}
        </p>
        <p class=${this.cancel === null ? 'hidden-text' : 'small quiet'} id=${`${this.#list}-uitleg`}>
          ${notes.mentionHint}
        </p>
      </div>
      ${refusal(this.failure)}
      <div class="buttons tight">
        <button class="button small" type="submit" ?disabled=${this.sending}>${this.sendLabel}</button>
        ${
          this.cancel === null
            ? nothing
            : html`<button class="button small plain" type="button" @click=${() => this.cancel?.()}>
                ${notes.cancel}
              </button>`
        }
      </div>
    </form>`;
  }

  override focus(): void {
    this.#field?.focus();
  }

  /** True while there are words that were not sent. */
  get busy(): boolean {
    return (this.#field?.value.trim() ?? '') !== '';
  }

  get #field(): HTMLTextAreaElement | null {
    return this.querySelector('textarea');
  }

  #offer(): void {
    const field = this.#field;
    const mention = field === null ? null : mentionAt(field.value, field.selectionStart);
    this.offered = mention === null ? [] : matching(this.authors, mention.typed);
    this.chosen = 0;
  }

  #take(author: Author): void {
    const field = this.#field;
    const mention = field === null ? null : mentionAt(field.value, field.selectionStart);
    if (field === null || mention === null) return;
    field.setRangeText(`@${author.name} `, mention.from, field.selectionStart, 'end');
    this.offered = [];
  }

  #keydown(event: KeyboardEvent): void {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void this.#send();
      return;
    }
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (this.offered.length > 0) this.offered = [];
      else this.cancel?.();
      return;
    }
    if (this.offered.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      this.chosen = (this.chosen + step + this.offered.length) % this.offered.length;
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      const author = this.offered[this.chosen];
      if (author !== undefined) this.#take(author);
    }
  }

  async #send(): Promise<void> {
    const field = this.#field;
    const text = field?.value.trim() ?? '';
    if (field === null || this.sending) return;
    if (text === '') return field.focus();
    this.sending = true;
    // The same id until it is stored, so that a second try makes no second note.
    this.failure = await this.send({ id: this.#id, text, mentions: mentionsIn(text, this.authors) });
    this.sending = false;
    if (this.failure !== null) return;
    this.#id = newId();
    field.value = '';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'note-composer': NoteComposer;
  }
}
