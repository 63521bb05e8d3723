import type { CommandType } from '@draagvlak/procedure';
import { refusalSentences } from '@draagvlak/wording';
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../stores/words.ts';
import type { Act } from './forms/forms.ts';

/** Every act of this person. What cannot be done yet stays in reach and says what must happen first. */
export function actsPanel(
  acts: readonly Act[],
  start: (command: CommandType) => void,
): TemplateResult | typeof nothing {
  if (acts.length === 0) return nothing;
  const { dossier } = words();
  return html`<section aria-labelledby="t-doen">
    <div class="section-head"><h2 id="t-doen" tabindex="-1">${dossier.actsTitle}</h2></div>
    <ul class="acts">
      ${acts.map((act) => entry(act, start))}
    </ul>
  </section>`;
}

function entry({ command, refusal }: Act, start: (command: CommandType) => void): TemplateResult {
  const { commands } = words();
  const why = `waarom-${command}`;
  return html`<li>
    <button
      class=${command === 'withdraw-dossier' ? 'button small danger' : 'button small'}
      type="button"
      data-act=${command}
      aria-disabled=${refusal === null ? nothing : 'true'}
      aria-describedby=${refusal === null ? nothing : why}
      @click=${() => {
        if (refusal === null) start(command);
      }}
    >
      ${commands.labels[command]}
    </button>
    ${refusal === null ? nothing : html`<p class="hint" id=${why}>${refusalSentences(words(), refusal).join(' ')}</p>`}
  </li>`;
}
