import { html } from 'lit';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';

export type ComparisonLook = 'side' | 'inline';

const KEY = 'draagvlak.comparison-view';

/** How this person looked at a comparison last. */
export const keptLook = (): ComparisonLook => (localStorage.getItem(KEY) === 'inline' ? 'inline' : 'side');
export const keepLook = (look: ComparisonLook): void => localStorage.setItem(KEY, look);

/** What always stays in sight above a comparison: how it is shown, walking through it, and how far one is. */
export function comparingTools(desk: {
  readonly look: ComparisonLook;
  readonly read: number;
  readonly total: number;
  readonly comments: number;
  readonly switchTo: (look: ComparisonLook) => void;
  readonly walk: (by: 1 | -1) => void;
  readonly reactions: () => void;
}) {
  const { comparing, reviewing } = words();
  const look = (which: ComparisonLook, label: string) =>
    html`<button
      type="button"
      aria-pressed=${String(desk.look === which)}
      aria-keyshortcuts="S"
      @click=${() => desk.switchTo(which)}
    >
      ${label}
    </button>`;
  return html`<div class="cmp-tools">
    <div class="segmented" role="group" aria-label=${comparing.view}>
      ${look('side', comparing.sideBySide)}${look('inline', comparing.inline)}
    </div>
    <div class="buttons tight">
      <button class="button small" type="button" aria-keyshortcuts="K" @click=${() => desk.walk(-1)}>
        ${sign('up')}${comparing.previous} <kbd aria-hidden="true">K</kbd>
      </button>
      <button class="button small" type="button" aria-keyshortcuts="J" @click=${() => desk.walk(1)}>
        ${sign('down')}${comparing.next} <kbd aria-hidden="true">J</kbd>
      </button>
    </div>
    <button class="button small plain" type="button" aria-keyshortcuts="R" @click=${() => desk.reactions()}>
      ${sign('antw')}${reviewing.reactions} <span class="num">${desk.comments}</span>
    </button>
    <span class="end small num read-so-far">
      <progress max=${Math.max(1, desk.total)} .value=${desk.read} aria-hidden="true"></progress
      >${comparing.read(desk.read, desk.total)}</span
    >
  </div>`;
}
