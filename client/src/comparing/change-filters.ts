import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import { type ChangeFilter, EVERYTHING, isFiltered, type Show, SHOWS } from './change-filter.ts';
import { byNumber, type ChangeIndex } from './change-index.ts';

export class ChangeFilterEvent extends Event {
  readonly filter: ChangeFilter;
  constructor(filter: ChangeFilter) {
    super('change-filter', { bubbles: true });
    this.filter = filter;
  }
}

type Option = readonly [value: string, label: string];
type Choice = 'show' | 'section' | 'comment' | 'author' | 'organisation';

/** What a reader can narrow the changes by, next to their category, and what is narrowed by now. */
@customElement('change-filters')
export class ChangeFilters extends LightElement {
  @property({ attribute: false }) index: ChangeIndex | null = null;
  @property({ attribute: false }) filter: ChangeFilter = EVERYTHING;
  @property({ type: Number }) shown = 0;

  override render() {
    const { index, filter } = this;
    if (index === null) return nothing;
    const { filters } = words().comparing;
    const choices = this.#choices(index);
    return html`<details class="filters-more">
        <summary>${filters.title}</summary>
        <div class="filters-grid">
          ${choices.map(({ choice, label, all, options }) => this.#select(choice, label, all, options))}
        </div>
      </details>
      <div class="filters-on">
        <span role="status" class="small"
          >${isFiltered(filter) ? filters.shown(this.shown, index.changes.length) : nothing}</span
        >
        ${choices.map(({ choice, label, options }) => this.#on(choice, label, options))}
        ${
          isFiltered(filter)
            ? html`<button class="linkish" type="button" @click=${() => this.#change(EVERYTHING)}>
                ${filters.clear}
              </button>`
            : nothing
        }
      </div>`;
  }

  /** Unfolds the choices and goes to the first. */
  open(): boolean {
    const details = this.querySelector('details');
    if (details === null) return false;
    details.open = true;
    details.querySelector('select')?.focus();
    return true;
  }

  #choices(index: ChangeIndex): readonly {
    readonly choice: Choice;
    readonly label: string;
    readonly all: string;
    readonly options: readonly Option[];
  }[] {
    const { comparing, reviewing } = words();
    const { filters } = comparing;
    const shows: Record<(typeof SHOWS)[number], string> = {
      unread: filters.unread,
      groundless: filters.groundless,
      contested: filters.contested,
      ...reviewing.show,
    };
    const touched = (id: string) =>
      index.changes.some(({ change }) =>
        [change.after, change.before].some((side) => side?.section === id || side?.nodes.includes(id)),
      );
    const gone = index.before.sections.filter(({ id }) => index.after.section(id) === undefined);
    const sections = [...index.after.sections, ...gone].filter(({ id }) => touched(id));
    const comments = [
      ...new Map(index.changes.flatMap((known) => known.comments).map((one) => [one.id, one])).values(),
    ];
    const people = [
      ...new Map(index.changes.flatMap((known) => known.people).map((one) => [one.person, one])).values(),
    ];
    const organisations = [...new Set(comments.map(({ by }) => by.organisation ?? by.name))];
    return [
      { choice: 'show', label: filters.show, all: filters.all, options: SHOWS.map((show) => [show, shows[show]]) },
      {
        choice: 'section',
        label: filters.section,
        all: filters.allSections,
        options: sections.map(({ id, number, title }) => [
          id,
          [number, title].filter((part) => part !== null).join(' '),
        ]),
      },
      {
        choice: 'comment',
        label: filters.comment,
        all: filters.allComments,
        options: comments
          .toSorted(byNumber)
          .map(({ id, number, by }) => [id, `${number} ${by.organisation ?? by.name}`]),
      },
      {
        choice: 'author',
        label: filters.author,
        all: filters.allAuthors,
        options: people.map(({ person, name }) => [person, name]),
      },
      {
        choice: 'organisation',
        label: filters.organisation,
        all: filters.allOrganisations,
        options: organisations.toSorted((a, b) => a.localeCompare(b)).map((one) => [one, one]),
      },
    ];
  }

  #value(choice: Choice): string | null {
    return choice === 'show' && this.filter.show === 'all' ? null : this.filter[choice];
  }

  #select(choice: Choice, label: string, all: string, options: readonly Option[]) {
    const value = this.#value(choice);
    const id = `filter-${choice}`;
    return html`<div class="field">
      <label class="small" for=${id}>${label}</label>
      <select id=${id} @change=${(event: Event) => this.#set(choice, (event.target as HTMLSelectElement).value)}>
        <option value="" .selected=${value === null}>${all}</option>
        ${options.map(([one, text]) => html`<option value=${one} .selected=${one === value}>${text}</option>`)}
      </select>
    </div>`;
  }

  /** One filter that is on, to be put off again. */
  #on(choice: Choice, label: string, options: readonly Option[]) {
    const value = this.#value(choice);
    if (value === null) return nothing;
    const text = options.find(([one]) => one === value)?.[1] ?? value;
    return html`<button
      class="filter-tag is-on"
      type="button"
      aria-label=${words().reviewing.clearFilter(`${label}: ${text}`)}
      @click=${() => this.#set(choice, '')}
    >
      ${text}${sign('x')}
    </button>`;
  }

  #set(choice: Choice, value: string): void {
    this.#change(
      choice === 'show'
        ? { ...this.filter, show: (value === '' ? 'all' : value) as Show }
        : { ...this.filter, [choice]: value === '' ? null : value },
    );
  }

  #change(filter: ChangeFilter): void {
    this.dispatchEvent(new ChangeFilterEvent(filter));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'change-filters': ChangeFilters;
  }
  interface HTMLElementEventMap {
    'change-filter': ChangeFilterEvent;
  }
}
