import type { RegisterView } from '@draagvlak/contract/client';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { refusal } from '../elements/states.ts';
import { type Failure, failureOf } from '../stores/failure.ts';
import type { Stores } from '../stores/stores.ts';
import { words } from '../stores/words.ts';

export type RegisteredPerson = RegisterView['people'][number];

export class PersonChosenEvent extends Event {
  static readonly type = 'person-chosen';
  readonly person: RegisteredPerson;
  constructor(person: RegisteredPerson) {
    super(PersonChosenEvent.type, { bubbles: true });
    this.person = person;
  }
}

/** "Vakschool De Toren, opleider" */
export function affiliation(person: RegisteredPerson): string {
  const { vocabulary, dossier } = words();
  return [person.organisationName ?? dossier.people.own, vocabulary.parties[person.party].toLowerCase()].join(', ');
}

/** Finds somebody in the register by name or organisation; a press adds them. */
@customElement('person-search')
export class PersonSearch extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  /** Ids of who is chosen already; they are not offered again. */
  @property({ attribute: false }) chosen: readonly string[] = [];
  @property({ attribute: false }) field = 'zoek';
  @property({ attribute: false }) label = '';
  @state() private found: readonly RegisteredPerson[] | null = null;
  @state() private failure: Failure | null = null;
  #asked = 0;
  #rest: ReturnType<typeof setTimeout> | null = null;

  override render() {
    const { people } = words().dossier;
    const offered = this.found?.filter(({ id }) => !this.chosen.includes(id)) ?? null;
    return html`<div class="field person-search">
      <label for=${this.field}>${this.label || people.search}</label>
      <span class="hint" id=${`${this.field}-uitleg`}>${people.searchHint}</span>
      <input
        id=${this.field}
        type="search"
        autocomplete="off"
        aria-describedby=${`${this.field}-uitleg`}
        @input=${(event: Event) => this.#typed(event)}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      ${refusal(this.failure)}
      <p class="hint" role="status">
        ${offered === null ? nothing : offered.length === 0 ? people.none : people.found(offered.length)}
      </p>
      ${
        offered && offered.length > 0
          ? html`<ul class="found lines">
              ${offered.slice(0, 12).map(
                (person) =>
                  html`<li>
                    <div><b>${person.name}</b> <span class="small quiet">${affiliation(person)}</span></div>
                    <button class="button small" type="button" @click=${() => this.#choose(person)}>
                      ${people.add}<span class="hidden-text">: ${person.name}</span>
                    </button>
                  </li>`,
              )}
            </ul>`
          : nothing
      }
    </div>`;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#rest !== null) clearTimeout(this.#rest);
  }

  /** Who was added is offered no more; the keyboard goes back to where the next one is sought. */
  #choose(person: RegisteredPerson): void {
    this.dispatchEvent(new PersonChosenEvent(person));
    const input = this.querySelector('input');
    input?.focus();
    input?.select();
  }

  /** Asks when the typing rests; an answer that comes after a newer question is dropped. */
  #typed(event: Event): void {
    const text = (event.target as HTMLInputElement).value.trim();
    const mine = (this.#asked += 1);
    if (this.#rest !== null) clearTimeout(this.#rest);
    if (text.length < 2) {
      this.found = null;
      return;
    }
    this.#rest = setTimeout(() => void this.#ask(text, mine), 200);
  }

  async #ask(text: string, mine: number): Promise<void> {
    if (!this.stores) return;
    try {
      const { people } = await this.stores.client.people(text);
      if (mine !== this.#asked) return;
      this.found = people;
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'person-search': PersonSearch;
  }
  interface HTMLElementEventMap {
    'person-chosen': PersonChosenEvent;
  }
}
