import type { DossierView, ReferenceView } from '@draagvlak/contract/client';
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../stores/words.ts';

/** Meetings, survey, impact analysis and decisions: what was recorded beside the text. */
export function records(view: DossierView): TemplateResult | typeof nothing {
  const { dossier, dates, vocabulary, numbers } = words();
  const lines: TemplateResult[] = [
    ...view.meetings.map(
      (meeting) =>
        html`<li>
          <time datetime=${meeting.on} class="num">${dates.day(meeting.on)}</time
          ><span>${vocabulary.meetingKinds[meeting.kind]}${folded(meeting.report)}</span>
        </li>`,
    ),
    ...view.surveys.map(
      (survey) => html`<li><span></span><span>${dossier.survey(survey.responses)}${folded(survey.report)}</span></li>`,
    ),
    ...(view.rulesQuestion
      ? [
          html`<li>
            <time datetime=${view.rulesQuestion.at} class="num">${dates.day(view.rulesQuestion.at)}</time
            ><span
              >${dossier.rulesQuestion}
              <b>${view.rulesQuestion.changesRules ? dossier.rulesYes : dossier.rulesNo}</b
              >${folded(view.rulesQuestion.list)}</span
            >
          </li>`,
        ]
      : []),
    ...(view.impact
      ? [
          html`<li>
            <time datetime=${view.impact.at} class="num">${dates.day(view.impact.at)}</time
            ><span
              >${dossier.impactTitle}.
              ${view.impact.kind === 'reported' ? nothing : dossier.impactNone(dates.day(view.impact.at))}${folded(view.impact.text)}</span
            >
          </li>`,
        ]
      : []),
    ...view.decisions.map(
      (decision) =>
        html`<li>
          <time datetime=${decision.on} class="num">${dates.day(decision.on)}</time
          ><span
            ><a href=${`/dossiers/${view.id}/besluit`}>${vocabulary.outcomes[decision.outcome]}</a>,
            ${dossier.present(decision.present)}</span
          >
        </li>`,
    ),
  ];
  const group =
    view.impactGroup.length > 0
      ? html`<p class="small">${dossier.impactGroup(numbers.list(view.impactGroup.map(({ name }) => name)))}</p>`
      : nothing;
  if (lines.length === 0 && group === nothing) return nothing;
  return html`<section aria-labelledby="t-verg">
    <div class="section-head"><h2 id="t-verg">${dossier.meetingsTitle}</h2></div>
    <ul class="meet lines">
      ${lines}
    </ul>
    ${group}
  </section>`;
}

/** What was written, folded away until somebody wants to read it. */
function folded(text: string | null): TemplateResult | typeof nothing {
  if (text === null || text === '') return nothing;
  return html`<details class="record">
    <summary>${words().dossier.read}</summary>
    <p class="said">${text}</p>
  </details>`;
}

/** What lies beside the draft: the exam documents and the rules of today. */
export function references(view: DossierView, remove: ((reference: ReferenceView) => void) | null): TemplateResult {
  const { dossier } = words();
  return html`<section aria-labelledby="t-naslag">
    <div class="section-head"><h2 id="t-naslag">${dossier.referencesTitle}</h2></div>
    ${
      view.references.length === 0
        ? html`<p class="small quiet nothing-yet">${dossier.noReferences}</p>`
        : html`<ul class="docs lines">
            ${view.references.map(
              (reference) =>
                html`<li>
                  <div>
                    <a href=${reference.href} target="_blank" rel="noopener noreferrer">${reference.title}</a>
                  </div>
                  ${
                    remove === null
                      ? nothing
                      : html`<button class="button small plain" type="button" @click=${() => remove(reference)}>
                          ${dossier.remove}<span class="hidden-text">: ${reference.title}</span>
                        </button>`
                  }
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}
