import type { CommentView, DispositionView, PersonView } from '@draagvlak/contract/client';
import { uncapitalised } from '@draagvlak/wording';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { words } from '../stores/words.ts';
import { LightElement } from './light-element.ts';
import './disposition-badge.ts';
import './kind-tag.ts';
import { smallDiff } from './small-diff.ts';

/** A person as others may read them: the organisation first, a natural person as party and number. */
export function submitterName(by: PersonView): string {
  return by.organisation ?? by.name;
}

/** One comment with its passage, text proposal, answers and the decision that stands. */
@customElement('comment-card')
export class CommentCard extends LightElement {
  @property({ attribute: false }) comment: CommentView | null = null;
  /** Number of the comment it was merged with. */
  @property({ attribute: false }) mergedWith: string | null = null;
  /** Extra line under the head: where it stands now, for instance. */
  @property({ attribute: false }) placement: string | TemplateResult | null = null;
  /** Links to the places that bear the decision out. */
  @property({ attribute: false }) places: TemplateResult | null = null;
  /** Buttons of the room. */
  @property({ attribute: false }) actions: TemplateResult | null = null;
  @property({ type: Boolean, attribute: 'hide-quote' }) hideQuote = false;

  override render() {
    const { comment } = this;
    if (!comment) return nothing;
    const { vocabulary, dates, reading } = words();
    const party = comment.by.party === null ? null : uncapitalised(vocabulary.parties[comment.by.party]);
    const meta = [party, dates.day(comment.at), comment.channel === 'web' ? null : vocabulary.channels[comment.channel]]
      .filter((part) => part !== null)
      .join(', ');
    return html`<article
      class="comment"
      aria-label=${reading.commentLabel(comment.number)}
      id=${`reactie-${comment.id}`}
    >
      <p class="comment-head">
        <span class="nr">${comment.number}</span><span class="from">${submitterName(comment.by)}</span
        ><span class="comment-meta">${meta}${comment.editedAt ? `, ${reading.edited}` : ''}</span
        ><span class="end"><kind-tag .kind=${comment.kind}></kind-tag></span>
      </p>
      ${this.#marks(comment)} ${this.placement === null ? nothing : html`<p class="small quiet">${this.placement}</p>`}
      ${
        this.hideQuote || comment.anchor.quote === ''
          ? nothing
          : html`<blockquote class="quote" lang="nl">${comment.anchor.quote}</blockquote>`
      }
      <p class="said">${comment.body ?? html`<span class="quiet">${reading.erased}</span>`}</p>
      ${
        comment.proposal === null
          ? nothing
          : html`<div class="proposal" lang="nl">
              <span class="label">${reading.proposal}</span>${smallDiff(comment.anchor.quote, comment.proposal)}
            </div>`
      }
      ${comment.replies.map(
        (reply) =>
          html`<div class="reply">
            <p class="small"><b>${submitterName(reply.by)}</b> <span class="quiet">${dates.day(reply.at)}</span></p>
            <p>${reply.body ?? html`<span class="quiet">${reading.erased}</span>`}</p>
          </div>`,
      )}
      ${this.#answer(comment)} ${this.actions ? html`<div class="buttons">${this.actions}</div>` : nothing}
    </article>`;
  }

  #marks(comment: CommentView): TemplateResult | typeof nothing {
    const { vocabulary } = words();
    const marks = [...(comment.late ? [vocabulary.late] : []), ...(comment.outOfScope ? [vocabulary.outOfScope] : [])];
    if (marks.length === 0) return nothing;
    return html`<p class="buttons tight">${marks.map((mark) => html`<span class="plain-tag">${mark}</span>`)}</p>`;
  }

  #answer(comment: CommentView): TemplateResult | typeof nothing {
    if (comment.withdrawnAt !== null)
      return html`<div class="answer">
        <p><disposition-badge withdrawn></disposition-badge></p>
      </div>`;
    const standing: DispositionView | null = comment.standing;
    if (standing === null) return nothing;
    return html`<div class="answer">
      <p>
        <disposition-badge
          .kind=${standing.kind}
          .mergedWith=${this.mergedWith}
          ?proposed=${standing.confirmedAt === null}
        ></disposition-badge>
        ${this.places ?? nothing}
      </p>
      ${standing.motivation === null ? nothing : html`<p class="said">${standing.motivation}</p>`}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-card': CommentCard;
  }
}
