import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { COMMENT_KINDS, type CommentKind } from '@draagvlak/review';
import { DISPOSITION_LOOK } from '../elements/disposition-badge.ts';
import { KIND_LOOK } from '../elements/kind-tag.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import '../elements/stacked-bar.ts';
import { words } from '../stores/words.ts';
import {
  COMMENT_STATES,
  type CommentState,
  type Filters,
  NO_FILTERS,
  type SectionComments,
  stateOf,
  submitterOf,
  type WorkComment,
} from './workbench-list.ts';

export class CommentChosenEvent extends Event {
  readonly comment: string;
  constructor(comment: string) {
    super('comment-chosen', { bubbles: true });
    this.comment = comment;
  }
}

export class FiltersChangedEvent extends Event {
  readonly filters: Filters;
  constructor(filters: Filters) {
    super('filters-changed', { bubbles: true });
    this.filters = filters;
  }
}

/** The comments on a version by section, with filters and how far the committee is. */
@customElement('comment-list')
export class CommentList extends LightElement {
  /** As filtered. */
  @property({ attribute: false }) groups: readonly SectionComments[] = [];
  /** All of them, for figures and for what the filters offer. */
  @property({ attribute: false }) comments: readonly WorkComment[] = [];
  /** Sections that have comments, for the filter: heading id and its number with title. */
  @property({ attribute: false }) sections: readonly { readonly id: string; readonly label: string }[] = [];
  @property({ attribute: false }) filters: Filters = NO_FILTERS;
  @property({ attribute: false }) current: string | null = null;
  @property() version = '';
  @property({ type: Boolean }) open = false;

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
        ${this.#filters()}
      </div>
      ${this.groups.length === 0 ? this.#none() : this.#list()}`;
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('current')) return;
    this.querySelector('.row[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }

  #list() {
    const { processing } = words();
    return html`<ol class="clist">
      ${repeat(
        this.groups,
        ({ section }) => section,
        (group) =>
          html`<li class="grp-li">
            <h3 class="grp">
              <span class="no">${group.number ?? nothing}</span> ${group.title ?? processing.wholeDocument}
              <span class="grp-count" title=${processing.sectionProgress(group.done, group.total)}
                ><span aria-hidden="true">${group.done}/${group.total}</span
                ><span class="hidden-text">${processing.sectionProgress(group.done, group.total)}</span></span
              >
            </h3>
            <ol>
              ${repeat(
                group.comments,
                ({ id }) => id,
                (comment) => this.#row(comment),
              )}
            </ol>
          </li>`,
      )}
    </ol>`;
  }

  #row(comment: WorkComment) {
    const { vocabulary } = words();
    const kind = KIND_LOOK[comment.kind];
    const state = stateOf(comment);
    const look = comment.standing === null ? null : DISPOSITION_LOOK[comment.standing.kind];
    return html`<li>
      <a
        class=${state === 'withdrawn' ? 'row is-withdrawn' : 'row'}
        href=${`#${comment.number}`}
        aria-current=${comment.id === this.current ? 'true' : nothing}
        @click=${(event: Event) => this.#choose(event, comment.id)}
      >
        <span class="nr">${comment.number}</span>
        <span class=${`k kind-${kind.name}`}
          >${sign(kind.sign)}<span class="hidden-text">${vocabulary.commentKinds[comment.kind]}</span></span
        >
        <span class="who-text">${submitterOf(comment)}</span>
        ${
          state === 'withdrawn'
            ? html`<span class="st dsg-overig"
                >${sign('terug')}<span class="hidden-text">${vocabulary.withdrawnBySubmitter}</span></span
              >`
            : html`<span class=${`st dsg-${look?.name ?? 'open'}`}
                >${state === 'proposed' ? html`<span class="tiny">${vocabulary.proposed.toLowerCase()}</span>` : nothing}
                ${sign(look?.sign ?? 'open')}<span class="hidden-text"
                  >${comment.standing === null ? vocabulary.open : vocabulary.dispositions[comment.standing.kind]}</span
                ></span
              >`
        }
      </a>
    </li>`;
  }

  #none() {
    const { processing } = words();
    if (this.comments.length === 0) {
      return html`<div class="pane-body">
        <p><b>${processing.noComments}</b></p>
        <p class="quiet">${processing.noCommentsWhy}</p>
      </div>`;
    }
    return html`<div class="pane-body stack">
      <p>${processing.filters.none}</p>
      <button class="button small" type="button" @click=${() => this.#filter(NO_FILTERS)}>
        ${processing.filters.clear}
      </button>
    </div>`;
  }

  #filters() {
    const { filters } = words().processing;
    const { vocabulary } = words();
    const submitters = [...new Set(this.comments.map((comment) => submitterOf(comment)))].toSorted((a, b) =>
      a.localeCompare(b),
    );
    return html`<div class="list-filters">
      ${this.#select(
        filters.state,
        filters.allStates,
        COMMENT_STATES.map((state) => [state, filters[state]]),
        this.filters.state,
        (state) => ({ state: state as CommentState | null }),
      )}
      ${this.#select(
        filters.kind,
        filters.allKinds,
        COMMENT_KINDS.map((kind) => [kind, vocabulary.commentKinds[kind]]),
        this.filters.kind,
        (kind) => ({ kind: kind as CommentKind | null }),
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
      )}
    </div>`;
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
      @change=${(event: Event) => {
        const chosen = (event.target as HTMLSelectElement).value;
        this.#filter({ ...this.filters, ...change(chosen === '' ? null : chosen) });
      }}
    >
      <option value="" .selected=${value === null}>${all}</option>
      ${options.map(([one, text]) => html`<option value=${one} .selected=${one === value}>${text}</option>`)}
    </select>`;
  }

  #filter(filters: Filters): void {
    this.dispatchEvent(new FiltersChangedEvent(filters));
  }

  #choose(event: Event, comment: string): void {
    event.preventDefault();
    this.open = false;
    this.dispatchEvent(new CommentChosenEvent(comment));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-list': CommentList;
  }
  interface HTMLElementEventMap {
    'comment-chosen': CommentChosenEvent;
    'filters-changed': FiltersChangedEvent;
  }
}
