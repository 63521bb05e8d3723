import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FormDoneEvent } from '../../elements/form-done.ts';
import { LightElement } from '../../elements/light-element.ts';
import { sign } from '../../elements/sign.ts';
import { refusal } from '../../elements/states.ts';
import type { DossierStore } from '../../stores/dossier-store.ts';
import { type Failure, failureField, failureSentences } from '../../stores/failure.ts';
import { words } from '../../stores/words.ts';
import { type Field, type FormSpec, missingFields, readValues } from './form-spec.ts';

/** Fills in one act, sends it, and shows at the field what is missing or was refused. */
@customElement('command-form')
export class CommandForm extends LightElement {
  @property({ attribute: false }) store: DossierStore | null = null;
  @property({ attribute: false }) spec: FormSpec | null = null;
  /** What belongs above the fields: the conditions of a step, for instance. */
  @property({ attribute: false }) above: TemplateResult | typeof nothing = nothing;
  /** Fields of its own shape, below the others; they are read with the rest by their names. */
  @property({ attribute: false }) below: TemplateResult | typeof nothing = nothing;
  @state() private missing: readonly string[] = [];
  @state() private failure: Failure | null = null;
  @state() private busy = false;

  override render() {
    const { spec } = this;
    if (!spec) return nothing;
    const { shell } = words();
    return html`<form class="form" novalidate @submit=${(event: Event) => void this.#submit(event)}>
      ${spec.intro ? html`<p>${spec.intro}</p>` : nothing} ${this.above} ${this.#summary(spec)}
      ${this.failure && !this.#atField(spec) ? refusal(this.failure) : nothing}
      ${spec.fields.map((field) => this.#field(field))} ${this.below}
      <div class="buttons">
        <button
          class=${spec.danger ? 'button danger' : 'button primary'}
          type="submit"
          aria-disabled=${String(this.busy)}
        >
          ${spec.submit}
        </button>
        <button class="button" type="button" @click=${() => this.dispatchEvent(new FormDoneEvent())}>
          ${shell.cancel}
        </button>
      </div>
    </form>`;
  }

  #atField(spec: FormSpec): string | null {
    const field = this.failure === null ? null : failureField(this.failure);
    return spec.fields.some(({ name }) => name === field) ? field : null;
  }

  #summary(spec: FormSpec): TemplateResult | typeof nothing {
    if (this.missing.length === 0) return nothing;
    const { shell } = words();
    return html`<div class="error-summary" role="alert">
      <h3>${shell.errorsTitle(this.missing.length)}</h3>
      <ul>
        ${spec.fields
          .filter(({ name }) => this.missing.includes(name))
          .map(
            ({ name, label }) =>
              html`<li>
                <a href=${`#veld-${name}`} @click=${(event: Event) => this.#focus(event, name)}>${label}</a>
              </li>`,
          )}
      </ul>
    </div>`;
  }

  #focus(event: Event, name: string): void {
    event.preventDefault();
    this.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  }

  #error(field: Field): string | null {
    const { dossier } = words();
    if (this.missing.includes(field.name))
      return field.kind === 'one' || field.kind === 'many' ? dossier.forms.requiredChoice : dossier.forms.required;
    if (this.failure && failureField(this.failure) === field.name)
      return failureSentences(words(), this.failure).join(' ');
    return null;
  }

  #field(field: Field): TemplateResult {
    const { shell } = words();
    const id = `veld-${field.name}`;
    const error = this.#error(field);
    const described =
      [field.hint ? `${id}-uitleg` : '', error ? `${id}-fout` : ''].filter(Boolean).join(' ') || nothing;
    const look = error ? 'field has-error' : 'field';
    const label = html`${field.label}${
      field.required || field.requiredIf ? nothing : html` <span class="optional">${shell.optional}</span>`
    }`;
    const hint = field.hint ? html`<span class="hint" id=${`${id}-uitleg`}>${field.hint}</span>` : nothing;
    const wrong = error ? html`<p class="error-text" id=${`${id}-fout`}>${sign('err')}${error}</p>` : nothing;
    if ((field.kind === 'one' && field.options.length <= 6) || field.kind === 'many') {
      const type = field.kind === 'one' ? 'radio' : 'checkbox';
      const chosen = (value: string) =>
        field.kind === 'many' ? (field.value ?? []).includes(value) : field.value === value;
      return html`<fieldset class=${look} id=${id} aria-describedby=${described}>
        <legend>${label}</legend>
        ${hint}
        ${field.options.map(
          (option) =>
            html`<label class="choice"
              ><input type=${type} name=${field.name} value=${option.value} ?checked=${chosen(option.value)} /><span
                >${option.label}${option.hint ? html`<span class="hint">${option.hint}</span>` : nothing}</span
              ></label
            >`,
        )}
        ${wrong}
      </fieldset>`;
    }
    return html`<div class=${look}>
      <label for=${id}>${label}</label>
      ${hint} ${this.#control(field, id, described, error !== null)} ${wrong}
    </div>`;
  }

  #control(
    field: Field,
    id: string,
    described: string | typeof nothing,
    invalid: boolean,
  ): TemplateResult | typeof nothing {
    const wrong = invalid ? 'true' : nothing;
    switch (field.kind) {
      case 'long':
        return html`<textarea
          id=${id}
          name=${field.name}
          rows="4"
          aria-describedby=${described}
          aria-invalid=${wrong}
          .defaultValue=${field.value ?? ''}
        ></textarea>`;
      case 'one':
        return html`<select id=${id} name=${field.name} aria-describedby=${described} aria-invalid=${wrong}>
          ${field.options.map(
            (option) =>
              html`<option value=${option.value} ?selected=${option.value === field.value}>${option.label}</option>`,
          )}
        </select>`;
      case 'number':
        return html`<input
          id=${id}
          name=${field.name}
          type="number"
          min="0"
          step="1"
          inputmode="numeric"
          aria-describedby=${described}
          aria-invalid=${wrong}
          .defaultValue=${field.value === undefined ? '' : String(field.value)}
        />`;
      case 'line':
      case 'day':
        return html`<input
          id=${id}
          name=${field.name}
          type=${field.kind === 'day' ? 'date' : 'text'}
          autocomplete="off"
          aria-describedby=${described}
          aria-invalid=${wrong}
          .defaultValue=${field.value ?? ''}
        />`;
      case 'many':
        return nothing;
    }
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { spec, store } = this;
    if (!spec || !store || this.busy) return;
    const values = readValues(event.target as HTMLFormElement);
    this.missing = missingFields(spec.fields, values);
    this.failure = null;
    if (this.missing.length > 0) return;
    this.busy = true;
    const outcome = await store.act(spec.command(values));
    this.busy = false;
    if (outcome.done) this.dispatchEvent(new FormDoneEvent());
    else this.failure = outcome.failure;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'command-form': CommandForm;
  }
}
