import type { ComparisonView, DossierCommand, DossierView } from '@draagvlak/contract/client';
import { sectionOfChange } from '@draagvlak/compare';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LetterKeys } from '../controllers/letter-keys.ts';
import { newId } from '../editor/new-id.ts';
import type { SectionChosenEvent } from '../elements/document-outline.ts';
import { LightElement } from '../elements/light-element.ts';
import '../processing/keys-help.ts';
import type { Outcome } from '../stores/dossier-store.ts';
import { failureSentences } from '../stores/failure.ts';
import { words } from '../stores/words.ts';
import { type ChangeAct, type ChangeActEvent, commandOf } from './change-act.ts';
import './change-contents.ts';
import { type ChangeFilter, EVERYTHING, filtered, filterOf, nextTo, withFilter } from './change-filter.ts';
import type { ChangeFilterEvent } from './change-filters.ts';
import { type ChangeIndex, indexChanges, type KnownChange } from './change-index.ts';
import './change-summary.ts';
import { changeTotals } from './change-totals.ts';
import { changeTitle } from './change-title.ts';
import { comparingKeys, keyMeaning } from './comparing-keys.ts';
import { type ComparisonLook, comparingTools, keptLook, keepLook } from './comparing-tools.ts';
import type { ChangeChosenEvent } from './comparison-sheet.ts';
import './comparison-sheet.ts';
import { decisionStrip } from './decision-strip.ts';
import './reaction-list.ts';
import { ReadMarks } from './read-marks.ts';
import type { ChangeRights } from './why-pane.ts';
import './why-pane.ts';
import '../styles/comparing.css';
import '../styles/printed-comparison.css';

/** What the desk asks of the world; the room gives it. */
export interface ComparingActs {
  readonly command: (command: DossierCommand) => Promise<Outcome>;
  readonly markRead: (change: string, read: boolean) => Promise<Outcome>;
  readonly imageUrl: (blob: string) => string;
  /** Shows where the reader is in the address, without a step back to it. */
  readonly address: (query: URLSearchParams) => void;
}

const CHANGE = 'wijziging';

/** Two versions compared: summary, text with every change, and why each was made. */
@customElement('comparing-desk')
export class ComparingDesk extends LightElement {
  @property({ attribute: false }) comparison: ComparisonView | null = null;
  @property({ attribute: false }) acts: ComparingActs | null = null;
  @property({ attribute: false }) may: ChangeRights = { attach: false, settle: false, remark: false, answer: false };
  @property({ attribute: false }) impacts: NonNullable<DossierView['impact']>['sections'] = [];
  /** Name of the document where this comparison is what is decided on. */
  @property({ attribute: false }) decidesOn: string | null = null;
  @property({ attribute: false }) names: { readonly before: string; readonly after: string } = {
    before: '',
    after: '',
  };
  /** What the address asks for: a filter, and the change to begin at. */
  @property({ attribute: false }) query = new URLSearchParams();

  @state() private filter: ChangeFilter = EVERYTHING;
  @state() private selected: string | null = null;
  @state() private look: ComparisonLook = keptLook();
  /** On a narrow screen the pane lies over the text; this opens it without a change. */
  @state() private reactions = false;
  @state() private busy = false;
  @state() private refusals: readonly string[] = [];
  @state() private message = '';
  #index: ChangeIndex | null = null;
  #shown: readonly KnownChange[] = [];
  #shownFor: readonly unknown[] = [];
  /** Number of the change looked at last: where walking goes on when a filter hides it. */
  #at = 0;
  readonly #marks = new ReadMarks(this);

  constructor() {
    super();
    new LetterKeys(this, (key) => this.#key(key));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { comparison } = this;
    if (comparison === null) return;
    if (changed.has('query')) this.filter = filterOf(this.query);
    if (changed.has('comparison') || this.#index === null) this.#index = indexChanges(comparison);
    // The text itself is gone through only when something else is to be shown of it.
    const now = [this.#index, this.filter, this.#marks.held] as const;
    if (now.every((one, at) => one === this.#shownFor[at])) return;
    this.#shownFor = now;
    const changes = this.#index.changes.map((known) => this.#marks.on(known));
    this.#shown = filtered({ ...this.#index, changes }, this.filter);
  }

  override firstUpdated(): void {
    const asked = this.query.get(CHANGE);
    if (this.#shown.some(({ change }) => change.key === asked)) return this.#choose(asked ?? '', true);
    // A live region tells what changes in it, so the totals come after it is there.
    const index = this.#index;
    if (index !== null) requestAnimationFrame(() => (this.message = changeTotals(index.summary)));
  }

  override render() {
    const { comparing } = words();
    const { comparison } = this;
    const index = this.#index;
    if (comparison === null || index === null) return nothing;
    const known = this.selected === null ? undefined : index.byKey.get(this.selected);
    const open = known !== undefined || this.reactions;
    const read = index.changes.filter((one) => this.#marks.on(one).read).length;
    return html`<div class="work compare-grid">
        <change-contents
          .index=${index}
          .pairs=${comparison.comparison.sections}
          .current=${known === undefined ? null : sectionOfChange(known.change)}
          @section-chosen=${(event: SectionChosenEvent) => this.#sheet?.showSection(event.section)}
        ></change-contents>
        <section class="pane cmp-pane" aria-label=${comparing.view} tabindex="0">
          ${comparingTools({
            look: this.look,
            read,
            total: index.changes.length,
            comments: comparison.comments.length,
            switchTo: (look) => this.#switch(look),
            walk: (by) => this.#walk(by),
            reactions: () => this.#toReactions(),
          })}
          <comparison-sheet
            .comparison=${comparison}
            .index=${index}
            .shown=${this.#shown}
            .selected=${this.selected}
            .view=${this.look}
            .names=${this.names}
            .above=${this.#summary(comparison, index)}
            .imageUrl=${this.acts?.imageUrl ?? ((blob: string) => blob)}
            @change-chosen=${(event: ChangeChosenEvent) => this.#choose(event.change, event.show)}
          ></comparison-sheet>
        </section>
        <aside class=${open ? 'pane why-pane is-open' : 'pane why-pane'} aria-label=${comparing.reason} tabindex="0">
          ${
            known === undefined
              ? html`<reaction-list
                  .index=${index}
                  .comments=${comparison.comments}
                  .onClose=${() => (this.reactions = false)}
                  @change-chosen=${(event: ChangeChosenEvent) => this.#choose(event.change, true)}
                ></reaction-list>`
              : html`<why-pane
                  .known=${this.#marks.on(known)}
                  .index=${index}
                  .what=${changeTitle(known.change, words())}
                  .comments=${comparison.comments}
                  .impacts=${this.impacts}
                  .may=${this.may}
                  .busy=${this.busy}
                  .refusals=${this.refusals}
                  .onClose=${() => this.#leave()}
                  @change-act=${(event: ChangeActEvent) => void this.#act(event.detail)}
                ></why-pane>`
          }
        </aside>
      </div>
      <p class="hidden-text" role="status">${this.message}</p>
      ${this.decidesOn === null ? nothing : decisionStrip(comparison.dossier, read, index.changes.length, this.decidesOn)}
      <keys-help .keys=${comparingKeys(this.decidesOn !== null)}></keys-help>`;
  }

  #summary(comparison: ComparisonView, index: ChangeIndex) {
    return html`<div class="cmp cmp-top">
      <change-summary
        .index=${index}
        .comments=${comparison.comments}
        .filter=${this.filter}
        .shown=${this.#shown.length}
        @change-filter=${(event: ChangeFilterEvent) => this.#narrow(event.filter)}
        @change-chosen=${(event: ChangeChosenEvent) => this.#choose(event.change, true)}
        @section-chosen=${(event: SectionChosenEvent) => this.#sheet?.showSection(event.section)}
      ></change-summary>
    </div>`;
  }

  get #sheet() {
    return this.querySelector('comparison-sheet');
  }

  #narrow(filter: ChangeFilter): void {
    this.filter = filter;
    this.#tell();
  }

  /** The address of what is on the screen, so that it can be sent to somebody. */
  #tell(): void {
    const query = withFilter(this.query, this.filter);
    if (this.selected === null) query.delete(CHANGE);
    else query.set(CHANGE, this.selected);
    this.acts?.address(query);
  }

  #choose(change: string, show: boolean): void {
    this.selected = change;
    this.reactions = false;
    this.refusals = [];
    const known = this.#index?.byKey.get(change);
    if (known !== undefined) {
      this.#at = known.number;
      const total = this.#index?.changes.length ?? 0;
      this.message = words().comparing.position(known.number, total, changeTitle(known.change, words()), known.label);
      // What is chosen from the summary must be in sight, whatever the filter hides.
      if (!this.#shown.some((one) => one.change.key === change)) this.filter = EVERYTHING;
    }
    this.#tell();
    if (show)
      void this.updateComplete.then(() => this.#sheet?.updateComplete).then(() => this.#sheet?.show(change, true));
  }

  /** Back from the reasons of a change to the text, with the focus where it was. */
  #leave(): true {
    const { selected } = this;
    this.selected = null;
    this.reactions = false;
    this.#tell();
    if (selected !== null) void this.updateComplete.then(() => this.#sheet?.show(selected, true));
    return true;
  }

  #toReactions(): true {
    this.selected = null;
    this.reactions = true;
    this.#tell();
    void this.updateComplete
      .then(() => this.querySelector('reaction-list')?.updateComplete)
      .then(() => this.querySelector('reaction-list')?.focusHeading());
    return true;
  }

  #walk(by: 1 | -1): true {
    const next = nextTo(this.#shown, this.#at, by);
    if (next !== undefined) this.#choose(next.change.key, true);
    return true;
  }

  #switch(look: ComparisonLook): true {
    this.look = look;
    keepLook(look);
    const { selected } = this;
    if (selected !== null) void this.updateComplete.then(() => this.#sheet?.show(selected, false));
    return true;
  }

  #key(key: string): boolean {
    const { selected } = this;
    switch (keyMeaning(key)) {
      case 'next':
        return this.#walk(1);
      case 'previous':
        return this.#walk(-1);
      case 'switch':
        return this.#switch(this.look === 'side' ? 'inline' : 'side');
      case 'reactions':
        return this.#toReactions();
      case 'why':
        this.querySelector('why-pane')?.focusHeading();
        return selected !== null;
      case 'decide':
        this.querySelector<HTMLElement>('.decision .primary')?.focus();
        return this.decidesOn !== null;
      case 'leave':
        return (selected !== null || this.reactions) && this.#leave();
      case 'read': {
        const known = selected === null ? undefined : this.#index?.byKey.get(selected);
        if (known === undefined) return false;
        void this.#act({ act: 'read', read: !this.#marks.on(known).read });
        return true;
      }
      case 'filter':
        return this.querySelector('change-filters')?.open() === true;
      case 'help':
        this.querySelector('keys-help')?.show();
        return true;
      case null:
        return false;
    }
  }

  async #act(act: ChangeAct): Promise<void> {
    const { comparison, acts, selected } = this;
    if (comparison === null || acts === null || selected === null) return;
    const { comparing } = words();
    if (act.act === 'read') return this.#mark(acts, selected, act.read);
    this.busy = true;
    const outcome = await acts.command(commandOf(act, comparison, selected, newId));
    this.busy = false;
    if (!outcome.done) {
      this.refusals = failureSentences(words(), outcome.failure);
      return;
    }
    this.refusals = [];
    this.querySelector('why-pane')?.close();
    this.message = { attach: comparing.attach.done, settle: comparing.settleDone, remark: comparing.remarks.done }[
      act.act
    ];
  }

  async #mark({ markRead }: ComparingActs, change: string, read: boolean): Promise<void> {
    this.message = read ? words().comparing.markedRead : words().comparing.markedUnread;
    const outcome = await this.#marks.set(change, read, markRead);
    if (!outcome.done) this.refusals = failureSentences(words(), outcome.failure);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'comparing-desk': ComparingDesk;
  }
}
