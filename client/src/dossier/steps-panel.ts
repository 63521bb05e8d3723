import type { DossierView, StepView } from '@draagvlak/contract/client';
import { html, nothing, type TemplateResult } from 'lit';
import '../elements/gate-list.ts';
import { words } from '../stores/words.ts';
import { turnOf } from '../overview/rows.ts';

/** Where a condition is met, for who may go there. */
function waysIn(view: DossierView) {
  const audits = view.documents.some(({ audited }) => audited !== null);
  return audits ? { 'audit-settled': { href: `/dossiers/${view.id}/controle`, label: words().audit.gate } } : {};
}

/** The step on with its conditions and its button; ways back and stopping stand apart. */
export function stepsPanel(view: DossierView, take: (step: StepView) => void): TemplateResult {
  const { dossier } = words();
  const onward = view.steps.find(({ back }) => !back);
  return html`<section aria-labelledby="t-nodig">
    <div class="section-head">
      <h2 id="t-nodig">${dossier.neededTitle}</h2>
      ${
        onward && onward.gates.length > 0
          ? html`<span class="end num"
              >${dossier.neededCount(onward.gates.filter(({ met }) => met).length, onward.gates.length)}</span
            >`
          : nothing
      }
    </div>
    ${
      onward
        ? html`<gate-list .gates=${onward.gates} .ways=${waysIn(view)}></gate-list> ${onwardButton(onward, view, take)}`
        : html`<p class="small quiet nothing-yet">${dossier.nothingNeeded}</p>`
    }
    ${backButtons(view, take)}
  </section>`;
}

/** A step of others is not offered; one of our own that cannot be taken yet says what must happen first. */
function onwardButton(step: StepView, view: DossierView, take: (step: StepView) => void): TemplateResult {
  const { commands, dossier, vocabulary, numbers } = words();
  const mine = step.by.some((role) => view.roles.includes(role));
  if (!mine) {
    const who = numbers.list(turnOf(step.by).map((role) => vocabulary.turns[role]));
    return html`<p class="hint step-note">${dossier.stepBy(who)}</p>`;
  }
  const open = step.gates.filter(({ met }) => !met).length;
  const blocked = step.refusal !== null;
  return html`<p class="step-note">
      <button
        class=${blocked ? 'button' : 'button primary'}
        type="button"
        data-step=${step.to}
        aria-disabled=${blocked ? 'true' : nothing}
        aria-describedby=${blocked ? 'waarom' : nothing}
        @click=${() => {
          if (!blocked) take(step);
        }}
      >
        ${commands.enter[step.to]}
      </button>
    </p>
    ${
      blocked
        ? html`<p id="waarom" class="hint">
            ${open > 0 ? dossier.stepWhen(open) : words().refusals[step.refusal.code]}
          </p>`
        : nothing
    }`;
}

function backButtons(view: DossierView, take: (step: StepView) => void): TemplateResult | typeof nothing {
  const mine = view.steps.filter(({ back, refusal }) => back && refusal === null);
  if (mine.length === 0) return nothing;
  const { commands, dossier } = words();
  return html`<details class="record">
    <summary>${dossier.backTitle}</summary>
    <div class="buttons">
      ${mine.map(
        (step) =>
          html`<button
            class=${step.to === 'withdrawn' ? 'button small danger' : 'button small'}
            type="button"
            data-step=${step.to}
            @click=${() => take(step)}
          >
            ${commands.back[step.to]}
          </button>`,
      )}
    </div>
  </details>`;
}
