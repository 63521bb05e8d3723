import type { ComparisonView } from '@draagvlak/contract/client';
import { type Anchor, makeAnchor, type Selection } from '@draagvlak/review';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { byNumber, type ChangeIndex, type ComparedComment } from '../comparing/change-index.ts';
import { commentHead } from '../comparing/compared-comment.ts';
import { deliberately } from '../controllers/deliberate-choice.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { smallDiff } from '../elements/small-diff.ts';
import { computedPlace } from '../processing/computed-place.ts';
import { words } from '../stores/words.ts';
import type { FindingRooms } from './audit-finding.ts';

/** A person says where a comment stands in the draft; `anchor` is `null` when there is nothing left to point at. */
export class PlaceConfirmedEvent extends Event {
  readonly comment: string;
  readonly number: string;
  readonly anchor: Anchor | null;
  constructor(comment: Pick<ComparedComment, 'id' | 'number'>, anchor: Anchor | null) {
    super('place-confirmed', { bubbles: true });
    this.comment = comment.id;
    this.number = comment.number;
    this.anchor = anchor;
  }
}

/** Comments whose passage changed so much that only a person can say where they stand. */
@customElement('uncertain-places')
export class UncertainPlaces extends LightElement {
  @property({ attribute: false }) comparison: ComparisonView | null = null;
  @property({ attribute: false }) index: ChangeIndex | null = null;
  @property({ attribute: false }) rooms: FindingRooms | null = null;
  @property({ type: Boolean }) may = false;
  @property({ type: Boolean }) busy = false;

  override render() {
    const { audit } = words();
    const { comparison, index } = this;
    if (comparison === null || index === null) return nothing;
    const uncertain = comparison.comments
      .filter(({ placement, withdrawnAt }) => placement.rung === 'uncertain' && withdrawnAt === null)
      .toSorted(byNumber);
    return html`<div class="finding-kind">
      <h4>${audit.places} <span class="num quiet">${uncertain.length === 0 ? nothing : uncertain.length}</span></h4>
      <p class="small quiet">${uncertain.length === 0 ? audit.placesFine : audit.placesIntro}</p>
      <ul class="findings">
        ${repeat(
          uncertain,
          ({ id }) => id,
          (comment) => html`<li>${this.#comment(comment, comparison, index)}</li>`,
        )}
      </ul>
    </div>`;
  }

  #comment(comment: ComparedComment, comparison: ComparisonView, index: ChangeIndex) {
    const { audit, reviewing, placing } = words();
    const { anchor, placement } = comment;
    const section = placement.section === null ? undefined : index.after.section(placement.section);
    const place = [section?.number, section?.title].filter((part) => part != null).join(' ');
    const elsewhere = deliberately((chosen) => this.#elsewhere(comment, comparison, chosen), 'takes back');
    return html`<article class="finding" data-kind="uncertain">
      ${commentHead(comment, comment.by.organisation ?? comment.by.name)}
      <p class="small">${comment.body}</p>
      <p class="finding-place"><b>${place === '' ? placing.document : audit.placeIn(place)}</b></p>
      <p class="finding-text">
        ${placement.quote === '' ? html`<q>${anchor.quote}</q> ${reviewing.passageGone}` : smallDiff(anchor.quote, placement.quote)}
      </p>
      ${
        this.may
          ? html`<div class="buttons">
              <button
                class="button small"
                type="button"
                ?disabled=${this.busy}
                @click=${() => this.#confirm(comment, computedPlace(comment, comparison.afterDocument, anchor.version))}
              >
                ${sign('check')}${audit.right}
              </button>
              <select
                class="small"
                aria-label=${`${audit.otherSection}, ${comment.number}`}
                ?disabled=${this.busy}
                @change=${elsewhere}
                @keydown=${elsewhere}
                @blur=${elsewhere}
              >
                <option value="">${audit.otherSection}</option>
                ${index.after.sections.map(
                  ({ id, number, title }) =>
                    html`<option value=${id}>${[number, title].filter((part) => part !== null).join(' ')}</option>`,
                )}
                <option value="document">${placing.document}</option>
              </select>
              ${this.rooms === null ? nothing : html`<a class="small" href=${this.rooms.comment(comment.number)}>${audit.inText}</a>`}
            </div>`
          : nothing
      }
    </article>`;
  }

  #elsewhere(comment: ComparedComment, { afterDocument }: ComparisonView, chosen: string): void {
    if (chosen === '') return;
    const selection: Selection = chosen === 'document' ? { scope: 'document' } : { scope: 'section', node: chosen };
    this.#confirm(comment, makeAnchor(afterDocument, selection, comment.anchor.version));
  }

  #confirm(comment: ComparedComment, anchor: Anchor | null): void {
    this.dispatchEvent(new PlaceConfirmedEvent(comment, anchor));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'uncertain-places': UncertainPlaces;
  }
  interface HTMLElementEventMap {
    'place-confirmed': PlaceConfirmedEvent;
  }
}
