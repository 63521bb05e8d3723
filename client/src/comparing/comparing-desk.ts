import type { ComparisonView, DossierCommand } from '@draagvlak/contract/client';
import { sectionOfChange } from '@draagvlak/compare';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LetterKeys } from '../controllers/letter-keys.ts';
import { newId } from '../editor/new-id.ts';
import type { SectionChosenEvent } from '../elements/document-outline.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import '../processing/keys-help.ts';
import type { Outcome } from '../stores/dossier-store.ts';
import { failureSentences } from '../stores/failure.ts';
import { words } from '../stores/words.ts';
import './change-contents.ts';
import {
  type ChangeFilter,
  type ChangeIndex,
  EVERYTHING,
  filtered,
  indexChanges,
  type KnownChange,
} from './change-index.ts';
import type { ChangeFilterEvent } from './change-summary.ts';
import './change-summary.ts';
import { changeTitle } from './change-title.ts';
import type { ChangeChosenEvent } from './comparison-sheet.ts';
import './comparison-sheet.ts';
import type { ChangeAct, ChangeActEvent } from './why-pane.ts';
import './why-pane.ts';
import '../styles/comparing.css';

/** What the desk asks of the world; the room gives it. */
export interface ComparingActs {
  readonly command: (command: DossierCommand) => Promise<Outcome>;
  readonly markRead: (change: string, read: boolean) => Promise<Outcome>;
  readonly imageUrl: (blob: string) => string;
}

const VIEW = 'draagvlak.comparison-view';

/** Two versions compared: summary, text with every change, and why each was made. */
@customElement('comparing-desk')
export class ComparingDesk extends LightElement {
  @property({ attribute: false }) comparison: ComparisonView | null = null;
  @property({ attribute: false }) acts: ComparingActs | null = null;
  /** Commands that the reader may give now. */
  @property({ attribute: false }) allowed: readonly string[] = [];
  @property({ attribute: false }) names: { readonly before: string; readonly after: string } = {
    before: '',
    after: '',
  };

  @state() private filter: ChangeFilter = EVERYTHING;
  @state() private selected: string | null = null;
  @state() private view: 'side' | 'inline' = localStorage.getItem(VIEW) === 'inline' ? 'inline' : 'side';
  /** Read marks that this reader just set or took away; the server's answer follows with the next comparison. */
  @state() private marked: ReadonlyMap<string, boolean> = new Map();
  @state() private busy = false;
  @state() private refusals: readonly string[] = [];
  @state() private message = '';
  @state() private help = false;
  #index: ChangeIndex | null = null;
  #shown: readonly KnownChange[] = [];

  constructor() {
    super();
    new LetterKeys(this, (key) => this.#key(key));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const names = changed as ReadonlyMap<PropertyKey, unknown>;
    const { comparison } = this;
    if (comparison === null) return;
    if (changed.has('comparison') || this.#index === null) {
      this.#index = indexChanges(comparison);
      this.#shown = filtered(this.#index, this.filter);
      const { changes, sections } = this.#index.summary;
      if (this.message === '') this.message = words().comparing.totals(changes, sections.touched);
    }
    if (names.has('filter') || names.has('marked')) {
      this.#shown = filtered(
        { ...this.#index, changes: this.#index.changes.map((known) => this.#withMark(known)) },
        this.filter,
      );
    }
  }

  override render() {
    const { comparing } = words();
    const { comparison } = this;
    const index = this.#index;
    if (comparison === null || index === null) return nothing;
    const known = this.selected === null ? undefined : index.byKey.get(this.selected);
    const current = known === undefined ? null : sectionOfChange(known.change);
    return html`<div class="work compare-grid">
      <change-contents
        .index=${index}
        .pairs=${comparison.comparison.sections}
        .current=${current}
        @section-chosen=${(event: SectionChosenEvent) => this.#sheet?.showSection(event.section)}
      ></change-contents>
      <section class="pane cmp-pane" aria-label=${comparing.view}>
        ${this.#tools(index)}
        <div class="cmp cmp-top">
          <change-summary
            .index=${index}
            .comments=${comparison.comments}
            .filter=${this.filter}
            .shown=${this.#shown.length}
            @change-filter=${(event: ChangeFilterEvent) => (this.filter = event.filter)}
            @change-chosen=${(event: ChangeChosenEvent) => this.#choose(event.change, true)}
            @section-chosen=${(event: SectionChosenEvent) => this.#sheet?.showSection(event.section)}
          ></change-summary>
        </div>
        ${
          this.#shown.length === 0 && index.changes.length > 0
            ? html`<p class="cmp cmp-top">${comparing.filters.nothing}</p>`
            : nothing
        }
        <comparison-sheet
          .comparison=${comparison}
          .index=${index}
          .shown=${this.#shown}
          .selected=${this.selected}
          .view=${this.view}
          .names=${this.names}
          .imageUrl=${this.acts?.imageUrl ?? ((blob: string) => blob)}
          @change-chosen=${(event: ChangeChosenEvent) => this.#choose(event.change, false)}
        ></comparison-sheet>
      </section>
      <aside class=${known === undefined ? 'pane why-pane' : 'pane why-pane has-change'} aria-label=${comparing.reason}>
        <why-pane
          .known=${known === undefined ? null : this.#withMark(known)}
          .what=${known === undefined ? '' : changeTitle(known.change, words())}
          .comments=${comparison.comments}
          .remarks=${comparison.remarks}
          .mayAttach=${this.allowed.includes('attach-ground')}
          .maySettle=${this.allowed.includes('settle-finding')}
          .mayRemark=${this.allowed.includes('remark-on-change') && comparison.after !== null}
          .busy=${this.busy}
          .refusals=${this.refusals}
          .onClose=${() => (this.selected = null)}
          @change-act=${(event: ChangeActEvent) => void this.#act(event.detail)}
        ></why-pane>
        <p class="hidden-text" role="status">${this.message}</p>
      </aside>
      <keys-help
        ?open=${this.help}
        .keys=${[
          ['J', comparing.keys.next],
          ['K', comparing.keys.previous],
          ['S', comparing.keys.switch],
          ['G', comparing.keys.read],
          ['/', comparing.keys.filter],
          ['?', comparing.keys.help],
        ]}
        @dialog-closed=${() => (this.help = false)}
      ></keys-help>
    </div>`;
  }

  #tools(index: ChangeIndex) {
    const { comparing } = words();
    const read = index.changes.filter((known) => this.#withMark(known).read).length;
    const view = (which: 'side' | 'inline', label: string) =>
      html`<button
        type="button"
        aria-pressed=${String(this.view === which)}
        aria-keyshortcuts="S"
        @click=${() => this.#switch(which)}
      >
        ${label}
      </button>`;
    return html`<div class="cmp-tools">
      <div class="segmented" role="group" aria-label=${comparing.view}>
        ${view('side', comparing.sideBySide)}${view('inline', comparing.inline)}
      </div>
      <div class="buttons tight">
        <button class="button small" type="button" aria-keyshortcuts="K" @click=${() => this.#walk(-1)}>
          ${sign('up')}${comparing.previous} <kbd>K</kbd>
        </button>
        <button class="button small" type="button" aria-keyshortcuts="J" @click=${() => this.#walk(1)}>
          ${sign('down')}${comparing.next} <kbd>J</kbd>
        </button>
      </div>
      <span class="end small num">${comparing.read(read, index.changes.length)}</span>
    </div>`;
  }

  get #sheet() {
    return this.querySelector('comparison-sheet');
  }

  #withMark(known: KnownChange): KnownChange {
    const mark = this.marked.get(known.change.key);
    return mark === undefined || mark === known.read ? known : { ...known, read: mark };
  }

  #choose(change: string, show: boolean): void {
    this.selected = change;
    this.refusals = [];
    const known = this.#index?.byKey.get(change);
    if (known !== undefined) {
      const total = this.#index?.changes.length ?? 0;
      this.message = words().comparing.position(known.number, total, changeTitle(known.change, words()), known.label);
      // What is chosen from the summary must be in sight, whatever the filter hides.
      if (!this.#shown.some((one) => one.change.key === change)) this.filter = EVERYTHING;
    }
    if (show)
      void this.updateComplete.then(() => this.#sheet?.updateComplete).then(() => this.#sheet?.show(change, true));
  }

  #walk(by: 1 | -1): void {
    const at = this.#shown.findIndex(({ change }) => change.key === this.selected);
    const next = at < 0 ? (by > 0 ? this.#shown[0] : this.#shown.at(-1)) : this.#shown[at + by];
    if (next !== undefined) this.#choose(next.change.key, true);
  }

  #switch(view: 'side' | 'inline'): void {
    this.view = view;
    localStorage.setItem(VIEW, view);
    const { selected } = this;
    if (selected !== null) void this.updateComplete.then(() => this.#sheet?.show(selected, false));
  }

  #key(key: string): boolean {
    switch (key) {
      case 'j':
        this.#walk(1);
        return true;
      case 'k':
        this.#walk(-1);
        return true;
      case 's':
        this.#switch(this.view === 'side' ? 'inline' : 'side');
        return true;
      case 'g': {
        const known = this.selected === null ? undefined : this.#index?.byKey.get(this.selected);
        if (known === undefined) return false;
        void this.#act({ act: 'read', read: !this.#withMark(known).read });
        return true;
      }
      case '/': {
        const details = this.querySelector<HTMLDetailsElement>('.filters-more');
        if (details === null) return false;
        details.open = true;
        details.querySelector('select')?.focus();
        return true;
      }
      case '?':
        return (this.help = true);
      default:
        return false;
    }
  }

  async #act(act: ChangeAct): Promise<void> {
    const { comparison, acts, selected } = this;
    if (comparison === null || acts === null || selected === null) return;
    if (act.act === 'read') {
      this.marked = new Map(this.marked).set(selected, act.read);
      const outcome = await acts.markRead(selected, act.read);
      if (outcome.done) return;
      const marked = new Map(this.marked);
      marked.delete(selected);
      this.marked = marked;
      this.refusals = failureSentences(words(), outcome.failure);
      return;
    }
    this.busy = true;
    const outcome = await acts.command(this.#command(act, comparison, selected));
    this.busy = false;
    if (!outcome.done) {
      this.refusals = failureSentences(words(), outcome.failure);
      return;
    }
    this.refusals = [];
    this.querySelector('why-pane')?.close();
    const { comparing } = words();
    this.message = { attach: comparing.attach.done, settle: comparing.settleDone, remark: comparing.remarks.done }[
      act.act
    ];
  }

  #command(act: Exclude<ChangeAct, { act: 'read' }>, view: ComparisonView, change: string): DossierCommand {
    const { document, before, after } = view;
    switch (act.act) {
      case 'attach':
        return {
          type: 'attach-ground',
          document,
          before: before.id,
          after: after?.id ?? null,
          change,
          comment: act.comment,
          reason: act.reason,
        };
      case 'settle':
        return { type: 'settle-finding', document, finding: act.finding, reason: act.reason };
      case 'remark':
        return {
          type: 'remark-on-change',
          remark: newId(),
          document,
          before: before.id,
          after: after?.id ?? '',
          change,
          kind: act.kind,
          body: act.body,
        };
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comparing-desk': ComparingDesk;
  }
}
