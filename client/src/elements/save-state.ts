import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { firstWords } from '../stores/words.ts';
import { LightElement } from './light-element.ts';
import { sign } from './sign.ts';

/** Whether what was typed is safe. Only the server's confirmation makes it `saved`. */
export type SaveStatus = 'saved' | 'busy' | 'offline' | 'read-only';

@customElement('save-state')
export class SaveState extends LightElement {
  @property({ attribute: false }) state: SaveStatus = 'saved';
  /** ISO instant of the last confirmation. */
  @property({ attribute: false }) at: string | null = null;
  /** Replaces the words: "Alleen lezen: vastgelegd als 0.2". */
  @property({ attribute: false }) text: string | null = null;

  override render() {
    const { shell, dates } = firstWords();
    const looks = {
      saved: { look: 'saved', icon: 'check', text: this.at ? shell.savedAt(dates.time(this.at)) : shell.saved },
      busy: { look: 'saved busy', icon: 'clock', text: shell.saving },
      offline: { look: 'saved offline', icon: 'wifi', text: shell.offlineKept },
      'read-only': { look: 'saved', icon: 'lock', text: shell.readOnly },
    } as const;
    const { look, icon, text } = looks[this.state];
    return html`<span class=${look} role="status">${sign(icon)}${this.text ?? text}</span>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'save-state': SaveState;
  }
}
