import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import type { Stores } from '../stores/stores.ts';
import { words } from '../stores/words.ts';
import type { SoughtEvent } from './search-box.ts';
import './search-box.ts';

/** Searching on a page of its own, with the words in the address so that it can be shared and comes back. */
@customElement('search-page')
export class SearchPage extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property() sought = '';

  override render() {
    return html`<div class="wrap tight search-page">
      <h1>${words().search.title}</h1>
      <search-box
        .stores=${this.stores}
        .sought=${this.sought}
        @sought=${(event: SoughtEvent) => this.#keep(event.words)}
      ></search-box>
    </div>`;
  }

  #keep(sought: string): void {
    history.replaceState(
      history.state,
      '',
      sought.trim() === '' ? '/zoeken' : `/zoeken?q=${encodeURIComponent(sought)}`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'search-page': SearchPage;
  }
}
