import type { SchemaView } from '@draagvlak/contract/client';
import { CLOSE, type CloseCode } from '@draagvlak/contract/socket';
import type { FirstWording } from '@draagvlak/wording/nl-first';
import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Node } from 'prosemirror-model';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import 'prosemirror-view/style/prosemirror.css';
import '../styles/editor.css';
import '../styles/images.css';
import { allWords, firstWords, words } from '../stores/words.ts';
import { DraftSession, type Writer } from './draft-session.ts';
import { afterTyping, shown } from './after-typing.ts';
import { createEditor, type EditorOptions } from './editor.ts';
import type { FormName } from './editor-form-event.ts';
import type { EditorTools } from './editor-tools.ts';
import type { GuidanceOf } from './guidance.ts';
import { placesOf } from './later.ts';
import { LightElement } from '../elements/light-element.ts';
import type { OfflineDraft } from '../offline/offline-draft.ts';
import { homeNotice, offlineNotice } from '../offline/offline-notice.ts';
import { sign } from '../elements/sign.ts';
import { sameSchema } from './same-schema.ts';
import { unsavedText } from './unsaved-text.ts';

/** The draft changed here or elsewhere, the caret moved, or somebody came or went. */
export class DraftChangedEvent extends Event {
  constructor() {
    super('draft-changed', { bubbles: true, composed: true });
  }
}

/** This person's own edit touched these blocks. */
export class DraftEditedEvent extends Event {
  readonly nodes: readonly string[];
  constructor(nodes: readonly string[]) {
    super('draft-edited', { bubbles: true, composed: true });
    this.nodes = nodes;
  }
}

/** The session is over with text that the server did not take; whoever can put it aside answers in `kept`. */
export class TextLeftEvent extends Event {
  readonly text: string;
  kept: Promise<boolean> | null = null;
  constructor(text: string) {
    super('draft-text-left', { bubbles: true, composed: true });
    this.text = text;
  }
}

/** What the reader is told when the session is over, and what they can do. */
interface Ending {
  readonly why: keyof FirstWording['writing']['ended'];
  /** Text that only this screen has. */
  readonly text: string;
  /** The text was put aside elsewhere. */
  readonly kept: boolean;
}

const WHY: Readonly<Partial<Record<CloseCode, Ending['why']>>> = {
  [CLOSE.signedOut]: 'signedOut',
  [CLOSE.noRight]: 'noRight',
  [CLOSE.unknown]: 'unknown',
  [CLOSE.outdated]: 'outdated',
  [CLOSE.refused]: 'refused',
};

/** With what somebody begins to do something. */
const ACTS = ['keydown', 'pointerdown'];

const noGuidance: GuidanceOf = () => null;

/**
 * The sheet with a draft on it: connects, mounts the editor with its toolbar and forms, and says what happened when
 * writing ends. The rooms around it read `view` and `session`.
 */
@customElement('draft-editor')
export class DraftEditor extends LightElement {
  @property() draft = '';
  @property({ attribute: false }) writer: Writer | null = null;
  @property({ type: Boolean }) mayWrite = false;
  /** Dossier of the draft; its pictures belong to it. */
  @property() dossier = '';
  @property() documentTitle = '';
  /** Margin notes can be made on this text. */
  @property({ type: Boolean }) mayNote = false;
  @property({ attribute: false }) guidanceOf: GuidanceOf = noGuidance;
  /** What the server's drafts may hold now; `null` when it gives no answer. */
  @property({ attribute: false }) serverSchema: (() => Promise<SchemaView | null>) | null = null;

  /** The editor, once the draft has been loaded. */
  view: EditorView | null = null;
  session: DraftSession | null = null;

  @state() private editorState: EditorState | null = null;
  @state() private ending: Ending | null = null;
  @state() private copied = false;
  #furnishing: Promise<EditorTools> | null = null;
  /** Tools, panels and forms; fetched after the text, `null` until then. */
  @state() private tools: EditorTools | null = null;
  /** The text as it was when everything was last stored. */
  #stored: Node | null = null;
  #starting: object | null = null;
  /** Of the schema of this page; empty where the server did not tell. */
  #schemaHash = '';
  /** Keeps what is not saved on this device; fetched after the text, `null` until then. */
  #offline: OfflineDraft | null = null;
  /** Frame before which what changed is told. */
  #telling = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeunload', this.#beforeUnload);
    for (const act of ACTS) addEventListener(act, this.#tellNow, true);
    if (this.hasUpdated) this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeunload', this.#beforeUnload);
    for (const act of ACTS) removeEventListener(act, this.#tellNow, true);
    this.#stop();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('mayWrite') && this.session !== null && !this.mayWrite) this.#keep('closed');
    if (changed.has('draft') || changed.has('writer') || changed.has('mayWrite')) this.#start();
  }

  override render() {
    const { writing } = firstWords();
    const { session, tools } = this;
    const writable = this.mayWrite && session?.loaded === true && session.ended === null;
    return html`
      <div class="editor-head">
        ${
          writable && this.view !== null
            ? (tools?.toolbar(this.view, this.editorState) ?? html`<div class="toolbar-room"></div>`)
            : nothing
        }
        ${this.#lineNotice()} ${tools?.bar(this.view, this.editorState, writable) ?? nothing}
      </div>
      ${this.#notices(writing)} ${session?.loaded === true ? nothing : this.#skeleton(writing.loading)}
      <div class="sheet-row text-place" ?hidden=${session?.loaded !== true}></div>
      ${tools?.over(this.view) ?? nothing}
    `;
  }

  /** Opens a form of the editor, for the caret or for a block. */
  openForm(form: FormName, id: string | null = null): void {
    void this.#furnished().then((tools) => tools.openForm(form, id));
  }

  #skeleton(label: string) {
    return html`<div class="sheet-row">
      <div class="sheet">
        <p class="hidden-text" role="status">${label}</p>
        <div class="skeleton" aria-hidden="true">${Array.from({ length: 8 }, () => html`<span></span>`)}</div>
      </div>
    </div>`;
  }

  #notices(writing: FirstWording['writing']) {
    const { ending, session } = this;
    if (ending !== null) return html`${this.#ended(writing, ending)}${homeNotice(this.#offline)}`;
    if (session === null) return nothing;
    if (session.waiting === CLOSE.sealed) {
      return html`<div class="notice warning" role="status">
        ${sign('lock')}
        <p>${writing.sealed}</p>
      </div>`;
    }
    return nothing;
  }

  /** Stays in sight, wherever in the text somebody is: whether what they type is safe. */
  #lineNotice() {
    const { ending, session } = this;
    if (session === null || ending !== null || session.waiting === CLOSE.sealed) return nothing;
    if (this.mayWrite && session.state === 'offline') return offlineNotice(session, this.#offline);
    return homeNotice(this.#offline);
  }

  #ended(writing: FirstWording['writing'], { why, text, kept }: Ending) {
    return html`<div class="notice danger kept-text" role="alert">
      ${sign('err')}
      <div class="stack">
        <p>
          <b>${writing.ended[why]}</b>
          ${kept ? writing.kept.saved : text === '' ? writing.nothingLost : writing.keptText}
        </p>
        ${
          text === ''
            ? nothing
            : html`<textarea readonly rows="6" aria-label=${writing.keptText} .value=${text}></textarea>`
        }
        <div class="buttons">
          ${
            text === ''
              ? nothing
              : html`<button class="button" type="button" @click=${() => this.#copy(text)}>${writing.copy}</button>`
          }
          ${
            why === 'closed' || why === 'refused'
              ? html`<button class="button plain" type="button" @click=${() => this.#dismiss()}>
                  ${writing.dismiss}
                </button>`
              : html`<button class="button" type="button" @click=${() => location.reload()}>${writing.reload}</button>`
          }
          <span role="status">${this.copied ? writing.copied : nothing}</span>
        </div>
      </div>
    </div>`;
  }

  async #copy(text: string): Promise<void> {
    // On plain http there is no clipboard API; the selected text can then be copied by hand.
    if (navigator.clipboard === undefined) {
      this.querySelector<HTMLTextAreaElement>('.kept-text textarea')?.select();
      return;
    }
    await navigator.clipboard.writeText(text);
    this.copied = true;
  }

  #dismiss(): void {
    const again = this.session?.ended !== null;
    this.ending = null;
    this.copied = false;
    if (again) this.#start();
  }

  #start(): void {
    this.#stop();
    if (this.draft === '' || this.writer === null || !this.isConnected) return;
    const started = (this.#starting = {});
    void this.#connect(started, this.writer);
  }

  /** Opens the session once it is sure that this page knows all that the draft may hold. */
  async #connect(started: object, writer: Writer): Promise<void> {
    const schema = (await this.serverSchema?.()) ?? null;
    if (this.#starting !== started) return;
    if (schema !== null && !sameSchema(schema)) {
      this.ending = { why: 'outdated', text: '', kept: false };
      return;
    }
    const session = new DraftSession({
      url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`,
      draft: this.draft,
      writer,
      // A server of a newer release refuses this connection when it comes back.
      ...(schema === null ? {} : { parameters: { schema: schema.hash } }),
    });
    this.session = session;
    session.onSaved = () => {
      this.#stored = this.view?.state.doc ?? null;
    };
    session.subscribe(() => this.#sessionChanged(session));
    this.requestUpdate();
    this.#schemaHash = schema?.hash ?? '';
  }

  /** Keeps on this device what is not saved; looks first whether an earlier page left something there. */
  async #keepOnDevice(session: DraftSession): Promise<void> {
    await afterTyping(async () => {
      const { OfflineDraft } = await import('../offline/offline-draft.ts');
      if (this.session !== session || this.writer === null) return;
      this.#offline = new OfflineDraft({
        session,
        draft: this.draft,
        person: this.writer.person,
        schema: this.#schemaHash,
        mayWrite: () => this.mayWrite,
        keepText: async (text) => {
          const event = new TextLeftEvent(text);
          this.dispatchEvent(event);
          return (await event.kept) === true;
        },
        changed: () => this.requestUpdate(),
      });
    });
  }

  #stop(): void {
    this.#starting = null;
    cancelAnimationFrame(this.#telling);
    this.#telling = 0;
    this.#offline?.stop();
    this.#offline = null;
    this.view?.destroy();
    this.view = null;
    this.editorState = null;
    this.session?.destroy();
    this.session = null;
    this.#stored = null;
  }

  #sessionChanged(session: DraftSession): void {
    if (session !== this.session) return;
    if (session.loaded && this.view === null) this.#mount(session);
    if (session.ended !== null && this.ending === null) {
      if (this.view === null) void this.#keepOnDevice(session);
      this.#keep(WHY[session.ended] ?? 'noRight');
    }
    // Makes ProseMirror ask again whether it may be edited; not for every caret that moves elsewhere.
    const writable = session.loaded && session.ended === null;
    if (this.view !== null && this.view.editable !== (writable && this.mayWrite)) this.view.setProps({});
    if (this.view === null || !writable) this.#tell();
    else this.#tellSoon();
  }

  /** Has everything around the text drawn as the text is now. */
  #tell(): void {
    cancelAnimationFrame(this.#telling);
    this.#telling = 0;
    this.editorState = this.view?.state ?? null;
    this.requestUpdate();
    this.dispatchEvent(new DraftChangedEvent());
  }

  /** The same once before the next frame, however much comes from elsewhere until then. */
  #tellSoon(): void {
    // A page that nobody looks at has no frames.
    if (document.hidden) this.#tell();
    else if (this.#telling === 0) this.#telling = requestAnimationFrame(() => this.#tell());
  }

  /** What somebody does now is about the text as it is now. */
  readonly #tellNow = (): void => {
    if (this.#telling !== 0) this.#tell();
  };

  #mount(session: DraftSession): void {
    const host = this.querySelector('.text-place');
    const { editor } = firstWords().writing;
    if (host === null) return;
    const mount = document.createElement('div');
    host.replaceChildren(mount);
    const options: EditorOptions = {
      mount,
      session,
      label: editor.label(this.documentTitle),
      dossier: this.dossier,
      words: editor,
      guidanceOf: (slot) => this.guidanceOf(slot),
      mayWrite: () => this.mayWrite,
      onUpdate: (own) => (own ? this.#tell() : this.#tellSoon()),
      onEdited: (nodes) => this.dispatchEvent(new DraftEditedEvent(nodes)),
      addImage: (file) => void this.#furnished().then((tools) => tools.addImage(file)),
      onPasted: (lost) => void this.#furnished().then((tools) => tools.tellIntake({ kind: 'pasted', lost })),
      onPasteFailed: () => void this.#furnished().then((tools) => tools.tellIntake({ kind: 'failed' })),
      onMassDeletion: (deletion) => void this.#furnished().then((tools) => tools.askDeletion(deletion)),
      onMeasure: (requirement) => this.openForm('measure', requirement),
      editLink: () => this.openForm('link'),
      editMeasure: () => this.openForm('measure'),
    };
    this.view = createEditor(options);
    this.editorState = this.view.state;
    this.#stored = this.view.state.doc;
    void this.#furnish(this.view, options);
  }

  /** Gives the editor what the first letter does not need, as soon as the text has been shown. */
  async #furnish(view: EditorView, options: EditorOptions): Promise<void> {
    await shown();
    const kept = this.#keepOnDevice(options.session);
    await afterTyping(async () => {
      try {
        const [{ furnish }] = await Promise.all([import('./rest.ts'), allWords()]);
        if (!view.isDestroyed) furnish(view, options, words().writing.editor);
      } catch (error) {
        placesOf(view).held.release(view, false);
        throw error;
      }
    });
    // With its tools a text is complete: by then it is also kept on this device.
    await kept;
    await this.#furnished();
  }

  /** Fetches what stands around the text of the editor; its sentences come before it. */
  #furnished(): Promise<EditorTools> {
    return (this.#furnishing ??= (async () => {
      await afterTyping(() => allWords());
      await afterTyping(async () => {
        const { EditorTools } = await import('./editor-tools.ts');
        this.tools = new EditorTools(this);
      });
      await this.updateComplete;
      return this.tools as EditorTools;
    })());
  }

  /** Puts aside what may not be stored, before the session that held it goes. */
  #keep(why: Ending['why']): void {
    const { session, view } = this;
    const lost = session?.unsaved === true && view !== null && this.#stored !== null;
    const text = lost ? unsavedText(this.#stored as Node, view.state.doc) : '';
    this.ending = { why, text, kept: false };
    if (why !== 'signedOut') this.#offline?.handOver();
    if (text !== '') void this.#putAside(this.ending);
  }

  async #putAside(ending: Ending): Promise<void> {
    const event = new TextLeftEvent(ending.text);
    this.dispatchEvent(event);
    if ((await event.kept) === true && this.ending === ending) this.ending = { ...ending, text: '', kept: true };
  }

  readonly #beforeUnload = (event: BeforeUnloadEvent): void => {
    if (this.session?.unsaved === true && this.#offline?.onDevice !== true) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'draft-editor': DraftEditor;
  }
  interface HTMLElementEventMap {
    'draft-changed': DraftChangedEvent;
    'draft-edited': DraftEditedEvent;
    'draft-text-left': TextLeftEvent;
  }
}
