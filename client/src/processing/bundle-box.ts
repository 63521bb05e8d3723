import type { BulkCommand, BundleView } from '@draagvlak/contract/client';
import { DISPOSITION_KINDS, type DispositionKind } from '@draagvlak/review';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newId } from '../editor/new-id.ts';
import { KIND_LOOK } from '../elements/kind-tag.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import { words } from '../stores/words.ts';
import { CommentChosenEvent } from './comment-events.ts';
import { submitterOf, type WorkComment } from './comment-state.ts';
import type { DecisionDraft } from './decision-draft.ts';
import { DecisionChangedEvent } from './disposition-form.ts';
import type { Alike } from './similar.ts';
import { BulkAskedEvent } from './workbench-acts.ts';

/** So many are shown until all are asked for: a letter that many organisations sent would fill the page. */
const FIRST = 5;

/** The bundle a comment is in, with a decision for each; and comments like it that a person may put into it. */
@customElement('bundle-box')
export class BundleBox extends LightElement {
  @property({ attribute: false }) comment: WorkComment | null = null;
  @property({ attribute: false }) bundle: BundleView | null = null;
  /** The others in the bundle. */
  @property({ attribute: false }) members: readonly WorkComment[] = [];
  @property({ attribute: false }) alike: Alike | null = null;
  /** Comments that are in a bundle already. */
  @property({ attribute: false }) bundled: ReadonlySet<string> = new Set();
  @property({ attribute: false }) draft: DecisionDraft | null = null;
  @property({ type: Boolean }) mayHandle = false;
  /** Suggestions that are not wanted. */
  @state() private left: ReadonlySet<string> = new Set();
  @state() private all = false;

  override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('comment');
    if (changed.has('comment') && before?.id !== this.comment?.id) {
      this.left = new Set();
      this.all = false;
    }
  }

  override render() {
    const suggested = this.#suggested();
    if (this.comment === null || (this.bundle === null && suggested.length === 0)) return nothing;
    return html`<section class="bundle" aria-labelledby="bundel-kop">
      ${this.bundle === null ? nothing : this.#bundle(this.bundle)} ${this.#suggestions(suggested)}
      <p class="small quiet">${words().handling.bundleWhy}</p>
    </section>`;
  }

  /** Puts the suggested ones that are ticked into the bundle, or makes one of them. */
  gather(): boolean {
    const { comment, bundle } = this;
    const chosen = this.#suggested().filter(({ id }) => !this.left.has(id) && !this.bundled.has(id));
    if (!this.mayHandle || comment === null || chosen.length === 0) return false;
    const comments = [...(bundle?.comments ?? [comment.id]), ...chosen.map(({ id }) => id)];
    this.#ask(
      { type: 'bundle-comments', bundle: bundle?.id ?? newId(), comments },
      words().handling.doneBundled(comments.length),
    );
    return true;
  }

  #suggested(): readonly WorkComment[] {
    return (this.alike?.comments ?? []).filter(({ id }) => this.bundle?.comments.includes(id) !== true);
  }

  #bundle(bundle: BundleView) {
    const { handling } = words();
    return html`<h3 id="bundel-kop">${sign('samen')}${handling.bundle(bundle.comments.length)}</h3>
      ${this.#first(this.members).map((member) => this.#member(member, bundle))} ${this.#rest(this.members)}
      ${
        this.mayHandle
          ? html`<div class="buttons tight">
              <button
                class="button small plain"
                type="button"
                @click=${() => this.#ask({ type: 'dissolve-bundle', bundle: bundle.id }, handling.doneDissolved)}
              >
                ${handling.dissolve}
              </button>
            </div>`
          : nothing
      }`;
  }

  #member(member: WorkComment, bundle: BundleView) {
    const { handling, processing, vocabulary } = words();
    const waits = member.standing === null && member.mayPropose === true && this.draft?.supersedes === null;
    return html`<div class="alike">
      <p>
        <button class="linkish" type="button" @click=${() => this.dispatchEvent(new CommentChosenEvent(member.id))}>
          ${member.number}</button
        >${this.#about(member)}
        ${
          member.standing === null
            ? nothing
            : html`<span class="tiny quiet">${vocabulary.dispositions[member.standing.kind].toLowerCase()}</span>`
        }
      </p>
      <div class="alike-acts">
        ${waits ? this.#kind(member) : nothing}
        ${
          this.mayHandle
            ? html`<button
                class="button small icon plain"
                type="button"
                aria-label=${handling.takeOut(member.number)}
                title=${handling.takeOut(member.number)}
                @click=${() => this.#takeOut(member, bundle)}
              >
                ${sign('x')}
              </button>`
            : nothing
        }
      </div>
      ${member.standing === null || waits ? nothing : html`<span class="hidden-text">${processing.alreadyDecided}</span>`}
    </div>`;
  }

  #kind(member: WorkComment) {
    const { handling, processing, vocabulary } = words();
    const { draft } = this;
    if (draft === null) return nothing;
    const value = member.id in draft.together ? (draft.together[member.id] ?? '') : '=';
    return html`<select
      aria-label=${processing.decisionFor(member.number)}
      @keydown=${(event: KeyboardEvent) => {
        // What was walked to is chosen: the letters are for the desk again.
        if (event.key === 'Enter') document.getElementById('reactie-kop')?.focus();
      }}
      @change=${(event: Event) => {
        const chosen = (event.target as HTMLSelectElement).value;
        const { [member.id]: _before, ...rest } = draft.together;
        const together =
          chosen === '=' ? rest : { ...rest, [member.id]: chosen === '' ? null : (chosen as DispositionKind) };
        this.dispatchEvent(new DecisionChangedEvent({ ...draft, together }));
      }}
    >
      <option value="=" .selected=${value === '='}>${handling.sameDecision}</option>
      ${DISPOSITION_KINDS.filter((kind) => kind !== 'merged').map(
        (kind) => html`<option value=${kind} .selected=${kind === value}>${vocabulary.dispositions[kind]}</option>`,
      )}
      <option value="" .selected=${value === ''}>${handling.notNow}</option>
    </select>`;
  }

  #about(other: WorkComment) {
    const { vocabulary, processing } = words();
    const look = KIND_LOOK[other.kind];
    return html` ${submitterOf(other)}
      <span class=${`kind-${look.name} inline-sign`}
        >${sign(look.sign)}<span class="hidden-text">${vocabulary.commentKinds[other.kind]}</span></span
      >
      <span class="hint">${other.body ?? processing.erased}</span>`;
  }

  #suggestions(suggested: readonly WorkComment[]) {
    if (suggested.length === 0) return nothing;
    const { handling } = words();
    const count = suggested.length;
    const because = this.alike?.because === 'words' ? handling.suggested(count) : handling.samePlace(count);
    const free = suggested.filter(({ id }) => !this.bundled.has(id));
    return html`${
      this.bundle === null
        ? html`<h3 id="bundel-kop">${sign('samen')}${because}</h3>`
        : html`<p class="small"><b>${because}</b></p>`
    }
    ${this.#first(suggested).map((other) => {
      const elsewhere = this.bundled.has(other.id);
      return html`<label class="choice alike"
        ><input
          type="checkbox"
          .checked=${!elsewhere && !this.left.has(other.id)}
          ?disabled=${elsewhere || !this.mayHandle}
          @change=${(event: Event) => {
            const left = new Set(this.left);
            if ((event.target as HTMLInputElement).checked) left.delete(other.id);
            else left.add(other.id);
            this.left = left;
          }}
        /><span
          ><b>${other.number}</b>${this.#about(other)}
          ${elsewhere ? html`<span class="tiny quiet">${handling.otherBundle}</span>` : nothing}</span
        ></label
      >`;
    })}
    ${this.#rest(suggested)}
    ${
      this.mayHandle && free.length > 0
        ? html`<div class="buttons tight">
            <button
              class="button small"
              type="button"
              aria-keyshortcuts="B"
              ?disabled=${free.every(({ id }) => this.left.has(id))}
              @click=${() => this.gather()}
            >
              ${sign('samen')}${this.bundle === null ? handling.makeBundle : handling.addToBundle}
            </button>
          </div>`
        : nothing
    }`;
  }

  #first(comments: readonly WorkComment[]): readonly WorkComment[] {
    // One more than the first takes no more room than the button that asks for it.
    return this.all || comments.length <= FIRST + 1 ? comments : comments.slice(0, FIRST);
  }

  #rest(comments: readonly WorkComment[]) {
    const hidden = comments.length - this.#first(comments).length;
    if (hidden === 0) return nothing;
    return html`<button class="button small plain" type="button" @click=${() => (this.all = true)}>
      ${words().handling.showRest(hidden)}
    </button>`;
  }

  /** Of two nothing stays a bundle. */
  #takeOut(member: WorkComment, { id, comments }: BundleView): void {
    const { handling } = words();
    const rest = comments.filter((one) => one !== member.id);
    if (rest.length < 2) this.#ask({ type: 'dissolve-bundle', bundle: id }, handling.doneDissolved);
    else this.#ask({ type: 'bundle-comments', bundle: id, comments: rest }, handling.doneUnbundled);
  }

  #ask(command: BulkCommand, said: string): void {
    this.dispatchEvent(new BulkAskedEvent([command], () => said));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bundle-box': BundleBox;
  }
}
