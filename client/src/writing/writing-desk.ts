import type { Client, DocumentView, DossierView, SessionView } from '@draagvlak/contract/client';
import type { Outline, Section, SectionCompleteness } from '@draagvlak/document';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { afterTyping, shown } from '../editor/after-typing.ts';
import { derived } from '../editor/derived.ts';
import type { DraftEditor, TextLeftEvent } from '../editor/draft-editor.ts';
import '../editor/draft-editor.ts';
import type { Writer } from '../editor/draft-session.ts';
import { goTo, sectionAtCaret } from '../editor/editor.ts';
import { newId } from '../editor/new-id.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import type { SectionChosenEvent } from '../elements/document-outline.ts';
import type { NoteChosenEvent } from '../notes/note-marks.ts';
import type { NotesAlignedEvent, NotesPane } from '../notes/notes-pane.ts';
import type { SinceShownEvent } from '../since/since-bar.ts';
import type { KeptTexts } from '../stores/kept-texts.ts';
import type { NotesStore } from '../stores/notes-store.ts';
import { allWords, firstWords, words } from '../stores/words.ts';
import type { SectionMovedEvent } from './draft-outline.ts';
import '../styles/writing.css';

/** How long the text must rest before completeness is counted again; counting reads every word. */
const REST = 400;

/** The writing room on one document: outline, sheet, and what to read beside it. */
@customElement('writing-desk')
export class WritingDesk extends LightElement {
  @property({ attribute: false }) dossier: DossierView | null = null;
  @property({ attribute: false }) document: DocumentView | null = null;
  @property({ attribute: false }) session: SessionView | null = null;
  @property({ attribute: false }) keptTexts: KeptTexts | null = null;
  /** `null` for who reads along without being an author. */
  @property({ attribute: false }) notes: NotesStore | null = null;
  @property({ attribute: false }) client: Client | null = null;
  @property({ attribute: false }) serverSchema: DraftEditor['serverSchema'] = null;
  @state() private complete: readonly SectionCompleteness[] = [];
  @state() private outlineOpen = false;
  @state() private announcement = '';
  /** Id of the colleague whose place in the text is kept in sight. */
  @state() following: string | null = null;
  /** The cards of margin notes stand beside their lines. */
  @state() private notesAligned = false;
  /** The text of an earlier visit stands in the place of the draft. */
  @state() private lookingBack = false;
  /** What templates hold; `null` until one can type. */
  @state() private templating: typeof import('./template.ts') | null = null;
  /** What stands beside the text has been fetched. */
  @state() private restIsHere = false;
  #writer: Writer | null = null;
  #counting: ReturnType<typeof setTimeout> | null = null;
  #counted: unknown = null;
  #asked = false;
  #found: DraftEditor | null = null;
  #followed: string | null = null;
  #outline: Outline | null = null;
  #sections: readonly Section[] = [];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#counting !== null) clearTimeout(this.#counting);
  }

  override render() {
    const { document, session } = this;
    const { writing } = firstWords();
    if (document === null || session === null) return nothing;
    if (document.draft === null) return this.#without();
    const editor = this.#editor;
    const state = editor?.view?.state ?? null;
    const outline = state === null ? null : derived(state).outline;
    const present = editor?.session?.present() ?? [];
    const here = state === null ? null : sectionAtCaret(state);
    return html`<div class="work write-grid">
      <nav class=${this.outlineOpen ? 'pane folds is-open' : 'pane folds'} aria-label=${writing.outline}>
        <div class="pane-head pane-head-row">
          <h2>${writing.outline}</h2>
          <button
            class="button small narrow-only"
            type="button"
            aria-expanded=${String(this.outlineOpen)}
            @click=${() => (this.outlineOpen = !this.outlineOpen)}
          >
            ${writing.showOutline}
          </button>
          ${this.templating?.completeCount(this.complete) ?? nothing}
        </div>
        <draft-outline
          .sections=${this.#sectionsOf(outline)}
          .completeness=${this.complete}
          .present=${present}
          .current=${here}
          .mayMove=${document.mayWrite}
          @section-chosen=${(event: SectionChosenEvent) => this.#go(event.section)}
          @section-moved=${(event: SectionMovedEvent) => this.#move(event)}
        ></draft-outline>
        <p class="hidden-text" role="status">${this.announcement}</p>
        <div class="pane-body">${this.#needed()}</div>
      </nav>
      <div
        class="pane desk-pane"
        role="region"
        aria-label=${writing.text}
        @keydown=${(event: KeyboardEvent) => this.#keydown(event)}
        @note-wanted=${() => void this.#pane((pane) => pane.begin())}
        @note-chosen=${({ note }: NoteChosenEvent) => void this.#pane((pane) => pane.choose(note))}
      >
        ${document.mayWrite ? nothing : this.#locked(document)}
        <kept-texts .store=${this.keptTexts}></kept-texts>
        ${
          this.following === null
            ? nothing
            : html`<follow-bar
                .person=${this.following}
                .session=${editor?.session ?? null}
                .view=${editor?.view ?? null}
                .pane=${editor}
                @follow-ended=${() => void this.follow(null)}
              ></follow-bar>`
        }
        <sight-share
          hidden
          .session=${editor?.session ?? null}
          .view=${editor?.view ?? null}
          .pane=${editor}
        ></sight-share>
        <since-bar
          .draft=${state === null ? '' : document.draft}
          .client=${this.client}
          .imageUrl=${(blob: string) => this.client?.fileUrl(this.dossier?.id ?? '', blob) ?? ''}
          @since-shown=${(event: SinceShownEvent) => this.#lookBack(event)}
        ></since-bar>
        <draft-editor
          ?hidden=${this.lookingBack}
          .draft=${document.draft}
          .dossier=${this.dossier?.id ?? ''}
          .writer=${this.#asWriter(session)}
          .mayWrite=${document.mayWrite}
          .documentTitle=${document.title}
          .mayNote=${this.notes !== null}
          .guidanceOf=${this.#guidanceOf}
          .serverSchema=${this.serverSchema}
          @draft-changed=${() => this.#changed()}
          @draft-text-left=${(event: TextLeftEvent) => {
            event.kept = this.keptTexts?.keep(newId(), event.text) ?? null;
          }}
        ></draft-editor>
      </div>
      <aside
        class="pane"
        aria-label=${writing.aside}
        @notes-aligned=${({ aligned }: NotesAlignedEvent) => (this.notesAligned = aligned)}
      >
        ${
          this.notes === null || state === null
            ? nothing
            : html`<notes-pane
                .store=${this.notes}
                .view=${editor?.view ?? null}
                .editorState=${state}
                .me=${session.person}
                .myName=${session.name}
                .mayWrite=${document.mayWrite}
              ></notes-pane>`
        }
        <reference-pane
          .references=${this.dossier?.references ?? []}
          .guidance=${this.#guidanceHere(here)}
          .folds=${this.notesAligned}
        ></reference-pane>
      </aside>
    </div>`;
  }

  protected override updated(): void {
    if (!this.#asked && this.#editor?.view != null) {
      this.#asked = true;
      void this.#loadRest();
    }
    if (!this.restIsHere || this.notes === null || customElements.get('notes-pane') !== undefined) return;
    void afterTyping(() => import('../notes/notes-pane.ts'));
  }

  /** What stands beside the text comes after it, so that writing can begin; its sentences come before it. */
  async #loadRest(): Promise<void> {
    await shown();
    await afterTyping(() => allWords());
    await afterTyping(
      () => this.#loadTemplates(),
      () => import('./draft-outline.ts'),
      () => import('./kept-texts.ts'),
      () => import('./reference-pane.ts'),
      () => import('../since/since-bar.ts'),
      () => import('../follow/sight-share.ts'),
    );
    this.restIsHere = true;
  }

  async #loadTemplates(): Promise<void> {
    this.templating = await import('./template.ts');
    const view = this.#editor?.view;
    if (view != null) this.templating.showGuidance(view);
    this.#countNow();
  }

  /** Keeps a colleague in sight; once more, or `null`, ends it. */
  async follow(person: string | null): Promise<void> {
    if (person !== null) await import('../follow/follow-bar.ts');
    const before = this.#followed;
    this.following = person === this.following ? null : person;
    this.#followed = this.#editor?.session?.present().find((one) => one.person === this.following)?.name ?? null;
    if (before !== null && this.following === null) this.announcement = words().together.followingEnded(before);
    this.dispatchEvent(new Event('follow-changed', { bubbles: true }));
  }

  #lookBack({ shown, place }: SinceShownEvent): void {
    this.lookingBack = shown;
    if (shown) return;
    void this.updateComplete.then(() => {
      if (place === null) this.#editor?.view?.focus();
      else this.#go(place);
    });
  }

  /** At once when the notes are here: the next key is meant for them, and must not replace what is selected. */
  async #pane(act: (pane: NotesPane) => Promise<void>): Promise<void> {
    if (customElements.get('notes-pane') === undefined) {
      this.#editor?.view?.dom.blur();
      await allWords();
      await import('../notes/notes-pane.ts');
    }
    const pane = this.querySelector('notes-pane');
    if (pane !== null) await act(pane);
  }

  /** AltGr is Ctrl and Alt to the browser, and types a letter. */
  #keydown(event: KeyboardEvent): void {
    const keys = (event.ctrlKey || event.metaKey) && event.altKey && !event.getModifierState('AltGraph');
    if (!keys || event.code !== 'KeyM' || this.notes === null) return;
    event.preventDefault();
    void this.#pane((pane) => pane.begin());
  }

  get editor(): DraftEditor | null {
    return this.#editor;
  }

  /** Looked for once: it is asked for at every key, and the outline before it is long. */
  get #editor(): DraftEditor | null {
    if (this.#found?.isConnected !== true) this.#found = this.querySelector('draft-editor');
    return this.#found;
  }

  /** The same list as long as it would look the same: a new paragraph moves sections, and draws no outline anew. */
  #sectionsOf(outline: Outline | null): readonly Section[] {
    if (outline === this.#outline) return this.#sections;
    this.#outline = outline;
    const sections = outline?.sections ?? [];
    const same = (one: Section, index: number) => {
      const known = this.#sections[index];
      if (known === undefined || known.id !== one.id || known.title !== one.title) return false;
      return known.number === one.number && known.parent === one.parent;
    };
    if (sections.length !== this.#sections.length || !sections.every(same)) this.#sections = sections;
    return this.#sections;
  }

  #template() {
    return this.document === null ? null : (this.templating?.templates[this.document.kind] ?? null);
  }

  readonly #guidanceOf = (slot: string): string | null => {
    const template = this.#template();
    return template === null ? null : (this.templating?.templateSection(template, slot)?.guidance ?? null);
  };

  /** The explanation of the section the caret is in, or of the nearest one around it that has any. */
  #guidanceHere(section: string | null): { title: string; text: string } | null {
    const state = this.#editor?.view?.state;
    if (state === undefined) return null;
    const { outline } = derived(state);
    let at = section === null ? undefined : outline.section(section);
    while (at !== undefined) {
      const text = at.slot === null ? null : this.#guidanceOf(at.slot);
      if (text !== null && text !== '') return { title: at.title, text };
      at = at.parent === null ? undefined : outline.section(at.parent);
    }
    return null;
  }

  /** The same object as long as nobody else signs in, so that the connection is not opened again. */
  #asWriter(session: SessionView): Writer {
    const { person, name, colour } = session;
    if (this.#writer?.person !== person || this.#writer.name !== name || this.#writer.colour !== colour) {
      this.#writer = { person, name, colour };
    }
    return this.#writer;
  }

  /** What the text still needs, once that is known. */
  #needed() {
    const state = this.#editor?.view?.state;
    if (state === undefined || this.templating === null || this.document?.mayWrite !== true) return nothing;
    const { document, outline } = derived(state);
    const go = (id: string) => this.#go(id);
    return html`${this.templating.lostReferenceWarning(document, outline, go)}
    ${this.templating.stillNeeded(this.complete, outline, { go, add: (slot, title) => this.#add(slot, title) })}`;
  }

  #locked(document: DocumentView) {
    const { writing, dates } = firstWords();
    const last = document.versions.at(-1);
    return html`<div class="notice locked">
      ${sign('lock')}
      <div>
        <p><b>${writing.locked}.</b> ${writing.readOnly}</p>
        <p>
          ${last === undefined ? writing.notFrozen : writing.frozenAs(last.number, dates.day(last.frozenAt))}
          ${last === undefined ? nothing : html`<a href=${`/lezen/${last.id}`}>${writing.readFrozen(last.number)}</a>`}
        </p>
      </div>
    </div>`;
  }

  #without() {
    const { writing } = firstWords();
    return html`<div class="wrap">
      <div class="empty">
        <h2>${writing.noDraft}</h2>
        <a class="button" href=${`/dossiers/${this.dossier?.id ?? ''}`}>${writing.toDossier}</a>
      </div>
    </div>`;
  }

  #go(section: string): void {
    const view = this.#editor?.view;
    if (view == null) return;
    this.outlineOpen = false;
    goTo(view, section, this.document?.mayWrite === true);
  }

  /** Puts a section that the template demands where it belongs, with the caret in it. */
  #add(slot: string, title: string): void {
    const view = this.#editor?.view;
    const template = this.#template();
    if (view == null || template === null) return;
    if (this.templating?.addMissingSection(view, template, slot) !== true) return;
    this.outlineOpen = false;
    this.announcement = words().writing.sectionAdded(title);
    this.#countNow();
  }

  #move({ section, to }: SectionMovedEvent): void {
    const view = this.#editor?.view;
    const { templating } = this;
    if (view == null || templating === null) return;
    const { writing } = words();
    const title = derived(view.state).outline.section(section)?.title ?? '';
    const moved =
      'by' in to ? templating.moveSectionBy(view, section, to.by) : templating.moveSection(view, section, to.before);
    this.announcement = moved ? writing.moved(title) : writing.cannotMove;
  }

  #changed(): void {
    this.requestUpdate();
    if (this.#counting !== null) clearTimeout(this.#counting);
    this.#counting = setTimeout(() => this.#countNow(), REST);
  }

  #countNow(): void {
    const view = this.#editor?.view;
    const template = this.#template();
    if (view == null || template === null || this.templating === null) return;
    const { document } = derived(view.state);
    if (document === this.#counted) return;
    this.#counted = document;
    const complete = this.templating.completeness(document, template, {
      definitive: this.dossier !== null && this.templating.isDefinitive(this.dossier.phase),
    });
    // Mostly nothing changes; then the outline is not drawn anew.
    if (JSON.stringify(complete) !== JSON.stringify(this.complete)) this.complete = complete;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'writing-desk': WritingDesk;
  }
}
