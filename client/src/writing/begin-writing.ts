import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { empty, refusal } from '../elements/states.ts';
import { type Failure, failureOf } from '../stores/failure.ts';
import type { Stores } from '../stores/stores.ts';
import { words } from '../stores/words.ts';

/** In the place of a text that has not been begun: how it begins, for who may. */
@customElement('begin-writing')
export class BeginWriting extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property() dossierId = '';
  @property() documentId = '';
  @property({ type: Boolean }) mayWrite = false;
  @state() private starting = false;
  @state() private failure: Failure | null = null;

  override render() {
    const { writing } = words();
    const start = this.mayWrite
      ? html`<button class="button primary" type="button" ?disabled=${this.starting} @click=${() => this.#start()}>
          ${writing.startWithTemplate}
        </button>`
      : nothing;
    return html`<div class="wrap">
      ${refusal(this.failure)}
      ${empty(
        writing.notStarted,
        writing.notStartedHow,
        html`<div class="buttons">
          ${start}<a class="button" href=${`/dossiers/${this.dossierId}`}>${writing.toDossier}</a>
        </div>`,
      )}
    </div>`;
  }

  async #start(): Promise<void> {
    const { stores } = this;
    if (stores === null || this.starting) return;
    this.starting = true;
    this.failure = null;
    try {
      await stores.client.startDraft(this.dossierId, this.documentId, { from: 'template' });
      await stores.dossier(this.dossierId).reload();
    } catch (error) {
      this.failure = failureOf(error);
    } finally {
      this.starting = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'begin-writing': BeginWriting;
  }
}
