import { html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from './light-element.ts';

export interface BarPart {
  readonly label: string;
  readonly count: number;
  /** Class of the fill: `c-overgenomen`, `c-gedeeltelijk`, `c-niet`, `c-overig`, `c-accent`, `c-soft`, `c-open`. */
  readonly fill: string;
}

/** Left edge and width of each part that counts, with a gap of 2 between them, over the given width. */
export function barSpans(counts: readonly number[], width: number): readonly { x: number; width: number }[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const gaps = Math.max(0, counts.filter((count) => count > 0).length - 1) * 2;
  let x = 0;
  return counts.map((count) => {
    const span = { x, width: total === 0 ? 0 : (count / total) * (width - gaps) };
    if (count > 0) x += span.width + 2;
    return span;
  });
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
