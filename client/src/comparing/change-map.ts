import { html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { words } from '../stores/words.ts';

/** A mark on the map: where a change stands in the text, as shares of its whole height. */
export interface MapMark {
  readonly key: string;
  readonly from: number;
  readonly height: number;
  /** `null` where only comments stand. */
  readonly look: 'm-chg' | 'm-mov' | 'm-ins' | null;
  /** Comments behind it. */
  readonly comments: number;
}

/** The reader pressed the map at this share of the text. */
export class MapPressedEvent extends Event {
  readonly at: number;
  constructor(at: number) {
    super('map-pressed', { bubbles: true });
    this.at = at;
  }
}

const HEIGHT = 1000;

/** The whole text at a glance: a lane of changes, a lane of comments, and a frame around what is on the screen. */
@customElement('change-map')
export class ChangeMap extends LightElement {
  @property({ attribute: false }) marks: readonly MapMark[] = [];
  /** What is on the screen, as shares. */
  @property({ attribute: false }) view: { readonly from: number; readonly height: number } = { from: 0, height: 1 };

  override render() {
    const most = Math.max(1, ...this.marks.map(({ comments }) => comments));
    return html`<svg
      class="map"
      viewBox="0 0 36 ${HEIGHT}"
      preserveAspectRatio="none"
      role="img"
      aria-label=${words().comparing.map}
      @click=${(event: MouseEvent) => this.#press(event)}
    >
      ${this.marks.map(({ from, height, look, comments }) => {
        const y = from * HEIGHT;
        const tall = Math.max(3, height * HEIGHT);
        return svg`${look === null ? svg`` : svg`<rect class=${look} x="4" y=${y} width="12" height=${tall} />`}
          ${
            comments === 0
              ? svg``
              : svg`<rect class="m-com" x="20" y=${y} width=${4 + (8 * comments) / most} height=${Math.min(tall, 6)} />`
          }`;
      })}
      <path class="m-line" d="M18 0V${HEIGHT}" />
      <rect
        class="m-view"
        x="1.500"
        y=${this.view.from * HEIGHT}
        width="33"
        height=${Math.max(8, this.view.height * HEIGHT)}
      />
    </svg>`;
  }

  #press(event: MouseEvent): void {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    this.dispatchEvent(new MapPressedEvent((event.clientY - box.top) / box.height));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'change-map': ChangeMap;
  }
  interface HTMLElementEventMap {
    'map-pressed': MapPressedEvent;
  }
}
