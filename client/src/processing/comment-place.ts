import type { Placement } from '@draagvlak/review';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { deliberately } from '../controllers/deliberate-choice.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';

/** Where a person says that a comment stands: where it was computed, at what is selected in the draft, or in a section. */
export type PlaceChoice =
  | { readonly kind: 'computed' }
  | { readonly kind: 'selection' }
  | { readonly kind: 'section'; readonly section: string }
  | { readonly kind: 'document' };

export class PlaceChosenEvent extends Event {
  readonly choice: PlaceChoice;
  constructor(choice: PlaceChoice) {
    super('place-chosen', { bubbles: true });
    this.choice = choice;
  }
}

/** A request to show the place in the draft. */
export class PlaceShownEvent extends Event {
  constructor() {
    super('place-shown', { bubbles: true });
  }
}

/** Where a comment stands in the draft, and whether that is right. */
@customElement('comment-place')
export class CommentPlace extends LightElement {
  /** Id of the comment: another one begins again. */
  @property() comment = '';
  @property({ attribute: false }) placement: Placement | null = null;
  /** What the draft calls the place; `null` when it has none. */
  @property({ attribute: false }) label: string | null = null;
  /** Headings of the draft, to choose from. */
  @property({ attribute: false }) sections: readonly { readonly id: string; readonly label: string }[] = [];
  @property({ type: Boolean }) mayConfirm = false;
  @property({ type: Boolean }) busy = false;
  /** Said when the selection is no passage. */
  @property() fault = '';
  @state() private choosing = false;

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('comment')) this.choosing = false;
    const before = changed.get('placement');
    // The same place comes again whenever anything in the dossier happens; that is no answer.
    if (changed.has('placement') && JSON.stringify(before) !== JSON.stringify(this.placement)) this.choosing = false;
  }

  override render() {
    const { placement } = this;
    if (placement === null) return nothing;
    const { placing, processing, vocabulary } = words();
    return html`<div class="placement stack tight-stack">
      <p class="small">
        <span class="quiet">${processing.placement}:</span> ${vocabulary.rungs[placement.rung]}${
          this.label === null
            ? nothing
            : html`,
                <button class="linkish" type="button" @click=${() => this.dispatchEvent(new PlaceShownEvent())}>
                  ${this.label}
                </button>`
        }${placement.confirmed === true ? html` <span class="plain-tag">${placing.confirmed}</span>` : nothing}
      </p>
      ${this.mayConfirm ? (this.choosing ? this.#choices() : this.#question(placement)) : nothing}
    </div>`;
  }

  #question({ confirmed }: Placement) {
    const { placing } = words();
    return html`<div class="buttons tight">
      ${
        confirmed === true
          ? nothing
          : html`<button
              class="button small"
              type="button"
              ?disabled=${this.busy}
              @click=${() => this.#choose({ kind: 'computed' })}
            >
              ${sign('check')}${placing.right}
            </button>`
      }
      <button
        class="button small plain"
        type="button"
        aria-expanded="false"
        @click=${() => {
          this.choosing = true;
        }}
      >
        ${placing.other}
      </button>
    </div>`;
  }

  #choices() {
    const { placing } = words();
    const choose = deliberately((value) => {
      if (value === 'document') this.#choose({ kind: 'document' });
      else if (value !== '') this.#choose({ kind: 'section', section: value });
    }, 'takes back');
    return html`<fieldset class="field place-choice">
      <legend>${placing.other}</legend>
      <p class="hint">${placing.select}</p>
      <div class="buttons tight">
        <button
          class="button small"
          type="button"
          ?disabled=${this.busy}
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${() => this.#choose({ kind: 'selection' })}
        >
          ${placing.selection}
        </button>
        <button
          class="button small plain"
          type="button"
          @click=${() => {
            this.choosing = false;
          }}
        >
          ${placing.cancel}
        </button>
      </div>
      ${this.fault === '' ? nothing : html`<p class="error-text" role="alert">${sign('err')}${this.fault}</p>`}
      <label for="plaats-onderdeel">${placing.section}</label>
      <select id="plaats-onderdeel" ?disabled=${this.busy} @change=${choose} @keydown=${choose} @blur=${choose}>
        <option value="">${placing.chooseSection}</option>
        ${this.sections.map(({ id, label }) => html`<option value=${id}>${label}</option>`)}
        <option value="document">${placing.document}</option>
      </select>
    </fieldset>`;
  }

  #choose(choice: PlaceChoice): void {
    this.dispatchEvent(new PlaceChosenEvent(choice));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-place': CommentPlace;
  }
  interface HTMLElementEventMap {
    'place-chosen': PlaceChosenEvent;
    'place-shown': PlaceShownEvent;
  }
}
