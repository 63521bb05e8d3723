import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { EditorView } from 'prosemirror-view';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly view: EditorView | null;
  readonly dossier: string;
}

/** The form for pictures, fetched when somebody first asks for it. */
export class EditorImages implements ReactiveController {
  readonly #host: Host;
  #turn: Promise<void> = Promise.resolve();

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
    host.addEventListener('image-wanted', ({ file, id }) => void this.open(file, id));
  }

  hostConnected(): void {}

  form() {
    const { view, dossier } = this.#host;
    return dossier === '' ? nothing : html`<image-form .view=${view} .dossier=${dossier}></image-form>`;
  }

  /** Opens the form, for one after the other: with this file, for the picture with this id, or empty. */
  open(file: File | null, id: string | null): Promise<void> {
    const opened = this.#turn.then(() => this.#begin(file, id));
    // A line that is down is no reason to refuse what comes later.
    this.#turn = opened.catch(() => {});
    return opened;
  }

  async #begin(file: File | null, id: string | null): Promise<void> {
    await import('./image-form.ts');
    // The form is drawn with the tools, and knows its draft from its first update on: a file that came before waits.
    for (;;) {
      await this.#host.updateComplete;
      const form = this.#host.querySelector('image-form');
      await form?.updateComplete;
      if (form != null && form.view !== null) return form.begin(file, id);
      if (!this.#host.isConnected) return;
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
}
