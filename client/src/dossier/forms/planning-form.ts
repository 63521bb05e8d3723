import type { DossierView } from '@draagvlak/contract/client';
import { planningNeedsReason } from '@draagvlak/procedure';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { FormDoneEvent } from '../../elements/form-done.ts';
import { LightElement } from '../../elements/light-element.ts';
import { sign } from '../../elements/sign.ts';
import { refusal } from '../../elements/states.ts';
import type { DossierStore } from '../../stores/dossier-store.ts';
import type { Failure } from '../../stores/failure.ts';
import { words } from '../../stores/words.ts';
import { readValues } from './form-spec.ts';
import { formButtons } from './own-form-frame.ts';
import { changedPlans, plannedPhases, type Plan } from './plan.ts';

/** The planning of every phase that is not done, in one table; only the rows that changed are sent. */
@customElement('planning-form')
export class PlanningForm extends LightElement {
  @property({ attribute: false }) store: DossierStore | null = null;
  @property({ attribute: false }) view: DossierView | null = null;
  @state() private failure: Failure | null = null;
  @state() private problem: 'incomplete' | 'nothing' | 'reason' | null = null;
  @state() private busy = false;

  override render() {
    const { view } = this;
    if (!view) return nothing;
    const { commands, dossier, shell } = words();
    const { planning } = dossier;
    const isPreparing = view.phase === 'preparation';
    return html`<form class="form" novalidate @submit=${(event: Event) => void this.#submit(event)}>
      <p>${planning.intro}</p>
      ${refusal(this.failure)}
      ${
        this.problem === null
          ? nothing
          : html`<p class="error-text" role="alert">
              ${sign('err')}${{ incomplete: planning.both, nothing: planning.nothing, reason: planning.reasonNeeded }[this.problem]}
            </p>`
      }
      <table class="data planning">
        <caption class="hidden-text">
          ${planning.title}
        </caption>
        <thead>
          <tr>
            <th scope="col">${planning.phase}</th>
            <th scope="col">${planning.from}</th>
            <th scope="col">${planning.until}</th>
          </tr>
        </thead>
        <tbody>
          ${plannedPhases(view).map((plan) => this.#row(plan))}
        </tbody>
      </table>
      <div class="field">
        <label for="veld-reason"
          >${planning.reason}${isPreparing ? html` <span class="optional">${shell.optional}</span>` : nothing}</label
        >
        ${isPreparing ? nothing : html`<span class="hint" id="veld-reason-uitleg">${planning.reasonHint}</span>`}
        <textarea
          id="veld-reason"
          name="reason"
          rows="2"
          aria-describedby=${isPreparing ? nothing : 'veld-reason-uitleg'}
        ></textarea>
      </div>
      ${formButtons(commands.labels['set-planning'], this.busy, () => this.dispatchEvent(new FormDoneEvent()))}
    </form>`;
  }

  #row(plan: Plan): TemplateResult {
    const { vocabulary, dossier } = words();
    const name = vocabulary.phases[plan.phase];
    return html`<tr>
      <th scope="row">${name}</th>
      <td data-label=${dossier.planning.from}>
        <input
          type="date"
          name=${`${plan.phase}-from`}
          aria-label=${dossier.planning.fromOf(name)}
          .defaultValue=${plan.from}
        />
      </td>
      <td data-label=${dossier.planning.until}>
        <input
          type="date"
          name=${`${plan.phase}-until`}
          aria-label=${dossier.planning.untilOf(name)}
          .defaultValue=${plan.until}
        />
      </td>
    </tr>`;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { view, store } = this;
    if (!view || !store || this.busy) return;
    const values = readValues(event.target as HTMLFormElement);
    const changed = changedPlans(plannedPhases(view), values);
    this.failure = null;
    this.problem = changed === null ? 'incomplete' : changed.length === 0 ? 'nothing' : null;
    if (changed === null || changed.length === 0) return;
    const planned = plannedPhases(view).filter(({ phase }) => changed.some((plan) => plan.phase === phase));
    const asks = planned.some(({ from }) => planningNeedsReason(view.phase === 'preparation', from !== ''));
    if (asks && values.text('reason') === '') {
      this.problem = 'reason';
      return;
    }
    this.busy = true;
    for (const plan of changed) {
      const outcome = await store.act({ type: 'set-planning', ...plan, reason: values.text('reason') });
      if (outcome.done) continue;
      this.failure = outcome.failure;
      break;
    }
    this.busy = false;
    if (this.failure === null) this.dispatchEvent(new FormDoneEvent());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'planning-form': PlanningForm;
  }
}
