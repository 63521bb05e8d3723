import type { DispositionView, PersonView } from '@draagvlak/contract/client';
import { DISPOSITION_KINDS, type DispositionKind } from '@draagvlak/review';
import { refusalSentences } from '@draagvlak/wording';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../elements/disposition-badge.ts';
import { KIND_LOOK } from '../elements/kind-tag.ts';
import '../elements/kind-tag.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { smallDiff } from '../elements/small-diff.ts';
import { words } from '../stores/words.ts';
import './comment-place.ts';
import { type DecisionDraft, EMPTY_DRAFT, type Fault } from './decision-draft.ts';
import './disposition-form.ts';
import { DecisionChangedEvent, type PlaceLabel } from './disposition-form.ts';
import type { Alike } from './similar.ts';
import { pendingOf, stateOf, submitterOf, type WorkComment } from './workbench-list.ts';
import type { ChangedPlace } from '@draagvlak/review';

export type CommentAct =
  | 'previous'
  | 'next'
  | 'apply-proposal'
  | 'work-on'
  | 'show-place'
  | 'confirm'
  | 'take-back'
  | 'correct'
  | 'cancel-correction';

/** What the reader asks of the room about the comment in sight. */
export class CommentActEvent extends Event {
  readonly act: CommentAct;
  constructor(act: CommentAct) {
    super('comment-act', { bubbles: true });
    this.act = act;
  }
}

const nameOf = ({ name, organisation }: PersonView) => (organisation === null ? name : `${name}, ${organisation}`);

/** One comment with what can be done with it: its words, its place in the draft, its decision and its history. */
@customElement('comment-pane')
export class CommentPane extends LightElement {
  /** Where the words of this comment are redacted; `null` for who may not. */
  @property({ attribute: false }) redactHref: string | null = null;
  @property({ attribute: false }) comment: WorkComment | null = null;
  /** Number and title of the section in the version it was made on. */
  @property() sectionLabel = '';
  /** Where it stands in the draft now. */
  @property({ attribute: false }) placeLabel: string | null = null;
  /** Headings of the draft. */
  @property({ attribute: false }) draftSections: readonly { readonly id: string; readonly label: string }[] = [];
  @property() placeFault = '';
  @property({ attribute: false }) alike: Alike | null = null;
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
    return html`<div class="pane-head pane-head-row">
        <h2 id="reactie-kop">${comment.number} <span class="quiet">${processing.at(this.sectionLabel)}</span></h2>
        <div class="buttons tight">
          ${this.#step('previous', processing.previous, 'up', 'K')} ${this.#step('next', processing.next, 'down', 'J')}
        </div>
      </div>
      <div class="pane-body one">
        ${this.#words(comment)} ${this.#similar()}
        ${
          stateOf(comment) === 'withdrawn'
            ? html`<p class="notice">${sign('terug')}<span>${processing.withdrawn}</span></p>`
            : html`${this.#standing(comment)} ${this.#form(comment)}`
        }
        ${this.#history(comment)}
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

  #words(comment: WorkComment) {
    const { processing, vocabulary, dates } = words();
    const party = comment.by.party === null ? null : vocabulary.parties[comment.by.party].toLowerCase();
    const meta = [party, vocabulary.channels[comment.channel], dates.day(comment.at)].filter((part) => part !== null);
    return html`<div class="stack">
      <div class="comment-head">
        <span class="from">${submitterOf(comment)}</span><span class="comment-meta">${meta.join(', ')}</span
        ><span class="end"><kind-tag .kind=${comment.kind}></kind-tag></span>
      </div>
      ${
        comment.late || comment.outOfScope
          ? html`<p class="buttons tight">
              ${comment.late ? html`<span class="plain-tag">${vocabulary.late}</span>` : nothing}
              ${comment.outOfScope ? html`<span class="plain-tag">${vocabulary.outOfScope}</span>` : nothing}
            </p>`
          : nothing
      }
      ${
        comment.anchor.quote === ''
          ? nothing
          : html`<blockquote class="quote" lang="nl">${comment.anchor.quote}</blockquote>`
      }
      <p class="said">${comment.body ?? html`<span class="quiet">${processing.erased}</span>`}</p>
      ${
        comment.proposal === null
          ? nothing
          : html`<div class="proposal" lang="nl">
              <span class="label">${processing.proposal}</span>${smallDiff(comment.anchor.quote, comment.proposal)}
            </div>`
      }
      ${comment.replies.map(
        (reply) =>
          html`<div class="reply">
            <p class="small"><b>${submitterOf(reply)}</b> <span class="quiet">${dates.day(reply.at)}</span></p>
            <p>${reply.body ?? html`<span class="quiet">${processing.erased}</span>`}</p>
          </div>`,
      )}
      ${this.redactHref === null ? nothing : html`<p class="small"><a href=${this.redactHref}>${words().redaction.open}</a></p>`}
      <comment-place
        .comment=${comment.id}
        .placement=${comment.placement}
        .label=${this.placeLabel}
        .sections=${this.draftSections}
        .mayConfirm=${this.mayWrite && comment.withdrawnAt === null}
        .busy=${this.busy}
        .fault=${this.placeFault}
        @place-shown=${() => this.#act('show-place')}
      ></comment-place>
      ${
        this.mayWrite && comment.withdrawnAt === null
          ? html`<div class="buttons">
              <button
                class="button small"
                type="button"
                aria-pressed=${String(this.working)}
                aria-keyshortcuts="V"
                @click=${() => this.#act('work-on')}
              >
                ${sign('play', 'solid')}${processing.workOn}
              </button>
              ${
                comment.proposal === null
                  ? nothing
                  : html`<button
                      class="button small"
                      type="button"
                      ?disabled=${this.busy}
                      @click=${() => this.#act('apply-proposal')}
                    >
                      ${sign('check')}${processing.applyProposal}
                    </button>`
              }
            </div>`
          : nothing
      }
    </div>`;
  }

  #similar() {
    const { alike, draft } = this;
    if (alike === null || alike.comments.length === 0) return nothing;
    const { processing } = words();
    const count = alike.comments.length;
    return html`<section class="bundle" aria-labelledby="bundel-kop">
      <h3 id="bundel-kop">
        ${sign('samen')}${alike.because === 'words' ? processing.similar(count) : processing.samePassage(count)}
      </h3>
      ${alike.comments.map((other) => this.#alike(other, draft))}
      <p class="small quiet">${processing.together}</p>
    </section>`;
  }

  #alike(other: WorkComment, draft: DecisionDraft) {
    const { processing, vocabulary } = words();
    const look = KIND_LOOK[other.kind];
    const chosen = draft.together[other.id];
    const decided = other.standing !== null;
    const may = other.mayPropose === true && !decided;
    const together = (kind: DispositionKind | null) => {
      const rest = Object.fromEntries(Object.entries(draft.together).filter(([id]) => id !== other.id));
      this.dispatchEvent(
        new DecisionChangedEvent({ ...draft, together: kind === null ? rest : { ...rest, [other.id]: kind } }),
      );
    };
    return html`<div class="alike">
      <label class="choice"
        ><input
          type="checkbox"
          .checked=${chosen !== undefined}
          ?disabled=${!may}
          @change=${(event: Event) =>
            together((event.target as HTMLInputElement).checked ? (draft.kind ?? 'not-accepted') : null)}
        /><span
          ><b>${other.number}</b> ${submitterOf(other)}
          <span class=${`kind-${look.name} inline-sign`}
            >${sign(look.sign)}<span class="hidden-text">${vocabulary.commentKinds[other.kind]}</span></span
          >
          ${decided ? html`<span class="tiny quiet">${processing.alreadyDecided}</span>` : nothing}
          <span class="hint">${other.body ?? processing.erased}</span></span
        ></label
      >
      ${
        chosen === undefined
          ? nothing
          : html`<select
              aria-label=${processing.decisionFor(other.number)}
              @change=${(event: Event) => together((event.target as HTMLSelectElement).value as DispositionKind)}
            >
              ${DISPOSITION_KINDS.filter((kind) => kind !== 'merged').map(
                (kind) =>
                  html`<option value=${kind} .selected=${kind === chosen}>${vocabulary.dispositions[kind]}</option>`,
              )}
            </select>`
      }
    </div>`;
  }

  #standing(comment: WorkComment) {
    const { processing } = words();
    const { standing } = comment;
    if (standing === null || this.draft.supersedes !== null) return nothing;
    const waiting = pendingOf(comment);
    const correction = waiting !== null && waiting.id !== standing.id ? waiting : null;
    const own = waiting !== null && waiting.proposedBy.person === this.person;
    return html`<section class="stack standing" aria-label=${processing.decision}>
      <h3>${processing.decision}</h3>
      ${this.#disposition(standing)}
      ${
        correction === null
          ? nothing
          : html`<p class="small"><b>${processing.pendingCorrection}</b></p>
              ${this.#disposition(correction)}`
      }
      <div class="buttons">
        ${
          comment.mayConfirm === true && waiting !== null
            ? html`<button
                class="button primary"
                type="button"
                ?disabled=${this.busy}
                @click=${() => this.#act('confirm')}
              >
                ${sign('check')}${processing.confirm}
              </button>`
            : nothing
        }
        ${
          waiting !== null && (own || comment.mayConfirm === true)
            ? html`<button class="button" type="button" ?disabled=${this.busy} @click=${() => this.#act('take-back')}>
                ${processing.takeBack}
              </button>`
            : nothing
        }
        ${
          waiting === null && comment.mayPropose === true
            ? html`<button class="button plain" type="button" @click=${() => this.#act('correct')}>
                ${processing.correct}
              </button>`
            : nothing
        }
      </div>
      ${
        waiting !== null && comment.mayConfirm !== true && comment.mayConfirm !== null
          ? refusalSentences(words(), comment.mayConfirm).map(
              (sentence) => html`<p class="small quiet">${sentence}</p>`,
            )
          : nothing
      }
    </section>`;
  }

  #disposition(one: DispositionView) {
    const { processing, dates } = words();
    return html`<div class="stack tight-stack">
      <p>
        <disposition-badge
          .kind=${one.kind}
          .mergedWith=${one.into === null ? null : this.numberOf(one.into)}
          ?proposed=${one.confirmedAt === null}
        ></disposition-badge>
      </p>
      ${one.motivation === null ? nothing : html`<p>${one.motivation}</p>`}
      <p class="small quiet">
        ${processing.proposedBy(nameOf(one.proposedBy), dates.day(one.proposedAt))}
        ${
          one.confirmedBy === null || one.confirmedAt === null
            ? nothing
            : processing.confirmedBy(nameOf(one.confirmedBy), dates.day(one.confirmedAt))
        }
      </p>
    </div>`;
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
        .places=${this.places}
        .others=${this.others}
        .faults=${this.faults}
        .refusals=${this.refusals}
        .busy=${this.busy}
        .placeAtCaret=${this.placeAtCaret}
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

  #history(comment: WorkComment) {
    const { processing, dates } = words();
    const earlier = comment.history.filter(
      (one) => one.id !== comment.standing?.id && one.id !== pendingOf(comment)?.id,
    );
    if (earlier.length === 0) return nothing;
    return html`<details class="talk">
      <summary>${processing.history(earlier.length)}</summary>
      ${earlier.map(
        (one) =>
          html`<div class="earlier">
            ${this.#disposition(one)}
            <p class="tiny quiet">
              ${one.takenBackAt === null ? processing.superseded : processing.takenBackOn(dates.day(one.takenBackAt))}
            </p>
          </div>`,
      )}
    </details>`;
  }

  #act(act: CommentAct): void {
    this.dispatchEvent(new CommentActEvent(act));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-pane': CommentPane;
  }
  interface HTMLElementEventMap {
    'comment-act': CommentActEvent;
  }
}
