import { html } from 'lit';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';

/** The way from the comparison to the decision on the whole: one press to the page where it is taken. */
export function decisionStrip(dossier: string, read: number, total: number, document: string) {
  const { reviewing, decision } = words();
  const href = (outcome: string) => `/dossiers/${dossier}/besluit?kies=${outcome}`;
  const { short } = reviewing.decision;
  return html`<section class="decision" aria-labelledby="geheel-kop">
    <h2 id="geheel-kop">${reviewing.decision.title}</h2>
    <p class="small">${reviewing.decision.read(read, total, document)}</p>
    <div class="buttons">
      <a class="button" href=${href('returned')} aria-label=${decision.buttons.returned}
        >${sign('terug')}<span class="wide-text">${decision.buttons.returned}</span
        ><span class="phone-text">${short.returned}</span></a
      >
      <a class="button" href=${href('approved-provided')} aria-label=${decision.buttons['approved-provided']}
        ><span class="wide-text">${decision.buttons['approved-provided']}</span
        ><span class="phone-text">${short.provided}</span></a
      >
      <a class="button primary" href=${href('approved')}>${sign('check')}${decision.buttons.approved}</a>
    </div>
  </section>`;
}
