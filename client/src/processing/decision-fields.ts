import { decisionDemands, type DispositionKind } from '@draagvlak/review';
import { html, nothing, type TemplateResult } from 'lit';
import { letterKeysOn } from '../controllers/letter-keys.ts';
import { DISPOSITION_LOOK } from '../elements/disposition-badge.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import type { Fault } from './decision-draft.ts';

export function faultText(faults: readonly Fault[], fault: Fault) {
  if (!faults.includes(fault)) return nothing;
  return html`<p class="error-text" role="alert">${sign('err')}${words().processing.faults[fault]}</p>`;
}

/** The kinds of a decision, one to be chosen; the figures 1 to 8 choose as well. */
export function kindChoices(
  kinds: readonly DispositionKind[],
  chosen: DispositionKind | null,
  legend: string,
  faults: readonly Fault[],
  name: string,
  choose: (kind: DispositionKind) => void,
): TemplateResult {
  const { vocabulary } = words();
  return html`<fieldset class=${faults.includes('kind') ? 'field has-error' : 'field'}>
    <legend class="hidden-text">${legend}</legend>
    ${faultText(faults, 'kind')}
    <div class="dis-choices">
      ${kinds.map((kind, index) => {
        const look = DISPOSITION_LOOK[kind];
        return html`<label
          class=${`dis-choice dsg-${look.name}`}
          data-key=${name === 'besluit' && letterKeysOn.value ? String(index + 1) : nothing}
          ><input
            type="radio"
            name=${name}
            .checked=${chosen === kind}
            aria-keyshortcuts=${name === 'besluit' ? String(index + 1) : nothing}
            @change=${() => choose(kind)}
          />${sign(look.sign)}<span>${vocabulary.dispositions[kind]}</span></label
        >`;
      })}
    </div>
  </fieldset>`;
}

/** The reasons. In a dialog Ctrl+Enter sends the form; on the desk that key does more. */
export function motivationField(
  { kind, motivation }: { readonly kind: DispositionKind | null; readonly motivation: string },
  faults: readonly Fault[],
  id: string,
  write: (text: string) => void,
): TemplateResult {
  const { processing, vocabulary, shell } = words();
  const wrong = faults.includes('motivation');
  const optional = kind !== null && decisionDemands(kind).motivation === 'optional';
  return html`<div class=${wrong ? 'field has-error' : 'field'}>
    <label for=${id}
      >${processing.motivation} ${optional ? html`<span class="optional">${shell.optional}</span>` : nothing}</label
    >
    <span class="hint" id=${`${id}-uitleg`}
      >${kind === null ? nothing : `${vocabulary.dispositionDemands[kind]} `}${processing.noNames}</span
    >
    ${faultText(faults, 'motivation')}
    <textarea
      id=${id}
      rows="4"
      lang="nl"
      aria-describedby=${`${id}-uitleg`}
      aria-keyshortcuts="M"
      aria-invalid=${wrong ? 'true' : nothing}
      .value=${motivation}
      @input=${(event: Event) => write((event.target as HTMLTextAreaElement).value)}
      @keydown=${(event: KeyboardEvent) => {
        const area = event.target as HTMLTextAreaElement;
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && area.closest('dialog') !== null) {
          event.preventDefault();
          area.form?.requestSubmit();
        }
      }}
    ></textarea>
  </div>`;
}
