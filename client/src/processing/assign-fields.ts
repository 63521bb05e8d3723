import type { PersonView } from '@draagvlak/contract/client';
import { html, type TemplateResult } from 'lit';
import { words } from '../stores/words.ts';

const LEAVE = (event: KeyboardEvent) => {
  if (event.key !== 'Escape' && event.key !== 'Enter') return;
  event.stopPropagation();
  (event.target as HTMLElement).blur();
};

/** Lists that are being walked through with the keys. */
const byKey = new WeakSet<HTMLSelectElement>();

/** Whom to assign to; who looks comes first. `unchosen` is shown where there is nobody or not one. */
export function assigneeSelect(
  authors: readonly PersonView[],
  person: string,
  value: string | null,
  unchosen: string | null,
  choose: (person: string | null) => void,
): TemplateResult {
  const { handling } = words();
  const take = (select: HTMLSelectElement) => {
    const chosen = select.value;
    if (unchosen !== null) select.value = '?';
    if (chosen !== '?' && (unchosen !== null || chosen !== (value ?? ''))) choose(chosen === '' ? null : chosen);
  };
  const ordered = [...authors].sort((one, other) => Number(other.person === person) - Number(one.person === person));
  return html`<select
    class="assignee"
    aria-label=${handling.assignTo}
    aria-keyshortcuts="A"
    @change=${(event: Event) => {
      const select = event.target as HTMLSelectElement;
      if (!byKey.has(select)) take(select);
    }}
    @blur=${(event: Event) => {
      const select = event.target as HTMLSelectElement;
      if (byKey.delete(select)) take(select);
    }}
    @keydown=${(event: KeyboardEvent) => {
      const select = event.target as HTMLSelectElement;
      // Every arrow chooses another one: who walks to somebody with the keys has not chosen those on the way.
      if (event.key !== 'Tab') byKey.add(select);
      if (event.key === 'Escape') select.value = unchosen === null ? (value ?? '') : '?';
      LEAVE(event);
    }}
  >
    ${unchosen === null ? '' : html`<option value="?" selected>${unchosen}</option>`}
    <option value="" .selected=${unchosen === null && value === null}>${handling.nobody}</option>
    ${ordered.map(
      (author) =>
        html`<option value=${author.person} .selected=${unchosen === null && author.person === value}>
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
    @keydown=${LEAVE}
  />`;
}
