import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PersonView } from '@draagvlak/contract/client';
import { LightElement } from '../elements/light-element.ts';
import '../elements/stacked-bar.ts';
import { words } from '../stores/words.ts';
import { AllPickedEvent, FiltersChangedEvent } from './comment-events.ts';
import { type CommentState, stateOf, type WorkComment } from './comment-state.ts';
import { lines } from './lines.ts';
import './list-filters.ts';
import { type Filters, isFiltered, NO_FILTERS } from './list-filter.ts';
import { isSelected, NOTHING, type Selection } from './selection.ts';
import { Slices } from './slices.ts';
import './section-heat.ts';
import { RowKeeper } from './row-keeper.ts';
import { type RowGroup, rowOf, rowsOf } from './workbench-list.ts';

/** The comments on a version by section or by day, with filters and how far the committee is. */
@customElement('comment-list')
export class CommentList extends LightElement {
  /** As filtered. */
  @property({ attribute: false }) groups: readonly RowGroup[] = [];
  /** All of them, for figures and for what the filters offer. */
  @property({ attribute: false }) comments: readonly WorkComment[] = [];
  /** Sections that have comments, for the filter: heading id and its number with title. */
  @property({ attribute: false }) sections: readonly { readonly id: string; readonly label: string }[] = [];
  @property({ attribute: false }) authors: readonly PersonView[] = [];
  @property({ attribute: false }) filters: Filters = NO_FILTERS;
  @property({ attribute: false }) selection: Selection = NOTHING;
  @property({ attribute: false }) current: string | null = null;
  /** Person who looks. */
  @property() person = '';
  @property() version = '';
  @property({ type: Boolean, reflect: true }) open = false;
  readonly #rows = new RowKeeper();
  readonly #slices = new Slices(() => this.requestUpdate());

  override render() {
    const { processing } = words();
    const count = (state: CommentState) => this.comments.filter((comment) => stateOf(comment) === state).length;
    const [open, proposed] = [count('open'), count('proposed')];
    const done = count('confirmed') + count('withdrawn');
    return html`<div class="pane-head">
        <div class="pane-head-row">
          <h2>${processing.title(this.comments.length, this.version)}</h2>
          <span class="small num">${processing.progress(done, proposed, open)}</span>
          <button
            class="button small narrow-only"
            type="button"
            aria-expanded=${String(this.open)}
            @click=${() => (this.open = !this.open)}
          >
            ${processing.showList}
          </button>
        </div>
        <stacked-bar
          .parts=${[
            { label: processing.progressDone, count: done, fill: 'c-accent' },
            { label: processing.progressProposed, count: proposed, fill: 'c-soft' },
            { label: processing.progressOpen, count: open, fill: 'c-open' },
          ]}
        ></stacked-bar>
        <list-filters
          .comments=${this.comments}
          .sections=${this.sections}
          .authors=${this.authors}
          .filters=${this.filters}
          .person=${this.person}
        ></list-filters>
      </div>
      <section-heat
        .comments=${this.comments}
        .sections=${this.sections}
        .authors=${this.authors}
        .filters=${this.filters}
      ></section-heat>
      ${this.groups.length === 0 ? this.#none() : html`${this.#all()} ${this.#list()}`}`;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('current')) return;
    // On a narrow screen the list makes way for the comment that was chosen in it.
    this.open = false;
    this.querySelector('.row[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#slices.stop();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('filters')) this.#slices.begin(rowOf(rowsOf(this.groups), this.current));
  }

  #all() {
    const { handling } = words();
    const rows = rowsOf(this.groups);
    const all = rows.every((row) => isSelected(this.selection, row));
    const shown = rows.reduce(
      (sum, { bundle }) => sum + (bundle === null || bundle.open ? 1 : bundle.comments.length),
      0,
    );
    return html`<label class="choice pick-all"
      ><input
        type="checkbox"
        .checked=${all}
        .indeterminate=${!all && this.selection.comments.size > 0}
        @click=${() => this.dispatchEvent(new AllPickedEvent(!all))}
      /><span>${handling.selectAll(shown)}</span></label
    >`;
  }

  #list() {
    const dated = this.filters.order === 'due';
    let left = this.#slices.of(rowsOf(this.groups).length);
    const groups = this.groups.flatMap((group) => {
      const rows = group.rows.slice(0, left);
      left -= rows.length;
      return rows.length === 0 ? [] : [{ group, rows }];
    });
    return html`<ol class="clist">
      ${repeat(
        groups,
        ({ group }) => group.key,
        ({ group, rows }) =>
          html`<li class="grp-li">
            ${this.#heading(group, dated)}
            <ol
              ${lines(
                rows.map((row) => {
                  const current = row.comment.id === this.current || this.#isFoldedAround(row.bundle);
                  return this.#rows.of(row, current, isSelected(this.selection, row));
                }),
              )}
            ></ol>
          </li>`,
      )}
    </ol>`;
  }

  #isFoldedAround(bundle: RowGroup['rows'][number]['bundle']): boolean {
    return bundle !== null && !bundle.open && bundle.comments.some(({ id }) => id === this.current);
  }

  #heading({ key, number, title, done, total }: RowGroup, dated: boolean) {
    const { processing, handling, dates } = words();
    const name = dated
      ? key === null
        ? handling.noDue
        : dates.date(key)
      : html`<span class="no">${number ?? nothing}</span> ${title ?? processing.wholeDocument}`;
    return html`<h3 class="grp">
      ${name}
      <span class="grp-count" title=${processing.sectionProgress(done, total)}
        ><span aria-hidden="true">${done}/${total}</span
        ><span class="hidden-text">${processing.sectionProgress(done, total)}</span></span
      >
    </h3>`;
  }

  #none() {
    const { processing } = words();
    if (this.comments.length === 0 || !isFiltered(this.filters)) {
      return html`<div class="pane-body">
        <p><b>${processing.noComments}</b></p>
        <p class="quiet">${processing.noCommentsWhy}</p>
      </div>`;
    }
    return html`<div class="pane-body stack">
      <p>${processing.filters.none}</p>
      <button
        class="button small"
        type="button"
        @click=${() => this.dispatchEvent(new FiltersChangedEvent({ ...NO_FILTERS, order: this.filters.order }))}
      >
        ${processing.filters.clear}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-list': CommentList;
  }
}
