import type { BundleView, PersonView } from '@draagvlak/contract/client';
import type { ChangedPlace } from '@draagvlak/review';
import { refusalSentences } from '@draagvlak/wording';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import { placeNow } from './place-now.ts';
import './bundle-box.ts';
import { type CommentAct, CommentActEvent } from './comment-act.ts';
import { KeysAskedEvent } from './comment-events.ts';
import { stateOf, type WorkComment } from './comment-state.ts';
import './comment-talk.ts';
import './comment-words.ts';
import './comment-work.ts';
import { type DecisionDraft, EMPTY_DRAFT, type Fault, kindsOf } from './decision-draft.ts';
import './disposition-form.ts';
import type { PlaceLabel } from './disposition-form.ts';
import type { Alike } from './similar.ts';
import './standing-decision.ts';
import type { WorkbenchActs } from './workbench-acts.ts';

/** The bundle of the comment in sight. */
export interface BundleInSight {
  readonly bundle: BundleView | null;
  /** The others in it. */
  readonly members: readonly WorkComment[];
  /** Those of them that a decision can be proposed on. */
  readonly waiting: readonly string[];
  /** Every comment that is in a bundle. */
  readonly bundled: ReadonlySet<string>;
}

/** One comment with what can be done with it: its words, its work, its bundle, its decision and its history. */
@customElement('comment-pane')
export class CommentPane extends LightElement {
  @property({ attribute: false }) comment: WorkComment | null = null;
  /** Number and title of the section in the version it was made on. */
  @property() sectionLabel = '';
  /** Where it stands in the draft now. */
  @property({ attribute: false }) placeLabel: string | null = null;
  /** Headings of the draft. */
  @property({ attribute: false }) draftSections: readonly { readonly id: string; readonly label: string }[] = [];
  @property() placeFault = '';
  @property() versionNumber = '';
  /** Where the words of this comment are redacted; `null` for who may not. */
  @property({ attribute: false }) redactHref: string | null = null;
  @property({ attribute: false }) alike: Alike | null = null;
  @property({ attribute: false }) bundle: BundleInSight = {
    bundle: null,
    members: [],
    waiting: [],
    bundled: new Set(),
  };
  @property({ attribute: false }) authors: readonly PersonView[] = [];
  @property({ type: Boolean }) mayHandle = false;
  @property({ attribute: false }) acts: WorkbenchActs | null = null;
  @property({ attribute: false }) draft: DecisionDraft = EMPTY_DRAFT;
  @property({ attribute: false }) places: readonly PlaceLabel[] = [];
  @property({ attribute: false }) others: readonly WorkComment[] = [];
  @property({ attribute: false }) faults: readonly Fault[] = [];
  @property({ attribute: false }) refusals: readonly string[] = [];
  @property({ attribute: false }) placeAtCaret: ChangedPlace | null = null;
  @property({ attribute: false }) showPlace: ((node: string) => void) | null = null;
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) mayWrite = false;
  @property({ type: Boolean }) working = false;
  /** Person who looks. */
  @property() person = '';
  @property({ attribute: false }) numberOf: (comment: string) => string | null = () => null;

  override render() {
    const { comment } = this;
    const { processing } = words();
    if (comment === null) {
      return html`<div class="pane-body"><p class="quiet">${processing.choose}</p></div>`;
    }
    const withdrawn = stateOf(comment) === 'withdrawn';
    return html`<div class="pane-head pane-head-row">
        <h2 id="reactie-kop" tabindex="-1">
          ${comment.number} <span class="quiet">${processing.at(this.sectionLabel)}</span>
        </h2>
        <div class="buttons tight">
          ${this.#step('previous', processing.previous, 'up', 'K')} ${this.#step('next', processing.next, 'down', 'J')}
          <button
            class="button small icon plain keys-button"
            type="button"
            aria-label=${processing.keys.open}
            title=${`${processing.keys.open} (?)`}
            @click=${() => this.dispatchEvent(new KeysAskedEvent())}
          >
            <kbd aria-hidden="true">?</kbd>
          </button>
        </div>
      </div>
      <div class="pane-body one">
        <comment-words
          .comment=${comment}
          .placeLabel=${this.placeLabel}
          .draftSections=${this.draftSections}
          .placeFault=${this.placeFault}
          .redactHref=${this.redactHref}
          .busy=${this.busy}
          .mayWrite=${this.mayWrite}
          .working=${this.working}
        ></comment-words>
        <comment-work
          .comment=${comment}
          .authors=${this.authors}
          .person=${this.person}
          .mayHandle=${this.mayHandle && !withdrawn}
        ></comment-work>
        ${withdrawn ? html`<p class="notice">${sign('terug')}<span>${processing.withdrawn}</span></p>` : this.#decision(comment)}
        <comment-talk .comment=${comment} .acts=${this.acts} .mayHandle=${this.mayHandle}></comment-talk>
        <standing-decision past .comment=${comment} .numberOf=${this.numberOf}></standing-decision>
      </div>`;
  }

  #step(act: 'previous' | 'next', label: string, icon: string, key: string) {
    return html`<button
      class="button small icon plain"
      type="button"
      aria-label=${label}
      title=${`${label} (${key})`}
      aria-keyshortcuts=${key}
      @click=${() => this.#act(act)}
    >
      ${sign(icon)}
    </button>`;
  }

  #decision(comment: WorkComment) {
    const { bundle, members, bundled } = this.bundle;
    return html`<bundle-box
        .comment=${comment}
        .bundle=${bundle}
        .members=${members}
        .alike=${this.alike}
        .bundled=${bundled}
        .draft=${this.draft}
        .mayHandle=${this.mayHandle}
      ></bundle-box>
      <standing-decision
        .comment=${comment}
        .person=${this.person}
        .busy=${this.busy}
        .correcting=${this.draft.supersedes !== null}
        .numberOf=${this.numberOf}
      ></standing-decision>
      ${this.#form(comment)}`;
  }

  #form(comment: WorkComment) {
    const { processing } = words();
    const correcting = this.draft.supersedes !== null;
    if (comment.standing !== null && !correcting) return nothing;
    if (comment.mayPropose !== true) {
      if (comment.mayPropose === null) return nothing;
      return html`<div class="notice">
        ${sign('info')}
        <div>${refusalSentences(words(), comment.mayPropose).map((sentence) => html`<p>${sentence}</p>`)}</div>
      </div>`;
    }
    return html`<disposition-form
        .draft=${this.draft}
        .number=${comment.number}
        .answers=${this.acts?.answers ?? null}
        .blanks=${{ nummer: comment.number, onderdeel: this.sectionLabel, versie: this.versionNumber }}
        .count=${Math.max(1, kindsOf(comment.id, this.draft, this.bundle.waiting).length)}
        .places=${this.places}
        .others=${this.others}
        .faults=${this.faults}
        .refusals=${this.refusals}
        .busy=${this.busy}
        .placeAtCaret=${this.placeAtCaret}
        .placeNow=${placeNow(comment)[0] ?? null}
        .showPlace=${this.showPlace}
      ></disposition-form>
      ${
        correcting
          ? html`<button class="button plain" type="button" @click=${() => this.#act('cancel-correction')}>
              ${processing.cancelCorrection}
            </button>`
          : nothing
      }`;
  }

  #act(act: CommentAct): void {
    this.dispatchEvent(new CommentActEvent(act));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-pane': CommentPane;
  }
}
