import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { words } from '../stores/words.ts';

@customElement('unknown-page')
export class UnknownPage extends LightElement {
  override render() {
    const { errors, shell } = words();
    return html`<div class="wrap">
      <div class="empty">
        <h1>${shell.notFound}</h1>
        <p>${errors.notFound}</p>
        <a class="button" href="/">${shell.toOverview}</a>
      </div>
    </div>`;
  }
}
