import type { PhaseView } from '@draagvlak/contract/client';
import type { Phase } from '@draagvlak/procedure';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { words } from '../stores/words.ts';
import { LightElement } from './light-element.ts';
import { sign } from './sign.ts';

/** The procedure with its facts: what is done, where we are, what comes; only the phase of now is unfolded. */
@customElement('procedure-timeline')
export class ProcedureTimeline extends LightElement {
  @property({ attribute: false }) phases: readonly PhaseView[] = [];
  /** What happened in a phase that is done, or what will happen. */
  @property({ attribute: false }) story: ((phase: Phase) => TemplateResult | string | typeof nothing) | null = null;
  /** The unfolded block of the current phase. */
  @property({ attribute: false }) now: TemplateResult | typeof nothing | undefined = undefined;

  override render() {
    const { vocabulary, dossier } = words();
    return html`<ol class="timeline">
      ${this.phases.map((phase) => {
        const look = phase.state === 'done' ? 'done' : phase.state === 'current' ? 'now' : 'next';
        const story = this.story?.(phase.phase) ?? nothing;
        return html`<li class=${look} aria-current=${phase.state === 'current' ? 'step' : nothing}>
          <span class="dot" aria-hidden="true"
            >${phase.state === 'done' ? sign('check') : phase.state === 'current' ? sign('play', 'solid') : nothing}</span
          >
          <div>
            <div class="head">
              <h3>${vocabulary.phases[phase.phase]}</h3>
              <span class="when">${this.#when(phase)}</span>
              <span class="hidden-text">${dossier.states[phase.state]}</span>
            </div>
            ${story === nothing ? nothing : html`<p>${story}</p>`}
            ${phase.state === 'current' && this.now !== undefined && this.now !== nothing ? html`<div class="now-block">${this.now}</div>` : nothing}
          </div>
        </li>`;
      })}
    </ol>`;
  }

  #when(phase: PhaseView): string {
    const { dates, dossier } = words();
    const { from, until } = phase;
    const text =
      from !== null && until !== null
        ? dates.period(from, until)
        : from !== null
          ? dates.from(from)
          : until !== null
            ? dates.until(until)
            : '';
    return phase.planned && text !== '' ? dossier.planned(text) : text;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'procedure-timeline': ProcedureTimeline;
  }
}
