import type { Client, PublishedView } from '@draagvlak/contract/client';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { words } from '../stores/words.ts';

/** The texts that everybody may read, each one click away; nothing while there are none. */
@customElement('published-list')
export class PublishedList extends LightElement {
  @property({ attribute: false }) client: Client | null = null;
  /** Dossiers that the reader takes part in and finds elsewhere on the page. */
  @property({ attribute: false }) known: readonly string[] = [];
  @state() private texts: readonly PublishedView[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      this.texts = (await this.client?.published()) ?? [];
    } catch {
      // Whatever else stands on the page says that there is no connection.
      this.texts = [];
    }
  }

  override render() {
    const { overview, vocabulary, dates } = words();
    const texts = this.texts.filter(({ dossier }) => !this.known.includes(dossier));
    if (texts.length === 0) return nothing;
    return html`<section class="published" aria-labelledby="t-openbaar">
      <div class="section-head">
        <h2 id="t-openbaar">${overview.publishedTitle}</h2>
        <span class="quiet small">${overview.publishedHint}</span>
      </div>
      <ul class="lines">
        ${texts.map(
          ({ version, title, number, phase, superseded, publishedAt, effective }) =>
            html`<li>
              <div>
                <a href=${`/lezen/${version}`}><b>${title}</b>, ${overview.publishedVersion(number)}</a>
                <p class="small quiet">
                  ${superseded ? overview.superseded : `${vocabulary.statuses[phase]}.`}
                  ${overview.publishedOn(dates.day(publishedAt))}
                  ${effective === null ? nothing : overview.effectiveFrom(dates.day(effective))}
                </p>
              </div>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'published-list': PublishedList;
  }
}
