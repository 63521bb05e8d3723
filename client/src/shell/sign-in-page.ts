import type { Client, PersonaView } from '@draagvlak/contract/client';
import { html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { initials } from '../elements/people-here.ts';
import '../overview/published-list.ts';
import { words } from '../stores/words.ts';
import { PersonaChosenEvent } from './top-bar.ts';

/** The door: the people of the demo to look as, or where a sign-in link comes from. */
@customElement('sign-in-page')
export class SignInPage extends LightElement {
  /** `null` while unknown, empty in a real installation. */
  @property({ attribute: false }) client: Client | null = null;
  @property({ attribute: false }) personas: readonly PersonaView[] | null = null;

  @state() private needsSetUp = false;

  /** This page may come after its place in the shell: only now its properties are here. */
  protected override firstUpdated(): void {
    void this.#look();
  }

  async #look(): Promise<void> {
    try {
      this.needsSetUp = (await this.client?.contact())?.needsSetUp === true;
    } catch {
      // A line that is down is told elsewhere.
      this.needsSetUp = false;
    }
  }

  override render() {
    const { shell } = words();
    return html`<div class="wrap sign-in">
      <div class="page-head">
        <div><h1>${shell.welcome}</h1></div>
      </div>
      <p class="lead">${shell.welcomeText}</p>
      ${
        this.personas === null
          ? html`<p role="status">${shell.loading}</p>`
          : this.personas.length > 0
            ? this.#demo(this.personas)
            : this.needsSetUp
              ? html`<div class="notice">
                  <div>
                    <p><b>${shell.needsSetUp}</b></p>
                    <p>${shell.setUpHow}</p>
                  </div>
                </div>`
              : html`<p>${shell.askForLink}</p>`
      }
      <published-list .client=${this.client}></published-list>
    </div>`;
  }

  #demo(personas: readonly PersonaView[]): TemplateResult {
    const { shell } = words();
    return html`<section aria-labelledby="t-wie">
      <div class="section-head">
        <h2 id="t-wie">${shell.choosePersona}</h2>
        <span class="quiet small">${shell.demoExplained}</span>
      </div>
      <ul class="personas lines">
        ${personas.map(
          (persona, index) =>
            html`<li>
              <span class="who w${(index % 4) + 1}" aria-hidden="true">${initials(persona.name)}</span>
              <div>
                <b>${persona.role}</b>
                <p class="small quiet">${[persona.name, persona.organisation].filter(Boolean).join(', ')}</p>
              </div>
              <button
                class="button small"
                type="button"
                data-persona=${persona.persona}
                @click=${() => this.dispatchEvent(new PersonaChosenEvent(persona.persona))}
              >
                ${shell.viewAs}<span class="hidden-text"> ${persona.name}, ${persona.role}</span>
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-page': SignInPage;
  }
}
