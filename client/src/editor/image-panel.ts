import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { EditorView } from 'prosemirror-view';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly view: EditorView | null;
  readonly dossier: string;
}

/** The form for pictures, fetched when somebody first asks for it. */
export class EditorImages implements ReactiveController {
  readonly #host: Host;

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

  async open(file: File | null, id: string | null): Promise<void> {
    await import('./image-form.ts');
    await this.#host.updateComplete;
    const form = this.#host.querySelector('image-form');
    // What it was given before it was known comes to it with its first update: the draft, among other things.
    await form?.updateComplete;
    form?.begin(file, id);
  }
}
