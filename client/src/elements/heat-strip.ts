import { html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { heatStep } from './heat-step.ts';
import { LightElement } from './light-element.ts';

/** A count as a small bar with its figure beside it: colour and length never stand alone. */
@customElement('heat-strip')
export class HeatStrip extends LightElement {
  @property({ type: Number }) count = 0;
  /** The highest count in the same list. */
  @property({ type: Number }) most = 0;
  /** What is counted, for screen readers: "reacties". */
  @property({ attribute: false }) unit = '';

  override render() {
    const step = heatStep(this.count, this.most);
    const width = this.most > 0 ? Math.max(4, (this.count / this.most) * 52) : 0;
    return html`<svg class="heat" viewBox="0 0 52 8" aria-hidden="true">
        <path class="h0" d="M0 7.5h52" />
        ${step === 0 ? nothing : svg`<rect class="h${step}" width=${width} height="8" />`}</svg
      ><span class="n">${this.count}</span
      >${this.unit ? html`<span class="hidden-text"> ${this.unit}</span>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'heat-strip': HeatStrip;
  }
}
