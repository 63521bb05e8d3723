import type { SinceComparisonView } from '@draagvlak/contract/client';
import { renderComparison } from '@draagvlak/render';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { createRef, ref } from 'lit/directives/ref.js';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import '../styles/comparing.css';

/** The text of then and now in one, with a walk along what others changed: who, and when. */
@customElement('since-view')
export class SinceView extends LightElement {
  @property({ attribute: false }) since: SinceComparisonView | null = null;
  @property({ attribute: false }) imageUrl: (blob: string) => string = (blob) => blob;
  /** Goes back to the draft, to a node by its id or to where one was. */
  @property({ attribute: false }) toText: (node: string | null) => void = () => {};
  @state() private at = 0;
  readonly #host = createRef<HTMLElement>();

  override render() {
    const { since } = this;
    if (since === null) return nothing;
    const { since: say } = words();
    const change = since.changes[this.at];
    const node = change === undefined ? null : this.#nodeOf(change.key);
    return html`<div class="since-view">
      <div class="since-walk" role="group" aria-label=${say.title}>
        <button class="button small" type="button" ?disabled=${this.at === 0} @click=${() => this.#go(this.at - 1)}>
          ${sign('up')}${say.previous}
        </button>
        <button
          class="button small since-next"
          type="button"
          ?disabled=${this.at >= since.changes.length - 1}
          @click=${() => this.#go(this.at + 1)}
        >
          ${sign('down')}${say.next}
        </button>
        <p role="status"><b>${say.one(this.at + 1, since.changes.length)}</b> ${this.#by(since, this.at)}</p>
        ${
          node === null
            ? nothing
            : html`<button class="button small plain" type="button" @click=${() => this.toText(node)}>
                ${say.toText}
              </button>`
        }
        <button class="button small plain" type="button" @click=${() => this.toText(null)}>${say.back}</button>
      </div>
      <div class="cmp-host" ${ref(this.#host)} @click=${(event: Event) => this.#clicked(event)}></div>
    </div>`;
  }

  /** Brings the first change into sight and the keyboard to the walk. */
  begin(): void {
    this.#show(false);
    this.querySelector<HTMLElement>('.since-walk button:not([disabled])')?.focus({ preventScroll: true });
  }

  protected override updated(changed: PropertyValues<this>): void {
    const host = this.#host.value;
    const { since } = this;
    if (host === undefined || since === null || !changed.has('since')) return;
    const { beforeDocument: before, afterDocument: after, comparison } = since;
    const { since: say } = words();
    host.innerHTML = renderComparison(
      { before, after, comparison },
      {
        words: words(),
        view: 'inline',
        versions: { before: say.atThatTime, after: say.now },
        image: (src) => (src.startsWith('blob:') ? this.imageUrl(src.slice(5)) : null),
      },
    );
    // One's own changes are no news.
    const others = new Set(since.changes.map(({ key }) => key));
    for (const row of host.querySelectorAll<HTMLElement>('.cmp-row')) {
      row.hidden = !keysIn(row).some((key) => others.has(key));
    }
    this.#show(true);
  }

  #by(since: SinceComparisonView, index: number): string {
    const { since: say, dates } = words();
    const change = since.changes[index];
    const names = (change?.people ?? []).flatMap((person) => since.people[person]?.name ?? []);
    if (change === undefined || names.length === 0) return say.byUnknown;
    const last = names.at(-1) ?? '';
    const all = names.length === 1 ? last : `${names.slice(0, -1).join(', ')} ${say.and} ${last}`;
    return change.last === null ? all : say.by(all, dates.full(change.last));
  }

  /** Where the change stands in the text of now; `null` for what is gone. */
  #nodeOf(key: string): string | null {
    return this.since?.comparison.changes.find((change) => change.key === key)?.after?.nodes[0] ?? null;
  }

  #go(index: number): void {
    this.at = index;
    this.#show(true);
  }

  #show(scroll: boolean): void {
    const key = this.since?.changes[this.at]?.key;
    for (const one of this.querySelectorAll('.is-selected')) one.classList.remove('is-selected');
    const rows = [...this.querySelectorAll<HTMLElement>('.cmp-row, .moved')];
    const row = rows.find((one) => key !== undefined && keysIn(one).includes(key));
    row?.classList.add('is-selected');
    if (scroll) row?.scrollIntoView({ block: 'center' });
  }

  #clicked(event: Event): void {
    const row = event.target instanceof Element ? event.target.closest<HTMLElement>('.cmp-row, .moved') : null;
    if (row === null) return;
    event.preventDefault();
    const keys = keysIn(row);
    const index = this.since?.changes.findIndex(({ key }) => keys.includes(key)) ?? -1;
    if (index < 0) return;
    this.at = index;
    this.#show(false);
  }
}

/** The changes that an element of the rendering shows. */
const keysIn = (element: HTMLElement): readonly string[] =>
  [element, ...element.querySelectorAll<HTMLElement>('[data-change]')].flatMap(
    ({ dataset }) => dataset['change']?.split(' ') ?? [],
  );

declare global {
  interface HTMLElementTagNameMap {
    'since-view': SinceView;
  }
}
