import type { PersonView } from '@draagvlak/contract/client';
import { html, type TemplateResult } from 'lit';
import { deliberately } from '../controllers/deliberate-choice.ts';
import { words } from '../stores/words.ts';

/** Enter and Escape end a field: the letters are keys of the room again. */
const leave = (event: KeyboardEvent) => {
  if (event.key !== 'Escape' && event.key !== 'Enter') return;
  event.stopPropagation();
  (event.target as HTMLElement).blur();
};

/** No person and not nobody: what stands above the people where there is not one answer. */
const UNCHOSEN = '?';

/** Whom to assign to; who looks comes first. `unchosen` is shown where there is nobody or not one. */
export function assigneeSelect(
  authors: readonly PersonView[],
  person: string,
  value: string | null,
  unchosen: string | null,
  choose: (person: string | null) => void,
): TemplateResult {
  const { handling } = words();
  const standing = unchosen === null ? (value ?? '') : UNCHOSEN;
  const hear = (event: Event) => {
    const select = event.target as HTMLSelectElement;
    deliberately((chosen) => {
      if (unchosen !== null) select.value = UNCHOSEN;
      if (chosen !== standing) choose(chosen === '' ? null : chosen);
    })(event);
    if (!(event instanceof KeyboardEvent)) return;
    // Somebody else may have assigned it since the walk began.
    if (event.key === 'Escape') select.value = standing;
    leave(event);
  };
  const ordered = [...authors].sort((one, other) => Number(other.person === person) - Number(one.person === person));
  return html`<select
    class="assignee"
    aria-label=${handling.assignTo}
    aria-keyshortcuts="A"
    @change=${hear}
    @keydown=${hear}
    @blur=${hear}
  >
    ${unchosen === null ? '' : html`<option value=${UNCHOSEN} selected>${unchosen}</option>`}
    <option value="" .selected=${standing === ''}>${handling.nobody}</option>
    ${ordered.map(
      (author) =>
        html`<option value=${author.person} .selected=${author.person === standing}>
          ${author.person === person ? `${author.name} (${handling.toMe.toLowerCase()})` : author.name}
        </option>`,
    )}
  </select>`;
}

/** A day until which, with `once` to be used for many and empty again; told when the field is left or Enter is pressed, so that typing a date sends it once. */
export function dueField(value: string | null, choose: (day: string | null) => void, once = false): TemplateResult {
  const { handling } = words();
  return html`<input
    type="date"
    class="due"
    aria-label=${handling.due}
    .value=${value ?? ''}
    @blur=${(event: Event) => {
      const input = event.target as HTMLInputElement;
      const day = input.value || null;
      if (input.validity.badInput || day === value) return;
      if (once) input.value = '';
      choose(day);
    }}
    @keydown=${leave}
  />`;
}
