import type { ReferenceView } from '@draagvlak/contract/client';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { words } from '../stores/words.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';

/** What the pane beside the text can show in itself; anything else opens in a window of its own. */
const SHOWN_HERE: ReadonlySet<string> = new Set(['application/pdf', 'text/plain', 'image/png', 'image/jpeg']);

/** Beside the draft: the explanation of the template and the documents the authors read while they write. */
@customElement('reference-pane')
export class ReferencePane extends LightElement {
  @property({ attribute: false }) references: readonly ReferenceView[] = [];
  /** Title and explanation of the template section that the caret is in. */
  @property({ attribute: false }) guidance: { readonly title: string; readonly text: string } | null = null;
  /** The notes stand beside their lines and need the height: only the head of this pane shows until it is asked for. */
  @property({ type: Boolean }) folds = false;
  @state() private open: string | null = null;
  @state() private unfolded = false;

  override render() {
    const { writing } = words();
    const open = this.references.find(({ id }) => id === this.open);
    if (open !== undefined) {
      return html`<div class="pane-head pane-head-row">
          <h2>${open.title}</h2>
          <button class="button small plain" type="button" @click=${() => (this.open = null)}>
            ${sign('left')}${writing.backToReferences}
          </button>
        </div>
        <iframe class="reference-frame" src=${open.href} title=${open.title}></iframe>`;
    }
    const shown = !this.folds || this.unfolded;
    return html`<div class="pane-head">
        <h2>
          ${
            this.folds
              ? html`<button
                  class="fold-head"
                  type="button"
                  aria-expanded=${String(shown)}
                  @click=${() => (this.unfolded = !this.unfolded)}
                >
                  ${writing.aside}${sign('chev')}
                </button>`
              : writing.aside
          }
        </h2>
      </div>
      <div class="pane-body stack" ?hidden=${!shown}>
        <section class="stack" aria-live="polite">
          <h3>${this.guidance === null ? writing.editor.guidance : writing.guidanceFor(this.guidance.title)}</h3>
          <p class="guidance">${this.guidance?.text ?? writing.noGuidance}</p>
        </section>
        <section class="stack">
          <h3>${writing.references}</h3>
          ${
            this.references.length === 0
              ? html`<p class="small quiet">${writing.noReferences}</p>`
              : html`<ul class="lines references">
                  ${this.references.map((one) => this.#reference(one))}
                </ul>`
          }
        </section>
      </div>`;
  }

  #reference(reference: ReferenceView) {
    const { writing } = words();
    const here = reference.kind === 'file' && reference.type !== null && SHOWN_HERE.has(reference.type);
    return html`<li>
      ${sign(reference.kind === 'link' ? 'link' : 'doc')}
      ${
        here
          ? html`<button class="linkish" type="button" @click=${() => (this.open = reference.id)}>
              ${reference.title}
            </button>`
          : nothing
      }
      <a
        href=${reference.href}
        target="_blank"
        rel="noopener"
        class=${here ? 'small quiet' : nothing}
        aria-label=${writing.openReference(reference.title)}
        >${here ? sign('dl') : reference.title}</a
      >
    </li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'reference-pane': ReferencePane;
  }
}
