import type { RegisterView } from '@draagvlak/contract/client';
import { PARTIES, type Party } from '@draagvlak/procedure';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { refusal } from '../elements/states.ts';
import { type Failure, failureOf } from '../stores/failure.ts';
import type { Stores } from '../stores/stores.ts';
import { words } from '../stores/words.ts';
import { PersonChosenEvent } from './person-search.ts';

const NEW = 'new';

/** Puts somebody in the register who was not there, with an existing organisation, a new one, or none. */
@customElement('new-person-form')
export class NewPersonForm extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  /** Tells the fields of two such forms on one page apart. */
  @property() key = '';
  @state() private organisations: RegisterView['organisations'] = [];
  @state() private organisation = '';
  @state() private missing = false;
  @state() private failure: Failure | null = null;
  @state() private busy = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      this.organisations = (await this.stores?.client.people(''))?.organisations ?? [];
    } catch (error) {
      this.failure = failureOf(error);
    }
  }

  override render() {
    const { dossier, vocabulary } = words();
    const { people } = dossier;
    return html`<form class="form" novalidate @submit=${(event: Event) => void this.#submit(event)}>
      ${refusal(this.failure)}
      <div class=${this.missing ? 'field has-error' : 'field'}>
        <label for=${`nieuw-naam-${this.key}`}>${people.nameLabel}</label>
        <input
          id=${`nieuw-naam-${this.key}`}
          name="name"
          maxlength="200"
          autocomplete="off"
          aria-invalid=${String(this.missing)}
        />
        ${this.missing ? html`<p class="error-text" role="alert">${sign('err')}${dossier.forms.required}</p>` : nothing}
      </div>
      <div class="field">
        <label for=${`nieuw-groep-${this.key}`}>${people.partyLabel}</label>
        <select id=${`nieuw-groep-${this.key}`} name="party">
          ${PARTIES.map((party) => html`<option value=${party}>${vocabulary.parties[party]}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for=${`nieuw-organisatie-${this.key}`}>${people.organisationLabel}</label>
        <select
          id=${`nieuw-organisatie-${this.key}`}
          @change=${(event: Event) => (this.organisation = (event.target as HTMLSelectElement).value)}
        >
          <option value="">${people.noOrganisation}</option>
          <option value=${NEW}>${people.newOrganisation}</option>
          ${this.organisations.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}
        </select>
      </div>
      ${
        this.organisation === NEW
          ? html`<div class="field">
              <label for=${`nieuw-organisatie-naam-${this.key}`}>${people.organisationName}</label>
              <input
                id=${`nieuw-organisatie-naam-${this.key}`}
                name="organisationName"
                maxlength="200"
                autocomplete="off"
              />
            </div>`
          : nothing
      }
      <div class="buttons">
        <button class="button" type="submit" aria-disabled=${String(this.busy)}>${people.newSave}</button>
      </div>
    </form>`;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    event.stopPropagation();
    if (!this.stores || this.busy) return;
    const data = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => {
      const value = data.get(name);
      return typeof value === 'string' ? value.trim() : '';
    };
    const party = PARTIES.find((known): known is Party => known === text('party'));
    this.missing = text('name') === '';
    if (this.missing || !party) return;
    this.busy = true;
    this.failure = null;
    try {
      const person = await this.stores.client.addPerson({
        name: text('name'),
        party,
        organisation: this.organisation === '' || this.organisation === NEW ? null : this.organisation,
        organisationName:
          this.organisation === NEW && text('organisationName') !== '' ? text('organisationName') : null,
      });
      this.querySelector('form')?.reset();
      this.organisation = '';
      this.dispatchEvent(new PersonChosenEvent(person));
      await this.#load();
    } catch (error) {
      this.failure = failureOf(error);
    }
    this.busy = false;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'new-person-form': NewPersonForm;
  }
}
