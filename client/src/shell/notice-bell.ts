import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { StoreController } from '../controllers/store-controller.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { NoticeStore } from '../stores/notices.ts';
import type { Stores } from '../stores/stores.ts';
import { words } from '../stores/words.ts';

/** How much there is to know, on every page; kept up to date without a reload. */
@customElement('notice-bell')
export class NoticeBell extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property({ attribute: false }) current = false;

  constructor() {
    super();
    new StoreController(this, () => this.stores?.noticesOf(NoticeStore) ?? null);
  }

  override render() {
    const { bell } = words();
    const unread = this.stores?.noticesOf(NoticeStore).unread ?? 0;
    const label = bell.unread(unread);
    return html`<a
      class="button small plain bell"
      href="/berichten"
      aria-label=${label}
      title=${label}
      aria-current=${this.current ? 'page' : nothing}
      >${sign('bell')}${unread > 0 ? html`<span class="bell-count num" aria-hidden="true">${unread > 99 ? '99+' : unread}</span>` : nothing}</a
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notice-bell': NoticeBell;
  }
}
