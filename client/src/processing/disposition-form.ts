import { type ChangedPlace, decisionDemands, DISPOSITION_KINDS, type DispositionKind } from '@draagvlak/review';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { DISPOSITION_LOOK } from '../elements/disposition-badge.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import { type DecisionDraft, EMPTY_DRAFT, type Fault } from './decision-draft.ts';
import type { WorkComment } from './workbench-list.ts';

export class DecisionChangedEvent extends Event {
  readonly draft: DecisionDraft;
  constructor(draft: DecisionDraft) {
    super('decision-changed', { bubbles: true });
    this.draft = draft;
  }
}

/** The form is complete as far as the reader is concerned; the room proposes the decision. */
export class DecisionProposedEvent extends Event {
  constructor() {
    super('decision-proposed', { bubbles: true });
  }
}

/** A place in the draft as the form shows it. */
export interface PlaceLabel {
  readonly place: ChangedPlace;
  readonly label: string;
  readonly gone: boolean;
}

/** Besluit op een reactie: the eight kinds, what each demands, and the places that bear it out. */
@customElement('disposition-form')
export class DispositionForm extends LightElement {
  @property({ attribute: false }) draft: DecisionDraft = EMPTY_DRAFT;
  @property() number = '';
  @property({ attribute: false }) places: readonly PlaceLabel[] = [];
  /** Comments that this one can be merged with. */
  @property({ attribute: false }) others: readonly WorkComment[] = [];
  @property({ attribute: false }) faults: readonly Fault[] = [];
  /** Why the server refused, per sentence. */
  @property({ attribute: false }) refusals: readonly string[] = [];
  @property({ type: Boolean }) busy = false;
  /** Given when the caret stands in a block that can be pointed out. */
  @property({ attribute: false }) placeAtCaret: ChangedPlace | null = null;
  @property({ attribute: false }) showPlace: ((node: string) => void) | null = null;

  override render() {
    const { processing } = words();
    const { kind } = this.draft;
    const demands = kind === null ? null : decisionDemands(kind);
    const count = 1 + Object.keys(this.draft.together).length;
    return html`<form
      class="stack form"
      aria-labelledby="besluit-kop"
      novalidate
      @submit=${(event: Event) => this.#submit(event)}
    >
      <h3 id="besluit-kop">${processing.decision}</h3>
      ${
        this.draft.supersedes === null
          ? nothing
          : html`<p class="notice">${sign('hist')}<span>${processing.correcting}</span></p>`
      }
      ${this.#kinds()} ${demands?.into === 'required' ? this.#into() : nothing}
      ${demands?.motivation === 'none' ? nothing : this.#motivation(kind)}
      ${demands?.places === 'required' ? this.#evidence() : nothing}
      ${
        this.refusals.length === 0
          ? nothing
          : html`<div class="notice danger" role="alert">
              ${sign('err')}
              <div>${this.refusals.map((sentence) => html`<p>${sentence}</p>`)}</div>
            </div>`
      }
      <div class="buttons form-end">
        <button class="button primary" type="submit" ?disabled=${this.busy}>
          ${count > 1 ? processing.proposeMany(count) : processing.propose}
        </button>
        <span class="small quiet">${processing.chairConfirms}</span>
      </div>
    </form>`;
  }

  #kinds() {
    const { processing, vocabulary } = words();
    return html`<fieldset class=${this.faults.includes('kind') ? 'field has-error' : 'field'}>
      <legend class="hidden-text">${processing.decisionOn(this.number)}</legend>
      ${this.#fault('kind')}
      <div class="dis-choices">
        ${DISPOSITION_KINDS.map((kind, index) => {
          const look = DISPOSITION_LOOK[kind];
          return html`<label class=${`dis-choice dsg-${look.name}`}
            ><input
              type="radio"
              name="besluit"
              .checked=${this.draft.kind === kind}
              aria-keyshortcuts=${String(index + 1)}
              @change=${() => this.#change({ kind })}
            />${sign(look.sign)}<span>${vocabulary.dispositions[kind]}</span></label
          >`;
        })}
      </div>
    </fieldset>`;
  }

  #motivation(kind: DispositionKind | null) {
    const { processing, vocabulary, shell } = words();
    const wrong = this.faults.includes('motivation');
    const optional = kind !== null && decisionDemands(kind).motivation === 'optional';
    return html`<div class=${wrong ? 'field has-error' : 'field'}>
      <label for="motivering"
        >${processing.motivation} ${optional ? html`<span class="optional">${shell.optional}</span>` : nothing}</label
      >
      <span class="hint" id="motivering-uitleg"
        >${kind === null ? nothing : `${vocabulary.dispositionDemands[kind]} `}${processing.noNames}</span
      >
      ${this.#fault('motivation')}
      <textarea
        id="motivering"
        rows="4"
        lang="nl"
        aria-describedby="motivering-uitleg"
        aria-keyshortcuts="M"
        aria-invalid=${wrong ? 'true' : nothing}
        .value=${this.draft.motivation}
        @input=${(event: Event) => this.#change({ motivation: (event.target as HTMLTextAreaElement).value })}
      ></textarea>
    </div>`;
  }

  #into() {
    const { processing } = words();
    const wrong = this.faults.includes('into');
    return html`<div class=${wrong ? 'field has-error' : 'field'}>
      <label for="samen-met">${processing.mergeInto}</label>
      ${this.#fault('into')}
      <select
        id="samen-met"
        @change=${(event: Event) => this.#change({ into: (event.target as HTMLSelectElement).value || null })}
      >
        <option value="" .selected=${this.draft.into === null}>${processing.chooseMerge}</option>
        ${this.others.map(
          (one) =>
            html`<option value=${one.id} .selected=${one.id === this.draft.into}>
              ${one.number} ${one.by.organisation ?? one.by.name}
            </option>`,
        )}
      </select>
    </div>`;
  }

  #evidence() {
    const { evidence } = words().processing;
    return html`<div class="field" role="group" aria-label=${evidence.heading}>
      ${this.#fault('places')}
      ${
        this.places.length === 0
          ? html`<p class="small quiet">${evidence.none}</p>`
          : this.places.map((place) => this.#place(place))
      }
      ${
        this.placeAtCaret === null
          ? nothing
          : html`<button class="button small" type="button" @click=${() => this.#add(this.placeAtCaret)}>
              ${sign('plus')}${evidence.add}
            </button>`
      }
    </div>`;
  }

  #place({ place, label, gone }: PlaceLabel): TemplateResult {
    const { evidence, heading } = { ...words().processing, heading: words().processing.evidence.heading };
    return html`<div class=${gone ? 'evidence is-gone' : 'evidence'}>
      ${sign(gone ? 'warn' : 'check')}
      <p class="small">
        <b>${heading} ${label}.</b> ${gone ? evidence.gone : nothing}
        ${
          gone
            ? nothing
            : html`<button class="linkish" type="button" @click=${() => this.showPlace?.(place.node)}>
                ${evidence.show}
              </button>`
        }
      </p>
      <button
        class="button small icon plain"
        type="button"
        aria-label=${evidence.remove(label)}
        @click=${() => this.#change({ places: this.draft.places.filter(({ node }) => node !== place.node) })}
      >
        ${sign('x')}
      </button>
    </div>`;
  }

  #fault(fault: Fault) {
    if (!this.faults.includes(fault)) return nothing;
    return html`<p class="error-text" role="alert">${sign('err')}${words().processing.faults[fault]}</p>`;
  }

  #add(place: ChangedPlace | null): void {
    if (place === null || this.draft.places.some(({ node }) => node === place.node)) return;
    this.#change({ places: [...this.draft.places, place] });
  }

  #change(part: Partial<DecisionDraft>): void {
    this.dispatchEvent(new DecisionChangedEvent({ ...this.draft, ...part }));
  }

  #submit(event: Event): void {
    event.preventDefault();
    this.dispatchEvent(new DecisionProposedEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'disposition-form': DispositionForm;
  }
  interface HTMLElementEventMap {
    'decision-changed': DecisionChangedEvent;
    'decision-proposed': DecisionProposedEvent;
  }
}
