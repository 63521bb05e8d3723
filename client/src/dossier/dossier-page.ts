import type { DossierView, ReferenceView, StepView } from '@draagvlak/contract/client';
import type { CommandType, Phase } from '@draagvlak/procedure';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StoreController } from '../controllers/store-controller.ts';
import { LightElement } from '../elements/light-element.ts';
import '../elements/modal-dialog.ts';
import '../elements/procedure-timeline.ts';
import { failed, loading, refusal } from '../elements/states.ts';
import type { Failure } from '../stores/failure.ts';
import type { Stores } from '../stores/stores.ts';
import { words } from '../stores/words.ts';
import { actsPanel } from './acts-panel.ts';
import { calendarDay } from './calendar-day.ts';
import { documents } from './documents.ts';
import { whatWasDone, whoReacted } from './figures.ts';
import './forms/command-form.ts';
import { actsOf, type FormContext, formOf } from './forms/forms.ts';
import './forms/planning-form.ts';
import './forms/erratum-form.ts';
import './forms/impact-sections.ts';
import './forms/reference-form.ts';
import { stepForm } from './forms/round-forms.ts';
import './forms/start-draft-form.ts';
import { lead } from './lead.ts';
import { records, references } from './records.ts';
import { stepsPanel } from './steps-panel.ts';
import { nowBlock, story } from './story.ts';

type Opened = { readonly kind: 'act'; readonly command: CommandType } | { readonly kind: 'step'; readonly to: Phase };

/** One dossier: where it stands, what is needed, and every act of the person who looks. */
@customElement('dossier-page')
export class DossierPage extends LightElement {
  @property({ attribute: false }) stores: Stores | null = null;
  @property({ attribute: false }) dossierId = '';
  @state() private opened: Opened | null = null;
  @state() private failure: Failure | null = null;

  constructor() {
    super();
    new StoreController(this, () => this.#store);
    new StoreController(this, () => this.#store?.drafts ?? null);
  }

  /** Whether somebody acted since the keyboard was last brought back. */
  #acts = false;

  get #store() {
    return this.stores?.dossier(this.dossierId) ?? null;
  }

  override render() {
    const store = this.#store;
    if (!store) return nothing;
    const { value, failure } = store.state;
    if (value === null) return failure ? failed(failure, () => void store.reload()) : loading();
    return this.#page(value, new Date().toISOString());
  }

  /** The button of an act goes when it is done, also a while later; the keyboard stays with the acts. */
  protected override updated(): void {
    if (this.opened !== null) this.#acts = true;
    // The window gives the keyboard back to its button first.
    else if (this.#acts) requestAnimationFrame(() => this.#bringBack());
  }

  #bringBack(): void {
    if (!this.#acts || this.opened !== null || document.activeElement !== document.body) return;
    this.#acts = false;
    (this.querySelector<HTMLElement>('#t-doen') ?? this.closest('main'))?.focus({ preventScroll: true });
  }

  #page(view: DossierView, now: string): TemplateResult {
    const { dossier } = words();
    const context: FormContext = { view, today: calendarDay(now), newId: () => crypto.randomUUID() };
    const mayRemove = view.allowed.some(({ command, refusal }) => command === 'remove-reference' && refusal === null);
    const work = view.documents.find(({ versions }) => versions.length > 0);
    const all = view.roles.some((role) => ['wbc-member', 'wbc-chair', 'secretary'].includes(role)) && work;
    return html`<div class="wrap">
        ${lead(view)} ${refusal(this.failure)}
        <div class="dossier-grid">
          <section aria-labelledby="t-verloop">
            <div class="section-head">
              <h2 id="t-verloop">${dossier.timelineTitle}</h2>
              <a class="end" href=${`/dossiers/${view.id}/logboek`}>${dossier.logLink(view.version)}</a>
            </div>
            <procedure-timeline
              .phases=${
                // What was still planned does not happen any more.
                view.phase === 'withdrawn' ? view.phases.filter(({ state }) => state !== 'ahead') : view.phases
              }
              .story=${(phase: Phase) => story(view, phase)}
              .now=${nowBlock(view, now)}
            ></procedure-timeline>
            ${whoReacted(view)}
          </section>
          <div class="dossier-side">
            ${stepsPanel(view, (step) => (this.opened = { kind: 'step', to: step.to }))}
            ${actsPanel(actsOf(context), (command) => (this.opened = { kind: 'act', command }))} ${documents(view)}
            ${references(view, mayRemove ? (reference) => void this.#removeReference(reference) : null)}
            ${this.#people(view)} ${records(view)}
            ${whatWasDone(view, all ? `/dossiers/${view.id}/verwerken/${all.id}` : null)}
          </div>
        </div>
      </div>
      ${this.#dialog(context)}`;
  }

  #people(view: DossierView): TemplateResult {
    const { dossier, vocabulary } = words();
    const distinct = new Set(view.members.map(({ person }) => person.person)).size;
    const committee = view.members.filter(({ role }) => ['wbc-chair', 'wbc-member', 'secretary'].includes(role));
    return html`<section aria-labelledby="t-mensen">
      <div class="section-head">
        <h2 id="t-mensen">${dossier.peopleTitle}</h2>
        <a class="end" href=${`/dossiers/${view.id}/mensen`}>${dossier.allPeople(distinct)}</a>
      </div>
      <ul class="meet lines">
        ${committee.map(
          ({ person, role }) =>
            html`<li><span class="quiet">${vocabulary.roles[role]}</span><span>${person.name}</span></li>`,
        )}
      </ul>
    </section>`;
  }

  #dialog(context: FormContext): TemplateResult {
    const close = () => (this.opened = null);
    const form = this.#form(context);
    return html`<modal-dialog
      .open=${form !== null}
      .heading=${form?.title ?? ''}
      .body=${form?.body ?? nothing}
      ?wide=${this.opened?.kind === 'act' && ['set-planning', 'report-impact'].includes(this.opened.command)}
      @dialog-closed=${close}
      @form-done=${close}
    ></modal-dialog>`;
  }

  #form(context: FormContext): { readonly title: string; readonly body: TemplateResult } | null {
    const { opened } = this;
    const { view } = context;
    if (opened === null) return null;
    if (opened.kind === 'step') {
      const step = view.steps.find(({ to }) => to === opened.to);
      if (!step) return null;
      const spec = stepForm(step, context.newId);
      return { title: spec.title, body: this.#commandForm(spec, this.#gates(step)) };
    }
    const { commands } = words();
    const title = commands.labels[opened.command];
    const store = this.#store;
    if (opened.command === 'set-planning')
      return { title, body: html`<planning-form .store=${store} .view=${view}></planning-form>` };
    if (opened.command === 'add-reference')
      return {
        title,
        body: html`<reference-form .stores=${this.stores} .dossierId=${this.dossierId}></reference-form>`,
      };
    if (opened.command === 'make-erratum')
      return { title, body: html`<erratum-form .stores=${this.stores} .view=${view}></erratum-form>` };
    if (opened.command === 'start-draft')
      return { title, body: html`<start-draft-form .stores=${this.stores} .view=${view}></start-draft-form>` };
    const spec = formOf(opened.command, context);
    const below =
      opened.command === 'report-impact'
        ? html`<impact-sections .stores=${this.stores} .view=${view}></impact-sections>`
        : nothing;
    return spec && { title: spec.title, body: this.#commandForm(spec, nothing, below) };
  }

  #gates(step: StepView): TemplateResult | typeof nothing {
    return step.gates.length === 0 ? nothing : html`<gate-list .gates=${step.gates}></gate-list>`;
  }

  #commandForm(
    spec: NonNullable<ReturnType<typeof formOf>>,
    above: TemplateResult | typeof nothing,
    below: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    return html`<command-form .store=${this.#store} .spec=${spec} .above=${above} .below=${below}></command-form>`;
  }

  async #removeReference(reference: ReferenceView): Promise<void> {
    const outcome = await this.#store?.act({ type: 'remove-reference', reference: reference.id });
    this.failure = outcome && !outcome.done ? outcome.failure : null;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dossier-page': DossierPage;
  }
}
