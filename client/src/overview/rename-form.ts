import type { QualificationView } from '@draagvlak/contract/client';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FormDoneEvent } from '../elements/form-done.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { refusal } from '../elements/states.ts';
import { type Failure, failureOf } from '../stores/failure.ts';
import type { Stores } from '../stores/stores.ts';
import { words } from '../stores/words.ts';

/** Gives a qualification the name that was confirmed. */
@customElement('rename-form')
export class RenameForm extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property({ attribute: false }) qualification: QualificationView | null = null;
  @state() private failure: Failure | null = null;
  @state() private missing = false;
  @state() private busy = false;

  override render() {
    const { overview, shell } = words();
    return html`<form class="form" novalidate @submit=${(event: Event) => void this.#submit(event)}>
      ${refusal(this.failure)}
      <div class=${this.missing ? 'field has-error' : 'field'}>
        <label for="naam">${overview.nameLabel}</label>
        <span class="hint" id="naam-uitleg">${overview.nameHint}</span>
        <input
          id="naam"
          name="name"
          maxlength="200"
          autocomplete="off"
          .value=${this.qualification?.name ?? ''}
          aria-invalid=${this.missing}
          aria-describedby=${this.missing ? 'naam-uitleg naam-fout' : 'naam-uitleg'}
        />
        ${this.missing ? html`<p class="error-text" id="naam-fout">${sign('err')}${overview.nameNeeded}</p>` : nothing}
      </div>
      <div class="buttons">
        <button class="button primary" type="submit" aria-disabled=${this.busy}>${shell.save}</button>
        <button class="button" type="button" @click=${() => this.dispatchEvent(new FormDoneEvent())}>
          ${shell.cancel}
        </button>
      </div>
    </form>`;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { stores, qualification } = this;
    if (!stores || !qualification || this.busy) return;
    const input = this.querySelector('input');
    const name = input?.value.trim() ?? '';
    this.missing = name === '';
    if (this.missing) return input?.focus();
    this.busy = true;
    try {
      await stores.client.nameQualification(qualification.id, name);
      await stores.overview.load();
      this.dispatchEvent(new FormDoneEvent());
    } catch (error) {
      this.failure = failureOf(error);
    }
    this.busy = false;
  }
}
