import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { EditorState } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import type { MassDeletion } from './mass-deletion.ts';
import { canRefer } from './references.ts';
import { typeAhead } from './type-ahead.ts';

/** What opens beside the text when somebody asks for it; fetched at that moment. */
export type Panel = 'find' | 'replace' | 'reference' | 'go' | 'keys';

/** Asks the editor for a panel. */
export class EditorPanelEvent extends Event {
  readonly panel: Panel;
  constructor(panel: Panel) {
    super('editor-panel', { bubbles: true, composed: true });
    this.panel = panel;
  }
}

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly view: EditorView | null;
  readonly mayWrite: boolean;
}

/** The panels of the editor and the keys that open them, wherever in the editor the keyboard is. */
export class EditorPanels implements ReactiveController {
  readonly #host: Host;
  #finding = false;
  #referring = false;
  #deleting = false;
  #keys = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
    host.addEventListener('keydown', (event) => this.#keydown(event));
    host.addEventListener('editor-panel', (event) => void this.open(event.panel));
  }

  hostDisconnected(): void {
    this.#finding = false;
    this.#referring = false;
    this.#deleting = false;
    this.#keys = false;
  }

  async open(panel: Panel): Promise<void> {
    if (panel === 'reference' || panel === 'go') return this.#pick(panel);
    if (panel === 'keys') return this.#showKeys();
    const typed = await typeAhead('find-bar', () => import('./find-bar.ts'));
    if (this.#host.view === null) return;
    this.#finding = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.querySelector('find-bar')?.begin(panel === 'replace', typed);
  }

  /** The bar that stays with the toolbar while the text scrolls. */
  bar(view: EditorView | null, state: EditorState | null, mayWrite: boolean) {
    if (!this.#finding || view === null) return nothing;
    return html`<find-bar
      .view=${view}
      .editorState=${state}
      .mayWrite=${mayWrite}
      @find-closed=${() => this.#stopFinding()}
    ></find-bar>`;
  }

  /** What opens over the text. */
  over(view: EditorView | null) {
    if (view === null) return nothing;
    return html`${this.#referring ? html`<reference-picker .view=${view}></reference-picker>` : nothing}
    ${this.#keys ? html`<editor-keys @dialog-closed=${() => this.#hideKeys()}></editor-keys>` : nothing}
    ${this.#deleting ? html`<deletion-panel .view=${view}></deletion-panel>` : nothing}`;
  }

  /** Asks before much text goes. */
  readonly askDeletion = async (deletion: MassDeletion): Promise<void> => {
    await import('./deletion-panel.ts');
    this.#deleting = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.querySelector('deletion-panel')?.ask(deletion);
  };

  async #pick(panel: 'reference' | 'go'): Promise<void> {
    const { view, mayWrite } = this.#host;
    if (view === null) return;
    if (panel === 'reference' && !(mayWrite && view.editable && canRefer(view.state))) return;
    const typed = await typeAhead('reference-picker', () => import('./reference-picker.ts'));
    this.#referring = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.querySelector('reference-picker')?.open(panel === 'go' ? 'go' : 'refer', typed);
  }

  async #showKeys(): Promise<void> {
    await import('./editor-keys.ts');
    this.#keys = true;
    this.#host.requestUpdate();
  }

  #hideKeys(): void {
    this.#keys = false;
    this.#host.requestUpdate();
    this.#host.view?.focus();
  }

  #stopFinding(): void {
    this.#finding = false;
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => this.#host.view?.focus());
  }

  #keydown(event: KeyboardEvent): void {
    const { view } = this.#host;
    if (view === null || event.defaultPrevented) return;
    if (event.altKey && event.key === 'F10') {
      event.preventDefault();
      this.#host.querySelector<HTMLElement>('.toolbar [tabindex="0"]')?.focus();
      return;
    }
    const panel = this.#panelFor(event);
    if (panel === null) return;
    event.preventDefault();
    void this.open(panel);
  }

  #panelFor(event: KeyboardEvent): Panel | null {
    if ((event.ctrlKey || event.metaKey) && event.altKey && event.code === 'KeyV') return 'reference';
    const mod = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const key = event.key.toLowerCase();
    if (mod && key === 'f') return this.#host.querySelector('find-bar')?.isAsking === true ? null : 'find';
    if (mod && key === 'h') return 'replace';
    if (mod && key === 'g') return 'go';
    if (mod && key === '/') return 'keys';
    return null;
  }
}

declare global {
  interface HTMLElementEventMap {
    'editor-panel': EditorPanelEvent;
  }
}
