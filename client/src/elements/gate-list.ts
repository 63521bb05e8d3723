import type { GateView } from '@draagvlak/contract/client';
import { gateSentence } from '@draagvlak/wording';
import type { Gate } from '@draagvlak/procedure';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { words } from '../stores/words.ts';
import { LightElement } from './light-element.ts';
import { sign } from './sign.ts';

/** What still has to happen and what holds already, in the words of the engine. */
@customElement('gate-list')
export class GateList extends LightElement {
  @property({ attribute: false }) gates: readonly GateView[] = [];
  /** Where the work of an open condition is done, with what the way there is called. */
  @property({ attribute: false }) ways: Readonly<
    Partial<Record<Gate, { readonly href: string; readonly label: string }>>
  > = {};

  override render() {
    const { dossier } = words();
    return html`<ul class="gates">
      ${this.gates.map((gate) => {
        const way = this.ways[gate.gate];
        const icon = gate.met ? 'check' : gate.from === null ? 'open' : 'clock';
        return html`<li class=${gate.met ? 'ok' : ''}>
          ${sign(icon)}
          <div>
            <b>${gateSentence(words(), gate)}</b>
            <span class="hidden-text">${gate.met ? dossier.gateMet : dossier.gateOpen}</span>
            ${way === undefined || gate.met ? nothing : html`<a class="way" href=${way.href}>${way.label}</a>`}
          </div>
        </li>`;
      })}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gate-list': GateList;
  }
}
