import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import type { BulkNotice } from './bulk-desk.ts';

/** What became of the last act, comment by comment, and the way back. It stays until it is closed. */
@customElement('bulk-notice')
export class BulkNoticeElement extends LightElement {
  @property({ attribute: false }) notice: BulkNotice | null = null;
  @property({ attribute: false }) undo: () => void = () => undefined;
  @property({ attribute: false }) dismiss: () => void = () => undefined;
  @property({ type: Boolean }) busy = false;

  override render() {
    const { notice } = this;
    const { handling } = words();
    // The region is there before its words, so that they are read out.
    return html`<div class=${notice === null ? 'bulk-notice is-empty' : 'bulk-notice'} role="status">
      ${
        notice === null
          ? nothing
          : html`<div class="bulk-said">
                <p>${notice.said}</p>
                ${
                  notice.refused.length === 0
                    ? nothing
                    : html`<p>${handling.notDone(notice.refused.length)}</p>
                        <ul>
                          ${notice.refused.map(({ number, why }) => html`<li><b>${number}</b> ${why}</li>`)}
                        </ul>`
                }
              </div>
              <div class="buttons tight">
                ${
                  notice.undo.length === 0
                    ? nothing
                    : html`<button
                        class="button small"
                        type="button"
                        aria-keyshortcuts="U"
                        ?disabled=${this.busy}
                        @click=${() => this.undo()}
                      >
                        ${sign('undo')}${handling.undo}
                      </button>`
                }
                <button
                  class="button small icon plain"
                  type="button"
                  aria-label=${handling.dismiss}
                  @click=${() => this.dismiss()}
                >
                  ${sign('x')}
                </button>
              </div>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bulk-notice': BulkNoticeElement;
  }
}
