import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { words } from '../stores/words.ts';
import { LightElement } from './light-element.ts';
import { sign } from './sign.ts';

/** The dialog was closed by the person: Escape, the cross or a button. */
export class DialogClosedEvent extends Event {
  static readonly type = 'dialog-closed';
  constructor() {
    super(DialogClosedEvent.type, { bubbles: false });
  }
}

const FIELD = ':is(input:not([type="hidden"]), select, textarea):not(:disabled)';

let counter = 0;

/** The browser's own dialog: it keeps the focus inside and gives it back to where it came from. */
@customElement('modal-dialog')
export class ModalDialog extends LightElement {
  @property({ type: Boolean }) open = false;
  @property({ attribute: false }) heading = '';
  @property({ attribute: false }) body: TemplateResult | typeof nothing = nothing;
  /** Wider, for a form with many fields. */
  @property({ type: Boolean }) wide = false;

  readonly #id = `venster-${(counter += 1)}`;

  override render() {
    return html`<dialog
      class=${this.wide ? 'dialog wide' : 'dialog'}
      aria-labelledby=${this.#id}
      @close=${() => this.#closed()}
      @click=${(event: MouseEvent) => this.#outside(event)}
    >
      ${
        this.open
          ? html`<div class="dialog-head">
                <h2 id=${this.#id} tabindex="-1">${this.heading}</h2>
                <button
                  class="button small icon plain"
                  type="button"
                  aria-label=${words().shell.close}
                  @click=${this.close}
                >
                  ${sign('x')}
                </button>
              </div>
              ${this.body}`
          : nothing
      }
    </dialog>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    const dialog = this.querySelector('dialog');
    if (this.open && dialog && !dialog.open) {
      dialog.showModal();
      void this.#arrive(dialog);
    }
    if (!this.open && dialog?.open) dialog.close();
  }

  /**
   * Brings the keyboard to the first field, where the work is, rather than to the cross. Without a field, and on a
   * screen for fingers, where a field would call up the keys over what is to be read, it comes to the heading.
   */
  async #arrive(dialog: HTMLDialogElement): Promise<void> {
    const parts = [...dialog.querySelectorAll('*')].filter((one) => one instanceof LightElement);
    await Promise.all(parts.map((one) => one.updateComplete));
    const active = document.activeElement;
    // The form knew better where to begin.
    if (!dialog.open || (dialog.contains(active) && active !== dialog && !active?.closest('.dialog-head'))) return;
    const first = matchMedia('(pointer: coarse)').matches ? null : dialog.querySelector<HTMLElement>(FIELD);
    const group = first instanceof HTMLInputElement && first.type === 'radio' ? first.name : null;
    const chosen = group === null ? null : dialog.querySelector<HTMLElement>(`[name="${CSS.escape(group)}"]:checked`);
    (chosen ?? first ?? dialog.querySelector<HTMLElement>('h2'))?.focus();
  }

  readonly close = (): void => {
    this.querySelector('dialog')?.close();
  };

  #closed(): void {
    if (!this.open) return;
    this.open = false;
    this.dispatchEvent(new DialogClosedEvent());
  }

  /** A press on the backdrop falls on the dialog itself, outside its box. */
  #outside(event: MouseEvent): void {
    const dialog = event.currentTarget as HTMLDialogElement;
    if (event.target !== dialog) return;
    const box = dialog.getBoundingClientRect();
    const inside =
      event.clientX >= box.left &&
      event.clientX <= box.right &&
      event.clientY >= box.top &&
      event.clientY <= box.bottom;
    if (!inside) dialog.close();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'modal-dialog': ModalDialog;
  }
  interface HTMLElementEventMap {
    'dialog-closed': DialogClosedEvent;
  }
}
