import type { Client, DocumentView, DossierView, SessionView } from '@draagvlak/contract/client';
import type { SectionCompleteness } from '@draagvlak/document';
import { isDefinitive } from '@draagvlak/procedure';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { afterTyping } from '../editor/after-typing.ts';
import { derived } from '../editor/derived.ts';
import { showGuidance } from '../editor/guidance.ts';
import type { DraftEditor, TextLeftEvent } from '../editor/draft-editor.ts';
import '../editor/draft-editor.ts';
import type { Writer } from '../editor/draft-session.ts';
import { goTo, sectionAtCaret } from '../editor/editor.ts';
import { newId } from '../editor/new-id.ts';
import { moveSection, moveSectionBy } from '../editor/move.ts';
import { LightElement } from '../elements/light-element.ts';
import { sign } from '../elements/sign.ts';
import type { SectionChosenEvent } from '../elements/document-outline.ts';
import type { NoteChosenEvent } from '../notes/note-marks.ts';
import type { NotesPane } from '../notes/notes-pane.ts';
import type { SinceShownEvent } from '../since/since-bar.ts';
import type { KeptTexts } from '../stores/kept-texts.ts';
import type { NotesStore } from '../stores/notes-store.ts';
import { words } from '../stores/words.ts';
import type { SectionMovedEvent } from './draft-outline.ts';
import { lostReferenceWarning } from './lost-references.ts';
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
  /** The text of an earlier visit stands in the place of the draft. */
  @state() private lookingBack = false;
  /** What templates hold; `null` until one can type. */
  @state() private templating: typeof import('./template.ts') | null = null;
  #writer: Writer | null = null;
  #counting: ReturnType<typeof setTimeout> | null = null;
  #counted: unknown = null;
  #asked = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#counting !== null) clearTimeout(this.#counting);
  }

  override render() {
    const { document, session } = this;
    const { writing } = words();
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
          ${this.#count()}
        </div>
        <draft-outline
          .sections=${outline?.sections ?? []}
          .completeness=${this.complete}
          .present=${present}
          .current=${here}
          .mayMove=${document.mayWrite}
          @section-chosen=${(event: SectionChosenEvent) => this.#go(event.section)}
          @section-moved=${(event: SectionMovedEvent) => this.#move(event)}
        ></draft-outline>
        <p class="hidden-text" role="status">${this.announcement}</p>
        <div class="pane-body">${document.mayWrite ? html`${this.#lost()}${this.#todo()}` : nothing}</div>
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
      <aside class="pane" aria-label=${writing.aside}>
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
        ></reference-pane>
      </aside>
    </div>`;
  }

  protected override updated(): void {
    if (!this.#asked && this.#editor?.view != null) {
      this.#asked = true;
      void afterTyping(
        () => this.#loadTemplates(),
        () => import('./draft-outline.ts'),
        () => import('./kept-texts.ts'),
        () => import('./reference-pane.ts'),
      );
    }
    // What stands beside the text comes after it, so that writing can begin.
    if (this.#editor?.view == null) return;
    if (this.notes !== null) void import('../notes/notes-pane.ts');
    void import('../since/since-bar.ts');
  }

  async #loadTemplates(): Promise<void> {
    this.templating = await import('./template.ts');
    const view = this.#editor?.view;
    if (view != null) showGuidance(view);
    this.#countNow();
  }

  /** Keeps a colleague in sight; once more, or `null`, ends it. */
  async follow(person: string | null): Promise<void> {
    if (person !== null) await import('../follow/follow-bar.ts');
    this.following = person === this.following ? null : person;
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

  get #editor(): DraftEditor | null {
    return this.querySelector('draft-editor');
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

  #count() {
    const mandatory = this.complete.filter((one) => one.mandatory);
    if (mandatory.length === 0) return nothing;
    const done = mandatory.filter(({ state }) => state === 'filled').length;
    const { writing } = words();
    return html`<span class="small quiet num">${writing.complete(done, mandatory.length)}</span>`;
  }

  #lost() {
    const state = this.#editor?.view?.state;
    if (state === undefined) return nothing;
    const now = derived(state);
    return lostReferenceWarning(now.document, now.outline, (id) => this.#go(id));
  }

  #todo() {
    const { writing } = words();
    const open = this.complete.filter((one) => one.mandatory && one.state !== 'filled');
    if (this.complete.length === 0) return nothing;
    if (open.length === 0) return html`<p class="small todo-done">${sign('check')}${writing.nothingNeeded}</p>`;
    const outline = this.#editor?.view == null ? null : derived(this.#editor.view.state).outline;
    return html`<div class="todo">
      <h3 class="small">${sign('open')}${writing.stillNeeded}</h3>
      <ul class="small">
        ${open.map(({ section, slot, title, state }) => {
          if (section === null || state === 'missing') {
            return html`<li>
              ${writing.needs.missing(title)}
              <button class="button small" type="button" @click=${() => this.#add(slot, title)}>
                ${writing.addSection}<span class="hidden-text">: ${title}</span>
              </button>
            </li>`;
          }
          const number = outline?.section(section)?.number;
          return html`<li>
            <a href=${`#${section}`} @click=${(event: Event) => this.#follow(event, section)}
              >${number === null || number === undefined ? nothing : `${number} `}${title}</a
            >
            ${writing.needs[state === 'empty' ? 'empty' : 'started']}
          </li>`;
        })}
      </ul>
    </div>`;
  }

  #locked(document: DocumentView) {
    const { writing, dates } = words();
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
    const { writing } = words();
    return html`<div class="wrap">
      <div class="empty">
        <h2>${writing.noDraft}</h2>
        <a class="button" href=${`/dossiers/${this.dossier?.id ?? ''}`}>${writing.toDossier}</a>
      </div>
    </div>`;
  }

  #follow(event: Event, section: string): void {
    event.preventDefault();
    this.#go(section);
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
    const { writing } = words();
    if (view == null) return;
    const title = derived(view.state).outline.section(section)?.title ?? '';
    const moved = 'by' in to ? moveSectionBy(view, section, to.by) : moveSection(view, section, to.before);
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
      definitive: this.dossier !== null && isDefinitive(this.dossier.phase),
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
