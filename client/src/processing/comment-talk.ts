import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newId } from '../editor/new-id.ts';
import { LightElement } from '../elements/light-element.ts';
import { refusal } from '../elements/states.ts';
import { sign } from '../elements/sign.ts';
import type { Failure } from '../stores/failure.ts';
import { words } from '../stores/words.ts';
import type { WorkComment } from './comment-state.ts';
import type { WorkbenchActs } from './workbench-acts.ts';

/** What the committee says to each other about one comment; opening it counts as reading it. */
@customElement('comment-talk')
export class CommentTalk extends LightElement {
  @property({ attribute: false }) comment: WorkComment | null = null;
  @property({ attribute: false }) acts: WorkbenchActs | null = null;
  @property({ type: Boolean }) mayHandle = false;
  @state() private open = false;
  @state() private busy = false;
  @state() private failure: Failure | null = null;
  /** Begun and not posted, by comment, so that walking through the list loses nothing. */
  readonly #begun = new Map<string, string>();
  #seen = '';

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('comment');
    if (changed.has('comment') && before?.id !== this.comment?.id) {
      this.open = false;
      this.failure = null;
    }
  }

  override render() {
    const { comment } = this;
    if (comment === null) return nothing;
    const { talk, unread } = comment.handling;
    if (talk.length === 0 && !this.mayHandle) return nothing;
    const { handling, dates } = words();
    return html`<details
      class="talk"
      .open=${this.open}
      @toggle=${(event: Event) => {
        this.open = (event.target as HTMLDetailsElement).open;
      }}
    >
      <summary>
        ${handling.talk}
        <span class="quiet"
          >${talk.length === 0 ? nothing : handling.talkCount(talk.length)}
          ${unread === 0 ? nothing : html`<b class="is-new">${sign('quote')}${handling.talkNew(unread)}</b>`}</span
        >
      </summary>
      <p class="small quiet">${sign('lock')}${handling.talkPrivate}</p>
      <ol class="messages">
        ${talk.map(
          ({ by, at, body }) =>
            html`<li>
              <p class="small"><b>${by.name}</b> <span class="quiet">${dates.day(at)}, ${dates.time(at)}</span></p>
              <p class="message">${body ?? html`<span class="quiet">${handling.erased}</span>`}</p>
            </li>`,
        )}
      </ol>
      ${this.mayHandle ? this.#form(comment) : nothing}
    </details>`;
  }

  protected override updated(): void {
    const { comment } = this;
    const last = comment?.handling.talk.at(-1);
    if (!this.open || comment === null || last === undefined || comment.handling.unread === 0) return;
    if (this.#seen === last.id) return;
    this.#seen = last.id;
    this.acts?.seeTalk(comment.id, last.id);
  }

  async show(): Promise<void> {
    this.open = true;
    await this.updateComplete;
    (this.querySelector<HTMLElement>('textarea') ?? this.querySelector<HTMLElement>('summary'))?.focus();
  }

  #form(comment: WorkComment) {
    const { handling } = words();
    return html`<form
      class="stack tight-stack"
      @submit=${(event: Event) => {
        event.preventDefault();
        void this.#post(comment.id);
      }}
    >
      <label for="overleg">${handling.message}</label>
      <textarea
        id="overleg"
        rows="2"
        lang="nl"
        .value=${this.#begun.get(comment.id) ?? ''}
        @input=${(event: Event) => {
          this.#begun.set(comment.id, (event.target as HTMLTextAreaElement).value);
          this.requestUpdate();
        }}
        @keydown=${(event: KeyboardEvent) => {
          const area = event.target as HTMLTextAreaElement;
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          area.form?.requestSubmit();
          event.preventDefault();
          event.stopPropagation();
        }}
      ></textarea>
      ${refusal(this.failure)}
      <div class="buttons tight">
        <button class="button small" type="submit" ?disabled=${this.busy || this.#words(comment.id) === ''}>
          ${handling.post}
        </button>
      </div>
    </form>`;
  }

  #words(comment: string): string {
    return (this.#begun.get(comment) ?? '').trim();
  }

  async #post(comment: string): Promise<void> {
    const body = this.#words(comment);
    if (this.acts === null || this.busy || body === '') return;
    this.busy = true;
    const outcome = await this.acts.command({ type: 'discuss-comment', comment, message: newId(), body });
    this.busy = false;
    this.failure = outcome.done ? null : outcome.failure;
    if (outcome.done) this.#begun.delete(comment);
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-talk': CommentTalk;
  }
}
