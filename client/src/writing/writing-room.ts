import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StoreController } from '../controllers/store-controller.ts';
import { LightElement } from '../elements/light-element.ts';
import { empty, failed, loading, refusal } from '../elements/states.ts';
import { type Failure, failureOf } from '../stores/failure.ts';
import type { Stores } from '../stores/stores.ts';
import { words } from '../stores/words.ts';
import './writing-desk.ts';

/** The writing room: finds the dossier and its draft, and offers to begin when there is none. */
@customElement('writing-room')
export class WritingRoom extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property() dossierId = '';
  @property() documentId = '';
  @state() private starting = false;
  @state() private failure: Failure | null = null;

  constructor() {
    super();
    new StoreController(this, () => this.#store());
    new StoreController(this, () => this.stores?.session ?? null);
  }

  override render() {
    const session = this.stores?.session.session ?? null;
    const store = this.#store();
    if (store === null || session === null) return nothing;
    const { status, value: dossier, failure } = store.state;
    if (dossier === null) {
      return status === 'failed' && failure !== null ? failed(failure, () => void store.reload()) : loading();
    }
    const document = dossier.documents.find(({ id }) => id === this.documentId) ?? null;
    if (document === null || !document.started) return this.#begin(document?.mayWrite === true);
    return html`<writing-desk .dossier=${dossier} .document=${document} .session=${session}></writing-desk>`;
  }

  #begin(mayWrite: boolean) {
    const { writing } = words();
    const start = mayWrite
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
      await this.#store()?.reload();
    } catch (error) {
      this.failure = failureOf(error);
    } finally {
      this.starting = false;
    }
  }

  #store() {
    return this.dossierId === '' ? null : (this.stores?.dossier(this.dossierId) ?? null);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'writing-room': WritingRoom;
  }
}
