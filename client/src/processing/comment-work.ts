import type { PersonView } from '@draagvlak/contract/client';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import { assigneeSelect, dueField } from './assign-fields.ts';
import type { WorkComment } from './comment-state.ts';
import { BulkAskedEvent } from './workbench-acts.ts';

/** Whose work a comment is, and until when. */
@customElement('comment-work')
export class CommentWork extends LightElement {
  @property({ attribute: false }) comment: WorkComment | null = null;
  @property({ attribute: false }) authors: readonly PersonView[] = [];
  @property() person = '';
  @property({ type: Boolean }) mayHandle = false;

  override render() {
    const { comment } = this;
    if (comment === null) return nothing;
    const { handling, dates } = words();
    const { assignee, due, overdue } = comment.handling;
    if (!this.mayHandle) {
      if (assignee === null && due === null) return nothing;
      return html`<p class="small quiet comment-work">
        ${sign('people')}${assignee?.name ?? handling.nobody}${due === null ? nothing : `, ${handling.dueOn(dates.day(due))}`}
      </p>`;
    }
    return html`<div class="comment-work">
      <span class="work-field"
        >${sign('people')}${assigneeSelect(this.authors, this.person, assignee?.person ?? null, null, (person) => this.#assign(person))}</span
      >
      <span class=${overdue ? 'work-field is-late' : 'work-field'}
        >${sign(overdue ? 'clock' : 'cal')}${dueField(due, (day) => this.#due(day))}${
          overdue ? html`<b class="small">${handling.late}</b>` : nothing
        }</span
      >
    </div>`;
  }

  #assign(person: string | null): void {
    const { handling } = words();
    if (this.comment === null) return;
    this.dispatchEvent(
      new BulkAskedEvent(
        [{ type: 'assign-comment', comment: this.comment.id, person }],
        person === null ? handling.doneUnassigned : handling.doneAssigned,
      ),
    );
  }

  #due(due: string | null): void {
    if (this.comment === null) return;
    const command = { type: 'set-comment-due', comment: this.comment.id, due } as const;
    this.dispatchEvent(new BulkAskedEvent([command], words().handling.doneDue));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comment-work': CommentWork;
  }
}
