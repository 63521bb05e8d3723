import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import '../elements/modal-dialog.ts';
import type { Stores } from '../stores/stores.ts';
import { words } from '../stores/words.ts';
import './search-box.ts';

/** Searching from wherever somebody is, without leaving it until a place is chosen. */
@customElement('search-dialog')
export class SearchDialog extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property({ attribute: false }) dossierId: string | null = null;
  @property({ type: Boolean }) open = false;

  override render() {
    const { search } = words();
    return html`<modal-dialog
      wide
      ?open=${this.open}
      .heading=${search.title}
      .body=${html`<search-box .stores=${this.stores} .dossierId=${this.dossierId}></search-box>`}
      @click=${(event: MouseEvent) => this.#chosen(event)}
      @dialog-closed=${() => (this.open = false)}
    ></modal-dialog>`;
  }

  protected override updated(): void {
    if (this.open) void this.#begin();
  }

  async #begin(): Promise<void> {
    // The field comes with the content of the dialog, which is drawn after this element.
    await this.querySelector('modal-dialog')?.updateComplete;
    await this.querySelector('search-box')?.updateComplete;
    this.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
  }

  #chosen(event: MouseEvent): void {
    if ((event.target as Element).closest('a') !== null) this.querySelector('modal-dialog')?.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'search-dialog': SearchDialog;
  }
}
