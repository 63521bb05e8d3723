import { LitElement } from 'lit';

/**
 * Renders into the page itself: one stylesheet, labels and `aria-controls` across elements, find-in-page, and an editor
 * that works (y-prosemirror loses remote text inside a shadow root).
 */
export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
