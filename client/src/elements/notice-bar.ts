import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from './light-element.ts';
import { sign } from './sign.ts';

export type NoticeKind = 'info' | 'warning' | 'success' | 'danger';
const SIGNS: Readonly<Record<NoticeKind, string>> = { info: 'info', warning: 'warn', success: 'check', danger: 'err' };

/** Something the person should know. `alert` for what cannot wait, else it is told when they pause. */
@customElement('notice-bar')
export class NoticeBar extends LightElement {
  @property({ attribute: false }) kind: NoticeKind = 'info';
  @property({ attribute: false }) heading = '';
  @property({ attribute: false }) text: string | TemplateResult = '';
  /** Buttons or links; the template brings its own listeners. */
  @property({ attribute: false }) actions: TemplateResult | null = null;
  @property({ type: Boolean }) alert = false;

  override render() {
    const look = this.kind === 'info' ? 'notice' : `notice ${this.kind}`;
    return html`<div class=${look} role=${this.alert ? 'alert' : 'status'}>
      ${sign(SIGNS[this.kind])}
      <div>
        <p>${this.heading ? html`<b>${this.heading}</b> ` : nothing}${this.text}</p>
        ${this.actions ? html`<div class="buttons">${this.actions}</div>` : nothing}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'notice-bar': NoticeBar;
  }
}
