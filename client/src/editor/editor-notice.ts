import type { Lost } from '@draagvlak/document/pasted';
import type { Wording } from '@draagvlak/wording';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';

/** What to tell about something that came in: what was left out of it, or that it could not come in. */
export type Intake = { readonly kind: 'pasted'; readonly lost: readonly Lost[] } | { readonly kind: 'failed' };

/** Tells, calmly and below the toolbar, what did not come along with what was pasted; goes with the next paste. */
@customElement('editor-notice')
export class EditorNotice extends LightElement {
  @property({ attribute: false }) intake: Intake | null = null;
  @property({ attribute: false }) words: Wording['pasting'] | null = null;

  override render() {
    const { intake, words } = this;
    const text = intake === null || words === null ? null : said(intake, words);
    return html`<div role="status" class="editor-notice">
      ${
        text === null
          ? nothing
          : html`<div class="notice">
              ${sign('info')}
              <div>
                <p>${text}</p>
                <button class="button small plain" type="button" @click=${() => (this.intake = null)}>
                  ${words?.dismiss ?? ''}
                </button>
              </div>
            </div>`
      }
    </div>`;
  }
}

function said(intake: Intake, words: Wording['pasting']): string | null {
  if (intake.kind === 'failed') return words.failed;
  if (intake.lost.length === 0) return null;
  return words.pasted(intake.lost.map(({ kind, count }) => words.lost[kind](count)));
}

declare global {
  interface HTMLElementTagNameMap {
    'editor-notice': EditorNotice;
  }
}
