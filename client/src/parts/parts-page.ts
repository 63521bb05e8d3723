import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';

@customElement('parts-page')
export class PartsPage extends LightElement {
  override render() {
    return html``;
  }
}
