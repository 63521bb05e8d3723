import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FormDoneEvent } from '../../elements/form-done.ts';
import { LightElement } from '../../elements/light-element.ts';
import { sign } from '../../elements/sign.ts';
import { refusal } from '../../elements/states.ts';
import { type Failure, failureOf } from '../../stores/failure.ts';
import type { Stores } from '../../stores/stores.ts';
import { words } from '../../stores/words.ts';
import { formButtons } from './own-form-frame.ts';

/** Puts a file or a link beside the draft. */
@customElement('reference-form')
export class ReferenceForm extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property({ attribute: false }) dossierId = '';
  @state() private kind: 'file' | 'link' = 'file';
  @state() private failure: Failure | null = null;
  @state() private missing: 'title' | 'source' | null = null;
  @state() private busy = false;

  override render() {
    const { commands, dossier } = words();
    const { forms } = dossier;
    const needed = (at: 'title' | 'source') =>
      this.missing === at ? html`<p class="error-text" role="alert">${sign('err')}${forms.required}</p>` : nothing;
    return html`<form class="form" novalidate @submit=${(event: Event) => void this.#submit(event)}>
      ${refusal(this.failure)}
      <fieldset class="field">
        <legend>${forms.referenceKind}</legend>
        ${(['file', 'link'] as const).map(
          (kind) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="kind"
                value=${kind}
                ?checked=${this.kind === kind}
                @change=${() => (this.kind = kind)}
              /><span>${kind === 'file' ? forms.referenceFile : forms.referenceLink}</span></label
            >`,
        )}
      </fieldset>
      <div class=${this.missing === 'title' ? 'field has-error' : 'field'}>
        <label for="naslag-titel">${forms.referenceTitle}</label>
        <input id="naslag-titel" name="title" maxlength="200" autocomplete="off" />
        ${needed('title')}
      </div>
      ${
        this.kind === 'file'
          ? html`<div class=${this.missing === 'source' ? 'field has-error' : 'field'}>
              <label for="naslag-bestand">${forms.file}</label>
              <input id="naslag-bestand" name="file" type="file" accept=".pdf,.doc,.docx,.txt,.md,.png,.jpg,.jpeg" />
              ${needed('source')}
            </div>`
          : html`<div class=${this.missing === 'source' ? 'field has-error' : 'field'}>
              <label for="naslag-adres">${forms.href}</label>
              <span class="hint" id="naslag-adres-uitleg">${forms.hrefHint}</span>
              <input
                id="naslag-adres"
                name="href"
                type="url"
                aria-describedby="naslag-adres-uitleg"
                autocomplete="off"
              />
              ${needed('source')}
            </div>`
      }
      ${formButtons(commands.labels['add-reference'], this.busy, () => this.dispatchEvent(new FormDoneEvent()))}
    </form>`;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { stores, kind } = this;
    if (!stores || this.busy) return;
    const data = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const file = data.get('file');
    const source = kind === 'link' ? text('href') : file instanceof File && file.size > 0 ? file : '';
    this.missing = text('title') === '' ? 'title' : source === '' ? 'source' : null;
    this.failure = null;
    if (this.missing !== null) return;
    this.busy = true;
    try {
      const stored = source instanceof File ? await stores.client.uploadFile(this.dossierId, source) : null;
      const outcome = await stores.dossier(this.dossierId).act({
        type: 'add-reference',
        reference: {
          id: crypto.randomUUID(),
          title: text('title'),
          kind,
          blob: stored?.blob ?? null,
          href: typeof source === 'string' ? source : null,
          type: stored?.type ?? null,
        },
      });
      if (outcome.done) this.dispatchEvent(new FormDoneEvent());
      else this.failure = outcome.failure;
    } catch (error) {
      this.failure = failureOf(error);
    }
    this.busy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reference-form': ReferenceForm;
  }
}
