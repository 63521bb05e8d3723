import type { OverviewView } from '@draagvlak/contract/client';
import { DOCUMENT_KINDS, type DossierRole, type Phase } from '@draagvlak/procedure';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StoreController } from '../controllers/store-controller.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { failed, loading, refusal } from '../elements/states.ts';
import { affiliation, type PersonChosenEvent } from '../people/person-search.ts';
import '../people/new-person-form.ts';
import '../people/person-search.ts';
import { type Failure, failureOf } from '../stores/failure.ts';
import type { Stores } from '../stores/stores.ts';
import { words } from '../stores/words.ts';
import { readValues, type Values } from './forms/form-spec.ts';
import { type ChosenMember, linksOf, opening, proposedTitle, withRole } from './opening.ts';

const PLANNED: readonly Phase[] = [
  'drafting',
  'consultation',
  'processing',
  'inspection',
  'finalisation',
  'approval',
  'adopted',
];
const STAKEHOLDER_ROLES: readonly DossierRole[] = ['stakeholder', 'partner', 'steering-member', 'reader'];
const COMMITTEE_ROLES: readonly DossierRole[] = ['wbc-chair', 'wbc-member'];

/** The secretary starts a dossier: what it is for, what is written, who takes part, and when. */
@customElement('new-dossier-page')
export class NewDossierPage extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property({ attribute: false }) go: (path: string) => void = () => {};
  @state() private qualifications: readonly string[] = [];
  @state() private chosenTitle: string | null = null;
  @state() private members: readonly ChosenMember[] = [];
  @state() private committeeRole: DossierRole = 'wbc-chair';
  @state() private stakeholderRole: DossierRole = 'stakeholder';
  @state() private missing: readonly string[] = [];
  @state() private failure: Failure | null = null;
  @state() private made: string | null = null;
  @state() private busy = false;

  constructor() {
    super();
    new StoreController(this, () => this.stores?.overview ?? null);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.stores?.overview.value === null) void this.stores.overview.load();
  }

  override render() {
    const state = this.stores?.overview.state;
    if (!state) return nothing;
    if (state.value === null)
      return state.failure ? failed(state.failure, () => void this.stores?.overview.load()) : loading();
    return this.#page(state.value);
  }

  #page(view: OverviewView): TemplateResult {
    const { dossier, vocabulary, shell } = words();
    const { start } = dossier;
    if (this.made !== null)
      return html`<div class="wrap">
        <h1>${start.title}</h1>
        <p>${start.rest}</p>
        ${refusal(this.failure)}
        <p><a class="button primary" href=${`/dossiers/${this.made}`}>${start.toDossier}</a></p>
      </div>`;
    return html`<div class="wrap">
      <div class="page-head">
        <div>
          <h1>${start.title}</h1>
          <p class="quiet">${start.intro}</p>
        </div>
      </div>
      <form class="form start-form" id="begin" novalidate @submit=${(event: Event) => void this.#submit(event)}></form>
      <div class="form start-form">
        ${this.#errors()} ${refusal(this.failure)} ${this.#qualifications(view)}
        <div class=${this.missing.includes('title') ? 'field has-error' : 'field'}>
          <label for="naam">${start.titleLabel}</label>
          <input
            id="naam"
            name="title"
            form="begin"
            maxlength="200"
            autocomplete="off"
            .value=${this.chosenTitle ?? proposedTitle(view, this.qualifications)}
            @input=${(event: Event) => (this.chosenTitle = (event.target as HTMLInputElement).value)}
          />
          ${this.#error('title', start.titleNeeded)}
        </div>
        <fieldset class=${this.missing.includes('kinds') ? 'field has-error' : 'field'} id="soorten">
          <legend>${start.documents}</legend>
          ${DOCUMENT_KINDS.map(
            (kind) =>
              html`<label class="choice"
                ><input type="checkbox" name="kinds" form="begin" value=${kind} checked /><span
                  >${vocabulary.documentKinds[kind]}</span
                ></label
              >`,
          )}
          ${this.#error('kinds', start.documentsNeeded)}
        </fieldset>
        ${this.#people('wbc', start.committee, start.committeeHint, COMMITTEE_ROLES, this.committeeRole, (role) => (this.committeeRole = role))}
        ${this.#people('bel', start.stakeholders, start.stakeholdersHint, STAKEHOLDER_ROLES, this.stakeholderRole, (role) => (this.stakeholderRole = role))}
        ${this.#planning()}
        <div class="field">
          <label for="naslag">${start.references} <span class="optional">${shell.optional}</span></label>
          <span class="hint" id="naslag-uitleg">${start.referencesHint}</span>
          <textarea id="naslag" name="references" form="begin" rows="3" aria-describedby="naslag-uitleg"></textarea>
        </div>
        <div class="buttons">
          <button class="button primary" type="submit" form="begin" aria-disabled=${String(this.busy)}>
            ${start.button}
          </button>
          <a class="button" href="/">${shell.cancel}</a>
        </div>
      </div>
    </div>`;
  }

  #errors(): TemplateResult | typeof nothing {
    if (this.missing.length === 0) return nothing;
    const { shell, dossier } = words();
    const known = [
      { name: 'qualifications', id: 'kwalificaties', text: dossier.start.qualificationsNeeded },
      { name: 'title', id: 'naam', text: dossier.start.titleNeeded },
      { name: 'kinds', id: 'soorten', text: dossier.start.documentsNeeded },
    ].filter(({ name }) => this.missing.includes(name));
    return html`<div class="error-summary" role="alert">
      <h2>${shell.errorsTitle(known.length)}</h2>
      <ul>
        ${known.map(({ id, text }) => html`<li><a href=${`#${id}`}>${text}</a></li>`)}
      </ul>
    </div>`;
  }

  #error(name: string, text: string): TemplateResult | typeof nothing {
    return this.missing.includes(name) ? html`<p class="error-text">${sign('err')}${text}</p>` : nothing;
  }

  #qualifications(view: OverviewView): TemplateResult {
    const { start } = words().dossier;
    const { overview } = words();
    const clusters = [...new Set(view.qualifications.map(({ cluster }) => cluster))];
    const toggle = (id: string, on: boolean) =>
      (this.qualifications = on ? [...this.qualifications, id] : this.qualifications.filter((one) => one !== id));
    return html`<fieldset
      class=${this.missing.includes('qualifications') ? 'field has-error' : 'field'}
      id="kwalificaties"
    >
      <legend>${start.qualifications}</legend>
      <div class="choice-groups">
        ${clusters.map(
          (cluster) =>
            html`<div role="group" aria-label=${overview.cluster(cluster)}>
              <p class="small quiet">${overview.cluster(cluster)}</p>
              ${view.qualifications
                .filter((qualification) => qualification.cluster === cluster)
                .map((qualification) => {
                  const busy = view.dossiers.some(
                    ({ id, phase }) =>
                      qualification.dossiers.includes(id) && phase !== 'withdrawn' && phase !== 'in-force',
                  );
                  return html`<label class="choice"
                    ><input
                      type="checkbox"
                      ?checked=${this.qualifications.includes(qualification.id)}
                      @change=${(event: Event) => toggle(qualification.id, (event.target as HTMLInputElement).checked)}
                    /><span
                      >${qualification.name}${busy ? html`<span class="hint">${start.busy}</span>` : nothing}</span
                    ></label
                  >`;
                })}
            </div>`,
        )}
      </div>
      ${this.#error('qualifications', start.qualificationsNeeded)}
    </fieldset>`;
  }

  #people(
    key: string,
    title: string,
    hint: string,
    roles: readonly DossierRole[],
    role: DossierRole,
    choose: (role: DossierRole) => void,
  ): TemplateResult {
    const { vocabulary, dossier } = words();
    const chosen = this.members.filter((member) => roles.includes(member.role));
    return html`<section
      class="start-people"
      aria-labelledby=${`t-${key}`}
      @person-chosen=${(event: PersonChosenEvent) => (this.members = withRole(this.members, event.person, role))}
    >
      <div class="section-head">
        <h2 id=${`t-${key}`}>${title}</h2>
        <span class="end num">${chosen.length}</span>
      </div>
      <p class="hint">${hint}</p>
      ${
        chosen.length === 0
          ? html`<p class="small quiet">${dossier.start.noneChosen}</p>`
          : html`<ul class="found lines">
              ${chosen.map((member) => this.#member(member))}
            </ul>`
      }
      <div class="adding">
        <div class="field">
          <label for=${`${key}-rol`}>${dossier.people.addAs}</label>
          <select
            id=${`${key}-rol`}
            @change=${(event: Event) => {
              const { value } = event.target as HTMLSelectElement;
              choose(roles.find((one) => one === value) ?? role);
            }}
          >
            ${roles.map((one) => html`<option value=${one} ?selected=${one === role}>${vocabulary.roles[one]}</option>`)}
          </select>
        </div>
        <person-search
          .stores=${this.stores}
          .field=${`${key}-zoek`}
          .chosen=${chosen.filter((member) => member.role === role).map(({ person }) => person.id)}
        ></person-search>
        <details>
          <summary>${dossier.people.newTitle} ${dossier.people.newText}</summary>
          <new-person-form .stores=${this.stores} .key=${key}></new-person-form>
        </details>
      </div>
    </section>`;
  }

  #member(member: ChosenMember): TemplateResult {
    const { vocabulary, dossier } = words();
    return html`<li>
      <div>
        <b>${member.person.name}</b> <span class="plain-tag">${vocabulary.roles[member.role]}</span>
        <span class="small quiet">${affiliation(member.person)}</span>
      </div>
      <button
        class="button small plain"
        type="button"
        @click=${(event: Event) => {
          this.members = this.members.filter((other) => other !== member);
          (event.target as Element).closest('section')?.querySelector('input')?.focus();
        }}
      >
        ${dossier.remove}<span class="hidden-text">: ${member.person.name}</span>
      </button>
    </li>`;
  }

  #planning(): TemplateResult {
    const { dossier, vocabulary } = words();
    return html`<details class="record">
      <summary>${dossier.start.planning} <span class="optional">${words().shell.optional}</span></summary>
      <p class="hint">${dossier.start.planningHint}</p>
      <table class="data planning">
        <caption class="hidden-text">
          ${dossier.planning.title}
        </caption>
        <thead>
          <tr>
            <th scope="col">${dossier.planning.phase}</th>
            <th scope="col">${dossier.planning.from}</th>
            <th scope="col">${dossier.planning.until}</th>
          </tr>
        </thead>
        <tbody>
          ${PLANNED.map((phase) => {
            const name = vocabulary.phases[phase];
            return html`<tr>
              <th scope="row">${name}</th>
              <td data-label=${dossier.planning.from}>
                <input type="date" form="begin" name=${`${phase}-from`} aria-label=${dossier.planning.fromOf(name)} />
              </td>
              <td data-label=${dossier.planning.until}>
                <input type="date" form="begin" name=${`${phase}-until`} aria-label=${dossier.planning.untilOf(name)} />
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
    </details>`;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { stores } = this;
    if (!stores || this.busy) return;
    const values = readValues(event.target as HTMLFormElement);
    const kinds = DOCUMENT_KINDS.filter((kind) => values.list('kinds').includes(kind));
    this.missing = [
      ...(this.qualifications.length === 0 ? ['qualifications'] : []),
      ...(values.text('title') === '' ? ['title'] : []),
      ...(kinds.length === 0 ? ['kinds'] : []),
    ];
    this.failure = null;
    if (this.missing.length > 0) return;
    this.busy = true;
    const { vocabulary } = words();
    const command = opening(
      { title: values.text('title'), qualifications: this.qualifications, kinds, members: this.members },
      (kind) => vocabulary.documentKinds[kind],
      () => crypto.randomUUID(),
    );
    try {
      const { id } = await stores.client.openDossier(command);
      this.failure = await this.#rest(id, values);
      void stores.overview.load();
      if (this.failure === null) this.go(`/dossiers/${id}`);
      else this.made = id;
    } catch (error) {
      this.failure = failureOf(error);
    }
    this.busy = false;
  }

  /** Planning and links are acts of their own; the first that is refused is shown, the dossier stands. */
  async #rest(id: string, values: Values): Promise<Failure | null> {
    const store = this.stores?.dossier(id);
    for (const phase of PLANNED) {
      const from = values.text(`${phase}-from`);
      const until = values.text(`${phase}-until`);
      if (from === '' && until === '') continue;
      const outcome = await store?.act({ type: 'set-planning', phase, from, until, reason: '' });
      if (outcome && !outcome.done) return outcome.failure;
    }
    for (const { title, href } of linksOf(values.text('references'))) {
      const reference = { id: crypto.randomUUID(), title, kind: 'link', blob: null, href, type: null } as const;
      const outcome = await store?.act({ type: 'add-reference', reference });
      if (outcome && !outcome.done) return outcome.failure;
    }
    return null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'new-dossier-page': NewDossierPage;
  }
}
