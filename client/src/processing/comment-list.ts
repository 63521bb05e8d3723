import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PersonView } from '@draagvlak/contract/client';
import { LightElement } from '../elements/light-element.ts';
import '../elements/stacked-bar.ts';
import { words } from '../stores/words.ts';
import { AllPickedEvent, CommentChosenEvent, FiltersChangedEvent } from './comment-events.ts';
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
  /** Comments whose decision is on its way. */
  @property({ attribute: false }) saving: ReadonlySet<string> = new Set();
  /** Whether the keyboard goes along to the line that was walked to. */
  #follows = false;
  readonly #rows = new RowKeeper();
  readonly #slices = new Slices(() => this.requestUpdate());

  constructor() {
    super();
    // On a narrow screen the list makes way for the comment that was chosen in it, also for the one that stands there.
    this.addEventListener('comment-chosen', () => (this.open = false));
  }

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
    this.open = false;
    const row = this.querySelector<HTMLElement>('.row[aria-current]');
    row?.scrollIntoView({ block: 'nearest' });
    if (this.#follows) row?.focus({ preventScroll: true });
    this.#follows = false;
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
    const all = rowsOf(this.groups);
    const current = rowOf(all, this.current);
    let at = -1;
    let left = this.#slices.of(all.length);
    const groups = this.groups.flatMap((group) => {
      const rows = group.rows.slice(0, left);
      left -= rows.length;
      return rows.length === 0 ? [] : [{ group, rows }];
    });
    return html`<ol class="clist" @keydown=${(event: KeyboardEvent) => this.#walk(event)}>
      ${repeat(
        groups,
        ({ group }) => group.key,
        ({ group, rows }) =>
          html`<li class="grp-li">
            ${this.#heading(group, dated)}
            <ol
              ${lines(
                rows.map((row) => {
                  at += 1;
                  return this.#rows.of(row, {
                    current: at === current,
                    picked: isSelected(this.selection, row),
                    saving: this.saving.has(row.comment.id),
                    stop: at === Math.max(0, current),
                  });
                }),
              )}
            ></ol>
          </li>`,
      )}
    </ol>`;
  }

  /** Arrows walk through the lines, which are one stop for Tab. */
  #walk(event: KeyboardEvent): void {
    const rows = rowsOf(this.groups);
    const from = (event.target as Element).closest('.row-li');
    const at = from === null ? -1 : rowOf(rows, this.current);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: rows.length - 1,
    };
    const to = steps[event.key];
    if (to === undefined || at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const row = rows[Math.min(rows.length - 1, Math.max(0, to))];
    if (row === undefined || row.comment.id === this.current) return;
    this.dispatchEvent(new CommentChosenEvent(row.comment.id, false));
    this.#follows = true;
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
