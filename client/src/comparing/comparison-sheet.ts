import type { ComparisonView } from '@draagvlak/contract/client';
import { renderComparison } from '@draagvlak/render';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { LightElement } from '../elements/light-element.ts';
import { words } from '../stores/words.ts';
import type { ChangeIndex, KnownChange } from './change-index.ts';
import './change-map.ts';
import type { MapMark, MapPressedEvent } from './change-map.ts';

export class ChangeChosenEvent extends Event {
  readonly change: string;
  /** Whether it must be brought into sight; what was pressed in the text is in sight. */
  readonly show: boolean;
  constructor(change: string, show = true) {
    super('change-chosen', { bubbles: true });
    this.change = change;
    this.show = show;
  }
}

/**
 * The compared text itself. Its HTML is rendered once per comparison; choosing and filtering only touch classes, so that
 * walking through a long comparison costs nothing.
 */
@customElement('comparison-sheet')
export class ComparisonSheet extends LightElement {
  @property({ attribute: false }) comparison: ComparisonView | null = null;
  @property({ attribute: false }) index: ChangeIndex | null = null;
  /** The changes to show; the others are left out of sight. */
  @property({ attribute: false }) shown: readonly KnownChange[] = [];
  @property({ attribute: false }) selected: string | null = null;
  @property() view: 'side' | 'inline' = 'side';
  /** What stands above the text, beside the same map. */
  @property({ attribute: false }) above: TemplateResult | typeof nothing = nothing;
  @property({ attribute: false }) imageUrl: (blob: string) => string = (blob) => blob;
  /** Names of the two sides. */
  @property({ attribute: false }) names: { readonly before: string; readonly after: string } = {
    before: '',
    after: '',
  };
  @state() private marks: readonly MapMark[] = [];
  @state() private onScreen = { from: 0, height: 1 };
  readonly #host = createRef<HTMLElement>();
  #measuring = 0;
  #resized: ResizeObserver | null = null;
  #scroller: HTMLElement | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized = new ResizeObserver(() => this.#measureSoon());
    void this.updateComplete.then(() => {
      this.#scroller = this.closest('.pane');
      this.#scroller?.addEventListener('scroll', this.#scrolled, { passive: true });
      if (this.#host.value !== undefined) this.#resized?.observe(this.#host.value);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized?.disconnect();
    this.#scroller?.removeEventListener('scroll', this.#scrolled);
    cancelAnimationFrame(this.#measuring);
  }

  override render() {
    return html`<div class="cmp-body">
      <div class="map-col">
        <change-map
          .marks=${this.marks}
          .view=${this.onScreen}
          @map-pressed=${(event: MapPressedEvent) => this.#scrollToShare(event.at)}
        ></change-map>
      </div>
      <div class="cmp-side">
        ${this.above}
        <div class="cmp-host" ${ref(this.#host)} @click=${(event: Event) => this.#clicked(event)}></div>
      </div>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const host = this.#host.value;
    const { comparison, index } = this;
    if (host === undefined || comparison === null || index === null) return;
    if (changed.has('comparison') || changed.has('index')) {
      host.innerHTML = renderComparison(
        {
          before: comparison.beforeDocument,
          after: comparison.afterDocument,
          comparison: comparison.comparison,
        },
        {
          words: words(),
          view: this.view,
          versions: this.names,
          grounds: index.grounds,
          commentHref: (number) => `#reactie-${number}`,
          image: (src) => (src.startsWith('blob:') ? this.imageUrl(src.slice(5)) : null),
        },
      );
    }
    const sheet = host.querySelector<HTMLElement>('.cmp');
    if (sheet === null) return;
    sheet.dataset['view'] = this.view;
    if (changed.has('shown') || changed.has('comparison') || changed.has('index')) this.#filter(sheet);
    if (changed.has('selected') || changed.has('comparison') || changed.has('index')) this.#select(sheet);
    this.#measureSoon();
  }

  /** Brings a change into sight; with `focus` a screen reader says which one it is. */
  show(key: string, focus: boolean): void {
    const element = this.#elementOf(key);
    if (element === null) return;
    const row = element.closest<HTMLElement>('.cmp-row') ?? element;
    // Where the page itself scrolls, the reasons lie over the lower half of the screen.
    const panes = this.#scroller !== null && this.#scroller.scrollHeight > this.#scroller.clientHeight + 1;
    const room = panes ? (this.#scroller?.clientHeight ?? 0) * 0.7 : 0;
    row.scrollIntoView({ block: row.offsetHeight > room ? 'start' : 'center' });
    if (focus) {
      const number = element.matches('.cmp-no') ? element : element.querySelector<HTMLElement>('.cmp-no');
      number?.focus({ preventScroll: true });
    }
  }

  /** Brings the heading of a section into sight. */
  showSection(section: string): void {
    this.#placeOf(section)?.scrollIntoView({ block: 'start' });
  }

  /** The heading of a section, or the first of what stands in it. */
  #placeOf(section: string): HTMLElement | null {
    const heading = this.querySelector<HTMLElement>(`#${CSS.escape(`section-${section}`)}`);
    return heading ?? this.querySelector<HTMLElement>(`[data-section="${CSS.escape(section)}"]:not([hidden])`);
  }

  #elementOf(key: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(`[data-change="${CSS.escape(key)}"]`);
  }

  /** The changes that an element of the rendering shows: its own, or those of a table. */
  #changesIn(element: HTMLElement): string[] {
    const own = element.dataset['change'];
    if (own !== undefined) return own.split(' ');
    return [...element.querySelectorAll<HTMLElement>('[data-change]')].flatMap(
      ({ dataset }) => dataset['change']?.split(' ') ?? [],
    );
  }

  #filter(sheet: HTMLElement): void {
    const keys = new Set(this.shown.map(({ change }) => change.key));
    const all = keys.size === (this.index?.changes.length ?? 0);
    for (const row of sheet.querySelectorAll<HTMLElement>('.cmp-row')) {
      row.hidden = !all && !this.#changesIn(row).some((key) => keys.has(key));
    }
    for (const same of sheet.querySelectorAll<HTMLElement>('.same')) same.hidden = !all;
    for (const moved of sheet.querySelectorAll<HTMLElement>('.moved')) {
      const own = moved.dataset['change'];
      moved.hidden = !all && !(own !== undefined && keys.has(own)) && !this.#hasRows(moved);
    }
    // A heading stays while anything below it does, up to the next heading of its own level or higher.
    const headings = [...sheet.querySelectorAll<HTMLElement>('.cmp-h')];
    for (const heading of headings) heading.hidden = !all && !this.#followed(heading);
  }

  #hasRows(element: HTMLElement): boolean {
    return element.querySelector('.cmp-row:not([hidden])') !== null;
  }

  #followed(heading: HTMLElement): boolean {
    const level = Number(heading.tagName.slice(1));
    for (let next = heading.nextElementSibling; next !== null; next = next.nextElementSibling) {
      if (next.matches('.cmp-h') && Number(next.tagName.slice(1)) <= level) return false;
      if (!(next instanceof HTMLElement)) continue;
      if (next.matches('.cmp-row:not([hidden])')) return true;
      if (next.matches('.moved') && !next.hidden) return true;
    }
    return false;
  }

  #select(sheet: HTMLElement): void {
    for (const row of sheet.querySelectorAll('.is-selected')) row.classList.remove('is-selected');
    for (const number of sheet.querySelectorAll('.cmp-no[aria-current]')) number.removeAttribute('aria-current');
    for (const cell of sheet.querySelectorAll('.cell-chosen')) cell.classList.remove('cell-chosen');
    const element = this.selected === null ? null : this.#elementOf(this.selected);
    if (element === null) return;
    (element.closest('.cmp-row') ?? element).classList.add('is-selected');
    const number = element.matches('.cmp-no') ? element : element.querySelector('.cmp-no');
    number?.setAttribute('aria-current', 'true');
    for (const cell of sheet.querySelectorAll(`:is(td, th)[data-change~="${CSS.escape(this.selected ?? '')}"]`)) {
      cell.classList.add('cell-chosen');
    }
  }

  #clicked(event: Event): void {
    const target = event.target as Element;
    if (target.closest('a[href]:not(.cmp-no)') !== null && target.closest('.cmp-tags') === null) return;
    const holder = target.closest<HTMLElement>('[data-change]') ?? target.closest<HTMLElement>('.cmp-row');
    const key = holder === null ? undefined : this.#changesIn(holder)[0];
    if (key === undefined) return;
    if (target.closest('a') !== null) event.preventDefault();
    this.dispatchEvent(new ChangeChosenEvent(key, false));
  }

  readonly #scrolled = (): void => {
    const host = this.#host.value;
    const scroller = this.#scroller;
    if (host === undefined || scroller === null || host.scrollHeight === 0) return;
    const top = host.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    const from = Math.max(0, -top / host.scrollHeight);
    const until = Math.min(1, (scroller.clientHeight - top) / host.scrollHeight);
    this.onScreen = { from, height: Math.max(0, until - from) };
  };

  #scrollToShare(share: number): void {
    const host = this.#host.value;
    const scroller = this.#scroller;
    if (host === undefined || scroller === null) return;
    const top = host.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    scroller.scrollTo({ top: top + share * host.scrollHeight - scroller.clientHeight / 2 });
  }

  #measureSoon(): void {
    cancelAnimationFrame(this.#measuring);
    this.#measuring = requestAnimationFrame(() => this.#measure());
  }

  #measure(): void {
    const host = this.#host.value;
    const { index } = this;
    if (host === undefined || index === null || host.scrollHeight === 0) return;
    const box = host.getBoundingClientRect();
    const changed = this.shown.flatMap(({ change, comments }): MapMark[] => {
      const element = this.#elementOf(change.key);
      const row = element?.closest<HTMLElement>('.cmp-row') ?? element;
      if (row == null || row.offsetParent === null) return [];
      const { top, height } = row.getBoundingClientRect();
      const look = change.category === 'moved' ? 'm-mov' : change.category === 'new' ? 'm-ins' : 'm-chg';
      return [
        {
          key: change.key,
          from: (top - box.top) / box.height,
          height: height / box.height,
          look,
          comments: comments.length,
        },
      ];
    });
    this.marks = [...changed, ...this.#commentMarks(host)];
    this.#scrolled();
  }

  /** Comments that no shown change belongs to: at the section they stand in, so that the lane shows all of them. */
  #commentMarks(host: HTMLElement): readonly MapMark[] {
    const behind = new Set(this.shown.flatMap(({ comments }) => comments.map(({ id }) => id)));
    const rest = (this.comparison?.comments ?? []).filter(
      ({ id, withdrawnAt }) => withdrawnAt === null && !behind.has(id),
    );
    const bySection = new Map<string, number>();
    for (const { placement, anchor } of rest) {
      const section = placement.section ?? anchor.section;
      if (section !== null) bySection.set(section, (bySection.get(section) ?? 0) + 1);
    }
    const box = host.getBoundingClientRect();
    return [...bySection].flatMap(([section, comments]): MapMark[] => {
      const place = this.#placeOf(section);
      if (place === null || place.offsetParent === null) return [];
      return [
        {
          key: section,
          from: (place.getBoundingClientRect().top - box.top) / box.height,
          height: 0,
          look: null,
          comments,
        },
      ];
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comparison-sheet': ComparisonSheet;
  }
  interface HTMLElementEventMap {
    'change-chosen': ChangeChosenEvent;
  }
}
