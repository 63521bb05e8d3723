import { uncapitalised } from '@draagvlak/wording';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import '../elements/kind-tag.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { smallDiff } from '../elements/small-diff.ts';
import { words } from '../stores/words.ts';
import { type CommentAct, CommentActEvent } from './comment-act.ts';
import './comment-place.ts';
import { submitterOf, type WorkComment } from './comment-state.ts';

/** What a submitter said: the passage, the words, the text proposal and the answers, and where it stands now. */
@customElement('comment-words')
export class CommentWords extends LightElement {
  @property({ attribute: false }) comment: WorkComment | null = null;
  /** Where it stands in the draft now. */
  @property({ attribute: false }) placeLabel: string | null = null;
  /** Headings of the draft. */
  @property({ attribute: false }) draftSections: readonly { readonly id: string; readonly label: string }[] = [];
  /** Where the words are redacted; `null` for who may not. */
  @property({ attribute: false }) redactHref: string | null = null;
  @property() placeFault = '';
  @property({ type: Boolean }) busy = false;
  @property({ type: Boolean }) mayWrite = false;
  @property({ type: Boolean }) working = false;

  override render() {
    const { comment } = this;
    if (comment === null) return nothing;
    const { processing, vocabulary, dates } = words();
    const party = comment.by.party === null ? null : uncapitalised(vocabulary.parties[comment.by.party]);
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
                      aria-keyshortcuts="T"
                      aria-disabled=${this.busy ? 'true' : nothing}
                      @click=${() => {
                        // Disabled for good it would lose the keyboard.
                        if (!this.busy) this.#act('apply-proposal');
                      }}
                    >
                      ${sign('check')}${processing.applyProposal}
                    </button>`
              }
            </div>`
          : nothing
      }
    </div>`;
  }

  #act(act: CommentAct): void {
    this.dispatchEvent(new CommentActEvent(act));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-words': CommentWords;
  }
}
