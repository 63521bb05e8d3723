import type { DossierView, VersionView } from '@draagvlak/contract/client';
import type { Correction, DocumentJson } from '@draagvlak/document';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newId } from '../../editor/new-id.ts';
import { FormDoneEvent } from '../../elements/form-done.ts';
import { LightElement } from '../../elements/light-element.ts';
import { sign } from '../../elements/sign.ts';
import { smallDiff } from '../../elements/small-diff.ts';
import { refusal } from '../../elements/states.ts';
import { type Failure, failureOf } from '../../stores/failure.ts';
import type { Stores } from '../../stores/stores.ts';
import { words } from '../../stores/words.ts';
import { correctionOf, type Mistake, type MistakeFault } from './corrections.ts';
import { formButtons } from './own-form-frame.ts';

const EMPTY: Mistake = { was: '', becomes: '' };

/** The newest text of each document: only that can be mended. */
export const mendable = (view: DossierView): readonly VersionView[] =>
  view.documents.flatMap(({ versions }) => versions.at(-1) ?? []);

/** Mends mistakes in a frozen text: the words as they stand beside the words as they should be. */
@customElement('erratum-form')
export class ErratumForm extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property({ attribute: false }) view: DossierView | null = null;
  @state() private chosen: string | null = null;
  @state() private mistakes: readonly Mistake[] = [EMPTY];
  @state() private faults: readonly (MistakeFault | null)[] = [];
  @state() private noteMissing = false;
  @state() private failure: Failure | null = null;
  @state() private busy = false;
  @state() private made: VersionView | null = null;
  /** Made here, so that a second submit of this form is the same act. */
  readonly #erratum = newId();

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('view') && this.chosen === null && this.view !== null) {
      this.chosen = mendable(this.view)[0]?.id ?? null;
    }
  }

  /** The form makes way for what was made; the keyboard goes on there. */
  protected override updated(changed: PropertyValues): void {
    if (changed.has('made') && this.made !== null) this.querySelector<HTMLElement>('.buttons a')?.focus();
  }

  override render() {
    const { view } = this;
    if (view === null) return nothing;
    if (this.made !== null) return this.#result(this.made);
    const { commands, dossier, errata, vocabulary } = words();
    return html`<form class="form" novalidate @submit=${(event: Event) => void this.#submit(event)}>
      <p>${errata.intro}</p>
      ${refusal(this.failure)}
      <fieldset class="field">
        <legend>${errata.version}</legend>
        ${mendable(view).map((version) => {
          const kind = view.documents.find(({ id }) => id === version.document)?.kind;
          return html`<label class="choice"
            ><input
              type="radio"
              name="of"
              value=${version.id}
              .checked=${version.id === this.chosen}
              @change=${() => {
                this.chosen = version.id;
                this.faults = [];
              }}
            /><span
              >${version.number}${kind === undefined ? nothing : ` (${vocabulary.documentKinds[kind]})`}</span
            ></label
          >`;
        })}
      </fieldset>
      ${this.mistakes.map((mistake, index) => this.#mistake(mistake, index))}
      <p>
        <button
          class="button small"
          type="button"
          @click=${() => {
            this.mistakes = [...this.mistakes, EMPTY];
          }}
        >
          ${errata.another}
        </button>
      </p>
      <div class=${this.noteMissing ? 'field has-error' : 'field'}>
        <label for="erratum-reden">${errata.note}</label>
        <textarea id="erratum-reden" name="note" rows="2"></textarea>
        ${this.noteMissing ? this.#wrong('erratum-reden-fout', dossier.forms.required) : nothing}
      </div>
      ${formButtons(commands.labels['make-erratum'], this.busy, () => this.dispatchEvent(new FormDoneEvent()))}
    </form>`;
  }

  #mistake(mistake: Mistake, index: number) {
    const { dossier, errata } = words();
    const fault = this.faults[index] ?? null;
    const id = `erratum-${index}`;
    const change = (part: Partial<Mistake>) => {
      this.mistakes = this.mistakes.with(index, { ...mistake, ...part });
    };
    return html`<fieldset class="field">
      <legend>${errata.mistake(index + 1)}</legend>
      <div class=${fault === null ? 'field' : 'field has-error'}>
        <label for=${`${id}-was`}>${errata.was}</label>
        <span class="hint" id=${`${id}-uitleg`}>${errata.wasHint}</span>
        <textarea
          id=${`${id}-was`}
          rows="2"
          lang="nl"
          aria-describedby=${fault === null ? `${id}-uitleg` : `${id}-uitleg ${id}-fout`}
          aria-invalid=${fault === null ? nothing : 'true'}
          .value=${mistake.was}
          @input=${(event: Event) => change({ was: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
        ${
          fault === null
            ? nothing
            : this.#wrong(
                `${id}-fout`,
                fault === 'missing' && mistake.was.trim() === '' ? dossier.forms.required : errata.faults[fault],
              )
        }
      </div>
      <div class="field">
        <label for=${`${id}-wordt`}>${errata.becomes}</label>
        <textarea
          id=${`${id}-wordt`}
          rows="2"
          lang="nl"
          .value=${mistake.becomes}
          @input=${(event: Event) => change({ becomes: (event.target as HTMLTextAreaElement).value })}
        ></textarea>
      </div>
    </fieldset>`;
  }

  #wrong(id: string, sentence: string) {
    return html`<p class="error-text" id=${id} role="alert">${sign('err')}${sentence}</p>`;
  }

  #result(made: VersionView) {
    const { errata, shell } = words();
    const apart = made.corrections.filter(({ inDraft }) => !inDraft);
    return html`<div class="form" role="status">
      <p><b>${errata.made(made.number)}</b></p>
      ${
        apart.length === 0
          ? html`<p>${errata.inDraft}</p>`
          : html`<p>${errata.notInDraft}</p>
              <ul class="dash">
                ${apart.map(({ was, becomes }) => html`<li lang="nl">${smallDiff(was, becomes)}</li>`)}
              </ul>`
      }
      <div class="buttons">
        <a class="button" href=${`/lezen/${made.id}`}>${errata.read(made.number)}</a>
        <button class="button primary" type="button" @click=${() => this.dispatchEvent(new FormDoneEvent())}>
          ${shell.close}
        </button>
      </div>
    </div>`;
  }

  /** The corrections, when every mistake has its place in the text; else the faults are shown. */
  #corrections(document: DocumentJson): readonly Correction[] | null {
    const found: Correction[] = [];
    this.faults = this.mistakes.map((mistake) => {
      const one = correctionOf(document, mistake, found);
      if (typeof one === 'string') return one;
      found.push(one);
      return null;
    });
    return this.faults.every((fault) => fault === null) ? found : null;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { stores, view, chosen } = this;
    if (stores === null || view === null || chosen === null || this.busy) return;
    const value = new FormData(event.target as HTMLFormElement).get('note');
    const note = typeof value === 'string' ? value.trim() : '';
    this.noteMissing = note === '';
    this.failure = null;
    this.busy = true;
    try {
      const { document } = await stores.client.version(chosen);
      const corrections = this.#corrections(document);
      if (corrections === null || this.noteMissing) return;
      const store = stores.dossier(view.id);
      const version = this.#erratum;
      const outcome = await store.act({ type: 'make-erratum', of: chosen, version, corrections, note });
      if (!outcome.done) {
        this.failure = outcome.failure;
        return;
      }
      const versions = store.view?.documents.flatMap((one) => one.versions) ?? [];
      this.made = versions.find(({ id }) => id === version) ?? null;
      if (this.made === null) this.dispatchEvent(new FormDoneEvent());
    } catch (error) {
      this.failure = failureOf(error);
    } finally {
      this.busy = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'erratum-form': ErratumForm;
  }
}
