import type { DispositionView } from '@draagvlak/contract/client';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LightElement } from '../elements/light-element.ts';
import { smallDiff } from '../elements/small-diff.ts';
import { words } from '../stores/words.ts';
import { pendingOf, submitterOf, type WorkComment } from './comment-state.ts';
import type { Row, RowGroup } from './workbench-list.ts';

/** The list as it is printed: every reaction in sight with its decision and motivation. Made when printing begins. */
@customElement('reaction-sheet')
export class ReactionSheet extends LightElement {
  @property({ attribute: false }) groups: readonly RowGroup[] = [];
  /** How many there are, filtered out or not. */
  @property({ type: Number }) total = 0;
  @property() documentTitle = '';
  @property() version = '';
  @property({ type: Boolean }) dated = false;
  /** What the list is narrowed down to. */
  @property({ attribute: false }) filtered: readonly string[] = [];
  @property({ attribute: false }) numberOf: (comment: string) => string | null = () => null;
  @property({ attribute: false }) sectionOf: (section: string | null) => string = () => '';
  @state() private printing = false;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.#begin);
    addEventListener('afterprint', this.#end);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.#begin);
    removeEventListener('afterprint', this.#end);
  }

  readonly #begin = (): void => {
    this.printing = true;
    // What is printed is what stands there now, not a frame later.
    this.performUpdate();
  };
  readonly #end = (): void => void (this.printing = false);

  override render() {
    if (!this.printing) return nothing;
    const { sheet } = words().handling;
    const { dates } = words();
    const shown = this.groups.reduce((sum, { rows }) => sum + rows.flatMap((row) => commentsOf(row)).length, 0);
    return html`<article class="reaction-sheet">
      <h1>${sheet.title(this.documentTitle, this.version)}</h1>
      <p>
        ${sheet.count(shown, this.total)}.
        ${this.filtered.length === 0 ? nothing : sheet.filtered(this.filtered.join(', '))}
        ${this.dated ? sheet.byDue : nothing} ${sheet.printed(dates.day(new Date().toISOString()))}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">${sheet.number}</th>
            <th scope="col">${sheet.submitter}</th>
            <th scope="col">${sheet.comment}</th>
            <th scope="col">${sheet.status}</th>
          </tr>
        </thead>
        ${this.groups.map((group) => this.#group(group))}
      </table>
    </article>`;
  }

  #group({ key, number, title, rows }: RowGroup) {
    const { handling, processing, dates } = words();
    const name = this.dated
      ? key === null
        ? handling.noDue
        : dates.date(key)
      : [number, title ?? processing.wholeDocument].filter((part) => part !== null).join(' ');
    return html`<tbody>
      <tr class="sheet-group">
        <th colspan="4" scope="rowgroup">${name}</th>
      </tr>
      ${rows.flatMap((row) => commentsOf(row).map((comment) => this.#row(comment, row, key)))}
    </tbody>`;
  }

  #row(comment: WorkComment, { bundle }: Row, key: string | null) {
    const { vocabulary, dates, processing } = words();
    const { sheet } = words().handling;
    const together = (bundle?.comments ?? []).filter(({ id }) => id !== comment.id).map(({ number }) => number);
    return html`<tr>
      <td>${comment.number}</td>
      <td>
        ${submitterOf(comment)}<br /><small
          >${vocabulary.commentKinds[comment.kind].toLowerCase()}, ${dates.day(comment.at)}</small
        >
      </td>
      <td>
        ${this.dated || comment.anchor.section !== key ? html`<p class="sheet-place">${this.sectionOf(comment.anchor.section)}</p>` : nothing}
        ${comment.anchor.quote === '' ? nothing : html`<blockquote>${comment.anchor.quote}</blockquote>`}
        <p>${comment.body ?? processing.erased}</p>
        ${
          comment.proposal === null
            ? nothing
            : html`<p><small>${sheet.proposal}</small> ${smallDiff(comment.anchor.quote, comment.proposal)}</p>`
        }
      </td>
      <td>
        ${this.#decision(comment)} ${this.#work(comment)}
        ${together.length === 0 ? nothing : html`<p><small>${sheet.bundled(together.join(', '))}</small></p>`}
      </td>
    </tr>`;
  }

  #decision(comment: WorkComment) {
    const { vocabulary } = words();
    if (comment.withdrawnAt !== null) return html`<p>${vocabulary.withdrawnBySubmitter}</p>`;
    const { standing } = comment;
    if (standing === null) return html`<p>${vocabulary.open}</p>`;
    const { sheet } = words().handling;
    const { dates } = words();
    return html`<p>
        <b>${this.#kind(standing)}</b>
      </p>
      ${standing.motivation === null ? nothing : html`<p>${standing.motivation}</p>`}
      ${
        standing.places.length === 0
          ? nothing
          : html`<p>
              <small
                >${sheet.processed}
                ${[...new Set(standing.places.map(({ section }) => this.sectionOf(section)))].join('; ')}.</small
              >
            </p>`
      }
      <p>
        <small
          >${
            standing.confirmedAt === null
              ? sheet.proposedOn(standing.proposedBy.name, dates.day(standing.proposedAt))
              : sheet.confirmedOn(dates.day(standing.confirmedAt))
          }
          ${standing.confirmedAt !== null && pendingOf(comment) !== null ? sheet.pending : nothing}</small
        >
      </p>`;
  }

  /** Whose work it is and until when. */
  #work({ handling: { assignee, due, overdue } }: WorkComment) {
    if (assignee === null && due === null) return nothing;
    const { handling, dates } = words();
    const parts = [
      assignee?.name ?? null,
      due === null ? null : handling.dueOn(dates.day(due)),
      overdue ? handling.late : null,
    ];
    return html`<p class="sheet-work"><small>${parts.filter((part) => part !== null).join(', ')}</small></p>`;
  }

  #kind({ kind, into }: DispositionView): string {
    const { vocabulary } = words();
    const number = into === null ? null : this.numberOf(into);
    return kind === 'merged' && number !== null ? vocabulary.mergedWith(number) : vocabulary.dispositions[kind];
  }
}

/** A folded bundle is printed in full. */
const commentsOf = ({ comment, bundle }: Row): readonly WorkComment[] =>
  bundle === null || bundle.open ? [comment] : bundle.comments;

declare global {
  interface HTMLElementTagNameMap {
    'reaction-sheet': ReactionSheet;
  }
}
