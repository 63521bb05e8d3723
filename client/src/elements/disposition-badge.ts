import type { DispositionKind } from '@draagvlak/review';
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { words } from '../stores/words.ts';
import { LightElement } from './light-element.ts';
import { DISPOSITION_LOOK } from './looks.ts';
import { sign } from './sign.ts';

/** Besluit op een reactie, or that there is none yet, or that the submitter withdrew. */
@customElement('disposition-badge')
export class DispositionBadge extends LightElement {
  /** `null`: nog geen besluit. */
  @property({ attribute: false }) kind: DispositionKind | null = null;
  @property({ type: Boolean }) withdrawn = false;
  /** Number of the comment it was merged with. */
  @property({ attribute: false }) mergedWith: string | null = null;
  /** Proposed, not yet confirmed. */
  @property({ type: Boolean }) proposed = false;

  override render() {
    const { vocabulary } = words();
    if (this.withdrawn)
      return html`<span class="disposition dis-overig">${sign('terug')}${vocabulary.withdrawnBySubmitter}</span>`;
    if (this.kind === null) return html`<span class="disposition dis-open">${sign('open')}${vocabulary.open}</span>`;
    const look = DISPOSITION_LOOK[this.kind];
    const word =
      this.kind === 'merged' && this.mergedWith !== null
        ? vocabulary.mergedWith(this.mergedWith)
        : vocabulary.dispositions[this.kind];
    return html`<span class="disposition dis-${look.name}"
      >${sign(look.sign)}${this.proposed ? words().shell.proposedDisposition(word) : word}</span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'disposition-badge': DispositionBadge;
  }
}

export { DISPOSITION_LOOK } from './looks.ts';
