import type { CommentKind } from '@draagvlak/review';
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { words } from '../stores/words.ts';
import { LightElement } from './light-element.ts';
import { KIND_LOOK } from './looks.ts';
import { sign } from './sign.ts';

/** Soort reactie: sign and word. */
@customElement('kind-tag')
export class KindTag extends LightElement {
  @property({ attribute: false }) kind: CommentKind = 'substantive';

  override render() {
    const look = KIND_LOOK[this.kind];
    return html`<span class="tag kind-${look.name}"
      >${sign(look.sign)}${words().vocabulary.commentKinds[this.kind]}</span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kind-tag': KindTag;
  }
}

export { KIND_LOOK } from './looks.ts';
