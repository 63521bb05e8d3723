import type { BulkCommand, BundleView, PersonView } from '@draagvlak/contract/client';
import { DISPOSITION_KINDS, type DispositionKind, decisionDemands } from '@draagvlak/review';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newId } from '../editor/new-id.ts';
import { LightElement } from '../elements/light-element.ts';
import '../elements/modal-dialog.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import { AllPickedEvent } from './comment-events.ts';
import { assigneeSelect, dueField } from './assign-fields.ts';
import { pendingOf, type WorkComment } from './comment-state.ts';
import { decisionOf, type Fault, faultsOf } from './decision-draft.ts';
import { kindChoices, motivationField } from './decision-fields.ts';
import { placeNow } from './place-now.ts';
import { BulkAskedEvent } from './workbench-acts.ts';

const KINDS = DISPOSITION_KINDS.filter((kind) => kind !== 'merged');

/** What can be done with the comments that are chosen. */
@customElement('bulk-bar')
export class BulkBar extends LightElement {
  /** The chosen ones, in the order of the list. */
  @property({ attribute: false }) comments: readonly WorkComment[] = [];
  @property({ attribute: false }) authors: readonly PersonView[] = [];
  @property({ attribute: false }) bundles: readonly BundleView[] = [];
  @property() person = '';
  @property({ type: Boolean }) mayHandle = false;
  @property({ type: Boolean }) busy = false;
  @state() private dialog: 'decide' | 'confirm' | null = null;
  @state() private kind: DispositionKind | null = null;
  @state() private motivation = '';
  @state() private faults: readonly Fault[] = [];

  override render() {
    const { comments } = this;
    const { handling } = words();
    if (comments.length === 0) return nothing;
    const living = comments.filter(({ withdrawnAt }) => withdrawnAt === null);
    const waiting = living.filter(({ mayConfirm }) => mayConfirm === true);
    const open = living.filter((comment) => comment.standing === null && comment.mayPropose === true);
    return html`<div class="bulk-bar" role="group" aria-label=${handling.bulk}>
        <p>
          <b>${handling.selected(comments.length)}</b>
          <button
            class="linkish"
            type="button"
            aria-keyshortcuts="Escape"
            @click=${() => this.dispatchEvent(new AllPickedEvent(false))}
          >
            ${handling.selectNone}
          </button>
        </p>
        ${
          this.mayHandle
            ? html`<span class="work-field"
                  >${assigneeSelect(this.authors, this.person, null, handling.assign, (person) => this.#assign(person))}</span
                >
                <span class="work-field">${sign('cal')}${dueField(null, (day) => this.#due(day), true)}</span>`
            : nothing
        }
        <div class="buttons tight">
          ${
            open.length > 0
              ? html`<button class="button small" type="button" ?disabled=${this.busy} @click=${() => this.decide()}>
                  ${handling.bulkDecide}
                </button>`
              : nothing
          }
          ${
            waiting.length > 0
              ? html`<button
                  class="button small"
                  type="button"
                  aria-keyshortcuts="C"
                  ?disabled=${this.busy}
                  @click=${() => this.confirm()}
                >
                  ${sign('check')}${handling.bulkConfirm(waiting.length)}
                </button>`
              : nothing
          }
          ${
            this.mayHandle && living.length > 1
              ? html`<button
                  class="button small"
                  type="button"
                  aria-keyshortcuts="B"
                  ?disabled=${this.busy}
                  @click=${() => this.bundle()}
                >
                  ${sign('samen')}${handling.makeBundle}
                </button>`
              : nothing
          }
        </div>
      </div>
      <modal-dialog
        ?open=${this.dialog === 'decide'}
        .heading=${handling.bulkDecideTitle(open.length)}
        .body=${this.dialog === 'decide' ? this.#form(living, open) : nothing}
        @dialog-closed=${() => (this.dialog = null)}
      ></modal-dialog>
      <modal-dialog
        ?open=${this.dialog === 'confirm'}
        .heading=${handling.bulkConfirmTitle(waiting.length)}
        .body=${this.dialog === 'confirm' ? this.#confirmation(waiting) : nothing}
        @dialog-closed=${() => (this.dialog = null)}
      ></modal-dialog>`;
  }

  /** Opens the form for a decision on all that are open; whether there are any. */
  decide(kind: DispositionKind | null = null): boolean {
    if (!this.comments.some((comment) => comment.standing === null && comment.mayPropose === true)) return false;
    this.faults = [];
    if (kind !== null && kind !== 'merged') this.kind = kind;
    this.dialog = 'decide';
    return true;
  }

  /** Asks first: the submitters see what is confirmed, and it is not taken back. */
  confirm(): void {
    if (this.comments.some(({ mayConfirm }) => mayConfirm === true)) this.dialog = 'confirm';
  }

  bundle(): void {
    const comments = this.comments.filter(({ withdrawnAt }) => withdrawnAt === null).map(({ id }) => id);
    // Chosen with one bundle, the others join it.
    const touched = this.bundles.filter((bundle) => bundle.comments.some((id) => comments.includes(id)));
    const [joined] = touched.length === 1 ? touched : [];
    const all = [...new Set([...(joined?.comments ?? []), ...comments])];
    this.#ask([{ type: 'bundle-comments', bundle: joined?.id ?? newId(), comments: all }], () =>
      words().handling.doneBundled(all.length),
    );
  }

  #form(living: readonly WorkComment[], open: readonly WorkComment[]) {
    const { handling, processing } = words();
    const { kind } = this;
    const draft = { kind, motivation: this.motivation };
    return html`<form
      class="stack form"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        this.#propose(open);
      }}
    >
      <p class="small">${open.map(({ number }) => number).join(', ')}</p>
      ${living.length > open.length ? html`<p class="small quiet">${handling.bulkSkips}</p>` : nothing}
      ${kindChoices(KINDS, kind, handling.bulkDecideTitle(open.length), this.faults, 'besluit-alle', (chosen) => (this.kind = chosen))}
      ${motivationField(draft, this.faults, 'motivering-alle', (text) => (this.motivation = text))}
      ${
        kind !== null && decisionDemands(kind).places === 'required'
          ? html`<p class="small quiet">${handling.bulkPlaces}</p>`
          : nothing
      }
      <div class="buttons form-end">
        <button class="button primary" type="submit" ?disabled=${this.busy}>
          ${processing.proposeMany(open.length)}
        </button>
        <button class="button plain" type="button" @click=${() => (this.dialog = null)}>${handling.cancel}</button>
      </div>
    </form>`;
  }

  #confirmation(waiting: readonly WorkComment[]) {
    const { handling } = words();
    return html`<div class="stack">
      <p>${waiting.map(({ number }) => number).join(', ')}</p>
      <p>${handling.bulkConfirmWhy}</p>
      <div class="buttons form-end">
        <button
          class="button primary"
          type="button"
          autofocus
          @click=${() => {
            this.dialog = null;
            const commands = waiting.map((comment): BulkCommand => {
              return { type: 'confirm-disposition', disposition: pendingOf(comment)?.id ?? '' };
            });
            this.#ask(commands, handling.doneConfirmed);
          }}
        >
          ${handling.bulkConfirm(waiting.length)}
        </button>
        <button class="button plain" type="button" @click=${() => (this.dialog = null)}>${handling.cancel}</button>
      </div>
    </div>`;
  }

  #propose(open: readonly WorkComment[]): void {
    const { kind, motivation } = this;
    // the place of each comment is looked up when it is sent
    const faults = faultsOf({
      kind,
      motivation,
      places: [{ section: null, node: '' }],
      into: null,
      together: {},
      supersedes: null,
    });
    this.faults = faults;
    if (faults.length > 0 || kind === null) return;
    this.dialog = null;
    const commands = open.map((comment): BulkCommand => {
      return {
        type: 'propose-disposition',
        disposition: newId(),
        comment: comment.id,
        decision: decisionOf(kind, { motivation, places: placeNow(comment), into: null }),
        supersedes: null,
        fresh: true,
      };
    });
    this.motivation = '';
    this.kind = null;
    this.#ask(commands, words().handling.doneProposed);
  }

  #assign(person: string | null): void {
    const { handling } = words();
    const commands = this.comments.map(({ id }): BulkCommand => ({ type: 'assign-comment', comment: id, person }));
    this.#ask(commands, person === null ? handling.doneUnassigned : handling.doneAssigned);
  }

  #due(due: string | null): void {
    const commands = this.comments.map(({ id }): BulkCommand => ({ type: 'set-comment-due', comment: id, due }));
    this.#ask(commands, words().handling.doneDue);
  }

  #ask(commands: readonly BulkCommand[], said: (done: number) => string): void {
    this.dispatchEvent(new BulkAskedEvent(commands, said));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bulk-bar': BulkBar;
  }
}
