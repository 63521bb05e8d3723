import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import '../elements/modal-dialog.ts';
import { words } from '../stores/words.ts';
import '../styles/editor-keys.css';

/** All keys of the editor, by what one wants to do. */
@customElement('editor-keys')
export class EditorKeys extends LightElement {
  override render() {
    const { keys } = words().editing;
    return html`<modal-dialog
      open
      wide
      .heading=${keys.title}
      .body=${html`<div class="editor-keys">
        ${keys.groups.map(
          ({ name, list }) =>
            html`<section>
              <h3 class="small">${name}</h3>
              <ul class="keys">
                ${list.map(([key, does]) => html`<li><kbd>${key}</kbd><span>${does}</span></li>`)}
              </ul>
            </section>`,
        )}
      </div>`}
      @dialog-closed=${() => this.dispatchEvent(new Event('dialog-closed'))}
    ></modal-dialog>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'editor-keys': EditorKeys;
  }
}
