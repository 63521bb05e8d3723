import type { DossierView, VersionView } from '@draagvlak/contract/client';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { calendarDay } from '../dossier/calendar-day.ts';
import { whatWasDone, whoReacted } from '../dossier/figures.ts';
import '../dossier/forms/command-form.ts';
import type { FormSpec } from '../dossier/forms/form-spec.ts';
import '../elements/modal-dialog.ts';
import { DossierScreen, pageHead } from '../shell/dossier-screen.ts';
import { words } from '../stores/words.ts';
import './remaining-list.ts';
import './said-list.ts';

const OUTCOMES = ['approved', 'approved-provided', 'returned'] as const;
type OutcomeName = (typeof OUTCOMES)[number];

/** What the steering group decides on, by version and hash, what was done with the comments, and the decision itself. */
@customElement('decision-page')
export class DecisionPage extends DossierScreen {
  @state() private deciding: OutcomeName | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    // Who comes from the comparison has chosen there; the address then forgets it, so that a reload asks nothing.
    const asked = new URLSearchParams(location.search).get('kies');
    this.deciding = OUTCOMES.find((outcome) => outcome === asked) ?? null;
    if (asked !== null) history.replaceState(history.state, '', location.pathname);
  }

  protected override page(view: DossierView): TemplateResult {
    const { decision } = words();
    return html`<div class="wrap">
        ${pageHead(decision.title, decision.intro)}
        <div class="dossier-grid">
          <div class="dossier-side">
            ${this.#texts(view)} ${this.#remaining(view)}
            <remaining-list .stores=${this.stores} .view=${view}></remaining-list>
            <said-list .stores=${this.stores} .view=${view}></said-list> ${this.#earlier(view)}
          </div>
          <div class="dossier-side">${this.#act(view)} ${whatWasDone(view, null)} ${whoReacted(view)}</div>
        </div>
      </div>
      ${this.#dialog(view)}`;
  }

  #dialog(view: DossierView): TemplateResult {
    const close = () => (this.deciding = null);
    const may = view.allowed.some(({ command, refusal }) => command === 'decide' && refusal === null);
    const spec = this.deciding === null || !may ? null : this.#spec(view, this.deciding);
    return html`<modal-dialog
      .open=${spec !== null}
      .heading=${spec?.title ?? ''}
      .body=${spec ? html`<command-form .store=${this.store} .spec=${spec}></command-form>` : nothing}
      @dialog-closed=${close}
      @form-done=${close}
    ></modal-dialog>`;
  }

  #texts(view: DossierView): TemplateResult {
    const { decision, dates, vocabulary, numbers, pages } = words();
    return html`<section aria-labelledby="t-stukken">
      <div class="section-head"><h3 id="t-stukken">${decision.decidedOn}</h3></div>
      <ul class="decided lines">
        ${view.documents.map((document) => {
          const newest = document.versions.at(-1);
          if (!newest) return html`<li>${vocabulary.documentKinds[document.kind]}: ${words().dossier.noVersions}</li>`;
          return html`<li>
            <h4>
              <a href=${`/lezen/${newest.id}`}>${newest.title}</a> <span class="plain-tag num">${newest.number}</span>
            </h4>
            <dl class="facts-list">
              <dt>${pages.facts.frozenAt}</dt>
              <dd>${dates.day(newest.frozenAt)}</dd>
              <dt>${pages.facts.words}</dt>
              <dd>${pages.wordCount(numbers.number(newest.words))}</dd>
              <dt>${pages.facts.hash}</dt>
              <dd><code class="hash">${newest.hash}</code></dd>
            </dl>
            <p class="small">${this.#changes(view, document.id, document.versions)}</p>
          </li>`;
        })}
      </ul>
    </section>`;
  }

  /** What changed since the first concept, and since the one that lay open for inspection. */
  #changes(view: DossierView, document: string, versions: readonly VersionView[]): TemplateResult | typeof nothing {
    const newest = versions.at(-1);
    if (!newest) return nothing;
    const { decision } = words();
    const href = (before: VersionView) =>
      `/dossiers/${view.id}/vergelijken/${document}?van=${before.id}&naar=${newest.id}`;
    const earlier = versions.slice(0, -1);
    return html`${earlier.map(
      (before) => html`<a class="way" href=${href(before)}>${decision.changesSince(before.number)}</a> `,
    )}`;
  }

  #remaining(view: DossierView): TemplateResult | typeof nothing {
    const { counts } = view;
    if (counts.comments === 0) return nothing;
    const { decision } = words();
    return html`<section aria-labelledby="t-samen">
      <div class="section-head"><h3 id="t-samen">${decision.summary}</h3></div>
      <ul class="dash summary-lines">
        <li>${decision.comments(counts.comments, counts.confirmed)}</li>
        ${counts.open > 0 ? html`<li class="late">${decision.unanswered(counts.open)}</li>` : nothing}
        <li>${decision.objections(counts.byKind.objection ?? 0)}</li>
        <li>${decision.notAccepted(counts.byDisposition['not-accepted'] ?? 0)}</li>
      </ul>
    </section>`;
  }

  #act(view: DossierView): TemplateResult | typeof nothing {
    const allowed = view.allowed.find(({ command }) => command === 'decide');
    if (!allowed) return nothing;
    const { decision, refusals } = words();
    const blocked = allowed.refusal !== null;
    return html`<section class="decide" aria-labelledby="t-besluit">
      <div class="section-head"><h3 id="t-besluit">${decision.question}</h3></div>
      <p>${decision.questionText}</p>
      <div class="buttons">
        ${OUTCOMES.map(
          (outcome, index) =>
            html`<button
              class=${index === 0 && !blocked ? 'button primary' : 'button'}
              type="button"
              data-outcome=${outcome}
              aria-disabled=${blocked ? 'true' : nothing}
              aria-describedby=${blocked ? 'waarom-besluit' : nothing}
              @click=${() => {
                if (!blocked) this.deciding = outcome;
              }}
            >
              ${decision.buttons[outcome]}
            </button>`,
        )}
      </div>
      ${
        allowed.refusal === null
          ? nothing
          : html`<p class="hint" id="waarom-besluit">${refusals[allowed.refusal.code]}</p>`
      }
    </section>`;
  }

  #earlier(view: DossierView): TemplateResult | typeof nothing {
    if (view.decisions.length === 0) return nothing;
    const { dossier, decision: texts, vocabulary, dates } = words();
    const versions = view.documents.flatMap((document) => document.versions);
    return html`<section aria-labelledby="t-eerder">
      <div class="section-head"><h3 id="t-eerder">${dossier.decisionsTitle}</h3></div>
      <ul class="decided lines">
        ${view.decisions.toReversed().map(
          (decision) =>
            html`<li>
              <h4>${vocabulary.outcomes[decision.outcome]}</h4>
              <p class="small quiet">${dates.date(decision.on)}, ${dossier.present(decision.present)}</p>
              ${decision.reasons ? html`<p class="said">${decision.reasons}</p>` : nothing}
              <p class="small">${texts.about}</p>
              <ul class="dash">
                ${decision.decidedOn.map((text) => {
                  const version = versions.find(({ id }) => id === text.version);
                  return html`<li>
                    ${version ? html`<a class="way" href=${`/lezen/${version.id}`}>${version.title} ${version.number}</a>` : nothing}
                    <code class="hash">${text.hash}</code>
                  </li>`;
                })}
              </ul>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  #spec(view: DossierView, outcome: OutcomeName): FormSpec {
    const { decision, dossier } = words();
    const versions = view.documents.flatMap((document) => document.versions.at(-1)?.id ?? []);
    return {
      title: decision.buttons[outcome],
      intro: decision.confirm[outcome],
      submit: decision.buttons[outcome],
      fields: [
        {
          kind: 'day',
          name: 'on',
          label: dossier.forms.on,
          required: true,
          value: calendarDay(new Date().toISOString()),
        },
        { kind: 'number', name: 'present', label: decision.present, required: true },
        {
          kind: 'long',
          name: 'reasons',
          label: outcome === 'approved-provided' ? decision.provisos : decision.reasons,
          required: outcome !== 'approved',
        },
      ],
      command: (values) => ({
        type: 'decide',
        outcome,
        on: values.text('on'),
        present: Number(values.text('present')),
        reasons: values.text('reasons'),
        versions,
      }),
    };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'decision-page': DecisionPage;
  }
}
