import type { StandardAnswer } from '@draagvlak/contract/client';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StoreController } from '../controllers/store-controller.ts';
import { newId } from '../editor/new-id.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { refusal } from '../elements/states.ts';
import type { Failure } from '../stores/failure.ts';
import { words } from '../stores/words.ts';
import type { AnswersStore } from './answers-store.ts';

export class AnswerChosenEvent extends Event {
  readonly text: string;
  constructor(text: string) {
    super('answer-chosen', { bubbles: true });
    this.text = text;
  }
}

/** Motivations that come back: to put in, to keep and to mend, beside the field they are for. */
@customElement('standard-answers')
export class StandardAnswers extends LightElement {
  @property({ attribute: false }) store: AnswersStore | null = null;
  /** What stands in the motivation now, to be kept. */
  @property() motivation = '';
  @state() private edited: StandardAnswer | null = null;
  @state() private failure: Failure | null = null;

  constructor() {
    super();
    new StoreController(this, () => this.store);
  }

  override render() {
    const { store } = this;
    if (store === null) return nothing;
    const { handling } = words();
    const { value, failure } = store.state;
    return html`<details
      class="answers"
      @toggle=${(event: Event) => {
        if ((event.target as HTMLDetailsElement).open && store.state.value === null) void store.load();
      }}
    >
      <summary>${handling.answers}</summary>
      ${refusal(this.failure ?? (value === null ? failure : null))} ${value === null ? nothing : this.#own(value.own)}
      ${this.edited === null ? this.#begin() : this.#form(this.edited)}
      ${(value?.elsewhere ?? []).length === 0 ? nothing : html`<p class="small"><b>${handling.elsewhere}</b></p>`}
      ${value?.elsewhere.map(
        ({ title, answers }) =>
          html`<p class="small quiet">${title}</p>
            <ul>
              ${answers.map((answer) => this.#row(answer, false))}
            </ul>`,
      )}
    </details>`;
  }

  #own(own: readonly StandardAnswer[]) {
    const { handling } = words();
    if (own.length === 0) return html`<p class="small quiet">${handling.noAnswers}</p>`;
    return html`<ul>
      ${own.map((answer) => this.#row(answer, true))}
    </ul>`;
  }

  #row(answer: StandardAnswer, own: boolean) {
    const { handling } = words();
    const { title, text } = answer;
    return html`<li class="answer">
      <button
        class="linkish"
        type="button"
        aria-label=${handling.insert(title)}
        title=${text}
        @click=${() => this.dispatchEvent(new AnswerChosenEvent(text))}
      >
        ${title}
      </button>
      <span class="hint">${text}</span>
      <span class="buttons tight">
        ${
          own
            ? html`<button
                  class="button small icon plain"
                  type="button"
                  aria-label=${handling.editAnswer(title)}
                  @click=${() => (this.edited = answer)}
                >
                  ${sign('note')}</button
                ><button
                  class="button small icon plain"
                  type="button"
                  aria-label=${handling.removeAnswer(title)}
                  @click=${() => void this.#remove(answer.id)}
                >
                  ${sign('x')}
                </button>`
            : html`<button
                class="button small icon plain"
                type="button"
                aria-label=${handling.takeOver(title)}
                @click=${() => void this.#save({ ...answer, id: newId() })}
              >
                ${sign('plus')}
              </button>`
        }
      </span>
    </li>`;
  }

  #begin() {
    const { handling } = words();
    const text = this.motivation.trim();
    return html`<div class="buttons tight">
      <button class="button small plain" type="button" @click=${() => (this.edited = { id: newId(), title: '', text })}>
        ${sign('plus')}${text === '' ? handling.newAnswer : handling.keepAnswer}
      </button>
    </div>`;
  }

  /** No form of its own: it stands in the form of the decision. */
  #form(edited: StandardAnswer) {
    const { handling } = words();
    const complete = edited.title.trim() !== '' && edited.text.trim() !== '';
    return html`<div class="stack tight-stack answer-form">
      <label for="antwoord-naam">${handling.answerTitle}</label>
      <input
        id="antwoord-naam"
        type="text"
        maxlength="200"
        .value=${edited.title}
        @input=${(event: Event) => (this.edited = { ...edited, title: (event.target as HTMLInputElement).value })}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (complete) void this.#save(edited);
        }}
      />
      <label for="antwoord-tekst">${handling.answerText}</label>
      <span class="hint" id="antwoord-uitleg">${handling.answersHint}</span>
      <textarea
        id="antwoord-tekst"
        rows="3"
        lang="nl"
        maxlength="5000"
        aria-describedby="antwoord-uitleg"
        .value=${edited.text}
        @input=${(event: Event) => (this.edited = { ...edited, text: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
      <div class="buttons tight">
        <button class="button small" type="button" ?disabled=${!complete} @click=${() => void this.#save(edited)}>
          ${handling.saveAnswer}
        </button>
        <button class="button small plain" type="button" @click=${() => (this.edited = null)}>
          ${handling.cancel}
        </button>
      </div>
    </div>`;
  }

  async #save({ id, title, text }: StandardAnswer): Promise<void> {
    this.failure = (await this.store?.save({ id, title: title.trim(), text: text.trim() })) ?? null;
    if (this.failure === null) this.edited = null;
  }

  async #remove(id: string): Promise<void> {
    this.failure = (await this.store?.remove(id)) ?? null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'standard-answers': StandardAnswers;
  }
  interface HTMLElementEventMap {
    'answer-chosen': AnswerChosenEvent;
  }
}
