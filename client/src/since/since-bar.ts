import type { Client, SinceView } from '@draagvlak/contract/client';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { refusal } from '../elements/states.ts';
import { type Failure, failureOf } from '../stores/failure.ts';
import { allWords, words } from '../stores/words.ts';
import '../styles/since.css';

/** The text of then beside that of now is shown, or no longer; a place of it is wanted in the text. */
export class SinceShownEvent extends Event {
  readonly shown: boolean;
  readonly place: string | null;
  constructor(shown: boolean, place: string | null = null) {
    super('since-shown', { bubbles: true, composed: true });
    this.shown = shown;
    this.place = place;
  }
}

/** Says, when somebody opens a draft, what others changed since they were here, and shows it when asked. */
@customElement('since-bar')
export class SinceBar extends LightElement {
  @property() draft = '';
  @property({ attribute: false }) client: Pick<Client, 'since' | 'sinceComparison' | 'seenSince'> | null = null;
  @property({ attribute: false }) imageUrl: (blob: string) => string = (blob) => blob;
  @state() private found: SinceView | null = null;
  @state() private comparison: Awaited<ReturnType<Client['sinceComparison']>> | null = null;
  @state() private loading = false;
  @state() private failure: Failure | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('draft') && this.draft !== '') void this.#ask();
  }

  override render() {
    const { found, comparison } = this;
    if (found === null || found.since === null || found.changes === 0) return nothing;
    const { since, dates } = words();
    const names = found.people.map(({ name }) => name).join(', ');
    return html`<section class="notice since-bar" aria-label=${since.title}>
        ${sign('hist')}
        <div class="stack">
          <p role="status">
            ${this.loading ? since.loading : since.bar(dates.full(found.since), found.changes, found.people.length)}
            ${names === '' ? nothing : html`<span class="quiet small">${names}</span>`}
          </p>
          ${refusal(this.failure)}
          <div class="buttons tight">
            ${
              comparison === null
                ? html`<button
                    class="button small"
                    type="button"
                    ?disabled=${this.loading}
                    @click=${() => void this.#look()}
                  >
                    ${since.look}
                  </button>`
                : nothing
            }
            <button class="button small plain" type="button" @click=${() => void this.#seen()}>${since.dismiss}</button>
          </div>
        </div>
      </section>
      ${
        comparison === null
          ? nothing
          : html`<since-view
              .since=${comparison}
              .imageUrl=${this.imageUrl}
              .toText=${(place: string | null) => this.#close(place)}
            ></since-view>`
      }`;
  }

  async #ask(): Promise<void> {
    const { draft, client } = this;
    this.found = null;
    this.comparison = null;
    try {
      const found = (await client?.since(draft)) ?? null;
      if (draft === this.draft) this.found = found;
    } catch (error) {
      // Nobody asked for it, so nobody is told that it could not be told.
      failureOf(error);
    }
  }

  async #look(): Promise<void> {
    this.loading = true;
    this.failure = null;
    try {
      const [comparison] = await Promise.all([
        this.client?.sinceComparison(this.draft) ?? null,
        import('./since-view.ts'),
        allWords(),
      ]);
      this.comparison = comparison;
      if (comparison !== null) this.dispatchEvent(new SinceShownEvent(true));
    } catch (error) {
      this.failure = failureOf(error);
    } finally {
      this.loading = false;
    }
    await this.updateComplete;
    this.querySelector('since-view')?.begin();
  }

  #close(place: string | null): void {
    this.comparison = null;
    this.dispatchEvent(new SinceShownEvent(false, place));
  }

  async #seen(): Promise<void> {
    try {
      await this.client?.seenSince(this.draft);
      this.found = null;
      this.#close(null);
    } catch (error) {
      this.failure = failureOf(error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'since-bar': SinceBar;
  }
  interface HTMLElementEventMap {
    'since-shown': SinceShownEvent;
  }
}
