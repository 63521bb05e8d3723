import type { CommentKind } from '@draagvlak/review';
import { html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { words } from '../stores/words.ts';
import { LightElement } from './light-element.ts';
import { sign } from './sign.ts';

/** Each kind has its own colour and its own outline; the class names are those of the tokens. */
export const KIND_LOOK: Readonly<Record<CommentKind, { readonly name: string; readonly sign: string }>> = {
  editorial: { name: 'redactioneel', sign: 'red' },
  substantive: { name: 'inhoudelijk', sign: 'inh' },
  question: { name: 'vraag', sign: 'vraag' },
  objection: { name: 'bezwaar', sign: 'bez' },
  support: { name: 'steun', sign: 'inst' },
};

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
