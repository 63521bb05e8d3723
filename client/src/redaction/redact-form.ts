import type { WordsView } from '@draagvlak/contract/client';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FormDoneEvent } from '../elements/form-done.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { refusal } from '../elements/states.ts';
import type { DossierStore } from '../stores/dossier-store.ts';
import type { Failure } from '../stores/failure.ts';
import { words } from '../stores/words.ts';
import { struck } from './struck.ts';

/** Puts other words in the place of what somebody wrote, or has it erased for good; both with a reason. */
@customElement('redact-form')
export class RedactForm extends LightElement {
  @property({ attribute: false }) store: DossierStore | null = null;
  @property({ attribute: false }) about: WordsView | null = null;
  @property() act: 'redact' | 'erase' = 'redact';
  @state() private fault: string | null = null;
  @state() private failure: Failure | null = null;
  @state() private busy = false;

  override render() {
    const { about } = this;
    if (!about) return nothing;
    const { redaction, shell } = words();
    const warning =
      this.act === 'redact'
        ? redaction.redactWarning
        : about.state === 'redacted'
          ? redaction.eraseOriginalWarning
          : redaction.eraseWarning;
    return html`<form class="form" novalidate @submit=${(event: Event) => void this.#submit(event)}>
      <div class="notice warning">
        ${sign('warn')}
        <p>${warning}</p>
      </div>
      ${refusal(this.failure)}
      ${this.fault === null ? nothing : html`<p class="error-text" role="alert">${sign('err')}${this.fault}</p>`}
      <div class="field">
        <label for="veld-reason">${redaction.reason}</label>
        <span class="hint" id="veld-reason-uitleg">${redaction.reasonHint}</span>
        <input
          id="veld-reason"
          name="reason"
          autocomplete="off"
          maxlength="500"
          aria-describedby="veld-reason-uitleg"
        />
      </div>
      ${this.act === 'redact' ? this.#replacement(about) : html`<blockquote class="quote">${about.text}</blockquote>`}
      <div class="buttons">
        <button
          class=${this.act === 'redact' ? 'button primary' : 'button danger'}
          type="submit"
          aria-disabled=${String(this.busy)}
        >
          ${this.act === 'redact' ? redaction.redact : redaction.erase}
        </button>
        <button class="button" type="button" @click=${() => this.dispatchEvent(new FormDoneEvent())}>
          ${shell.cancel}
        </button>
      </div>
      <p class="hidden-text" role="status">${this.busy ? shell.loading : ''}</p>
    </form>`;
  }

  #replacement(about: WordsView): TemplateResult {
    const { redaction } = words();
    return html`<div class="field">
      <label for="veld-replacement">${redaction.replacement}</label>
      <span class="hint" id="veld-replacement-uitleg">${redaction.replacementHint}</span>
      <textarea
        id="veld-replacement"
        name="replacement"
        rows="8"
        aria-describedby="veld-replacement-uitleg"
        .defaultValue=${about.text ?? ''}
      ></textarea>
      <button class="button small" type="button" @click=${() => this.#strike()}>${redaction.strike}</button>
    </div>`;
  }

  get #reason(): string {
    return this.querySelector<HTMLInputElement>('[name=reason]')?.value.trim() ?? '';
  }

  #strike(): void {
    const { redaction } = words();
    const field = this.querySelector<HTMLTextAreaElement>('textarea');
    if (field === null) return;
    const done = struck(
      field.value,
      { from: field.selectionStart, to: field.selectionEnd },
      redaction.marker(this.#reason),
    );
    this.fault = done === null ? redaction.strikeNothing : null;
    if (done === null) return;
    field.value = done.text;
    field.focus();
    field.setSelectionRange(done.caret, done.caret);
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { about, store } = this;
    if (!about || !store || this.busy) return;
    const { dossier, redaction } = words();
    const replacement = this.querySelector<HTMLTextAreaElement>('textarea')?.value.trim() ?? '';
    this.failure = null;
    this.fault =
      this.#reason === ''
        ? `${redaction.reason}: ${dossier.forms.required}`
        : this.act === 'redact' && (replacement === '' || replacement === about.text?.trim())
          ? redaction.unchanged
          : null;
    if (this.fault !== null) return;
    this.busy = true;
    const outcome = await store.act(
      this.act === 'redact'
        ? { type: 'redact-words', blob: about.current ?? about.blob, replacement, reason: this.#reason }
        : { type: 'erase-words', blob: about.blob, reason: this.#reason },
    );
    this.busy = false;
    if (outcome.done) this.dispatchEvent(new FormDoneEvent());
    else this.failure = outcome.failure;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'redact-form': RedactForm;
  }
}
