import { type ChangedPlace, decisionDemands, DISPOSITION_KINDS } from '@draagvlak/review';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import type { AnswersStore } from './answers-store.ts';
import type { WorkComment } from './comment-state.ts';
import { type DecisionDraft, EMPTY_DRAFT, type Fault } from './decision-draft.ts';
import { faultText, kindChoices, motivationField } from './decision-fields.ts';
import { type Blanks, filledIn, nextBlank, withAnswer } from './standard-answer.ts';
import type { AnswerChosenEvent } from './standard-answers.ts';
import './standard-answers.ts';

export class DecisionChangedEvent extends Event {
  readonly draft: DecisionDraft;
  constructor(draft: DecisionDraft) {
    super('decision-changed', { bubbles: true });
    this.draft = draft;
  }
}

/** The form is complete as far as the reader is concerned; the room proposes the decision, and may go on to the next. */
export class DecisionProposedEvent extends Event {
  readonly onward: boolean;
  constructor(onward: boolean) {
    super('decision-proposed', { bubbles: true });
    this.onward = onward;
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
  @property({ attribute: false }) answers: AnswersStore | null = null;
  @property({ attribute: false }) blanks: Blanks = { nummer: '', onderdeel: '', versie: '' };
  /** How many comments are decided on at once. */
  @property({ type: Number }) count = 1;
  @property({ attribute: false }) places: readonly PlaceLabel[] = [];
  /** Comments that this one can be merged with. */
  @property({ attribute: false }) others: readonly WorkComment[] = [];
  @property({ attribute: false }) faults: readonly Fault[] = [];
  /** Why the server refused, per sentence. */
  @property({ attribute: false }) refusals: readonly string[] = [];
  @property({ type: Boolean }) busy = false;
  /** Given when the caret stands in a block that can be pointed out. */
  @property({ attribute: false }) placeAtCaret: ChangedPlace | null = null;
  /** Where the comment itself stands in the draft; `null` when it stands nowhere in particular. */
  @property({ attribute: false }) placeNow: ChangedPlace | null = null;
  @property({ attribute: false }) showPlace: ((node: string) => void) | null = null;

  override render() {
    const { processing } = words();
    const { kind } = this.draft;
    const demands = kind === null ? null : decisionDemands(kind);
    const { count } = this;
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
      ${kindChoices(DISPOSITION_KINDS, kind, processing.decisionOn(this.number), this.faults, 'besluit', (chosen) =>
        this.#change({ kind: chosen }),
      )}
      ${demands?.into === 'required' ? this.#into() : nothing}
      ${
        demands?.motivation === 'none'
          ? nothing
          : html`${motivationField(this.draft, this.faults, 'motivering', (motivation) => this.#change({ motivation }))}
              <standard-answers
                .store=${this.answers}
                .motivation=${this.draft.motivation}
                @answer-chosen=${(event: AnswerChosenEvent) => void this.insert(event.text)}
              ></standard-answers>`
      }
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
        <button
          class="button"
          type="button"
          aria-keyshortcuts="Control+Enter"
          title=${`${words().handling.openNext} (Ctrl+Enter)`}
          ?disabled=${this.busy}
          @click=${() => this.dispatchEvent(new DecisionProposedEvent(true))}
        >
          ${words().handling.openNext}
        </button>
        <span class="small quiet">${processing.chairConfirms}</span>
      </div>
    </form>`;
  }

  #into() {
    const { processing } = words();
    const wrong = this.faults.includes('into');
    return html`<div class=${wrong ? 'field has-error' : 'field'}>
      <label for="samen-met">${processing.mergeInto}</label>
      ${faultText(this.faults, 'into')}
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
      ${faultText(this.faults, 'places')}
      ${
        this.places.length === 0
          ? html`<p class="small quiet">${evidence.none}</p>`
          : this.places.map((place) => this.#place(place))
      }
      ${
        this.placeNow === null || this.draft.places.some(({ node }) => node === this.placeNow?.node)
          ? nothing
          : html`<button
              class="button small"
              type="button"
              aria-keyshortcuts="P"
              @click=${() => this.#add(this.placeNow)}
            >
              ${sign('plus')}${evidence.addNow}
            </button>`
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

  /** Puts an answer in, and chooses what is still to be filled in. */
  async insert(text: string): Promise<void> {
    const motivation = withAnswer(this.draft.motivation, filledIn(text, this.blanks));
    this.#change({ motivation });
    // The words come back through the desk.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const area = this.querySelector<HTMLTextAreaElement>('#motivering');
    area?.focus();
    area?.setSelectionRange(...(nextBlank(motivation) ?? [motivation.length, motivation.length]));
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
    this.dispatchEvent(new DecisionProposedEvent(false));
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
