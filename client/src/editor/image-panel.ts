import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { EditorView } from 'prosemirror-view';
import type { ImageWantedEvent } from './images.ts';

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
    host.addEventListener('image-wanted', (event) => void this.#open(event));
  }

  hostConnected(): void {}

  form() {
    const { view, dossier } = this.#host;
    return dossier === '' ? nothing : html`<image-form .view=${view} .dossier=${dossier}></image-form>`;
  }

  async #open({ file, id }: ImageWantedEvent): Promise<void> {
    await import('./image-form.ts');
    const form = this.#host.querySelector('image-form');
    // What it was given before it was known comes to it with its first update: the draft, among other things.
    await form?.updateComplete;
    form?.begin(file, id);
  }
}
