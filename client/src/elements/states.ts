import { html, nothing, type TemplateResult } from 'lit';
import { type Failure, failureSentences } from '../stores/failure.ts';
import { firstWords } from '../stores/words.ts';
import { sign } from './sign.ts';

/** Lines in the place of the text that is coming; they show after 300 ms, so a fast answer never flickers. */
export function loading(what: string = firstWords().shell.loading): TemplateResult {
  return html`<div class="wrap" aria-busy="true">
    <div class="skeleton delayed"><span></span><span></span><span></span></div>
    <p class="small quiet delayed" role="status">${what}</p>
  </div>`;
}

/** What is missing, why, and the one thing to do about it. */
export function empty(
  heading: string,
  text: string,
  action: TemplateResult | typeof nothing = nothing,
): TemplateResult {
  return html`<div class="empty">
    <h3>${heading}</h3>
    <p>${text}</p>
    ${action}
  </div>`;
}

/** What went wrong, that nothing is lost, and a way on. */
export function failed(failure: Failure, retry: () => void): TemplateResult {
  const { errors, shell } = firstWords();
  return html`<div class="wrap">
    <div class="empty" role="alert">
      <h1>${errors.title}</h1>
      ${failureSentences(firstWords(), failure).map((sentence) => html`<p>${sentence}</p>`)}
      <button class="button" type="button" @click=${retry}>${shell.retry}</button>
    </div>
  </div>`;
}

/** Why an act was refused, told at once to who listens. */
export function refusal(failure: Failure | null): TemplateResult | typeof nothing {
  if (failure === null) return nothing;
  const sentences = failureSentences(firstWords(), failure);
  return html`<div class="notice danger" role="alert">
    ${sign('err')}
    <div>${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>
  </div>`;
}
