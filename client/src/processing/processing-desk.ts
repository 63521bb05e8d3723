import type { DocumentView, DossierCommand, SessionView } from '@draagvlak/contract/client';
import { type DocumentJson, type Outline, textBlocks } from '@draagvlak/document';
import { type ChangedPlace, DISPOSITION_KINDS } from '@draagvlak/review';
import { html, nothing, type PropertyValues } from 'lit';
import type { EditorView } from 'prosemirror-view';
import { customElement, property, state } from 'lit/decorators.js';
import { LetterKeys } from '../controllers/letter-keys.ts';
import { derived } from '../editor/derived.ts';
import type { DraftEditedEvent, DraftEditor, TextLeftEvent } from '../editor/draft-editor.ts';
import '../editor/draft-editor.ts';
import '../editor/editor-toolbar.ts';
import type { Writer } from '../editor/draft-session.ts';
import { type Highlight, showHighlights } from '../editor/highlight.ts';
import { newId } from '../editor/new-id.ts';
import { findById } from '../editor/place.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import type { Outcome } from '../stores/dossier-store.ts';
import { type Failure, failureSentences } from '../stores/failure.ts';
import type { KeptTexts } from '../stores/kept-texts.ts';
import { words } from '../stores/words.ts';
import '../writing/kept-texts.ts';
import type { CommentChosenEvent, FiltersChangedEvent } from './comment-list.ts';
import './comment-list.ts';
import type { CommentAct, CommentActEvent } from './comment-pane.ts';
import './comment-pane.ts';
import { chosenPlace } from './chosen-place.ts';
import type { PlaceChoice, PlaceChosenEvent } from './comment-place.ts';
import { commandsOf, type DecisionDraft, EMPTY_DRAFT, faultsOf, withPlaces } from './decision-draft.ts';
import type { DecisionChangedEvent } from './disposition-form.ts';
import './keys-help.ts';
import { placeAtCaret, placeLabel, placeOf, sectionsOf } from './place-label.ts';
import { type Alike, similarTo } from './similar.ts';
import {
  groupBySection,
  neighbour,
  NO_FILTERS,
  pendingOf,
  type SectionComments,
  type WorkComment,
} from './workbench-list.ts';
import '../styles/processing.css';

/** What the desk asks of the world; the room gives it. */
export interface WorkbenchActs {
  readonly command: (command: DossierCommand) => Promise<Outcome>;
  /** Places in the draft that the proposal changed, or why it could not be put there. */
  readonly applyProposal: (comment: string) => Promise<readonly ChangedPlace[] | Failure>;
}

const isFailure = (answer: readonly ChangedPlace[] | Failure): answer is Failure => 'kind' in answer;

/** The workbench: the comments on a version, one of them with its decision, and the draft beside it. */
@customElement('processing-desk')
export class ProcessingDesk extends LightElement {
  @property({ attribute: false }) comments: readonly WorkComment[] = [];
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

  @state() private current: string | null = null;
  @state() private filters = NO_FILTERS;
  @state() private drafts: ReadonlyMap<string, DecisionDraft> = new Map();
  /** The comment whose faults are shown: after a first attempt to propose. */
  @state() private attempted: string | null = null;
  @state() private refusals: readonly string[] = [];
  @state() private busy = false;
  @state() private placeFault = '';
  @state() private message = '';
  @state() private help = false;
  #groups: readonly SectionComments[] = [];
  #alike: ReadonlyMap<string, Alike> = new Map();
  #sectionChoices: readonly { id: string; label: string }[] = [];
  #others: readonly WorkComment[] = [];
  #shown = '';
  #shownIn: EditorView | null = null;

  constructor() {
    super();
    new LetterKeys(this, (key) => this.#key(key));
  }

  override render() {
    const { document, versionOutline: outline } = this;
    const { processing } = words();
    if (document === null || outline === null) return nothing;
    const comment = this.#comment;
    const editor = this.#editor;
    const state = editor?.view?.state ?? null;
    const draft = this.#draftOf(comment?.id ?? null);
    return html`<div class="work process-grid">
      <section class="pane list-pane folds" aria-label=${processing.title(this.comments.length, this.versionNumber)}>
        <comment-list
          .groups=${this.#groups}
          .comments=${this.comments}
          .sections=${this.#sectionChoices}
          .filters=${this.filters}
          .current=${this.current}
          .version=${this.versionNumber}
          @comment-chosen=${(event: CommentChosenEvent) => this.choose(event.comment)}
          @filters-changed=${(event: FiltersChangedEvent) => (this.filters = event.filters)}
        ></comment-list>
      </section>
      <section class="pane one-pane" aria-label=${comment === undefined ? processing.choose : comment.number}>
        <comment-pane
          .comment=${comment ?? null}
          .redactHref=${
            this.mayRedact && comment !== undefined ? `/dossiers/${this.dossierId}/woorden?reactie=${comment.id}` : null
          }
          .sectionLabel=${comment === undefined ? '' : this.#sectionLabel(outline, comment.anchor.section)}
          .placeLabel=${comment === undefined ? null : this.#whereNow(comment)}
          .alike=${comment === undefined ? null : (this.#alike.get(comment.id) ?? null)}
          .draft=${draft}
          .places=${state === null ? [] : draft.places.map((place) => placeLabel(state, place, words()))}
          .others=${this.#others}
          .faults=${this.attempted === this.current ? faultsOf(draft) : []}
          .refusals=${this.refusals}
          .placeAtCaret=${state === null ? null : placeAtCaret(state)}
          .showPlace=${this.#showPlace}
          .busy=${this.busy}
          .mayWrite=${document.mayWrite}
          .working=${comment !== undefined && this.#workingOn === comment.id}
          .person=${this.session?.person ?? ''}
          .numberOf=${this.#numberOf}
          .draftSections=${state === null ? [] : sectionsOf(state)}
          .placeFault=${this.placeFault}
          @comment-act=${(event: CommentActEvent) => this.#act(event.act)}
          @place-chosen=${(event: PlaceChosenEvent) => void this.#place(event.choice)}
          @decision-changed=${(event: DecisionChangedEvent) => this.#keep(event.draft)}
          @decision-proposed=${() => void this.#propose()}
        ></comment-pane>
        <p class="hidden-text" role="status">${this.message}</p>
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
                  @draft-changed=${() => this.#draftChanged()}
                  @draft-edited=${(event: DraftEditedEvent) => this.#edited(event.nodes)}
                  @draft-text-left=${(event: TextLeftEvent) => {
                    event.kept = this.keptTexts?.keep(newId(), event.text) ?? null;
                  }}
                ></draft-editor>`
        }
      </section>
      <keys-help ?open=${this.help} @dialog-closed=${() => (this.help = false)}></keys-help>
    </div>`;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const names = changed as ReadonlyMap<PropertyKey, unknown>;
    const { versionOutline: outline, versionDocument: document } = this;
    if (changed.has('comments')) this.#alike = similarTo(this.comments);
    if (outline !== null && (changed.has('comments') || changed.has('versionOutline'))) {
      this.#sectionChoices = this.#sections(outline);
    }
    if (
      outline !== null &&
      document !== null &&
      (changed.has('comments') || names.has('filters') || changed.has('versionOutline'))
    ) {
      const order = new Map([...textBlocks(document)].map(({ block }, index) => [block.attrs.id, index]));
      const at = ({ anchor }: WorkComment) =>
        (order.get(anchor.start?.block ?? anchor.node ?? '') ?? 0) * 10_000 + (anchor.start?.offset ?? 0);
      this.#groups = groupBySection(this.comments, outline, at, this.filters);
    }
    if (this.current === null || this.#byId(this.current) === undefined) {
      // Whoever opens the workbench starts where work is: at the first comment that waits.
      const list = this.#groups.flatMap(({ comments }) => comments);
      this.current =
        (list.find(({ standing, withdrawnAt }) => standing === null && withdrawnAt === null) ?? list[0])?.id ?? null;
    }
    if (changed.has('comments') || names.has('current')) {
      this.#others = this.comments.filter(({ id, withdrawnAt }) => id !== this.current && withdrawnAt === null);
    }
  }

  protected override updated(): void {
    this.#highlight();
  }

  choose(comment: string): void {
    this.current = comment;
    this.placeFault = '';
    this.refusals = [];
    this.message = '';
  }

  readonly #showPlace = (node: string): void => this.#show(node);
  readonly #numberOf = (id: string): string | null => this.#byId(id)?.number ?? null;

  get #editor(): DraftEditor | null {
    return this.querySelector('draft-editor');
  }

  get #workingOn(): string | null {
    return this.#editor?.session?.workingOn ?? null;
  }

  get #comment(): WorkComment | undefined {
    return this.current === null ? undefined : this.#byId(this.current);
  }

  #byId(id: string): WorkComment | undefined {
    return this.comments.find((comment) => comment.id === id);
  }

  #draftOf(comment: string | null): DecisionDraft {
    return (comment === null ? undefined : this.drafts.get(comment)) ?? EMPTY_DRAFT;
  }

  #keep(draft: DecisionDraft, comment = this.current): void {
    if (comment === null) return;
    this.drafts = new Map(this.drafts).set(comment, draft);
    this.refusals = [];
  }

  #forget(comments: readonly string[]): void {
    const drafts = new Map(this.drafts);
    for (const comment of comments) drafts.delete(comment);
    this.drafts = drafts;
    this.attempted = null;
  }

  #mode() {
    const { processing } = words();
    const comment = this.#workingOn === null ? undefined : this.#byId(this.#workingOn);
    if (comment === undefined) return nothing;
    return html`<div class="mode" role="status">
      <span class="mode-sign">${sign('play', 'solid')}</span>
      <p><b>${processing.working(comment.number)}</b> ${processing.workingRecorded}</p>
      <button class="button small" type="button" @click=${() => this.#stop()}>
        ${processing.stopWorking} <kbd>Esc</kbd>
      </button>
    </div>`;
  }

  #sections(outline: Outline): readonly { id: string; label: string }[] {
    const used = new Set<string>();
    for (const { anchor } of this.comments) {
      for (let at = anchor.section; at !== null; at = outline.section(at)?.parent ?? null) used.add(at);
    }
    return outline.sections
      .filter(({ id }) => used.has(id))
      .map(({ id }) => ({ id, label: this.#sectionLabel(outline, id) }));
  }

  #sectionLabel(outline: Outline, id: string | null): string {
    const section = id === null ? undefined : outline.section(id);
    if (section === undefined) return words().processing.wholeDocument;
    return [section.number, section.title].filter((part) => part !== null).join(' ');
  }

  /** Where the comment stands in the draft: its section there, when the draft has it. */
  #whereNow({ placement }: WorkComment): string | null {
    const state = this.#editor?.view?.state;
    if (state === undefined) return null;
    // A passage is shown in the text itself; its section says enough.
    const node = placement.section ?? placement.node ?? placement.start?.block ?? null;
    return node === null ? null : placeLabel(state, { section: placement.section, node }, words()).label;
  }

  #act(act: CommentAct): void {
    const comment = this.#comment;
    if (comment === undefined) return;
    switch (act) {
      case 'previous':
      case 'next': {
        const next = neighbour(this.#groups, comment.id, act === 'next' ? 1 : -1);
        if (next !== undefined) this.choose(next.id);
        return;
      }
      case 'work-on':
        if (this.#workingOn === comment.id) this.#stop();
        else this.#start(comment);
        return;
      case 'show-place':
        return this.#scrollTo(comment);
      case 'apply-proposal':
        return void this.#apply(comment);
      case 'confirm':
        return void this.#command(
          { type: 'confirm-disposition', disposition: pendingOf(comment)?.id ?? '' },
          'confirmed',
        );
      case 'take-back':
        return void this.#command(
          { type: 'take-back-disposition', disposition: pendingOf(comment)?.id ?? '' },
          'takenBack',
        );
      case 'correct': {
        const { standing } = comment;
        if (standing === null) return;
        const { kind, motivation, places, into, id } = standing;
        return this.#keep({ ...EMPTY_DRAFT, kind, motivation: motivation ?? '', places, into, supersedes: id });
      }
      case 'cancel-correction':
        return this.#forget([comment.id]);
    }
  }

  #start(comment: WorkComment): void {
    if (this.document?.mayWrite !== true) return;
    this.#editor?.session?.workOn(comment.id);
    this.#scrollTo(comment);
    this.requestUpdate();
  }

  #stop(): void {
    this.#editor?.session?.workOn(null);
    this.requestUpdate();
  }

  /** While a comment is worked on, what is changed becomes the evidence of its decision. */
  #edited(nodes: readonly string[]): void {
    const comment = this.#workingOn;
    const state = this.#editor?.view?.state;
    if (comment === null || state === undefined) return;
    const places = nodes.map((node) => placeOf(state, node));
    this.#keep(withPlaces(this.#draftOf(comment), places), comment);
  }

  #draftChanged(): void {
    this.requestUpdate();
  }

  async #apply(comment: WorkComment): Promise<void> {
    if (this.acts === null || comment.proposal === null || this.document?.mayWrite !== true) return;
    this.busy = true;
    const answer = await this.acts.applyProposal(comment.id);
    this.busy = false;
    if (isFailure(answer)) {
      this.refusals = failureSentences(words(), answer);
      return;
    }
    const { processing } = words();
    const draft = withPlaces(this.#draftOf(comment.id), answer);
    this.#keep(
      { ...draft, kind: draft.kind ?? 'accepted', motivation: draft.motivation || processing.appliedMotivation },
      comment.id,
    );
    this.message = processing.applied;
    const first = answer[0];
    if (first !== undefined) this.#show(first.node);
  }

  /** A person looked: where the comment stands from now on. */
  async #place(choice: PlaceChoice): Promise<void> {
    const view = this.#editor?.view;
    const comment = this.#comment;
    if (view == null || comment === undefined) return;
    const anchor = chosenPlace(choice, comment, view.state, this.version);
    this.placeFault = anchor === undefined ? words().placing.nothingSelected : '';
    if (anchor === undefined) return;
    const target = 'draft';
    const done = await this.#command({ type: 'confirm-placement', comment: comment.id, target, anchor }, null);
    if (done) this.message = words().processing.placeConfirmed;
  }

  async #command(command: DossierCommand, done: 'confirmed' | 'takenBack' | null): Promise<boolean> {
    const comment = this.#comment;
    if (this.acts === null || this.busy) return false;
    this.busy = true;
    const outcome = await this.acts.command(command);
    this.busy = false;
    if (!outcome.done) {
      this.refusals = failureSentences(words(), outcome.failure);
      return false;
    }
    this.refusals = [];
    if (done !== null && comment !== undefined) this.message = words().processing[done](comment.number);
    return true;
  }

  async #propose(): Promise<void> {
    const comment = this.#comment;
    if (comment === undefined || this.acts === null || this.busy) return;
    const draft = this.#draftOf(comment.id);
    this.attempted = comment.id;
    if (faultsOf(draft).length > 0) return;
    const commands = commandsOf(comment.id, draft, newId);
    this.busy = true;
    const refused: string[] = [];
    for (const command of commands) {
      const outcome = await this.acts.command(command);
      if (outcome.done) continue;
      const about = this.#byId(command.comment)?.number ?? '';
      const sentences = failureSentences(words(), outcome.failure);
      refused.push(
        ...(commands.length > 1 ? [`${words().processing.notFor(about)} ${sentences.join(' ')}`] : sentences),
      );
    }
    this.busy = false;
    this.refusals = refused;
    if (refused.length > 0) return;
    this.#forget([comment.id]);
    if (this.#workingOn === comment.id) this.#stop();
    const { processing } = words();
    this.message = commands.length > 1 ? processing.savedMany(commands.length) : processing.saved(comment.number);
  }

  #key(key: string): boolean {
    const comment = this.#comment;
    if (key === '?') return (this.help = true);
    if (key === 'Escape' && this.#workingOn !== null) {
      this.#stop();
      return true;
    }
    if (key === '/') {
      this.querySelector<HTMLElement>('comment-list select')?.focus();
      return true;
    }
    if (comment === undefined) return false;
    const acts: Readonly<Record<string, CommentAct>> = {
      j: 'next',
      k: 'previous',
      v: 'work-on',
      t: 'apply-proposal',
      b: 'confirm',
    };
    const act = acts[key];
    if (act === 'confirm' && comment.mayConfirm !== true) return false;
    if (act === 'apply-proposal' && comment.proposal === null) return false;
    if (act !== undefined) {
      this.#act(act);
      return true;
    }
    const form = this.querySelector('disposition-form');
    if (form === null) return false;
    if (key === 'm') {
      form.querySelector<HTMLElement>('textarea')?.focus();
      return true;
    }
    const kind = DISPOSITION_KINDS[Number(key) - 1];
    if (kind === undefined) return false;
    this.#keep({ ...this.#draftOf(comment.id), kind });
    return true;
  }

  /** Marks the passage of the comment in the draft, and brings it into sight when another one was chosen. */
  #highlight(): void {
    const view = this.#editor?.view;
    const comment = this.#comment;
    if (view == null || comment === undefined) return;
    const { placement } = comment;
    const key = JSON.stringify([
      comment.id,
      placement,
      comment.standing?.places,
      derived(view.state).document.content?.length === 0,
    ]);
    if (key === this.#shown && view === this.#shownIn) return;
    const moved = !this.#shown.startsWith(JSON.stringify([comment.id]).slice(0, -1));
    this.#shown = key;
    this.#shownIn = view;
    const marks: Highlight[] = [];
    const { start, end, node } = placement;
    if (start !== null && end !== null) marks.push({ kind: 'passage', start, end, class: 'chosen' });
    else if (node !== null) marks.push({ kind: 'node', node, class: 'is-chosen' });
    for (const one of this.comments) {
      for (const place of one.standing?.places ?? []) {
        marks.push({ kind: 'label', node: place.node, text: one.number, class: 'by' });
      }
    }
    showHighlights(view, marks);
    // On a narrow screen all panes scroll as one page: moving it would take the comment out of sight.
    if (moved && matchMedia('(min-width: 64rem)').matches) this.#scrollTo(comment);
  }

  #scrollTo({ placement }: WorkComment): void {
    const node = placement.start?.block ?? placement.node ?? placement.section;
    if (node !== null) this.#show(node);
  }

  #show(node: string): void {
    const view = this.#editor?.view;
    const place = view == null ? null : findById(view.state.doc, node);
    if (view == null || place === null) return;
    const element = view.nodeDOM(place.pos);
    if (element instanceof HTMLElement) element.scrollIntoView({ block: 'center' });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'processing-desk': ProcessingDesk;
  }
}
