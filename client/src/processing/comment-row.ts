import { html, nothing, type TemplateResult } from 'lit';
import { DISPOSITION_LOOK } from '../elements/disposition-badge.ts';
import { KIND_LOOK } from '../elements/kind-tag.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import { stateOf, submitterOf, type WorkComment } from './comment-state.ts';
import { BundleFoldedEvent, CommentChosenEvent, RowPickedEvent } from './comment-events.ts';
import type { Row } from './workbench-list.ts';

export interface RowLook {
  readonly current: boolean;
  readonly picked: boolean;
  /** Whether its decision is on its way. */
  readonly saving: boolean;
  /** Where Tab comes in the list; from there the arrows walk. */
  readonly stop: boolean;
}

/** One line of the list: the comment, how it is handled and what was decided. */
export function commentRow(row: Row, { current, picked, saving, stop }: RowLook): TemplateResult {
  const { comment, bundle, inside } = row;
  const { vocabulary, handling } = words();
  const kind = KIND_LOOK[comment.kind];
  const withdrawn = comment.withdrawnAt !== null;
  const classes = ['row', withdrawn ? 'is-withdrawn' : '', inside ? 'is-inside' : ''].filter(Boolean).join(' ');
  return html`<label class="pick"
      ><input
        type="checkbox"
        tabindex=${stop ? nothing : '-1'}
        .checked=${picked}
        aria-label=${handling.select(comment.number)}
        @click=${(event: MouseEvent) => tell(event, new RowPickedEvent(comment.id, event.shiftKey))}
    /></label>
    <a
      class=${classes}
      href=${`#${comment.number}`}
      tabindex=${stop ? nothing : '-1'}
      aria-current=${current ? 'true' : nothing}
      @click=${(event: MouseEvent) => choose(event, comment.id)}
    >
      <span class="nr">${comment.number}</span>
      <span class=${`k kind-${kind.name}`}
        >${sign(kind.sign)}<span class="hidden-text">${vocabulary.commentKinds[comment.kind]}</span></span
      >
      <span class="who-text">${submitterOf(comment)}${bundle === null ? nothing : proposed(comment)}</span>
      <span class="marks">${marks(comment)}</span>
      ${saving ? html`<span class="st tiny quiet">${handling.saving}</span>` : state(comment, bundle === null)}
    </a>
    ${bundle === null ? nothing : fold(row, stop)}`;
}

function fold({ comment, bundle }: Row, stop: boolean) {
  if (bundle === null) return nothing;
  const { handling } = words();
  const count = bundle.comments.length;
  return html`<button
    class="button small plain fold"
    type="button"
    tabindex=${stop ? nothing : '-1'}
    aria-expanded=${String(bundle.open)}
    aria-label=${handling.unfold(comment.number, count)}
    @click=${(event: Event) => tell(event, new BundleFoldedEvent(bundle.id))}
  >
    ${sign('samen')}${handling.bundleMore(count - 1)}
  </button>`;
}

/** Who it is of, whether it is late, and whether there is something to read. */
function marks({ handling: { assignee, overdue, unread } }: WorkComment) {
  const { handling } = words();
  return html`${
    unread > 0
      ? html`<span class="mark is-new" title=${handling.talkNew(unread)}
          >${sign('quote')}<span class="hidden-text">${handling.talkNew(unread)}</span></span
        >`
      : nothing
  }${
    overdue
      ? html`<span class="mark is-late" title=${handling.late}
          >${sign('clock')}<span class="hidden-text">${handling.late}</span></span
        >`
      : nothing
  }${
    assignee === null
      ? nothing
      : html`<span class="initials" title=${assignee.name} aria-hidden="true">${initials(assignee.name)}</span
          ><span class="hidden-text">${assignee.name}</span>`
  }`;
}

export const initials = (name: string): string => {
  const parts = name.split(/\s+/u).filter(Boolean);
  return [parts[0], parts.length > 1 ? parts.at(-1) : '']
    .map((part) => part?.charAt(0) ?? '')
    .join('')
    .toUpperCase();
};

/** That it waits to be confirmed; below the name where the line holds a bundle as well, which leaves no room beside it. */
function proposed(comment: WorkComment) {
  if (stateOf(comment) !== 'proposed') return nothing;
  return html`<span class="tiny">${words().vocabulary.proposed.toLowerCase()}</span>`;
}

function state(comment: WorkComment, withWord: boolean) {
  const { vocabulary } = words();
  const { standing } = comment;
  if (comment.withdrawnAt !== null) {
    return html`<span class="st dsg-overig"
      >${sign('terug')}<span class="hidden-text">${vocabulary.withdrawnBySubmitter}</span></span
    >`;
  }
  const look = standing === null ? null : DISPOSITION_LOOK[standing.kind];
  return html`<span class=${`st dsg-${look?.name ?? 'open'}`}
    >${withWord ? proposed(comment) : nothing} ${sign(look?.sign ?? 'open')}<span class="hidden-text"
      >${standing === null ? vocabulary.open : vocabulary.dispositions[standing.kind]}</span
    ></span
  >`;
}

/** With Shift a run of lines is chosen, with Ctrl or Command one more. */
function choose(event: MouseEvent, comment: string): void {
  event.preventDefault();
  if (event.shiftKey || event.ctrlKey || event.metaKey) return tell(event, new RowPickedEvent(comment, event.shiftKey));
  tell(event, new CommentChosenEvent(comment));
}

function tell(event: Event, told: Event): void {
  event.currentTarget?.dispatchEvent(told);
}
