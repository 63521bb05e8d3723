import type { PersonView } from '@draagvlak/contract/client';
import { COMMENT_KINDS, type CommentKind } from '@draagvlak/review';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import { FiltersChangedEvent } from './comment-events.ts';
import { COMMENT_STATES, type CommentState, isDone, submitterOf, type WorkComment } from './comment-state.ts';
import { type Filters, hasWork, isFiltered, NO_FILTERS, WORK_FILTERS, type WorkFilter } from './list-filter.ts';

/** What is in sight: words to look for, whose work it is, the order, and behind a button the rest. */
@customElement('list-filters')
export class ListFilters extends LightElement {
  @property({ attribute: false }) comments: readonly WorkComment[] = [];
  @property({ attribute: false }) sections: readonly { readonly id: string; readonly label: string }[] = [];
  @property({ attribute: false }) authors: readonly PersonView[] = [];
  @property({ attribute: false }) filters: Filters = NO_FILTERS;
  @property() person = '';
  @state() private more = false;

  override render() {
    const { handling, processing } = words();
    return html`<div class="list-filters">
      <input
        type="search"
        class="list-search"
        aria-label=${handling.search}
        placeholder=${handling.search}
        aria-keyshortcuts="/"
        .value=${this.filters.text}
        @input=${(event: Event) => this.#change({ text: (event.target as HTMLInputElement).value })}
        @keydown=${(event: KeyboardEvent) => this.#leave(event)}
      />
      <button
        class="button small plain more-filters"
        type="button"
        aria-expanded=${String(this.more || this.#isNarrowed)}
        @click=${() => (this.more = !this.more)}
      >
        ${handling.moreFilters}${sign('chev')}
      </button>
      <button
        class="button small icon plain"
        type="button"
        aria-label=${handling.print}
        title=${handling.print}
        @click=${() => print()}
      >
        ${sign('print')}
      </button>
      ${this.#work()} ${this.#order()}
      ${
        isFiltered(this.filters)
          ? html`<button
              class="button small plain clear-filters"
              type="button"
              @click=${() => this.#change({ ...NO_FILTERS, order: this.filters.order })}
            >
              ${sign('x')}${processing.filters.clear}
            </button>`
          : nothing
      }
      ${this.more || this.#isNarrowed ? this.#rest() : nothing}
    </div>`;
  }

  /** A filter that is on is in sight. */
  get #isNarrowed(): boolean {
    const { state: stateChosen, kind, submitter, section } = this.filters;
    return [stateChosen, kind, submitter, section].some((value) => value !== null);
  }

  #work() {
    const { handling } = words();
    const { work } = this.filters;
    const count = (filter: WorkFilter) => this.comments.filter((comment) => hasWork(comment, filter)).length;
    const value = work === null ? '' : typeof work === 'string' ? work : `@${work.person}`;
    const people = [...this.authors].sort((one) => (one.person === this.person ? -1 : 0));
    const option = (one: string, text: string) =>
      html`<option value=${one} .selected=${one === value}>${text}</option>`;
    return html`<select
      aria-label=${handling.work}
      @change=${(event: Event) => {
        const chosen = (event.target as HTMLSelectElement).value;
        const person = chosen.startsWith('@') ? { person: chosen.slice(1) } : null;
        this.#change({ work: person ?? WORK_FILTERS.find((one) => one === chosen) ?? null });
      }}
    >
      ${option('', handling.allWork)} ${WORK_FILTERS.map((one) => option(one, handling[one](count(one))))}
      <optgroup label=${handling.perAuthor}>
        ${people.map((author) => {
          const own = this.comments.filter((comment) => hasWork(comment, author));
          const open = own.filter((comment) => !isDone(comment)).length;
          const name = author.person === this.person ? handling.mine : author.name;
          return option(`@${author.person}`, handling.of(name, open, own.length));
        })}
      </optgroup>
    </select>`;
  }

  #order() {
    const { handling } = words();
    const { order } = this.filters;
    return html`<select
      aria-label=${handling.order}
      @change=${(event: Event) =>
        this.#change({ order: (event.target as HTMLSelectElement).value === 'due' ? 'due' : 'section' })}
    >
      <option value="section" .selected=${order === 'section'}>${handling.bySection}</option>
      <option value="due" .selected=${order === 'due'}>${handling.byDue}</option>
    </select>`;
  }

  #rest() {
    const { filters } = words().processing;
    const { vocabulary } = words();
    const submitters = [...new Set(this.comments.map((comment) => submitterOf(comment)))].toSorted((a, b) =>
      a.localeCompare(b),
    );
    return html`${this.#select(
      filters.state,
      filters.allStates,
      COMMENT_STATES.map((one) => [one, filters[one]]),
      this.filters.state,
      (value) => ({ state: value as CommentState | null }),
    )}
    ${this.#select(
      filters.kind,
      filters.allKinds,
      COMMENT_KINDS.map((kind) => [kind, vocabulary.commentKinds[kind]]),
      this.filters.kind,
      (value) => ({ kind: value as CommentKind | null }),
    )}
    ${this.#select(
      filters.submitter,
      filters.allSubmitters,
      submitters.map((submitter) => [submitter, submitter]),
      this.filters.submitter,
      (submitter) => ({ submitter }),
    )}
    ${this.#select(
      filters.section,
      filters.allSections,
      this.sections.map(({ id, label }) => [id, label]),
      this.filters.section,
      (section) => ({ section }),
    )}`;
  }

  #select(
    label: string,
    all: string,
    options: readonly (readonly [string, string])[],
    value: string | null,
    change: (value: string | null) => Partial<Filters>,
  ) {
    return html`<select
      aria-label=${label}
      @change=${(event: Event) => this.#change(change((event.target as HTMLSelectElement).value || null))}
    >
      <option value="" .selected=${value === null}>${all}</option>
      ${options.map(([one, text]) => html`<option value=${one} .selected=${one === value}>${text}</option>`)}
    </select>`;
  }

  #change(part: Partial<Filters>): void {
    this.dispatchEvent(new FiltersChangedEvent({ ...this.filters, ...part }));
  }

  /** Enter and Escape give the letters back to the list; Escape also forgets the words. */
  #leave(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') this.#change({ text: '' });
    (event.target as HTMLElement).blur();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'list-filters': ListFilters;
  }
}
