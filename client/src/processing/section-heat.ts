import type { PersonView } from '@draagvlak/contract/client';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { words } from '../stores/words.ts';
import { FiltersChangedEvent } from './comment-events.ts';
import { isDone, stateOf, type WorkComment } from './comment-state.ts';
import { type Filters, NO_FILTERS } from './list-filter.ts';

interface Heat {
  readonly id: string;
  readonly label: string;
  readonly done: number;
  readonly proposed: number;
  readonly open: number;
}

function heatOf(id: string, label: string, comments: readonly WorkComment[]): Heat {
  const done = comments.filter((comment) => isDone(comment)).length;
  const open = comments.filter((comment) => stateOf(comment) === 'open').length;
  return { id, label, done, open, proposed: comments.length - done - open };
}

function grouped(
  comments: readonly WorkComment[],
  keyOf: (comment: WorkComment) => string | null,
): ReadonlyMap<string | null, readonly WorkComment[]> {
  const groups = new Map<string | null, WorkComment[]>();
  for (const comment of comments) {
    const group = groups.get(keyOf(comment));
    if (group === undefined) groups.set(keyOf(comment), [comment]);
    else group.push(comment);
  }
  return groups;
}

/** How many reactions each section and each author has, and how many wait; a press shows only those. */
@customElement('section-heat')
export class SectionHeat extends LightElement {
  @property({ attribute: false }) comments: readonly WorkComment[] = [];
  @property({ attribute: false }) sections: readonly { readonly id: string; readonly label: string }[] = [];
  @property({ attribute: false }) authors: readonly PersonView[] = [];
  @property({ attribute: false }) filters: Filters = NO_FILTERS;

  override render() {
    const { handling } = words();
    const { section, work } = this.filters;
    const bySection = grouped(this.comments, ({ anchor }) => anchor.section);
    const sections = this.sections.flatMap(({ id, label }) => {
      const own = bySection.get(id);
      return own === undefined ? [] : [heatOf(id, label, own)];
    });
    const byAuthor = grouped(this.comments, (comment) => comment.handling.assignee?.person ?? null);
    const authors = this.authors.flatMap(({ person, name }) => {
      const own = byAuthor.get(person);
      return own === undefined ? [] : [heatOf(person, name, own)];
    });
    const author = work !== null && typeof work !== 'string' ? work.person : null;
    return html`${this.#strip(handling.outline, sections, section, (id) => ({ section: id }))}
    ${this.#strip(handling.perAuthor, authors, author, (id) => ({ work: id === null ? null : { person: id } }))}`;
  }

  #strip(title: string, rows: readonly Heat[], chosen: string | null, change: (id: string | null) => Partial<Filters>) {
    if (rows.length === 0) return nothing;
    const { handling, processing } = words();
    const most = Math.max(...rows.map(({ done, proposed, open }) => done + proposed + open));
    const part = (count: number) => (count / most) * 60;
    return html`<details class="heat-outline">
      <summary>${title}</summary>
      <ol>
        ${rows.map(({ id, label, done, proposed, open }) => {
          const total = done + proposed + open;
          return html`<li>
            <button
              class="heat-row"
              type="button"
              aria-pressed=${String(id === chosen)}
              title=${handling.onlySection(label)}
              @click=${() =>
                this.dispatchEvent(new FiltersChangedEvent({ ...this.filters, ...change(id === chosen ? null : id) }))}
            >
              <span class="heat-label">${label}</span>
              <svg class="heat" viewBox="0 0 60 8" aria-hidden="true">
                <rect class="c-accent" width=${part(done)} height="8" />
                <rect class="c-soft" x=${part(done)} width=${part(proposed)} height="8" />
                <rect class="c-open" x=${part(done + proposed)} width=${part(open)} height="8" />
              </svg>
              <span class="n num"
                ><span aria-hidden="true">${done}/${total}</span
                ><span class="hidden-text">${processing.sectionProgress(done, total)}</span></span
              >
            </button>
          </li>`;
        })}
      </ol>
    </details>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'section-heat': SectionHeat;
  }
}
