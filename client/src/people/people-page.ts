import type { DossierView } from '@draagvlak/contract/client';
import { type DossierRole, ROLES } from '@draagvlak/procedure';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../elements/modal-dialog.ts';
import { refusal } from '../elements/states.ts';
import { type Failure, failureOf } from '../stores/failure.ts';
import { DossierScreen, pageHead } from '../shell/dossier-screen.ts';
import { words } from '../stores/words.ts';
import './new-person-form.ts';
import type { PersonChosenEvent, RegisteredPerson } from './person-search.ts';
import './person-search.ts';

type Member = DossierView['members'][number];

/** Who takes part in a dossier, by role; the secretary adds and removes. */
@customElement('people-page')
export class PeoplePage extends DossierScreen {
  @state() private addAs: DossierRole = 'stakeholder';
  @state() private removing: Member | null = null;
  @state() private failure: Failure | null = null;
  @state() private link: { readonly name: string; readonly url: string } | null = null;

  protected override page(view: DossierView): TemplateResult {
    const { dossier, vocabulary } = words();
    const may = (command: 'add-member' | 'remove-member') =>
      view.allowed.some((act) => act.command === command && act.refusal === null);
    const roles = ROLES.filter((role) => view.members.some((member) => member.role === role));
    return html`<div class="wrap">
        ${pageHead(dossier.people.title, dossier.people.intro)} ${refusal(this.failure)}
        ${
          this.link
            ? html`<div class="notice success" role="status">
                <span></span>
                <p>
                  ${dossier.people.linkText(this.link.name)}<br /><code class="sign-in-link">${this.link.url}</code>
                </p>
              </div>`
            : nothing
        }
        <div class="dossier-grid">
          <div>
            ${roles.map(
              (role) =>
                html`<section aria-label=${vocabulary.roles[role]} class="people-group">
                  <div class="section-head">
                    <h3>${vocabulary.roles[role]}</h3>
                    <span class="end num">${view.members.filter((member) => member.role === role).length}</span>
                  </div>
                  ${this.#table(view, role, may('remove-member'))}
                </section>`,
            )}
          </div>
          ${may('add-member') ? this.#adding(view) : nothing}
        </div>
      </div>
      ${this.#confirm()}`;
  }

  #table(view: DossierView, role: DossierRole, mayRemove: boolean): TemplateResult {
    const { dossier, vocabulary, dates } = words();
    const self = this.stores?.session.session?.person;
    const links = this.stores?.session.session?.demo === false && mayRemove;
    return html`<table class="data people-table">
      <caption class="hidden-text">
        ${vocabulary.roles[role]}
      </caption>
      <thead class="hidden-text">
        <tr>
          <th scope="col">${dossier.people.name}</th>
          <th scope="col">${dossier.people.party}</th>
          <th scope="col">${dossier.people.organisation}</th>
          <th scope="col">${dossier.people.since}</th>
          ${mayRemove ? html`<th scope="col">${dossier.remove}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${view.members
          .filter((member) => member.role === role)
          .map(
            (member) =>
              html`<tr>
                <th scope="row">
                  ${member.person.name}${
                    member.person.person === self
                      ? html` <span class="plain-tag">${dossier.people.mine}</span>`
                      : nothing
                  }
                </th>
                <td>${member.person.party === null ? nothing : vocabulary.parties[member.person.party]}</td>
                <td>${member.person.organisation ?? html`<span class="quiet">${dossier.people.own}</span>`}</td>
                <td class="num quiet">${dates.short(member.since)}</td>
                ${
                  mayRemove
                    ? html`<td class="r">
                        ${
                          links
                            ? html`<button
                                class="button small plain"
                                type="button"
                                @click=${() => void this.#makeLink(member)}
                              >
                                ${dossier.people.signInLink}<span class="hidden-text">: ${member.person.name}</span>
                              </button>`
                            : nothing
                        }
                        <button class="button small plain" type="button" @click=${() => (this.removing = member)}>
                          ${dossier.remove}<span class="hidden-text">: ${member.person.name}</span>
                        </button>
                      </td>`
                    : nothing
                }
              </tr>`,
          )}
      </tbody>
    </table>`;
  }

  #adding(view: DossierView): TemplateResult {
    const { dossier, vocabulary } = words();
    const { people } = dossier;
    const chosen = view.members.filter(({ role }) => role === this.addAs).map(({ person }) => person.person);
    return html`<div class="dossier-side">
      <section
        aria-labelledby="t-toevoegen"
        @person-chosen=${(event: PersonChosenEvent) => void this.#add(event.person)}
      >
        <div class="section-head"><h3 id="t-toevoegen">${people.addTitle}</h3></div>
        <div class="form adding">
          <div class="field">
            <label for="rol">${people.addAs}</label>
            <select id="rol" @change=${(event: Event) => this.#chooseRole(event)}>
              ${ROLES.filter((role) => role !== 'administrator').map(
                (role) =>
                  html`<option value=${role} ?selected=${role === this.addAs}>${vocabulary.roles[role]}</option>`,
              )}
            </select>
          </div>
          <person-search .stores=${this.stores} .chosen=${chosen}></person-search>
          <details>
            <summary>${people.newTitle} ${people.newText}</summary>
            <new-person-form .stores=${this.stores}></new-person-form>
          </details>
        </div>
      </section>
    </div>`;
  }

  #chooseRole(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    this.addAs = ROLES.find((role): role is DossierRole => role === value) ?? this.addAs;
  }

  #confirm(): TemplateResult {
    const { dossier, vocabulary, shell } = words();
    const { removing } = this;
    const close = () => (this.removing = null);
    return html`<modal-dialog
      .open=${removing !== null}
      .heading=${removing ? dossier.removeOf(removing.person.name) : ''}
      .body=${
        removing
          ? html`<div class="form">
              <p>${dossier.people.confirmRemove(removing.person.name, vocabulary.roles[removing.role])}</p>
              <div class="buttons">
                <button class="button danger" type="button" @click=${() => void this.#remove(removing)}>
                  ${dossier.remove}
                </button>
                <button class="button" type="button" @click=${close}>${shell.cancel}</button>
              </div>
            </div>`
          : nothing
      }
      @dialog-closed=${close}
    ></modal-dialog>`;
  }

  async #add(person: RegisteredPerson): Promise<void> {
    const outcome = await this.store?.act({
      type: 'add-member',
      member: { person: person.id, role: this.addAs, party: person.party, organisation: person.organisation },
    });
    this.failure = outcome && !outcome.done ? outcome.failure : null;
  }

  async #remove(member: Member): Promise<void> {
    const outcome = await this.store?.act({
      type: 'remove-member',
      person: member.person.person,
      role: member.role,
    });
    this.failure = outcome && !outcome.done ? outcome.failure : null;
    this.removing = null;
  }

  async #makeLink(member: Member): Promise<void> {
    try {
      const link = await this.stores?.client.signInLink(member.person.person);
      this.link = link ? { name: member.person.name, url: link.url } : null;
      this.failure = null;
    } catch (error) {
      this.failure = failureOf(error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'people-page': PeoplePage;
  }
}
