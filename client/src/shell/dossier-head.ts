import { html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StoreController } from '../controllers/store-controller.ts';
import { LightElement } from '../elements/light-element.ts';
import type { Stores } from '../stores/stores.ts';
import './dossier-bar.ts';
import type { Route } from './routes.ts';

/** The bar of a dossier, kept fresh from the store; a room adds its own facts and its main act, with the hint of the room below. */
@customElement('dossier-head')
export class DossierHead extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property({ attribute: false }) route: Route = { page: 'overview' };
  @property({ attribute: false }) facts: TemplateResult | null = null;
  @property({ attribute: false }) end: TemplateResult | null = null;

  constructor() {
    super();
    new StoreController(this, () => this.#store);
  }

  get #store() {
    return 'dossier' in this.route ? (this.stores?.dossier(this.route.dossier) ?? null) : null;
  }

  override render() {
    return html`<dossier-bar
        .view=${this.#store?.view ?? null}
        .route=${this.route}
        .facts=${this.facts}
        .end=${this.end}
      ></dossier-bar>
      <room-hint .store=${this.stores?.hints ?? null} .page=${this.route.page}></room-hint>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dossier-head': DossierHead;
  }
}
