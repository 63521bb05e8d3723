import type { Category } from '@draagvlak/compare';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import '../elements/stacked-bar.ts';
import type { BarPart } from '../elements/stacked-bar.ts';
import { words } from '../stores/words.ts';
import './change-attention.ts';
import './change-filters.ts';
import { ChangeFilterEvent } from './change-filters.ts';
import { type ChangeFilter, EVERYTHING } from './change-filter.ts';
import { categoriesOf, type ChangeIndex, type ComparedComment } from './change-index.ts';

const SIGNS: Readonly<Record<Category, string>> = {
  substantive: 'ne',
  editorial: 'red',
  moved: 'move',
  renumbered: 'renum',
  new: 'plus',
  deleted: 'min',
};

/** How many changes were made for a comment, on own initiative, for no known reason; a new number needs none. */
export function reasonsOf({ changes, grounds }: ChangeIndex): {
  readonly comments: number;
  readonly own: number;
  readonly none: number;
  /** Of those without a reason, how many have one in part. */
  readonly partly: number;
  readonly renumbered: number;
} {
  const needing = changes.filter(({ change }) => change.category !== 'renumbered');
  const none = needing.filter(({ groundless }) => groundless).length;
  const partly = needing.filter((known) => known.partly).length;
  const own = needing.filter(({ change, groundless }) => {
    const ground = grounds.get(change.key);
    return !groundless && ground?.ownInitiative === true && ground.comments.length === 0;
  }).length;
  return { comments: needing.length - none - own, own, none, partly, renumbered: changes.length - needing.length };
}

/** What a reader must know first: how much changed, why, what is contested, what lacks a reason, what does not add up. */
@customElement('change-summary')
export class ChangeSummary extends LightElement {
  @property({ attribute: false }) index: ChangeIndex | null = null;
  @property({ attribute: false }) comments: readonly ComparedComment[] = [];
  @property({ attribute: false }) filter: ChangeFilter = EVERYTHING;
  @property({ type: Number }) shown = 0;

  override render() {
    const { comparing } = words();
    const { index } = this;
    if (index === null) return nothing;
    const { summary, changes } = index;
    const { comments, own, none, partly } = reasonsOf(index);
    return html`<section class="summary" aria-labelledby="kort-kop">
      <h2 id="kort-kop">${comparing.inShort}</h2>
      ${
        changes.length === 0
          ? html`<p class="lead">${comparing.noChanges}</p>`
          : html`<p class="lead">
                ${comparing.lead(summary.sections.touched, summary.sections.total, summary.changes)}
                ${comparing.grounded(comments, own)}
                <b>${none === 0 ? comparing.allGrounded : comparing.groundless(none, partly)}</b>
              </p>
              ${this.#reasons(index)} ${this.#categories(index)}
              <change-filters .index=${index} .filter=${this.filter} .shown=${this.shown}></change-filters>
              <change-attention .index=${index} .comments=${this.comments}></change-attention>`
      }
      ${this.shown === 0 && changes.length > 0 ? this.#nothing() : nothing}
    </section>`;
  }

  #nothing() {
    const { filters } = words().comparing;
    return html`<div class="empty small-empty">
      <p>${filters.nothing}</p>
      <button class="button" type="button" @click=${() => this.dispatchEvent(new ChangeFilterEvent(EVERYTHING))}>
        ${filters.clear}
      </button>
    </div>`;
  }

  /** Why it was changed, as one bar; the words and figures stand under it. */
  #reasons(index: ChangeIndex) {
    const { reviewing } = words();
    const { comments, own, none, renumbered } = reasonsOf(index);
    const parts: readonly BarPart[] = [
      { label: reviewing.reasons.comments, count: comments, fill: 'c-accent' },
      { label: reviewing.reasons.own, count: own, fill: 'c-soft' },
      { label: reviewing.reasons.none, count: none, fill: 'c-none' },
      { label: reviewing.reasons.renumbered, count: renumbered, fill: 'c-rest' },
    ];
    return html`<div class="reasons">
      <stacked-bar .parts=${parts} .label=${reviewing.reasons.label}></stacked-bar>
      <ul class="reasons-legend" aria-hidden="true">
        ${parts
          .filter(({ count }) => count > 0)
          .map(
            ({ label, count, fill }) =>
              html`<li><i class=${`sw ${fill}`}></i><b class="num">${count}</b> ${label}</li>`,
          )}
      </ul>
    </div>`;
  }

  #categories(index: ChangeIndex) {
    const { comparing, vocabulary, compare } = words();
    const { categories } = this.filter;
    return html`<ul class="filter-tags" aria-label=${comparing.filters.byCategory}>
      ${categoriesOf(index).map((category) => {
        const on = categories.includes(category);
        const next = on ? categories.filter((one) => one !== category) : [...categories, category];
        return html`<li>
          <button
            type="button"
            class="filter-tag"
            aria-pressed=${String(on)}
            title=${category === 'editorial' ? compare.ruleExplained : nothing}
            @click=${() => this.dispatchEvent(new ChangeFilterEvent({ ...this.filter, categories: next }))}
          >
            ${sign(SIGNS[category])}${vocabulary.categories[category]}
            <b class="num">${index.summary.byCategory[category]}</b>
          </button>
        </li>`;
      })}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'change-summary': ChangeSummary;
  }
}
