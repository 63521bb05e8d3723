import type { ContactView, SessionView } from '@draagvlak/contract/client';
import { PHASES } from '@draagvlak/procedure';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import '../styles/help.css';
import type { HintStore } from '../stores/hints.ts';
import { words } from '../stores/words.ts';

/** For every role what one can do in each phase, and whom to ask. */
@customElement('help-page')
export class HelpPage extends LightElement {
  @property({ attribute: false }) hints: HintStore | null = null;
  @property({ attribute: false }) session: SessionView | null = null;
  @state() private told = '';
  @property({ attribute: false }) contact: ContactView['contact'] = null;

  override render() {
    const { help, hints, vocabulary } = words();
    const roles = Object.keys(help.roles) as (keyof typeof help.roles)[];
    return html`<div class="wrap tight help-page">
      <h1>${help.title}</h1>
      <p>${help.intro} <a href="/">${help.toOverview}</a>.</p>
      <nav aria-labelledby="rollen-kop">
        <h2 id="rollen-kop">${help.rolesTitle}</h2>
        <ul class="help-roles">
          ${roles.map((role) => html`<li><a href=${`#rol-${role}`}>${vocabulary.roles[role]}</a></li>`)}
        </ul>
      </nav>
      ${roles.map((role) => this.#role(role))}
      <section>
        <h2>${help.generalTitle}</h2>
        <ul>
          ${help.general.map((one) => html`<li>${one}</li>`)}
        </ul>
      </section>
      ${
        this.session
          ? html`<section>
              <h2>${hints.againTitle}</h2>
              <p>${hints.againText}</p>
              <div class="buttons">
                <button class="button" type="button" @click=${() => void this.#hintsAgain()}>${hints.again}</button>
                <span role="status">${this.told}</span>
              </div>
            </section>`
          : nothing
      }
      <section>
        <h2>${help.contactTitle}</h2>
        ${
          this.contact === null
            ? html`<p>${help.noContact}</p>`
            : html`<p>
                ${help.contact} ${this.contact.name},
                <a href=${`mailto:${this.contact.email}`}>${this.contact.email}</a>
              </p>`
        }
      </section>
    </div>`;
  }

  async #hintsAgain(): Promise<void> {
    const { errors, hints } = words();
    this.told = (await this.hints?.again()) === true ? hints.shownAgain : errors.offline;
  }

  #role(role: keyof ReturnType<typeof words>['help']['roles']): TemplateResult {
    const { help, vocabulary } = words();
    const { who, phases, more } = help.roles[role];
    return html`<section id=${`rol-${role}`} tabindex="-1">
      <h2>${vocabulary.roles[role]}</h2>
      <p>${who}</p>
      <dl>
        ${PHASES.map((phase) =>
          phases[phase] === undefined
            ? nothing
            : html`<div>
                <dt>${vocabulary.phases[phase]}</dt>
                <dd>${phases[phase]}</dd>
              </div>`,
        )}
      </dl>
      <h3>${help.moreTitle}</h3>
      <ul>
        ${more.map((one) => html`<li>${one}</li>`)}
      </ul>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'help-page': HelpPage;
  }
}
