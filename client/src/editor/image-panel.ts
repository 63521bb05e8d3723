import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { EditorView } from 'prosemirror-view';
import { isUnfetched } from '../stores/download.ts';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly view: EditorView | null;
  readonly dossier: string;
}

/** The form for pictures, fetched when somebody first asks for it. */
export class EditorImages implements ReactiveController {
  readonly #host: Host;
  readonly #failed: () => void;
  #turn: Promise<void> = Promise.resolve();

  /** `failed` hears that the form could not be fetched. */
  constructor(host: Host, failed: () => void) {
    this.#host = host;
    this.#failed = failed;
    host.addController(this);
    host.addEventListener('image-wanted', ({ file, id }) => this.open(file, id));
  }

  hostConnected(): void {}

  form() {
    const { view, dossier } = this.#host;
    return dossier === '' ? nothing : html`<image-form .view=${view} .dossier=${dossier}></image-form>`;
  }

  /** Opens the form with this file, for the picture with this id, or empty: in the order in which it was asked. */
  open(file: File | null, id: string | null): void {
    this.#turn = this.#turn.then(() => this.#begin(file, id));
  }

  async #begin(file: File | null, id: string | null): Promise<void> {
    // What is fetched for two that ask at once may come to the second one first; hence the turns.
    try {
      await import('./image-form.ts');
    } catch (error) {
      if (!isUnfetched(error)) reportError(error);
      return this.#failed();
    }
    await this.#host.updateComplete;
    const form = this.#host.querySelector('image-form');
    // What it was given before it was known comes to it with its first update: the draft, among other things.
    await form?.updateComplete;
    form?.begin(file, id);
  }
}
