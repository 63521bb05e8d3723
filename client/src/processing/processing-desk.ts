import type { BulkCommand, BundleView, DocumentView, PersonView, SessionView } from '@draagvlak/contract/client';
import type { DocumentJson, Outline } from '@draagvlak/document';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LetterKeys } from '../controllers/letter-keys.ts';
import { StoreController } from '../controllers/store-controller.ts';
import type { DraftEditedEvent, DraftEditor, TextLeftEvent } from '../editor/draft-editor.ts';
import '../editor/draft-editor.ts';
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
import { pendingOf, type WorkComment } from './comment-state.ts';
import { faultsOf } from './decision-draft.ts';
import { DecisionDesk } from './decision-desk.ts';
import { deskKey, type DeskKey, deskKeys } from './desk-keys.ts';
import type { DecisionChangedEvent } from './disposition-form.ts';
import { DraftMarks, scrollToComment, scrollToNode, writeAtComment } from './draft-marks.ts';
import './keys-help.ts';
import { ListDesk } from './list-desk.ts';
import { placeNow } from './place-now.ts';
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
  @state() private help = false;
  #found: DraftEditor | null = null;
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
    new LetterKeys(this, (key, event) => this.#key(deskKey(key, event)));
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
            @comment-chosen=${(event: CommentChosenEvent) => this.choose(event.comment)}
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
        <keys-help ?open=${this.help} .keys=${deskKeys()} @dialog-closed=${() => (this.help = false)}></keys-help>
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
      <reaction-sheet
        .groups=${this.#list.groups}
        .total=${this.comments.length}
        .documentTitle=${document.title}
        .version=${this.versionNumber}
        .dated=${filters.order === 'due'}
        .numberOf=${this.#numberOf}
        .sectionOf=${(id: string | null) => sectionLabel(outline, id)}
      ></reaction-sheet>`;
  }

  #pane(comment: WorkComment | undefined, outline: Outline, document: DocumentView, person: string) {
    const editorState = this.#editor?.view?.state ?? null;
    const { attempted, refusals, busy } = this.#decisions.value;
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
      .busy=${busy}
      .mayWrite=${document.mayWrite}
      .working=${comment !== undefined && this.#workingOn === comment.id}
      .person=${person}
      .numberOf=${this.#numberOf}
      .draftSections=${editorState === null ? [] : sectionsOf(editorState)}
      .placeFault=${this.placeFault}
      @comment-act=${(event: CommentActEvent) => this.#act(event.act)}
      @comment-chosen=${(event: CommentChosenEvent) => this.choose(event.comment)}
      @bulk-asked=${(event: BulkAskedEvent) => void this.#run(event)}
      @place-chosen=${(event: PlaceChosenEvent) => void this.#place(event.choice)}
      @decision-changed=${(event: DecisionChangedEvent) => this.#decisions.keep(comment?.id ?? null, event.draft)}
      @decision-proposed=${() => void this.#propose()}
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
  }

  choose(comment: string): void {
    this.#list.choose(comment);
    this.placeFault = '';
    this.#decisions.turn();
  }

  readonly #showPlace = (node: string): void => scrollToNode(this.#editor?.view, node);
  readonly #numberOf = (id: string): string | null => this.#list.byId(id)?.number ?? null;
  readonly #undo = (): void => void this.#bulk.undo(this.acts);

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

  async #propose(): Promise<void> {
    const comment = this.#list.comment;
    if (comment === undefined) return;
    const done = await this.#decisions.propose(this.acts, comment, this.#list.bundle(comment).waiting);
    if (done && this.#workingOn === comment.id) this.#workOn(null);
  }

  /** Whether the key did something here. */
  #key(key: DeskKey | null): boolean {
    const comment = this.#list.comment;
    const focus = (selector: string) => {
      const found = this.querySelector<HTMLElement>(selector);
      found?.focus();
      return found !== null;
    };
    if (key === null) return false;
    switch (key.act) {
      case 'help':
        return (this.help = true);
      case 'leave': {
        if (this.#workingOn !== null) this.#workOn(null);
        else if (this.#list.value.selection.comments.size > 0) this.#list.pickAll(false);
        else return false;
        return true;
      }
      case 'search':
        return focus('list-filters input');
      case 'next':
      case 'previous':
        this.#walked(key.act === 'next' ? 1 : -1);
        return true;
      case 'extend-next':
      case 'extend-previous': {
        if (comment === undefined) return false;
        if (this.#list.value.selection.comments.size === 0) this.#list.pick(comment.id, false);
        const next = this.#walked(key.act === 'extend-next' ? 1 : -1);
        if (next !== undefined) this.#list.pick(next.id, true);
        return true;
      }
      case 'select':
        if (comment !== undefined) this.#list.pick(comment.id, false);
        return true;
      case 'select-all':
        this.#list.pickAll(true);
        return true;
      case 'undo':
        this.#undo();
        return true;
      case 'assign':
        return focus('bulk-bar .assignee') || focus('comment-work .assignee');
      case 'due':
        return focus('bulk-bar .due') || focus('comment-work .due');
      case 'bundle':
        return this.#bundleKey(comment);
      case 'confirm':
        return this.#confirmKey(comment);
      case 'talk':
        void this.querySelector('comment-talk')?.show();
        return true;
      case 'work-on':
        this.#act('work-on');
        // Who uses the keyboard wants to write now; Escape ends the work from there.
        if (comment !== undefined && this.#workingOn === comment.id) writeAtComment(this.#editor?.view, comment);
        return true;
      case 'text':
        this.#editor?.view?.focus();
        return true;
      case 'apply':
        if (comment?.proposal == null) return false;
        this.#act('apply-proposal');
        return true;
      case 'evidence':
        if (comment === undefined || this.querySelector('disposition-form') === null) return false;
        this.#decisions.addPlaces(comment.id, placeNow(comment));
        return true;
      case 'motivation':
        return focus('#motivering');
      case 'decide':
        if (comment === undefined || this.querySelector('disposition-form') === null) return false;
        this.#decisions.keep(comment.id, { ...this.#decisions.draftOf(comment.id), kind: key.kind });
        return true;
    }
  }

  /** Bundles what is chosen; else what is suggested with the comment in sight; else folds or unfolds its bundle. */
  #bundleKey(comment: WorkComment | undefined): boolean {
    if (!this.mayHandle) return false;
    if (this.#list.value.selection.comments.size > 1) this.querySelector('bulk-bar')?.bundle();
    else if (this.querySelector('bundle-box')?.gather() !== true) {
      const bundle = this.#list.bundle(comment).bundle;
      if (bundle === null) return false;
      this.#list.fold(bundle.id);
    }
    return true;
  }

  #confirmKey(comment: WorkComment | undefined): boolean {
    if (this.#list.value.selection.comments.size > 0) {
      this.querySelector('bulk-bar')?.confirm();
      return true;
    }
    if (comment?.mayConfirm !== true || pendingOf(comment) === null) return false;
    this.#act('confirm');
    return true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'processing-desk': ProcessingDesk;
  }
}
