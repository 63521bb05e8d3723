import type { RemarkKind } from '@draagvlak/procedure';
import type { Finding } from '@draagvlak/review';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import { ChangeActEvent, type ChangeAct } from './change-act.ts';
import type { ComparedComment } from './change-index.ts';

/** What a form at a change is for. */
export type ChangeFormKind =
  | { readonly kind: 'attach' }
  | { readonly kind: 'settle'; readonly finding: Pick<Finding, 'key'> }
  | { readonly kind: Exclude<RemarkKind, 'answer'> }
  | { readonly kind: 'answer'; readonly about: string };

/** The one form that is open at a change: a reason, a question, a remark, an advice, an answer, or why a point may stay. */
@customElement('change-form')
export class ChangeForm extends LightElement {
  @property({ attribute: false }) form: ChangeFormKind | null = null;
  /** Comments that can be the ground, most likely first. */
  @property({ attribute: false }) comments: readonly ComparedComment[] = [];
  @property({ type: Boolean }) busy = false;
  @property({ attribute: false }) onCancel: () => void = () => {};
  @state() private fault: string | null = null;
  @state() private ground = '';

  override firstUpdated(): void {
    this.querySelector<HTMLElement>('select, textarea')?.focus();
  }

  override render() {
    const { form } = this;
    const { comparing, shell } = words();
    if (form === null) return nothing;
    const attach = form.kind === 'attach';
    const wrong = this.fault !== null;
    const described = [attach ? 'waarom-uitleg' : '', wrong ? 'waarom-fout' : ''].filter(Boolean).join(' ');
    return html`<form
      class="form stack"
      novalidate
      @submit=${(event: SubmitEvent) => this.#submit(event)}
      @keydown=${(event: KeyboardEvent) => this.#key(event)}
    >
      ${attach ? this.#grounds() : nothing}
      <div class=${wrong ? 'field has-error' : 'field'}>
        <label for="waarom-tekst">${this.#label(form)}</label>
        ${attach ? html`<span class="hint" id="waarom-uitleg">${comparing.attach.reasonHint}</span>` : nothing}
        ${wrong ? html`<p class="error-text" id="waarom-fout" role="alert">${sign('err')}${this.fault}</p>` : nothing}
        <textarea
          id="waarom-tekst"
          name="text"
          rows="3"
          aria-invalid=${wrong ? 'true' : nothing}
          aria-describedby=${described === '' ? nothing : described}
        ></textarea>
      </div>
      <div class="buttons">
        <button class="button primary" type="submit" ?disabled=${this.busy}>
          ${attach ? comparing.attach.save : form.kind === 'settle' ? comparing.settle : comparing.remarks.save}
        </button>
        <button class="button plain" type="button" @click=${() => this.onCancel()}>${shell.cancel}</button>
      </div>
    </form>`;
  }

  #label(form: ChangeFormKind): string {
    const { comparing, reviewing } = words();
    if (form.kind === 'attach') return comparing.attach.reason;
    if (form.kind === 'settle') return comparing.settleReason;
    return form.kind === 'answer' ? reviewing.answer.body : comparing.remarks.body[form.kind];
  }

  #grounds() {
    const { attach } = words().comparing;
    return html`<div class="field">
      <label for="waarom-grond">${attach.ground}</label>
      <select id="waarom-grond" @change=${(event: Event) => (this.ground = (event.target as HTMLSelectElement).value)}>
        <option value="" .selected=${this.ground === ''}>${attach.own}</option>
        ${this.comments.map(
          ({ id, number, by }) =>
            html`<option value=${id} .selected=${this.ground === id}>${number} ${by.organisation ?? by.name}</option>`,
        )}
      </select>
    </div>`;
  }

  /** Control or command with Enter sends, Escape puts the form away, as in every form where people write. */
  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.onCancel();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      (event.currentTarget as HTMLFormElement).requestSubmit();
    }
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const { form } = this;
    const { comparing } = words();
    const text = String(new FormData(event.target as HTMLFormElement).get('text') ?? '').trim();
    if (form === null || this.busy) return;
    this.fault = null;
    if (form.kind === 'attach') {
      const comment = this.ground === '' ? null : this.ground;
      if (comment === null && text === '') return this.#wrong(comparing.attach.required);
      return this.#act({ act: 'attach', comment, reason: text });
    }
    if (text === '') return this.#wrong(comparing.remarks.required);
    if (form.kind === 'settle') return this.#act({ act: 'settle', finding: form.finding.key, reason: text });
    this.#act({ act: 'remark', kind: form.kind, about: form.kind === 'answer' ? form.about : null, body: text });
  }

  #wrong(fault: string): void {
    this.fault = fault;
    this.querySelector('textarea')?.focus();
  }

  #act(act: ChangeAct): void {
    this.dispatchEvent(new ChangeActEvent(act));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'change-form': ChangeForm;
  }
}
