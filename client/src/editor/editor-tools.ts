import { html, type ReactiveControllerHost } from 'lit';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { words } from '../stores/words.ts';
import { afterTyping } from './after-typing.ts';
import type { EditorForm } from './editor-form.ts';
import './editor-form.ts';
import type { EditorFormEvent, FormName } from './editor-form-event.ts';
import type { Intake } from './editor-notice.ts';
import './editor-notice.ts';
import './editor-toolbar.ts';
import { EditorImages } from './image-panel.ts';
import type { MassDeletion } from './mass-deletion.ts';
import { EditorPanels } from './panels.ts';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly view: EditorView | null;
  readonly mayWrite: boolean;
  readonly mayNote: boolean;
  readonly dossier: string;
}

/** What stands around the text of an editor: tools, panels, forms and notices. Fetched when one can type already. */
export class EditorTools {
  readonly #host: Host;
  readonly #panels: EditorPanels;
  readonly #images: EditorImages;
  #intake: Intake | null = null;

  constructor(host: Host) {
    this.#host = host;
    this.#panels = new EditorPanels(host);
    this.#images = new EditorImages(host, () => this.tellIntake({ kind: 'failed' }));
    // Asked for with a key, and typed in at once.
    void afterTyping(
      () => import('./find-bar.ts'),
      () => import('./reference-picker.ts'),
    );
  }

  /** What stays above the text while it scrolls. */
  toolbar(view: EditorView, state: EditorState | null) {
    return html`<editor-toolbar
      .view=${view}
      .editorState=${state}
      .words=${words().writing.editor}
      .noteTool=${this.#host.mayNote ? words().notes.tool : null}
      @editor-form=${(event: EditorFormEvent) => this.openForm(event.form)}
    ></editor-toolbar>`;
  }

  /** What opens below the tools. */
  bar(view: EditorView | null, state: EditorState | null, writable: boolean) {
    return html`${this.#panels.bar(view, state, writable)}
      <editor-notice .intake=${this.#intake} .words=${words().pasting}></editor-notice>`;
  }

  /** What opens over the text. */
  over(view: EditorView | null) {
    const { writing, shell } = words();
    return html`${this.#panels.over(view)} ${this.#images.form()}
      <editor-form .view=${view} .words=${writing.editor} .cancelLabel=${shell.cancel}></editor-form>`;
  }

  openForm(form: FormName, id: string | null = null): void {
    this.#host.querySelector<EditorForm>('editor-form')?.open(form, id);
  }

  addImage(file: File): void {
    this.#images.open(file, null);
  }

  tellIntake(intake: Intake): void {
    this.#intake = intake;
    this.#host.requestUpdate();
  }

  askDeletion(deletion: MassDeletion): void {
    void this.#panels.askDeletion(deletion);
  }
}
