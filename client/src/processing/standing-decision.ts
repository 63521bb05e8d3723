import type { DispositionView, PersonView } from '@draagvlak/contract/client';
import { refusalSentences } from '@draagvlak/wording';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../elements/disposition-badge.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import { type CommentAct, CommentActEvent } from './comment-act.ts';
import { pendingOf, type WorkComment } from './comment-state.ts';

const nameOf = ({ name, organisation }: PersonView) => (organisation === null ? name : `${name}, ${organisation}`);

/** The decision that stands on a comment, the proposal that waits, and with `past` those that came before. */
@customElement('standing-decision')
export class StandingDecision extends LightElement {
  @property({ attribute: false }) comment: WorkComment | null = null;
  /** Person who looks. */
  @property() person = '';
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) correcting = false;
  @property({ type: Boolean }) past = false;
  @property({ attribute: false }) numberOf: (comment: string) => string | null = () => null;

  override render() {
    const { comment } = this;
    if (comment === null) return nothing;
    return this.past ? this.#history(comment) : this.#standing(comment);
  }

  #standing(comment: WorkComment) {
    const { processing } = words();
    const { standing } = comment;
    if (standing === null || this.correcting) return nothing;
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
    'standing-decision': StandingDecision;
  }
}
