import type { DossierView } from '@draagvlak/contract/client';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StoreController } from '../controllers/store-controller.ts';
import { LightElement } from '../elements/light-element.ts';
import { failed, loading } from '../elements/states.ts';
import type { DossierStore } from '../stores/dossier-store.ts';
import type { Stores } from '../stores/stores.ts';

/** A page about one dossier: fetches it, follows it, and shows that it comes or why it does not. */
export abstract class DossierScreen extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property({ attribute: false }) dossierId = '';

  constructor() {
    super();
    new StoreController(this, () => this.store);
  }

  protected get store(): DossierStore | null {
    return this.stores?.dossier(this.dossierId) ?? null;
  }

  override render(): unknown {
    const { store } = this;
    if (!store) return nothing;
    const { value, failure } = store.state;
    if (value === null) return failure ? failed(failure, () => void store.reload()) : loading();
    return this.page(value);
  }

  protected abstract page(view: DossierView): TemplateResult;
}

/** Title of such a page, and what it is for. */
export function pageHead(title: string, intro: string): TemplateResult {
  return html`<div class="page-head">
    <div>
      <h2 class="page-title">${title}</h2>
      <p class="quiet">${intro}</p>
    </div>
  </div>`;
}
