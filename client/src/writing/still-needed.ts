import type { Outline, SectionCompleteness } from '@draagvlak/document';
import { html, nothing } from 'lit';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';

/** How much of what the template demands is there: "3 van 7 compleet". */
export function completeCount(complete: readonly SectionCompleteness[]) {
  const mandatory = complete.filter((one) => one.mandatory);
  if (mandatory.length === 0) return nothing;
  const done = mandatory.filter(({ state }) => state === 'filled').length;
  return html`<span class="small quiet num">${words().writing.complete(done, mandatory.length)}</span>`;
}

/** What can be done about a section that is not complete. */
export interface NeededActs {
  readonly go: (section: string) => void;
  readonly add: (slot: string, title: string) => void;
}

/** The sections that the template demands and that are not complete, with a way to each. */
export function stillNeeded(complete: readonly SectionCompleteness[], outline: Outline, acts: NeededActs) {
  if (complete.length === 0) return nothing;
  const { writing } = words();
  const open = complete.filter((one) => one.mandatory && one.state !== 'filled');
  if (open.length === 0) return html`<p class="small todo-done">${sign('check')}${writing.nothingNeeded}</p>`;
  return html`<div class="todo">
    <h3 class="small">${sign('open')}${writing.stillNeeded}</h3>
    <ul class="small">
      ${open.map(({ section, slot, title, state }) => {
        if (section === null || state === 'missing') {
          return html`<li>
            ${writing.needs.missing(title)}
            <button class="button small" type="button" @click=${() => acts.add(slot, title)}>
              ${writing.addSection}<span class="hidden-text">: ${title}</span>
            </button>
          </li>`;
        }
        const number = outline.section(section)?.number;
        return html`<li>
          <a
            href=${`#${section}`}
            @click=${(event: Event) => {
              event.preventDefault();
              acts.go(section);
            }}
            >${number === null || number === undefined ? nothing : `${number} `}${title}</a
          >
          ${writing.needs[state === 'empty' ? 'empty' : 'started']}
        </li>`;
      })}
    </ul>
  </div>`;
}
