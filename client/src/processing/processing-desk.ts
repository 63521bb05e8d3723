import type { BulkCommand, BundleView, DocumentView, PersonView, SessionView } from '@draagvlak/contract/client';
import type { DocumentJson, Outline } from '@draagvlak/document';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LetterKeys } from '../controllers/letter-keys.ts';
import { StoreController } from '../controllers/store-controller.ts';
import type { DraftEditedEvent, DraftEditor, TextLeftEvent } from '../editor/draft-editor.ts';
import '../editor/draft-editor.ts';
import { derived } from '../editor/derived.ts';
import type { Writer } from '../editor/draft-session.ts';
import { newId } from '../editor/new-id.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import type { KeptTexts } from '../stores/kept-texts.ts';
import { words } from '../stores/words.ts';
import '../writing/kept-texts.ts';
import './bulk-bar.ts';
import { BulkDesk } from './bulk-desk.ts';
import './bulk-notice.ts';
import { changedBlocks } from './changed-passages.ts';
import { chosenPlace } from './chosen-place.ts';
import type { CommentAct, CommentActEvent } from './comment-act.ts';
import type {
  AllPickedEvent,
  BundleFoldedEvent,
  CommentChosenEvent,
  FiltersChangedEvent,
  RowPickedEvent,
} from './comment-events.ts';
import './comment-list.ts';
import './comment-pane.ts';
import type { PlaceChoice, PlaceChosenEvent } from './comment-place.ts';
import type { WorkComment } from './comment-state.ts';
import { faultsOf } from './decision-draft.ts';
import { DecisionDesk } from './decision-desk.ts';
import { deskKey, deskKeys } from './desk-keys.ts';
import type { DecisionChangedEvent, DecisionProposedEvent } from './disposition-form.ts';
import './desk-picker.ts';
import type { Passage, PickedEvent } from './desk-picker.ts';
import { DraftMarks, scrollToComment, scrollToNode, writeAtComment } from './draft-marks.ts';
import './keys-help.ts';
import { filterWords } from './filter-words.ts';
import { carryOut, type KeyedDesk } from './key-acts.ts';
import { ListDesk } from './list-desk.ts';
import { nextPane } from './panes.ts';
import { placeAtCaret, placeLabel, placeOf, sectionsOf } from './place-label.ts';
import './reaction-sheet.ts';
import { sectionLabel } from './section-label.ts';
import type { WorkPickedEvent } from './work-picker.ts';
import './work-picker.ts';
import { type BulkAskedEvent, type WorkbenchActs } from './workbench-acts.ts';
import '../styles/processing.css';
import '../styles/handling.css';

/** The workbench: the comments on a version, one of them with its decision, and the draft beside it. */
@customElement('processing-desk')
export class ProcessingDesk extends LightElement {
  @property({ attribute: false }) comments: readonly WorkComment[] = [];
  @property({ attribute: false }) bundles: readonly BundleView[] = [];
  @property({ attribute: false }) authors: readonly PersonView[] = [];
  @property({ type: Boolean }) mayHandle = false;
  @property({ attribute: false }) versionDocument: DocumentJson | null = null;
  @property({ attribute: false }) versionOutline: Outline | null = null;
  @property() version = '';
  @property() versionNumber = '';
  @property() dossierId = '';
  @property({ type: Boolean }) mayRedact = false;
  @property({ attribute: false }) document: DocumentView | null = null;
  @property({ attribute: false }) writer: Writer | null = null;
  @property({ attribute: false }) session: SessionView | null = null;
  @property({ attribute: false }) acts: WorkbenchActs | null = null;
  @property({ attribute: false }) serverSchema: DraftEditor['serverSchema'] = null;
  @property({ attribute: false }) keptTexts: KeptTexts | null = null;

  @state() private placeFault = '';
  #found: DraftEditor | null = null;
  /** What had the keyboard last. */
  #focused: Element | null = null;
  #lost = 0;
  #others: readonly WorkComment[] = [];
  #othersOf: { readonly comments: readonly WorkComment[]; readonly current: string | null } = {
    comments: [],
    current: null,
  };
  readonly #list = new ListDesk(new URLSearchParams(location.search).get('reactie'));
  readonly #marks = new DraftMarks();
  readonly #bulk = new BulkDesk((command) => this.#numberFor(command));
  readonly #decisions = new DecisionDesk(this.#bulk);

  constructor() {
    super();
    new LetterKeys(this, (key, event) => {
      const asked = deskKey(key, event);
      return asked !== null && carryOut(asked, this.#keyed);
    });
    new StoreController(this, () => this.#list);
    new StoreController(this, () => this.#bulk);
    new StoreController(this, () => this.#decisions);
  }

  override render() {
    const { document, versionOutline: outline } = this;
    const { processing } = words();
    if (document === null || outline === null) return nothing;
    const comment = this.#list.comment;
    const { notice, busy } = this.#bulk.value;
    const { current, filters, selection } = this.#list.value;
    const person = this.session?.person ?? '';
    return html`<div class="work process-grid">
        <section class="pane list-pane" aria-label=${processing.title(this.comments.length, this.versionNumber)}>
          <comment-list
            .groups=${this.#list.groups}
            .comments=${this.comments}
            .sections=${this.#list.sections}
            .authors=${this.authors}
            .filters=${filters}
            .selection=${selection}
            .current=${current}
            .person=${person}
            .version=${this.versionNumber}
            .saving=${this.#decisions.value.saving}
            @comment-chosen=${(event: CommentChosenEvent) => this.#chosen(event)}
            @filters-changed=${(event: FiltersChangedEvent) => this.#list.filter(event.filters)}
            @row-picked=${(event: RowPickedEvent) => this.#list.pick(event.comment, event.run)}
            @all-picked=${(event: AllPickedEvent) => this.#list.pickAll(event.all)}
            @bundle-folded=${(event: BundleFoldedEvent) => this.#list.fold(event.bundle)}
          ></comment-list>
          <div class="list-foot">
            <bulk-notice
              .notice=${notice}
              .busy=${busy}
              .undo=${this.#undo}
              .dismiss=${() => this.#bulk.dismiss()}
            ></bulk-notice>
            <bulk-bar
              .comments=${this.#list.selected}
              .bundles=${this.bundles}
              .authors=${this.authors}
              .person=${person}
              .mayHandle=${this.mayHandle}
              .busy=${busy}
              @bulk-asked=${(event: BulkAskedEvent) => void this.#run(event)}
              @all-picked=${(event: AllPickedEvent) => this.#list.pickAll(event.all)}
            ></bulk-bar>
          </div>
        </section>
        <section class="pane one-pane" aria-label=${comment === undefined ? processing.choose : comment.number}>
          ${this.#pane(comment, outline, document, person)}
          <p class="hidden-text" role="status">${this.#decisions.value.message}</p>
        </section>
        <section class="pane desk-pane" aria-label=${words().writing.text}>
          ${this.#mode()}
          ${
            document.draft === null
              ? nothing
              : html`<kept-texts .store=${this.keptTexts}></kept-texts>
                  <draft-editor
                    .draft=${document.draft}
                    .dossier=${this.dossierId}
                    .writer=${this.writer}
                    .mayWrite=${document.mayWrite}
                    .documentTitle=${document.title}
                    .serverSchema=${this.serverSchema}
                    @draft-changed=${() => this.requestUpdate()}
                    @draft-edited=${(event: DraftEditedEvent) => this.#edited(event.nodes)}
                    @draft-text-left=${(event: TextLeftEvent) => {
                      event.kept = this.keptTexts?.keep(newId(), event.text) ?? null;
                    }}
                  ></draft-editor>`
          }
        </section>
        <keys-help .keys=${deskKeys()}></keys-help>
      </div>
      ${
        document.mayWrite && document.draft !== null
          ? html`<work-picker
              .comments=${this.comments}
              .sectionOf=${(one: WorkComment) => sectionLabel(outline, one.anchor.section)}
              .working=${this.#workingOn}
              @work-picked=${(event: WorkPickedEvent) => this.#takeUp(event.comment)}
            ></work-picker>`
          : nothing
      }
      <desk-picker
        .authors=${this.authors}
        .person=${person}
        .others=${this.#others}
        .sectionOf=${(one: WorkComment) => sectionLabel(outline, one.anchor.section)}
        .answers=${this.acts?.answers ?? null}
        .passages=${this.#passages}
        @bulk-asked=${(event: BulkAskedEvent) => void this.#run(event)}
        @picked=${(event: PickedEvent) => this.#picked(event)}
      ></desk-picker>
      <reaction-sheet
        .groups=${this.#list.groups}
        .total=${this.comments.length}
        .documentTitle=${document.title}
        .version=${this.versionNumber}
        .dated=${filters.order === 'due'}
        .filtered=${filterWords(filters, this.#list.sections, this.authors)}
        .numberOf=${this.#numberOf}
        .sectionOf=${(id: string | null) => sectionLabel(outline, id)}
      ></reaction-sheet>`;
  }

  #pane(comment: WorkComment | undefined, outline: Outline, document: DocumentView, person: string) {
    const editorState = this.#editor?.view?.state ?? null;
    const { attempted, refusals, busy, saving } = this.#decisions.value;
    const draft = this.#decisions.draftOf(comment?.id ?? null);
    const bundle = this.#list.bundle(comment);
    return html`<comment-pane
      .comment=${comment ?? null}
      .sectionLabel=${comment === undefined ? '' : sectionLabel(outline, comment.anchor.section)}
      .placeLabel=${comment === undefined ? null : this.#whereNow(comment)}
      .versionNumber=${this.versionNumber}
      .redactHref=${
        this.mayRedact && comment !== undefined ? `/dossiers/${this.dossierId}/woorden?reactie=${comment.id}` : null
      }
      .alike=${comment === undefined ? null : this.#list.alike(comment)}
      .bundle=${bundle}
      .authors=${this.authors}
      .mayHandle=${this.mayHandle}
      .acts=${this.acts}
      .draft=${draft}
      .places=${editorState === null ? [] : draft.places.map((place) => placeLabel(editorState, place, words()))}
      .others=${this.#others}
      .faults=${attempted === comment?.id ? faultsOf(draft, bundle.waiting) : []}
      .refusals=${refusals}
      .placeAtCaret=${editorState === null ? null : placeAtCaret(editorState)}
      .showPlace=${this.#showPlace}
      .busy=${busy || (comment !== undefined && saving.has(comment.id))}
      .mayWrite=${document.mayWrite}
      .working=${comment !== undefined && this.#workingOn === comment.id}
      .person=${person}
      .numberOf=${this.#numberOf}
      .draftSections=${editorState === null ? [] : sectionsOf(editorState)}
      .placeFault=${this.placeFault}
      @comment-act=${(event: CommentActEvent) => this.#act(event.act)}
      @comment-chosen=${(event: CommentChosenEvent) => this.#chosen(event)}
      @bulk-asked=${(event: BulkAskedEvent) => void this.#run(event)}
      @place-chosen=${(event: PlaceChosenEvent) => void this.#place(event.choice)}
      @decision-changed=${(event: DecisionChangedEvent) => this.#decisions.keep(comment?.id ?? null, event.draft)}
      @keys-asked=${() => this.querySelector('keys-help')?.show()}
      @decision-proposed=${(event: DecisionProposedEvent) => void this.#propose(event.onward)}
    ></comment-pane>`;
  }

  protected override willUpdate(): void {
    const { comments, bundles, versionOutline: outline, versionDocument: document } = this;
    if (outline !== null && document !== null) this.#list.take({ comments, bundles, outline, document });
    const { current } = this.#list.value;
    if (comments === this.#othersOf.comments && current === this.#othersOf.current) return;
    this.#othersOf = { comments, current };
    this.#others = comments.filter(({ id, withdrawnAt }) => id !== current && withdrawnAt === null);
  }

  protected override updated(): void {
    this.#marks.show(this.#editor?.view, this.#list.comment, this.comments);
    this.#lost ||= requestAnimationFrame(() => {
      this.#lost = 0;
      // A button that did its work and went takes the keyboard with it: it comes back to the comment.
      if (document.activeElement === document.body && this.#focused?.isConnected === false) this.#toComment();
    });
  }

  choose(comment: string): void {
    this.#list.choose(comment);
    this.placeFault = '';
    this.#decisions.turn();
  }

  readonly #showPlace = (node: string): void => scrollToNode(this.#editor?.view, node);
  readonly #numberOf = (id: string): string | null => this.#list.byId(id)?.number ?? null;
  readonly #undo = (): void => void this.#takeBack();

  /** Asked for many times per key: looking for it behind hundreds of lines takes longer than all the rest. */
  get #editor(): DraftEditor | null {
    if (this.#found?.isConnected !== true) this.#found = this.querySelector('draft-editor');
    return this.#found;
  }

  get #workingOn(): string | null {
    return this.#editor?.session?.workingOn ?? null;
  }

  /** What the answer to a command is told with. */
  #numberFor(command: BulkCommand): string {
    if ('comment' in command) return this.#numberOf(command.comment) ?? '';
    if (!('disposition' in command)) return words().handling.aBundle;
    const { disposition } = command;
    return this.comments.find(({ history }) => history.some(({ id }) => id === disposition))?.number ?? '';
  }

  async #run({ commands, said }: BulkAskedEvent): Promise<void> {
    await this.#bulk.run(this.acts, commands, said);
  }

  #mode() {
    const { processing } = words();
    const comment = this.#workingOn === null ? undefined : this.#list.byId(this.#workingOn);
    if (comment === undefined) return nothing;
    return html`<div class="mode" role="status">
      <span class="mode-sign">${sign('play', 'solid')}</span>
      <p><b>${processing.working(comment.number)}</b> ${processing.workingRecorded}</p>
      <button class="button small" type="button" aria-keyshortcuts="Escape" @click=${() => this.#workOn(null)}>
        ${processing.stopWorking} <kbd aria-hidden="true">Esc</kbd>
      </button>
    </div>`;
  }

  /** Where the comment stands in the draft: its section there, when the draft has it. */
  #whereNow({ placement }: WorkComment): string | null {
    const editorState = this.#editor?.view?.state;
    if (editorState === undefined) return null;
    // A passage is shown in the text itself; its section says enough.
    const node = placement.section ?? placement.node ?? placement.start?.block ?? null;
    return node === null ? null : placeLabel(editorState, { section: placement.section, node }, words()).label;
  }

  #act(act: CommentAct): void {
    const comment = this.#list.comment;
    if (comment === undefined) return;
    switch (act) {
      case 'previous':
      case 'next':
        return void this.#walked(act === 'next' ? 1 : -1);
      case 'work-on':
        return this.#workOn(this.#workingOn === comment.id ? null : comment);
      case 'show-place':
        return scrollToComment(this.#editor?.view, comment);
      case 'apply-proposal':
        return void this.#apply(comment);
      case 'confirm':
        return void this.#decisions.confirm(this.acts, comment);
      case 'take-back':
        return void this.#decisions.takeBack(this.acts, comment);
      case 'correct':
        return this.#decisions.correct(comment);
      case 'cancel-correction':
        return this.#decisions.forget(comment.id);
    }
  }

  #walked(by: 1 | -1): WorkComment | undefined {
    const next = this.#list.walk(by);
    if (next !== undefined) this.choose(next.id);
    return next;
  }

  #workOn(comment: WorkComment | null): void {
    if (comment !== null && this.document?.mayWrite !== true) return;
    this.#editor?.session?.workOn(comment?.id ?? null);
    if (comment !== null) scrollToComment(this.#editor?.view, comment);
    this.requestUpdate();
  }

  /** Comes into sight, and one writes for it where it stands; `null`: one writes on for none. */
  #takeUp(id: string | null): void {
    const comment = id === null ? undefined : this.#list.byId(id);
    if (comment !== undefined) this.choose(comment.id);
    this.#workOn(comment ?? null);
    if (comment !== undefined) writeAtComment(this.#editor?.view, comment);
  }

  /** While a comment is worked on, what is changed becomes the evidence of its decision. */
  #edited(nodes: readonly string[]): void {
    const comment = this.#workingOn;
    const editorState = this.#editor?.view?.state;
    if (comment === null || editorState === undefined) return;
    this.#decisions.addPlaces(
      comment,
      nodes.map((node) => placeOf(editorState, node)),
    );
  }

  async #apply(comment: WorkComment): Promise<void> {
    if (this.document?.mayWrite !== true) return;
    const first = await this.#decisions.apply(this.acts, comment);
    if (first !== null) this.#showPlace(first.node);
  }

  /** A person looked: where the comment stands from now on. */
  async #place(choice: PlaceChoice): Promise<void> {
    const view = this.#editor?.view;
    const comment = this.#list.comment;
    if (view == null || comment === undefined) return;
    const anchor = chosenPlace(choice, comment, view.state, this.version);
    this.placeFault = anchor === undefined ? words().placing.nothingSelected : '';
    if (anchor === undefined) return;
    const command = { type: 'confirm-placement', comment: comment.id, target: 'draft', anchor } as const;
    if (await this.#decisions.command(this.acts, command)) this.#decisions.say(words().processing.placeConfirmed);
  }

  /** Sends the decision; with `onward` the next open comment is in sight before the answer is there. */
  async #propose(onward: boolean): Promise<void> {
    const comment = this.#list.comment;
    if (comment === undefined) return;
    const { waiting } = this.#list.bundle(comment);
    const sent = this.#decisions.propose(this.acts, comment, waiting);
    const complete = this.#decisions.value.saving.has(comment.id);
    if (complete && this.#workingOn === comment.id) this.#workOn(null);
    if (complete && onward) this.#goOpen(1, new Set([comment.id, ...waiting, ...this.#decisions.value.saving]));
    else if (!complete && onward) await this.#toFault();
    await sent;
  }

  #goOpen(by: 1 | -1, except: ReadonlySet<string>): void {
    const next = this.#list.nextOpen(by, except);
    if (next !== undefined) {
      this.choose(next.id);
      this.#toComment();
    } else this.#decisions.say(words().handling.allDecided);
  }

  /** What was taken back comes into sight again, with what was written for it. */
  async #takeBack(): Promise<void> {
    const about = await this.#bulk.undo(this.acts);
    if (about === null || this.#list.byId(about) === undefined) return;
    this.#decisions.restore(about);
    this.choose(about);
    this.#toComment();
  }

  async #toFault(): Promise<void> {
    await this.updateComplete;
    await this.querySelector('comment-pane')?.updateComplete;
    const form = this.querySelector('disposition-form');
    await form?.updateComplete;
    const wrong = form?.querySelector<HTMLElement>(
      '.has-error :is(input, textarea, select), .field:has(.error-text) button',
    );
    wrong?.focus();
  }

  /** A pointer or Enter in the list: the keyboard goes to what was chosen. */
  #chosen(event: CommentChosenEvent): void {
    this.choose(event.comment);
    if (event.opens) this.#toComment();
  }

  /** The keyboard to the comment in sight, so that Tab goes on from there and who listens hears which it is. */
  #toComment(): void {
    void this.updateComplete
      .then(() => this.querySelector('comment-pane')?.updateComplete)
      .then(() => this.querySelector<HTMLElement>('#reactie-kop')?.focus({ preventScroll: isWide() }));
  }

  #picked({ comment, picked }: PickedEvent): void {
    const draft = this.#decisions.draftOf(comment);
    if ('into' in picked) this.#decisions.keep(comment, { ...draft, kind: 'merged', into: picked.into });
    else this.#decisions.addPlaces(comment, [picked.place]);
  }

  /** Changed places, those in the section of the comment first. */
  readonly #passages = (comment: WorkComment): readonly Passage[] => {
    const editorState = this.#editor?.view?.state;
    if (editorState === undefined || this.versionDocument === null) return [];
    const { document } = derived(editorState);
    const all = changedBlocks(this.versionDocument, document).map(({ node, text }) => {
      const place = placeOf(editorState, node);
      return {
        place,
        label: placeLabel(editorState, { section: place.section, node: place.section ?? node }, words()).label,
        text,
      };
    });
    const near = (one: Passage) => Number(one.place.section !== comment.placement.section);
    return all.toSorted((one, other) => near(one) - near(other));
  };

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#pressed);
    this.addEventListener('focusin', ({ target }) => (this.#focused = target as Element));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('keydown', this.#pressed);
    cancelAnimationFrame(this.#lost);
  }

  /** Keys that count in a field as well. */
  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
    if (event.key === 'F6' && nextPane(this, event.shiftKey ? -1 : 1)) event.preventDefault();
    const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const target = event.target instanceof Element ? event.target : null;
    if (!isSend || target?.closest('.desk-pane, comment-talk, .answer-form') != null) return;
    if (this.querySelector('disposition-form') === null) return;
    event.preventDefault();
    void this.#propose(true);
  };

  readonly #keyed: KeyedDesk = ((desk: ProcessingDesk): KeyedDesk => ({
    element: desk,
    list: desk.#list,
    decisions: desk.#decisions,
    get mayHandle() {
      return desk.mayHandle;
    },
    get isWorking() {
      return desk.#workingOn !== null;
    },
    get picker() {
      return desk.querySelector('desk-picker');
    },
    act: (act) => desk.#act(act),
    walk: (by) => {
      const next = desk.#walked(by);
      if (next !== undefined) desk.#attend();
      return next;
    },
    nextOpen: (by) => desk.#goOpen(by, desk.#decisions.value.saving),
    stopWorking: () => desk.#workOn(null),
    undo: () => desk.#undo(),
    help: () => desk.querySelector('keys-help')?.show(),
    toText: (comment) => {
      const view = desk.#editor?.view;
      if (comment === null) view?.focus();
      else writeAtComment(view, comment);
    },
    toComment: () => desk.#toComment(),
  }))(this);

  /** Who walks through the list itself stays in it; else the keyboard comes to the comment. */
  #attend(): void {
    if (document.activeElement?.closest('.clist') == null) return this.#toComment();
    void this.updateComplete
      .then(() => this.querySelector('comment-list')?.updateComplete)
      .then(() => this.querySelector<HTMLElement>('.clist [aria-current]')?.focus({ preventScroll: true }));
  }
}

const isWide = (): boolean => matchMedia('(min-width: 64rem)').matches;

declare global {
  interface HTMLElementTagNameMap {
    'processing-desk': ProcessingDesk;
  }
}
