import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import '../elements/stacked-bar.ts';
import { words } from '../stores/words.ts';
import { FiltersChangedEvent } from './comment-events.ts';
import { isDone, stateOf, type WorkComment } from './comment-state.ts';
import { type Filters, NO_FILTERS } from './list-filter.ts';

/** The sections with how many reactions each has and how many wait; a press shows only those. */
@customElement('section-heat')
export class SectionHeat extends LightElement {
  @property({ attribute: false }) comments: readonly WorkComment[] = [];
  @property({ attribute: false }) sections: readonly { readonly id: string; readonly label: string }[] = [];
  @property({ attribute: false }) filters: Filters = NO_FILTERS;

  override render() {
    const { handling, processing } = words();
    const counts = new Map<string, { done: number; proposed: number; open: number }>();
    for (const comment of this.comments) {
      const { section } = comment.anchor;
      if (section === null) continue;
      const count = counts.get(section) ?? { done: 0, proposed: 0, open: 0 };
      const part = isDone(comment) ? 'done' : stateOf(comment) === 'proposed' ? 'proposed' : 'open';
      counts.set(section, { ...count, [part]: count[part] + 1 });
    }
    const rows = this.sections.flatMap(({ id, label }) => {
      const count = counts.get(id);
      return count === undefined ? [] : [{ id, label, ...count, total: count.done + count.proposed + count.open }];
    });
    if (rows.length < 2) return nothing;
    const most = Math.max(...rows.map(({ total }) => total));
    return html`<details class="heat-outline">
      <summary>${handling.outline}</summary>
      <ol>
        ${rows.map(({ id, label, done, proposed, open, total }) => {
          const chosen = this.filters.section === id;
          return html`<li>
            <button
              class="heat-row"
              type="button"
              aria-pressed=${String(chosen)}
              title=${handling.onlySection(label)}
              @click=${() =>
                this.dispatchEvent(new FiltersChangedEvent({ ...this.filters, section: chosen ? null : id }))}
            >
              <span class="heat-label">${label}</span>
              <svg class="heat" viewBox="0 0 60 8" aria-hidden="true">
                <rect class="c-accent" width=${(done / most) * 60} height="8" />
                <rect class="c-soft" x=${(done / most) * 60} width=${(proposed / most) * 60} height="8" />
                <rect class="c-open" x=${((done + proposed) / most) * 60} width=${(open / most) * 60} height="8" />
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
