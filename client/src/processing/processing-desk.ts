import type { BundleView, DocumentView, PersonView, SessionView } from '@draagvlak/contract/client';
import type { DocumentJson, Outline } from '@draagvlak/document';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LetterKeys } from '../controllers/letter-keys.ts';
import { StoreController } from '../controllers/store-controller.ts';
import type { DraftEditedEvent, DraftEditor, TextLeftEvent } from '../editor/draft-editor.ts';
import '../editor/draft-editor.ts';
import type { Writer } from '../editor/draft-session.ts';
import { newId } from '../editor/new-id.ts';
import { LightElement } from '../elements/light-element.ts';
import type { KeptTexts } from '../stores/kept-texts.ts';
import { words } from '../stores/words.ts';
import '../writing/kept-texts.ts';
import './bulk-bar.ts';
import { BulkDesk } from './bulk-desk.ts';
import './bulk-notice.ts';
import { changedPassages, type Passage } from './changed-passages.ts';
import type { CommentActEvent } from './comment-act.ts';
import { CommentDesk } from './comment-desk.ts';
import type {
  AllPickedEvent,
  BundleFoldedEvent,
  CommentChosenEvent,
  FiltersChangedEvent,
  RowPickedEvent,
} from './comment-events.ts';
import './comment-list.ts';
import './comment-pane.ts';
import type { PlaceChosenEvent } from './comment-place.ts';
import type { WorkComment } from './comment-state.ts';
import { faultsOf } from './decision-draft.ts';
import { DecisionDesk } from './decision-desk.ts';
import { DeskFocus } from './desk-focus.ts';
import { deskKey, deskKeys } from './desk-keys.ts';
import type { DecisionChangedEvent, DecisionProposedEvent } from './disposition-form.ts';
import './desk-picker.ts';
import type { PickedEvent } from './desk-picker.ts';
import { DraftDesk } from './draft-desk.ts';
import { DraftMarks, scrollToNode } from './draft-marks.ts';
import { FieldKeys } from './field-keys.ts';
import { filterWords } from './filter-words.ts';
import { carryOut } from './key-acts.ts';
import './keys-help.ts';
import { ListDesk } from './list-desk.ts';
import { placeAtCaret, placeLabel, placementLabel, sectionsOf } from './place-label.ts';
import './reaction-sheet.ts';
import { sectionLabel } from './section-label.ts';
import type { WorkPickedEvent } from './work-picker.ts';
import './work-picker.ts';
import type { BulkAskedEvent, WorkbenchActs } from './workbench-acts.ts';
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

  readonly #list = new ListDesk(new URLSearchParams(location.search).get('reactie'));
  readonly #bulk = new BulkDesk((command) => this.#list.numberFor(command));
  readonly #decisions = new DecisionDesk(this.#bulk);
  readonly #draft = new DraftDesk(this);
  readonly #marks = new DraftMarks();
  readonly #focus = new DeskFocus(this);
  readonly #desk = new CommentDesk(this, {
    list: this.#list,
    bulk: this.#bulk,
    decisions: this.#decisions,
    draft: this.#draft,
    focus: this.#focus,
  });

  constructor() {
    super();
    new LetterKeys(this, (key, event) => {
      const asked = deskKey(key, event);
      return asked !== null && carryOut(asked, this.#desk);
    });
    new FieldKeys(this, () => void this.#desk.propose(true));
    for (const store of [this.#list, this.#bulk, this.#decisions, this.#desk]) new StoreController(this, () => store);
  }

  override render() {
    const { document, versionOutline: outline } = this;
    const { processing } = words();
    if (document === null || outline === null) return nothing;
    const comment = this.#list.comment;
    const { notice, busy } = this.#bulk.value;
    const { current, filters, selection } = this.#list.value;
    const person = this.session?.person ?? '';
    const working = this.#draft.workingOn;
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
              @bulk-asked=${this.#run}
              @all-picked=${(event: AllPickedEvent) => this.#list.pickAll(event.all)}
            ></bulk-bar>
          </div>
        </section>
        <section class="pane one-pane" aria-label=${comment === undefined ? processing.choose : comment.number}>
          ${this.#pane(comment, outline, document, person)}
          <p class="hidden-text" role="status">${this.#decisions.value.message}</p>
        </section>
        <section class="pane desk-pane" aria-label=${words().writing.text}>
          ${this.#draft.bar(working === null ? undefined : this.#list.byId(working))}
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
                    @draft-changed=${() => this.#draft.changed()}
                    @draft-edited=${(event: DraftEditedEvent) => this.#desk.edited(event.nodes)}
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
              .working=${working}
              @work-picked=${(event: WorkPickedEvent) => this.#desk.takeUp(event.comment)}
            ></work-picker>`
          : nothing
      }
      <desk-picker
        .authors=${this.authors}
        .person=${person}
        .others=${this.#list.others}
        .sectionOf=${(one: WorkComment) => sectionLabel(outline, one.anchor.section)}
        .answers=${this.acts?.answers ?? null}
        .passages=${this.#passages}
        @bulk-asked=${this.#run}
        @picked=${(event: PickedEvent) => this.#desk.picked(event)}
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
    const { state, workingOn } = this.#draft;
    const { attempted, refusals, busy, saving } = this.#decisions.value;
    const draft = this.#decisions.draftOf(comment?.id ?? null);
    const bundle = this.#list.bundle(comment);
    return html`<comment-pane
      .comment=${comment ?? null}
      .sectionLabel=${comment === undefined ? '' : sectionLabel(outline, comment.anchor.section)}
      .placeLabel=${comment === undefined || state === null ? null : placementLabel(state, comment.placement, words())}
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
      .places=${state === null ? [] : draft.places.map((place) => placeLabel(state, place, words()))}
      .others=${this.#list.others}
      .faults=${attempted === comment?.id ? faultsOf(draft, bundle.waiting) : []}
      .refusals=${refusals}
      .placeAtCaret=${state === null ? null : placeAtCaret(state)}
      .showPlace=${this.#showPlace}
      .busy=${busy || (comment !== undefined && saving.has(comment.id))}
      .mayWrite=${document.mayWrite}
      .working=${comment !== undefined && workingOn === comment.id}
      .person=${person}
      .numberOf=${this.#numberOf}
      .draftSections=${state === null ? [] : sectionsOf(state)}
      .placeFault=${this.#desk.value.placeFault}
      @comment-act=${(event: CommentActEvent) => this.#desk.act(event.act)}
      @comment-chosen=${(event: CommentChosenEvent) => this.#chosen(event)}
      @bulk-asked=${this.#run}
      @place-chosen=${(event: PlaceChosenEvent) => void this.#desk.place(event.choice)}
      @decision-changed=${(event: DecisionChangedEvent) => this.#decisions.keep(comment?.id ?? null, event.draft)}
      @keys-asked=${() => this.querySelector('keys-help')?.show()}
      @decision-proposed=${(event: DecisionProposedEvent) => void this.#desk.propose(event.onward)}
    ></comment-pane>`;
  }

  protected override willUpdate(): void {
    const { comments, bundles, versionOutline: outline, versionDocument: document } = this;
    if (outline !== null && document !== null) this.#list.take({ comments, bundles, outline, document });
  }

  protected override updated(): void {
    this.#marks.show(this.#draft.view, this.#list.comment, this.comments);
  }

  readonly #run = ({ commands, said }: BulkAskedEvent): void => void this.#bulk.run(this.acts, commands, said);
  readonly #undo = (): void => void this.#desk.undo();
  readonly #showPlace = (node: string): void => scrollToNode(this.#draft.view, node);
  readonly #numberOf = (id: string): string | null => this.#list.byId(id)?.number ?? null;
  readonly #passages = ({ placement }: WorkComment): readonly Passage[] => {
    const { state } = this.#draft;
    if (state === null || this.versionDocument === null) return [];
    return changedPassages(this.versionDocument, state, placement.section, words());
  };

  /** A pointer or Enter in the list: the keyboard goes to what was chosen. */
  #chosen(event: CommentChosenEvent): void {
    this.#desk.choose(event.comment);
    if (event.opens) this.#focus.toComment();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'processing-desk': ProcessingDesk;
  }
}
