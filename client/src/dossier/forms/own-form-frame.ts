import { html, type TemplateResult } from 'lit';
import { words } from '../../stores/words.ts';

/** The buttons under a form: the one that does it, and the way back. */
export function formButtons(label: string, busy: boolean, cancel: () => void): TemplateResult {
  return html`<div class="buttons">
    <button class="button primary" type="submit" aria-disabled=${String(busy)}>${label}</button>
    <button class="button" type="button" @click=${cancel}>${words().shell.cancel}</button>
  </div>`;
}
