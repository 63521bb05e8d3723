import type { SectionPair } from '@draagvlak/compare';
import type { Section } from '@draagvlak/document';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { SectionChosenEvent } from '../elements/document-outline.ts';
import { LightElement } from '../elements/light-element.ts';
import { words } from '../stores/words.ts';
import type { ChangeIndex } from './change-index.ts';

/** A section of either version, with the changes and comments in it and below it. */
interface Branch {
  readonly section: Section;
  readonly pair: SectionPair;
  readonly changes: number;
  readonly comments: number;
  readonly children: readonly Branch[];
}

/** Where it changes: every section with its number of changes and comments, as two bars and a figure. */
@customElement('change-contents')
export class ChangeContents extends LightElement {
  @property({ attribute: false }) index: ChangeIndex | null = null;
  @property({ attribute: false }) pairs: readonly SectionPair[] = [];
  /** The section of the chosen change; its chapter is unfolded. */
  @property({ attribute: false }) current: string | null = null;
  @state() private open = false;

  override render() {
    const { comparing, processing } = words();
    const tree = this.#tree();
    const most = Math.max(1, ...tree.map(({ changes, comments }) => Math.max(changes, comments)));
    return html`<nav
      class=${this.open ? 'pane toc-pane folds is-open' : 'pane toc-pane folds'}
      aria-label=${comparing.whereLabel}
    >
      <div class="pane-head pane-head-row">
        <h2>${comparing.where}</h2>
        <button
          class="button small narrow-only"
          type="button"
          aria-expanded=${String(this.open)}
          @click=${() => (this.open = !this.open)}
        >
          ${processing.evidence.show}
        </button>
        <span class="map-legend small"
          ><span><i class="sw m-chg"></i>${comparing.legendChange}</span
          ><span><i class="sw m-com"></i>${comparing.legendComment}</span></span
        >
      </div>
      <ol class="outline">
        ${tree.map((branch) => this.#entry(branch, most))}
      </ol>
    </nav>`;
  }

  #entry(branch: Branch, most: number): unknown {
    const { comparing } = words();
    const { section, pair, changes, comments, children } = branch;
    const unfolded = this.current !== null && this.#holds(branch, this.current);
    const gone = pair.after === null;
    const before = pair.before === null ? undefined : this.index?.before.section(pair.before);
    const tag = gone
      ? html` <span class="tiny del-text">${comparing.isGone}</span>`
      : pair.states.includes('added')
        ? html` <span class="tiny ins-text">${comparing.isNew}</span>`
        : before !== undefined && before.number !== section.number && before.number !== null
          ? html` <span class="tiny mov-text">${comparing.wasNumber(before.number)}</span>`
          : nothing;
    const width = (count: number) => (count === 0 ? 0 : Math.max(3, (count / most) * 52));
    return html`<li>
      <a
        href=${`#section-${section.id}`}
        aria-current=${section.id === this.current ? 'location' : nothing}
        @click=${(event: Event) => this.#choose(event, section.id)}
        ><span class="no">${gone ? nothing : (section.number ?? nothing)}</span><span>${section.title}${tag}</span
        ><span class="side"
          ><svg class="heat two" viewBox="0 0 52 9" aria-hidden="true">
            <rect class="m-chg" width=${width(changes)} height="4" />
            <rect class="m-com" y="5" width=${width(comments)} height="4" /></svg
          ><span class="n" aria-hidden="true">${changes === 0 ? nothing : changes}</span
          ><span class="hidden-text">${comparing.counts(changes, comments)}</span></span
        ></a
      >
      ${
        unfolded && children.length > 0
          ? html`<ol>
              ${children.map((child) => this.#entry(child, most))}
            </ol>`
          : nothing
      }
    </li>`;
  }

  #holds({ section, children }: Branch, id: string): boolean {
    return section.id === id || children.some((child) => this.#holds(child, id));
  }

  #tree(): readonly Branch[] {
    const { index } = this;
    if (index === null) return [];
    const bySection = index.summary.bySection;
    const sections = this.pairs.flatMap((pair) => {
      const section =
        pair.after === null
          ? pair.before === null
            ? undefined
            : index.before.section(pair.before)
          : index.after.section(pair.after);
      return section === undefined ? [] : [{ section, pair }];
    });
    const known = new Set(sections.map(({ section }) => section.id));
    const seen = new Set<string>();
    const below = (parent: string | null): Branch[] =>
      sections.flatMap(({ section, pair }) => {
        const up = section.parent !== null && known.has(section.parent) ? section.parent : null;
        if (up !== parent || seen.has(section.id)) return [];
        seen.add(section.id);
        const children = below(section.id);
        const sum = (of: (branch: Branch) => number) => children.reduce((total, child) => total + of(child), 0);
        return [
          {
            section,
            pair,
            children,
            changes: (bySection[section.id] ?? 0) + sum(({ changes }) => changes),
            comments: (index.commentsBySection.get(section.id) ?? 0) + sum(({ comments }) => comments),
          },
        ];
      });
    return below(null);
  }

  #choose(event: Event, section: string): void {
    event.preventDefault();
    this.open = false;
    this.dispatchEvent(new SectionChosenEvent(section));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'change-contents': ChangeContents;
  }
}
