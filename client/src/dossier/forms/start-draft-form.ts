import type { DocumentView, DossierView, ImportSource, ImportView } from '@draagvlak/contract/client';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FormDoneEvent } from '../../elements/form-done.ts';
import { LightElement } from '../../elements/light-element.ts';
import { refusal } from '../../elements/states.ts';
import { type Failure, failureOf } from '../../stores/failure.ts';
import type { Stores } from '../../stores/stores.ts';
import { words } from '../../stores/words.ts';
import { readValues } from './form-spec.ts';
import '../../styles/importing.css';
import './import-preview.ts';
import './import-source.ts';
import { formButtons } from './own-form-frame.ts';

/** Makes the first state of a draft, once: the sections of the template, or a text that exists. */
@customElement('start-draft-form')
export class StartDraftForm extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property({ attribute: false }) view: DossierView | null = null;
  @state() private from: 'template' | 'import' | 'version' = 'template';
  @state() private chosen: string | null = null;
  /** What the chosen text would become, once somebody asked to see it. */
  @state() private preview: { readonly source: ImportSource; readonly view: ImportView } | null = null;
  @state() private failure: Failure | null = null;
  @state() private busy = false;

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const { commands, dossier, vocabulary } = words();
    const { forms } = dossier;
    const open = view.documents.filter(({ started }) => !started);
    const inForce = open.find(({ id }) => id === (this.chosen ?? open[0]?.id))?.inForce ?? null;
    const beginnings = [...(inForce === null ? [] : (['version'] as const)), 'template', 'import'] as const;
    const { preview } = this;
    return html`${preview === null ? nothing : this.#confirm(preview)}
      <form class="form" ?hidden=${preview !== null} novalidate @submit=${(event: Event) => void this.#submit(event)}>
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
        ${this.from === 'import' ? html`<import-source></import-source>` : nothing}
        ${formButtons(this.from === 'import' ? words().importing.look : commands.labels['start-draft'], this.busy, () => this.dispatchEvent(new FormDoneEvent()))}
      </form>`;
  }

  #label(from: 'template' | 'import' | 'version', inForce: DocumentView['inForce']): string {
    const { forms } = words().dossier;
    if (from === 'version' && inForce !== null) return forms.startVersion(inForce.title, inForce.number);
    return from === 'template' ? forms.startTemplate : words().importing.from;
  }

  #confirm({ source, view }: NonNullable<StartDraftForm['preview']>) {
    const { importing, shell } = words();
    return html`<div class="form">
      ${refusal(this.failure)}
      <import-preview .view=${view}></import-preview>
      <div class="buttons">
        <button
          class="button primary"
          type="button"
          aria-disabled=${String(this.busy)}
          @click=${() => void this.#begin(source)}
        >
          ${importing.begin}
        </button>
        <button class="button" type="button" @click=${() => (this.preview = null)}>${importing.back}</button>
        <button class="button plain" type="button" @click=${() => this.dispatchEvent(new FormDoneEvent())}>
          ${shell.cancel}
        </button>
      </div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('preview') && this.preview !== null)
      void this.querySelector('import-preview')?.updateComplete.then(() =>
        this.querySelector<HTMLElement>('import-preview h3')?.focus(),
      );
  }

  #document = '';

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { view } = this;
    if (!view || this.busy) return;
    this.#document = readValues(event.target as HTMLFormElement).text('document');
    if (this.from === 'import') return this.#look();
    const inForce = view.documents.find(({ id }) => id === this.#document)?.inForce ?? null;
    await this.#start(
      this.#document,
      this.from === 'version' && inForce !== null
        ? { from: 'version', version: inForce.version }
        : { from: 'template' },
    );
  }

  /** Begins with the text as it was looked at. */
  async #begin({ format, text }: ImportSource): Promise<void> {
    const choice = this.querySelector('import-preview')?.choice() ?? null;
    if (choice === null) return;
    await this.#start(
      this.#document,
      format === 'html' ? { from: 'html', html: text, ...choice } : { from: 'import', markdown: text, ...choice },
    );
  }

  /** Shows what the text becomes, before anything happens. */
  async #look(): Promise<void> {
    const source = this.querySelector('import-source')?.source() ?? null;
    if (source === null) return;
    await this.#ask(async (stores, view) => {
      this.preview = { source, view: await stores.client.previewImport(view.id, this.#document, source) };
    });
  }

  async #start(document: string, from: Parameters<Stores['client']['startDraft']>[2]): Promise<void> {
    await this.#ask(async (stores, view) => {
      await stores.client.startDraft(view.id, document, from);
      await stores.dossier(view.id).reload();
      this.dispatchEvent(new FormDoneEvent());
    });
  }

  async #ask(act: (stores: Stores, view: DossierView) => Promise<void>): Promise<void> {
    const { stores, view } = this;
    if (!stores || !view || this.busy) return;
    this.busy = true;
    this.failure = null;
    try {
      await act(stores, view);
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
