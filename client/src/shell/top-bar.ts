import type { ContactView, PersonaView, SessionView } from '@draagvlak/contract/client';
import { LANGUAGES } from '@draagvlak/wording';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { deliberately } from '../controllers/deliberate-choice.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { switchTheme } from '../stores/theme.ts';
import { firstWords, language, setLanguage } from '../stores/words.ts';
import type { Stores } from '../stores/stores.ts';
import type { Route } from './routes.ts';

/** Somebody wants to look as another person of the demo. */
export class PersonaChosenEvent extends Event {
  static readonly type = 'persona-chosen';
  readonly persona: string;
  constructor(persona: string) {
    super(PersonaChosenEvent.type, { bubbles: true });
    this.persona = persona;
  }
}
export class SignOutEvent extends Event {
  static readonly type = 'sign-out';
  constructor() {
    super(SignOutEvent.type, { bubbles: true });
  }
}

/** Somebody wants to search. */
export class SearchAskedEvent extends Event {
  static readonly type = 'search-asked';
  constructor() {
    super(SearchAskedEvent.type, { bubbles: true });
  }
}

/** Product, main navigation, who is looking, language and theme. */
@customElement('top-bar')
export class TopBar extends LightElement {
  @property({ attribute: false }) session: SessionView | null = null;
  @property({ attribute: false }) personas: readonly PersonaView[] = [];
  @property({ attribute: false }) contact: ContactView['contact'] = null;
  @property({ attribute: false }) stores: Stores | null = null;
  @property({ attribute: false }) route: Route = { page: 'overview' };
  @state() private menuOpen = false;

  override render() {
    const { shell } = firstWords();
    const chooseLanguage = deliberately((chosen) => this.#chooseLanguage(chosen));
    return html`<header class="top">
      <a class="brand" href="/"
        ><svg width="26" height="22" viewBox="0 0 26 22" aria-hidden="true">
          <path d="M1 4h24" stroke="currentColor" stroke-width="3.5" />
          <path d="M5 9v11M13 9v11M21 9v11" stroke="currentColor" stroke-width="3" /></svg
        >${shell.product}</a
      >
      ${
        this.session
          ? html`<button
                class="button small menu-button"
                type="button"
                aria-expanded=${this.menuOpen}
                aria-controls="hoofdmenu"
                @click=${() => (this.menuOpen = !this.menuOpen)}
              >
                ${sign('menu')}${shell.menu}
              </button>
              <nav id="hoofdmenu" class=${this.menuOpen ? 'is-open' : ''} aria-label=${shell.mainNavigation}>
                <ul @click=${() => (this.menuOpen = false)}>
                  <li>
                    <a href="/" aria-current=${this.route.page === 'overview' ? 'page' : nothing}>${shell.overview}</a>
                  </li>
                  ${
                    'dossier' in this.route
                      ? html`<li>
                          <a href=${`/dossiers/${this.route.dossier}`} aria-current="true">${shell.dossier}</a>
                        </li>`
                      : nothing
                  }
                  <li class="menu-help">
                    <a href="/hulp" aria-current=${this.route.page === 'help' ? 'page' : nothing}
                      >${firstWords().shell.help}</a
                    >
                  </li>
                  ${
                    this.contact
                      ? html`<li class="menu-contact">
                          <a href=${`mailto:${this.contact.email}`} title=${`${shell.ask} ${this.contact.name}`}
                            >${sign('mail')}<span
                              >${shell.ask} <span class="contact-name">${this.contact.name}</span></span
                            ></a
                          >
                        </li>`
                      : nothing
                  }
                  <li class="menu-search">
                    <a href="/zoeken" aria-current=${this.route.page === 'search' ? 'page' : nothing}
                      >${shell.search}</a
                    >
                  </li>
                </ul>
              </nav>
              <button
                class="button small plain search-hint"
                type="button"
                aria-keyshortcuts="Control+K"
                @click=${() => this.dispatchEvent(new SearchAskedEvent())}
              >
                ${sign('search')}${shell.search} <kbd aria-hidden="true">Ctrl</kbd><kbd aria-hidden="true">K</kbd>
              </button>
              <notice-bell .stores=${this.stores} .current=${this.route.page === 'notices'}></notice-bell>`
          : html`<span class="top-gap"></span>`
      }
      <div class="top-end">
        ${this.#who()}
        <label class="language"
          ><span class="hidden-text">${shell.language}</span
          ><select @change=${chooseLanguage} @keydown=${chooseLanguage} @blur=${chooseLanguage}>
            ${LANGUAGES.map(
              (code) =>
                html`<option value=${code} ?selected=${code === language.value} lang=${code}>
                  ${shell.languages[code]}
                </option>`,
            )}
          </select></label
        >
        <button
          class="button small icon plain"
          type="button"
          aria-label=${shell.themeSwitch}
          title=${shell.themeSwitch}
          @click=${() => switchTheme()}
        >
          ${sign('moon')}
        </button>
      </div>
    </header>`;
  }

  #who(): TemplateResult | typeof nothing {
    const { session } = this;
    const { shell } = firstWords();
    if (!session) return nothing;
    if (!session.demo)
      return html`<span class="small quiet">${session.name}</span>
        <button class="button small" type="button" @click=${() => this.dispatchEvent(new SignOutEvent())}>
          ${shell.signOut}
        </button>`;
    const choosePersona = deliberately((persona) => this.dispatchEvent(new PersonaChosenEvent(persona)));
    return html`<label class="persona"
      ><span>${shell.demoViewAs}</span
      ><select aria-label=${shell.demoViewAs} @change=${choosePersona} @keydown=${choosePersona} @blur=${choosePersona}>
        ${this.personas.map(
          (persona) =>
            html`<option value=${persona.persona} ?selected=${persona.persona === session.persona}>
              ${persona.role}, ${persona.name}
            </option>`,
        )}
      </select></label
    >`;
  }

  #chooseLanguage(chosen: string): void {
    const code = LANGUAGES.find((known) => known === chosen);
    // Without a line the screens stay in the language they are in.
    if (code) setLanguage(code).catch(() => this.requestUpdate());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'top-bar': TopBar;
  }
  interface HTMLElementEventMap {
    'persona-chosen': PersonaChosenEvent;
    'sign-out': SignOutEvent;
    'search-asked': SearchAskedEvent;
  }
}
