import type { NoteAnchor } from '@draagvlak/contract/client';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { EditorState } from 'prosemirror-state';
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { StoreController } from '../controllers/store-controller.ts';
import { derived } from '../editor/derived.ts';
import { takeInOwn } from '../editor/editor.ts';
import { LightElement } from '../elements/light-element.ts';
import '../elements/modal-dialog.ts';
import { sign } from '../elements/sign.ts';
import { refusal } from '../elements/states.ts';
import type { Failure } from '../stores/failure.ts';
import type { NotesStore } from '../stores/notes-store.ts';
import { words } from '../stores/words.ts';
import { anchorOf, type NotePlace, placeNote } from './note-anchor.ts';
import './note-card.ts';
import type { NoteActedEvent, NoteCard } from './note-card.ts';
import type { NoteComposer } from './note-composer.ts';
import { NoteMargin, type Places } from './note-margin.ts';
import { type NoteMark, notePlaces, showNotes } from './note-marks.ts';
import { type Ordered, ordered, placeOf, placesKey } from './note-order.ts';
import '../styles/notes.css';

/** The cards stand beside their lines now, or in a list of their own again. */
export class NotesAlignedEvent extends Event {
  readonly aligned: boolean;
  constructor(aligned: boolean) {
    super('notes-aligned', { bubbles: true });
    this.aligned = aligned;
  }
}

/** How long the text must rest before places are looked up again. */
const REST = 300;
/** Below this width a note opens in a sheet over the text. */
const NARROW = '(max-width: 63.99rem)';

/** The margin notes beside the draft, in the order of the text; those whose text is gone and those that are done below. */
@customElement('notes-pane')
export class NotesPane extends LightElement {
  @property({ attribute: false }) store: NotesStore | null = null;
  @property({ attribute: false }) view: EditorView | null = null;
  /** Handed over on every change, so that the pane follows the text and the caret. */
  @property({ attribute: false }) editorState: EditorState | null = null;
  @property() me = '';
  /** The name under which colleagues mention the one who looks. */
  @property() myName = '';
  @property({ type: Boolean }) mayWrite = false;
  @state() private composing: NoteAnchor | null = null;
  @state() private chosen: string | null = null;
  @state() private narrow = false;
  @state() private message = '';
  @state() private failure: Failure | null = null;
  #marked = '[]';
  #markedIn: EditorState['doc'] | null = null;
  #resting: ReturnType<typeof setTimeout> | null = null;
  #caret = -1;
  readonly #media = matchMedia(NARROW);
  readonly #margin = new NoteMargin(this);

  constructor() {
    super();
    new StoreController(this, () => this.store);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.narrow = this.#media.matches;
    this.#media.addEventListener('change', this.#resized);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#media.removeEventListener('change', this.#resized);
    if (this.#resting !== null) clearTimeout(this.#resting);
  }

  /** Begins a note on what is selected, or looks at the one that is there already. */
  async begin(): Promise<void> {
    const { view } = this;
    if (view === null || !this.mayWrite) return;
    // The browser may not have told yet what was selected a moment ago.
    takeInOwn(view);
    const { selection } = view.state;
    const here = selection.empty ? this.#noteAt(selection.head) : null;
    if (here !== null) return this.choose(here);
    const anchor = anchorOf(view.state);
    this.message = anchor === null ? words().notes.selectFirst : '';
    if (anchor === null) return;
    this.composing = anchor;
    await this.updateComplete;
    const composer = this.querySelector<NoteComposer>('.note.is-new note-composer');
    await composer?.updateComplete;
    await this.#settled();
    composer?.focus();
  }

  /** Unfolds a note and brings the keyboard to it. */
  async choose(note: string): Promise<void> {
    this.chosen = note;
    await this.updateComplete;
    // In a sheet the card has no mark of its own: it is the only one there.
    const card =
      this.querySelector<NoteCard>('dialog note-card') ??
      this.querySelector<NoteCard>(`[data-note-card="${CSS.escape(note)}"]`);
    await card?.updateComplete;
    const composer = card?.querySelector('note-composer');
    await composer?.updateComplete;
    const details = card?.closest('details');
    if (details != null) details.open = true;
    await this.#settled();
    if (!this.#aligned) card?.scrollIntoView({ block: 'nearest' });
    else if (card != null) this.#margin.reveal(card);
    if (composer == null) card?.querySelector('button')?.focus({ preventScroll: true });
    else composer.focus();
  }

  /** Every open card beside the text with its place, the new one as well. */
  placed(): { readonly places: Places; readonly active: HTMLElement | null } {
    const state = this.view?.state;
    const known = state === undefined ? null : notePlaces(state);
    const places = new Map<HTMLElement, number>();
    let active: HTMLElement | null = null;
    if (this.narrow) return { places, active };
    for (const card of this.querySelectorAll<HTMLElement>('.notes-layer > *')) {
      const id = card.dataset['noteCard'];
      const from = id === undefined ? this.#newAt() : known?.get(id)?.from;
      if (from === undefined || from === null) continue;
      places.set(card, from);
      if (id === undefined || (this.composing === null && id === this.chosen)) active = card;
    }
    return { places, active };
  }

  #newAt(): number | null {
    const { composing, view } = this;
    return composing === null || view === null ? null : (placeNote(view.state, composing)?.from ?? null);
  }

  /** Whether cards stand beside their lines. */
  get #aligned(): boolean {
    return !this.narrow && this.#margin.fits;
  }

  /** The cards stand where they belong, whatever became of their height. */
  async #settled(): Promise<void> {
    this.#margin.place();
    await this.updateComplete;
    this.#margin.place();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('editorState') || this.editorState === null) return;
    const { head } = this.editorState.selection;
    if (head === this.#caret || this.narrow) return;
    this.#caret = head;
    // Who writes an answer keeps it in sight, wherever the caret was left.
    if (this.contains(document.activeElement)) return;
    const here = this.#noteAt(head);
    if (here !== null) this.chosen = here;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('editorState')) {
      if (this.#resting !== null) clearTimeout(this.#resting);
      this.#resting = setTimeout(() => this.#mark(true), REST);
    }
    this.#mark(false);
    // Letters that change no height are looked at when the text rests.
    if ([...changed.keys()].some((one) => one !== 'editorState')) this.#margin.later();
    const aligned = this.#aligned;
    if (aligned === this.hasAttribute('aligned')) return;
    this.toggleAttribute('aligned', aligned);
    this.dispatchEvent(new NotesAlignedEvent(aligned));
  }

  override render() {
    const { notes } = words();
    const state = this.editorState;
    if (this.store === null || state === null) return nothing;
    const all = this.#ordered(state);
    const unread = all.filter(({ note }) => note.unread).length;
    const open = all.filter(({ note, place }) => note.done === null && place !== null);
    const gone = all.filter(({ note, place }) => note.done === null && place === null);
    const done = all.filter(({ note }) => note.done !== null);
    // Beside their lines the cards need the height.
    const quiet = this.#aligned && this.composing === null;
    const nothingElse = quiet && this.failure === null && gone.length + done.length === 0;
    const sheet = this.narrow ? all.find(({ note }) => note.id === this.chosen) : undefined;
    return html`<section
      class="notes-pane"
      aria-label=${notes.title}
      @note-acted=${(event: NoteActedEvent) => this.#acted(event)}
    >
      <div class="pane-head pane-head-row">
        <h2>${notes.title}</h2>
        ${unread === 0 ? nothing : html`<span class="plain-tag">${notes.forYou(unread)}</span>`}
        ${
          this.mayWrite
            ? html`<button
                class="button small plain"
                type="button"
                title=${notes.addLong}
                aria-keyshortcuts="Control+Alt+M"
                @mousedown=${(event: Event) => event.preventDefault()}
                @click=${() => void this.begin()}
              >
                ${sign('plus')}${notes.add}
              </button>`
            : nothing
        }
      </div>
      <div
        class="notes-margin notes"
        @wheel=${this.#margin.wheel}
        @scroll=${this.#margin.scrolledHere}
        @focusin=${(event: Event) => this.#focused(event)}
      >
        <div class="notes-layer">
          ${this.narrow ? nothing : this.#composer()} ${open.map((one) => this.#card(one, false))}
        </div>
      </div>
      <div class=${nothingElse ? 'notes-rest hidden-text' : 'pane-body notes notes-rest'}>
        ${refusal(this.failure)}
        ${
          gone.length === 0
            ? nothing
            : html`<h3 class="small">${sign('warn')}${notes.gone}</h3>
                ${gone.map((one) => this.#card(one, false))}`
        }
        ${
          done.length === 0
            ? nothing
            : html`<details class="notes-done">
                <summary>${notes.done(done.length)}</summary>
                ${done.map((one) => this.#card(one, false))}
              </details>`
        }
        ${all.length === 0 && this.composing === null ? html`<p class="small">${notes.empty} ${this.mayWrite ? notes.addHint : nothing}</p>` : nothing}
        ${quiet ? nothing : html`<p class="small quiet">${notes.forAuthors}</p>`}
        <p class="hidden-text" role="status">${this.message}</p>
      </div>
      ${
        this.narrow
          ? html`<modal-dialog
              .open=${this.composing !== null || sheet !== undefined}
              .heading=${this.composing === null && sheet !== undefined ? notes.title : notes.addTitle}
              .body=${this.composing !== null ? this.#composer() : sheet === undefined ? nothing : this.#card(sheet, true)}
              @dialog-closed=${() => this.#closed()}
            ></modal-dialog>`
          : nothing
      }
    </section>`;
  }

  #composer() {
    const { composing, store } = this;
    const { notes } = words();
    if (composing === null || store === null) return nothing;
    return html`<article class="note is-here is-new" aria-label=${notes.addTitle}>
      <p class="small quiet note-quote"><q>${composing.quote}</q></p>
      <note-composer
        .label=${notes.text}
        .sendLabel=${notes.save}
        .authors=${store.state.value?.authors ?? []}
        .cancel=${() => this.#closed()}
        .send=${async (said: Parameters<NotesStore['reply']>[1]) => {
          const failure = await store.add({ ...said, anchor: composing });
          if (failure !== null) return failure;
          this.message = notes.added;
          this.#closed();
          return null;
        }}
      ></note-composer>
    </article>`;
  }

  #card({ note, number, place }: Ordered, inSheet: boolean) {
    const { store } = this;
    const active = inSheet || (!this.narrow && note.id === this.chosen);
    return html`<note-card
      data-note-card=${inSheet ? nothing : note.id}
      .note=${note}
      .store=${store}
      .authors=${this.#people()}
      .me=${this.me}
      .number=${number}
      .section=${place === null ? null : this.#sectionAt(place.from)}
      .place=${placeOf(note, place)}
      .active=${active}
      .mayWrite=${this.mayWrite}
      .goToText=${() => this.#goTo(place)}
      .openIt=${() => void this.choose(note.id)}
    ></note-card>`;
  }

  /** Everybody whose name can stand in a note, the one who looks as well. */
  #people() {
    const authors = this.store?.state.value?.authors ?? [];
    return this.myName === '' ? authors : [...authors, { person: this.me, name: this.myName }];
  }

  #ordered(state: EditorState): readonly Ordered[] {
    return ordered(this.store?.state.value?.notes ?? [], notePlaces(state));
  }

  #sectionAt(pos: number): string | null {
    const state = this.editorState;
    if (state === null || pos > state.doc.content.size) return null;
    const index = state.doc.resolve(pos).index(0);
    const inside = derived(state).outline.sections.filter(({ start, end }) => start <= index && index < end);
    const last = inside.at(-1);
    return last === undefined ? null : (last.number ?? last.title);
  }

  #noteAt(pos: number): string | null {
    if (this.editorState === null) return null;
    for (const [note, { from, to }] of notePlaces(this.editorState)) if (from <= pos && pos <= to) return note;
    return null;
  }

  #goTo(place: NotePlace | null): void {
    const { view } = this;
    if (view === null || place === null) return;
    if (this.narrow) this.#closed();
    const selection = TextSelection.create(view.state.doc, place.from, place.to);
    view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
    view.focus();
  }

  #focused({ target }: Event): void {
    const card = target instanceof Element ? target.closest<HTMLElement>('.notes-layer > *') : null;
    if (card !== null) this.#margin.reveal(card);
  }

  #closed(): void {
    const back = this.contains(document.activeElement);
    this.composing = null;
    if (this.narrow) this.chosen = null;
    if (back) this.view?.focus();
  }

  #acted({ message, failure }: NoteActedEvent): void {
    this.message = message;
    this.failure = failure;
  }

  /** Marks the open notes in the text when they changed, or when their text may have. */
  #mark(again: boolean): void {
    const { view } = this;
    const state = this.editorState;
    if (view === null || view.isDestroyed || state === null) return;
    const { notes } = words();
    const marks: NoteMark[] = this.#ordered(view.state)
      .filter(({ note }) => note.done === null)
      .map(({ note, number }) => ({
        id: note.id,
        number,
        anchor: note.anchor,
        label: notes.number(number, note.by.name),
        active: note.id === this.chosen,
      }));
    const about = JSON.stringify(marks.map(({ id, number, active, label }) => [id, number, active, label]));
    if (about === this.#marked && (!again || view.state.doc === this.#markedIn)) return;
    this.#marked = about;
    this.#markedIn = view.state.doc;
    const before = placesKey(view.state);
    showNotes(view, marks);
    this.#margin.later();
    if (placesKey(view.state) !== before) this.requestUpdate();
  }

  readonly #resized = (): void => {
    this.narrow = this.#media.matches;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'notes-pane': NotesPane;
  }
  interface HTMLElementEventMap {
    'notes-aligned': NotesAlignedEvent;
  }
}
