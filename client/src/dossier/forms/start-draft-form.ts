import type { DocumentView, DossierView } from '@draagvlak/contract/client';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FormDoneEvent } from '../../elements/form-done.ts';
import { LightElement } from '../../elements/light-element.ts';
import { refusal } from '../../elements/states.ts';
import { type Failure, failureOf } from '../../stores/failure.ts';
import type { Stores } from '../../stores/stores.ts';
import { words } from '../../stores/words.ts';
import { readValues } from './form-spec.ts';
import { formButtons } from './own-form-frame.ts';

/** Makes the first state of a draft, once: the sections of the template, or a text that exists. */
@customElement('start-draft-form')
export class StartDraftForm extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property({ attribute: false }) view: DossierView | null = null;
  @state() private from: 'template' | 'import' | 'version' = 'template';
  @state() private chosen: string | null = null;
  @state() private dropped: readonly string[] = [];
  @state() private failure: Failure | null = null;
  @state() private busy = false;

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const { commands, dossier, vocabulary, shell } = words();
    const { forms } = dossier;
    if (this.dropped.length > 0)
      return html`<div class="form">
        <p><b>${forms.startDropped}</b></p>
        <ul class="dash">
          ${this.dropped.map((part) => html`<li>${part}</li>`)}
        </ul>
        <div class="buttons">
          <button class="button primary" type="button" @click=${() => this.dispatchEvent(new FormDoneEvent())}>
            ${shell.close}
          </button>
        </div>
      </div>`;
    const open = view.documents.filter(({ started }) => !started);
    const inForce = open.find(({ id }) => id === (this.chosen ?? open[0]?.id))?.inForce ?? null;
    const beginnings = [...(inForce === null ? [] : (['version'] as const)), 'template', 'import'] as const;
    return html`<form class="form" novalidate @submit=${(event: Event) => void this.#submit(event)}>
      ${refusal(this.failure)}
      <fieldset class="field">
        <legend>${forms.document}</legend>
        ${open.map(
          (document, index) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="document"
                value=${document.id}
                ?checked=${index === 0}
                @change=${() => {
                  this.chosen = document.id;
                  this.from = 'template';
                }}
              /><span>${vocabulary.documentKinds[document.kind]}</span></label
            >`,
        )}
      </fieldset>
      <fieldset class="field">
        <legend>${forms.startFrom}</legend>
        ${beginnings.map(
          (from) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="from"
                value=${from}
                .checked=${this.from === from}
                @change=${() => (this.from = from)}
              /><span>${this.#label(from, inForce)}</span></label
            >`,
        )}
      </fieldset>
      ${
        this.from === 'import'
          ? html`<div class="field">
              <label for="veld-markdown">${forms.startText}</label>
              <span class="hint" id="veld-markdown-uitleg">${forms.startHint}</span>
              <textarea id="veld-markdown" name="markdown" rows="10" aria-describedby="veld-markdown-uitleg"></textarea>
            </div>`
          : nothing
      }
      ${formButtons(commands.labels['start-draft'], this.busy, () => this.dispatchEvent(new FormDoneEvent()))}
    </form>`;
  }

  #label(from: 'template' | 'import' | 'version', inForce: DocumentView['inForce']): string {
    const { forms } = words().dossier;
    if (from === 'version' && inForce !== null) return forms.startVersion(inForce.title, inForce.number);
    return from === 'template' ? forms.startTemplate : forms.startImport;
  }

  #beginning(document: string, markdown: string) {
    const inForce = this.view?.documents.find(({ id }) => id === document)?.inForce ?? null;
    if (this.from === 'import') return { from: 'import', markdown } as const;
    if (this.from === 'version' && inForce !== null) return { from: 'version', version: inForce.version } as const;
    return { from: 'template' } as const;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { stores, view } = this;
    if (!stores || !view || this.busy) return;
    const values = readValues(event.target as HTMLFormElement);
    this.busy = true;
    this.failure = null;
    try {
      const { dropped } = await stores.client.startDraft(
        view.id,
        values.text('document'),
        this.#beginning(values.text('document'), values.text('markdown')),
      );
      await stores.dossier(view.id).reload();
      this.dropped = dropped;
      if (dropped.length === 0) this.dispatchEvent(new FormDoneEvent());
    } catch (error) {
      this.failure = failureOf(error);
    }
    this.busy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'start-draft-form': StartDraftForm;
  }
}
