import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { KIND_LOOK } from '../elements/looks.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import { byNumber, type ChangeIndex, type ComparedComment } from './change-index.ts';
import { changeTitle } from './change-title.ts';
import { commentBody, dispositionOf } from './compared-comment.ts';
import { ChangeChosenEvent } from './comparison-sheet.ts';

/** What became of every comment: its decision, its passage then and now, and the changes made for it. */
@customElement('reaction-list')
export class ReactionList extends LightElement {
  @property({ attribute: false }) index: ChangeIndex | null = null;
  @property({ attribute: false }) comments: readonly ComparedComment[] = [];
  @property({ attribute: false }) onClose: () => void = () => {};

  /** Brings somebody without a mouse here. */
  focusHeading(): void {
    this.querySelector<HTMLElement>('h2')?.focus();
  }

  override render() {
    const { comparing, reviewing, shell } = words();
    const { index } = this;
    if (index === null) return nothing;
    const ordered = this.comments.toSorted(byNumber);
    return html`<div class="pane-head pane-head-row">
        <h2 tabindex="-1">${ordered.length === 0 ? comparing.reason : reviewing.becameOf}</h2>
        <span class="end num quiet">${ordered.length === 0 ? nothing : ordered.length}</span>
        <button
          class="button small icon plain narrow-only"
          type="button"
          aria-label=${shell.close}
          @click=${() => this.onClose()}
        >
          ${sign('x')}
        </button>
      </div>
      <div class="pane-body">
        <p class="small quiet">${ordered.length === 0 ? comparing.choose : reviewing.chooseChange}</p>
        <ul class="lines became">
          ${repeat(
            ordered,
            ({ id }) => id,
            (comment) => this.#comment(comment, index),
          )}
        </ul>
      </div>`;
  }

  #comment(comment: ComparedComment, index: ChangeIndex) {
    const look = KIND_LOOK[comment.kind];
    return html`<li>
      <details class="became-one">
        <summary>
          <b class="num">${comment.number}</b>
          <span class=${`kind-${look.name}`}
            >${sign(look.sign)}<span class="hidden-text">${words().vocabulary.commentKinds[comment.kind]}</span></span
          >
          <span class="from">${comment.by.organisation ?? comment.by.name}</span>
          ${dispositionOf(comment, this.comments)}
        </summary>
        <div class="mini">${commentBody(comment, nothing, index)} ${this.#changes(comment, index)}</div>
      </details>
    </li>`;
  }

  #changes({ id }: ComparedComment, index: ChangeIndex) {
    const { reviewing } = words();
    const made = index.changes.filter(({ comments }) => comments.some((one) => one.id === id));
    if (made.length === 0) return html`<p class="small quiet">${reviewing.noChangesFor}</p>`;
    return html`<p class="small quiet">${reviewing.changesFor}</p>
      <ul class="made-for">
        ${made.map(
          ({ change, number, label }) =>
            html`<li>
              <a
                href=${`#change-${change.key}`}
                @click=${(event: Event) => {
                  event.preventDefault();
                  this.dispatchEvent(new ChangeChosenEvent(change.key));
                }}
                ><span class="cmp-no">${number}</span>
                ${changeTitle(change, words())}${label === '' ? nothing : `, ${label}`}</a
              >
            </li>`,
        )}
      </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reaction-list': ReactionList;
  }
}
