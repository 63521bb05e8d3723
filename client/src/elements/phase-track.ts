import type { Phase } from '@draagvlak/procedure';
import { html, nothing, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { firstWords } from '../stores/words.ts';
import { LightElement } from './light-element.ts';

/** The seven steps a reader knows; preparing belongs to the first, being in force to the last. */
const STEPS: Readonly<Record<Phase, number | null>> = {
  preparation: 0,
  drafting: 0,
  consultation: 1,
  processing: 2,
  inspection: 3,
  finalisation: 4,
  approval: 5,
  adopted: 6,
  'in-force': 6,
  withdrawn: null,
};

/** Where a text stands: done is filled, now is tall, to come is an outline; the word stands beside it. */
@customElement('phase-track')
export class PhaseTrack extends LightElement {
  /** `null`: not started. */
  @property({ attribute: false }) phase: Phase | null = null;
  @property({ type: Boolean }) late = false;
  @property({ type: Boolean }) strong = false;

  override render() {
    const step = this.phase === null ? null : STEPS[this.phase];
    const word = firstWords().vocabulary.statuses[this.phase ?? 'not-started'];
    const text = this.late ? firstWords().vocabulary.lateStatus(word) : word;
    const name =
      this.phase === null
        ? html`<span class="quiet">${text}</span>`
        : this.late
          ? html`<span class="late">${text}</span>`
          : this.strong
            ? html`<b>${text}</b>`
            : html`<span>${text}</span>`;
    return html`<span class="phase"
      ><svg class="track" viewBox="0 0 76 14" aria-hidden="true">
        ${Array.from({ length: 7 }, (_, index) => {
          const now = index === step;
          const state = now ? (this.late ? 'late-now' : 'now') : step !== null && index < step ? 'done' : nothing;
          return svg`<rect class=${state} x=${0.5 + index * 11} y=${now ? 0.5 : 4.5} width="8" height=${now ? 13 : 5} />`;
        })}</svg
      >${name}</span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'phase-track': PhaseTrack;
  }
}
