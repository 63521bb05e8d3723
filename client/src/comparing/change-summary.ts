import type { Category } from '@draagvlak/compare';
import type { Section } from '@draagvlak/document';
import type { Finding } from '@draagvlak/review';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { SectionChosenEvent } from '../elements/document-outline.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import {
  categoriesOf,
  type ChangeFilter,
  type ChangeIndex,
  type ComparedComment,
  EVERYTHING,
  isFiltered,
  type KnownChange,
  type Show,
} from './change-index.ts';
import { changeTitle } from './change-title.ts';
import { ChangeChosenEvent } from './comparison-sheet.ts';

export class ChangeFilterEvent extends Event {
  readonly filter: ChangeFilter;
  constructor(filter: ChangeFilter) {
    super('change-filter', { bubbles: true });
    this.filter = filter;
  }
}

const SIGNS: Readonly<Record<Category, string>> = {
  substantive: 'ne',
  editorial: 'red',
  moved: 'move',
  renumbered: 'renum',
  new: 'plus',
  deleted: 'min',
};

/** How many of a kind are shown before the rest must be asked for. */
const FEW = 6;

/** One change per section: what leads a reader there. */
function firstPerSection(changes: readonly KnownChange[]): readonly KnownChange[] {
  const seen = new Set<string>();
  return changes.filter(({ label }) => !seen.has(label) && seen.add(label));
}

/** What a reader must know first: how much changed, what is contested, what lacks a reason, what does not add up. */
@customElement('change-summary')
export class ChangeSummary extends LightElement {
  @property({ attribute: false }) index: ChangeIndex | null = null;
  @property({ attribute: false }) comments: readonly ComparedComment[] = [];
  @property({ attribute: false }) filter: ChangeFilter = EVERYTHING;
  @property({ type: Number }) shown = 0;
  @state() private unfolded: ReadonlySet<string> = new Set();

  override render() {
    const { comparing } = words();
    const { index } = this;
    if (index === null) return nothing;
    const { summary, changes } = index;
    const needing = changes.filter(({ change }) => change.category !== 'renumbered');
    const without = needing.filter(({ groundless }) => groundless).length;
    const own = needing.filter(({ change, groundless }) => {
      const ground = index.grounds.get(change.key);
      return !groundless && ground?.ownInitiative === true && ground.comments.length === 0;
    }).length;
    return html`<section class="summary" aria-labelledby="kort-kop">
      <h2 id="kort-kop">${comparing.inShort}</h2>
      ${
        changes.length === 0
          ? html`<p class="lead">${comparing.noChanges}</p>`
          : html`<p class="lead">
                ${comparing.lead(summary.sections.touched, summary.sections.total, summary.changes)}
                ${comparing.grounded(needing.length - without - own, own)}
                <b>${without === 0 ? comparing.allGrounded : comparing.groundless(without)}</b>
              </p>
              ${this.#categories(index)} ${this.#attention(index)} ${this.#filters(index)}`
      }
    </section>`;
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
            @click=${() => this.#change({ categories: next })}
          >
            ${sign(SIGNS[category])}${vocabulary.categories[category]}
            <b class="num">${index.summary.byCategory[category]}</b>
          </button>
        </li>`;
      })}
    </ul>`;
  }

  #attention(index: ChangeIndex) {
    const { comparing } = words();
    const contested = index.changes.filter((known) => known.contested);
    const groundless = index.changes.filter((known) => known.groundless);
    const objections = this.comments.filter(
      ({ kind, standing, withdrawnAt, follows }) =>
        kind === 'objection' && follows !== null && standing === null && withdrawnAt === null,
    ).length;
    return html`<dl class="attention">
      ${this.#line('bez', comparing.contested, 'contested', true, [
        ...firstPerSection(contested).map((known) => this.#link(known, false)),
        ...(objections === 0 ? [] : [html`${comparing.openObjections(objections)}`]),
      ])}
      ${this.#line(
        'open',
        comparing.noGround,
        'groundless',
        true,
        groundless.map((known) => this.#link(known, true)),
      )}
      ${this.#line(
        'warn',
        comparing.notRight,
        'doubts',
        false,
        index.doubts.map((finding) => this.#doubt(finding)),
      )}
      ${
        index.settled === 0
          ? nothing
          : html`<div>
              <dt></dt>
              <dd class="quiet">${comparing.settledCount(index.settled)}</dd>
            </div>`
      }
    </dl>`;
  }

  #line(icon: string, name: string, key: string, inline: boolean, items: readonly TemplateResult[]) {
    const { comparing } = words();
    const all = this.unfolded.has(key);
    const few = all ? items : items.slice(0, FEW);
    return html`<div>
      <dt>${sign(items.length === 0 ? 'check' : icon)}${name}</dt>
      <dd>
        ${
          items.length === 0
            ? comparing.none
            : html`<ul class=${inline ? 'attention-list in-one-line' : 'attention-list'}>
                ${few.map((item) => html`<li>${item}</li>`)}
              </ul>`
        }
        ${
          items.length > few.length
            ? html`<button
                class="linkish"
                type="button"
                @click=${() => (this.unfolded = new Set(this.unfolded).add(key))}
              >
                ${comparing.more(items.length - few.length)}
              </button>`
            : nothing
        }
      </dd>
    </div>`;
  }

  #link(known: KnownChange, what: boolean) {
    const { change, label } = known;
    return html`<a href=${`#change-${change.key}`} @click=${(event: Event) => this.#choose(event, change.key)}
        >${label === '' ? words().compare.beforeFirstHeading : label}</a
      >
      ${what ? html`<span class="quiet">${changeTitle(change, words()).toLowerCase()}</span>` : nothing}`;
  }

  #doubt(finding: Finding) {
    const { vocabulary } = words();
    const comment = this.comments.find(({ id }) => id === finding.comment);
    const known = finding.change === null ? undefined : this.index?.byKey.get(finding.change);
    const section = finding.node === null ? null : (this.index?.after.sectionOf(finding.node) ?? null);
    return html`${comment === undefined ? nothing : html`<b class="num">${comment.number}</b> `}${
      vocabulary.findings[finding.kind]
    }${finding.text === null ? nothing : html` ‘${finding.text}’`}${
      known !== undefined
        ? html`: ${this.#link(known, true)}`
        : section === null
          ? nothing
          : html`: ${this.#section(section)}`
    }`;
  }

  #section({ id, number, title }: Section) {
    return html`<a
      href=${`#section-${id}`}
      @click=${(event: Event) => {
        event.preventDefault();
        this.dispatchEvent(new SectionChosenEvent(id));
      }}
      >${[number, title].filter((part) => part !== null).join(' ')}</a
    >`;
  }

  #filters(index: ChangeIndex) {
    const { filters } = words().comparing;
    const sections = index.after.sections.filter(({ id }) =>
      index.changes.some(({ change }) => change.after?.section === id || change.after?.nodes.includes(id)),
    );
    const comments = [
      ...new Map(index.changes.flatMap((known) => known.comments).map((one) => [one.id, one])).values(),
    ];
    const people = [
      ...new Map(index.changes.flatMap((known) => known.people).map((one) => [one.person, one])).values(),
    ];
    const organisations = [...new Set(comments.map(({ by }) => by.organisation ?? by.name))].toSorted((a, b) =>
      a.localeCompare(b),
    );
    const { filter } = this;
    const shows: readonly Show[] = ['unread', 'groundless', 'contested'];
    return html`<details class="filters-more" ?open=${isFiltered(filter)}>
      <summary>
        ${filters.title}
        <span class="quiet" role="status"
          >${isFiltered(filter) ? filters.shown(this.shown, index.changes.length) : nothing}</span
        >
      </summary>
      <div class="filters-grid">
        ${this.#select(
          filters.show,
          filters.all,
          shows.map((show) => [show, filters[show as 'unread']]),
          filter.show === 'all' ? null : filter.show,
          (show) => ({ show: (show ?? 'all') as Show }),
        )}
        ${this.#select(
          filters.section,
          filters.allSections,
          sections.map(({ id, number, title }) => [id, [number, title].filter((part) => part !== null).join(' ')]),
          filter.section,
          (section) => ({ section }),
        )}
        ${this.#select(
          filters.comment,
          filters.allComments,
          comments
            .toSorted((a, b) => a.number.localeCompare(b.number, undefined, { numeric: true }))
            .map(({ id, number }) => [id, number]),
          filter.comment,
          (comment) => ({ comment }),
        )}
        ${this.#select(
          filters.author,
          filters.allAuthors,
          people.map(({ person, name }) => [person, name]),
          filter.author,
          (author) => ({ author }),
        )}
        ${this.#select(
          filters.organisation,
          filters.allOrganisations,
          organisations.map((one) => [one, one]),
          filter.organisation,
          (organisation) => ({ organisation }),
        )}
      </div>
      ${
        isFiltered(filter)
          ? html`<button class="button small" type="button" @click=${() => this.#change(EVERYTHING)}>
              ${filters.clear}
            </button>`
          : nothing
      }
    </details>`;
  }

  #select(
    label: string,
    all: string,
    options: readonly (readonly [string, string])[],
    value: string | null,
    change: (value: string | null) => Partial<ChangeFilter>,
  ) {
    return html`<label class="field"
      ><span class="small">${label}</span
      ><select @change=${(event: Event) => this.#change(change((event.target as HTMLSelectElement).value || null))}>
        <option value="" .selected=${value === null}>${all}</option>
        ${options.map(([one, text]) => html`<option value=${one} .selected=${one === value}>${text}</option>`)}
      </select></label
    >`;
  }

  #choose(event: Event, change: string): void {
    event.preventDefault();
    this.dispatchEvent(new ChangeChosenEvent(change));
  }

  #change(part: Partial<ChangeFilter>): void {
    this.dispatchEvent(new ChangeFilterEvent({ ...this.filter, ...part }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'change-summary': ChangeSummary;
  }
  interface HTMLElementEventMap {
    'change-filter': ChangeFilterEvent;
  }
}
