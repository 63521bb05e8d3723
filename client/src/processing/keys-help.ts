import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StoreController } from '../controllers/store-controller.ts';
import { letterKeysOn, setLetterKeys } from '../controllers/letter-keys.ts';
import { LightElement } from '../elements/light-element.ts';
import '../elements/modal-dialog.ts';
import { words } from '../stores/words.ts';

/** The keys of a room, and a way to switch the letters off. */
@customElement('keys-help')
export class KeysHelp extends LightElement {
  /** Key and what it does. */
  @property({ attribute: false }) keys: readonly (readonly [string, string])[] = [];
  @state() private open = false;

  constructor() {
    super();
    new StoreController(this, () => letterKeysOn);
  }

  show(): void {
    this.open = true;
  }

  override render() {
    const { keys } = words().processing;
    return html`<modal-dialog
      ?open=${this.open}
      .heading=${keys.title}
      .body=${html`<ul class="keys">
          ${this.keys.map(([key, does]) => html`<li><kbd>${key}</kbd><span>${does}</span></li>`)}
        </ul>
        <label class="choice"
          ><input
            type="checkbox"
            .checked=${letterKeysOn.value}
            @change=${(event: Event) => setLetterKeys((event.target as HTMLInputElement).checked)}
          /><span>${keys.off}<span class="hint">${keys.offHint}</span></span></label
        >`}
      @dialog-closed=${() => (this.open = false)}
    ></modal-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'keys-help': KeysHelp;
  }
}
