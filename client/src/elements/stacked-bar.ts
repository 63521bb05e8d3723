import { html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { barSpans } from './bar-spans.ts';
import { LightElement } from './light-element.ts';

export interface BarPart {
  readonly label: string;
  readonly count: number;
  /** Class of the fill: `c-overgenomen`, `c-gedeeltelijk`, `c-niet`, `c-overig`, `c-accent`, `c-soft`, `c-open`. */
  readonly fill: string;
}

/** Parts of a whole. The figures stand in the text of the picture; put a legend beside it. */
@customElement('stacked-bar')
export class StackedBar extends LightElement {
  @property({ attribute: false }) parts: readonly BarPart[] = [];
  /** What the bar is about, before the figures. */
  @property({ attribute: false }) label = '';
  @property({ type: Boolean }) tall = false;

  override render() {
    const spans = barSpans(
      this.parts.map((part) => part.count),
      430,
    );
    const figures = this.parts.map((part) => `${part.label} ${part.count}`).join(', ');
    return html`<svg
      class=${this.tall ? 'bar tall' : 'bar'}
      viewBox="0 0 430 16"
      preserveAspectRatio="none"
      role="img"
      aria-label=${this.label ? `${this.label}: ${figures}` : figures}
    >
      <rect class="bg" width="430" height="16" />
      ${this.parts.map((part, index) =>
        part.count === 0
          ? svg``
          : svg`<rect class=${part.fill} x=${spans[index]?.x ?? 0} width=${spans[index]?.width ?? 0} height="16" />`,
      )}
    </svg>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'stacked-bar': StackedBar;
  }
}
