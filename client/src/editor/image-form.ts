import { imageUrl, uploadImage } from '@draagvlak/contract/client';
import { schema } from '@draagvlak/document';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { EditorView } from 'prosemirror-view';
import { LightElement } from '../elements/light-element.ts';
import { refusal } from '../elements/states.ts';
import { type Failure, failureOf } from '../stores/failure.ts';
import { words } from '../stores/words.ts';
import { newId } from './new-id.ts';
import { findById } from './place.ts';

/** Bytes that the server takes for a picture. */
const MOST = 10 * 1024 * 1024;

/** What we know of the bytes of the picture in the form. */
type Upload =
  | { readonly kind: 'none' }
  | { readonly kind: 'sending'; readonly sent: number }
  | { readonly kind: 'there'; readonly blob: string }
  | { readonly kind: 'failed'; readonly failure: Failure | 'too-large' };

/**
 * Puts a picture into the draft, or changes its description or what it shows. The bytes travel while the author writes what is to be seen;
 * a picture without a description cannot come in unless it is said to be decoration.
 */
@customElement('image-form')
export class ImageForm extends LightElement {
  @property({ attribute: false }) view: EditorView | null = null;
  @property() dossier = '';
  @state() private opened = false;
  @state() private upload: Upload = { kind: 'none' };
  @state() private decorative = false;
  @state() private error: 'file' | 'alt' | null = null;
  /** Id of the picture that is changed; `null` for a new one. */
  #id: string | null = null;
  #alt = '';
  #stop: AbortController | null = null;
  /** The author was done before the bytes had arrived. */
  #ready = false;
  /** Files that came while the form was open; each has its turn. */
  #waiting: File[] = [];

  /** Opens the form: empty, with a file that was pasted or dropped, or for the picture with this id. */
  begin(file: File | null, id: string | null): void {
    const { view } = this;
    if (view === null) return;
    if (this.opened && file !== null) {
      this.#waiting.push(file);
      return;
    }
    const place = id === null ? null : findById(view.state.doc, id);
    this.#stop?.abort();
    this.#id = place === null ? null : id;
    this.#alt = (place?.node.attrs['alt'] as string | undefined) ?? '';
    this.decorative = place !== null && this.#alt === '';
    this.error = null;
    this.#ready = false;
    const src = place?.node.attrs['src'] as string | undefined;
    this.upload = src?.startsWith('blob:') === true ? { kind: 'there', blob: src.slice(5) } : { kind: 'none' };
    this.opened = true;
    if (file !== null) void this.#send(file);
    void this.updateComplete.then(() => {
      const dialog = this.querySelector('dialog');
      if (dialog !== null && !dialog.open) dialog.showModal();
      this.querySelector<HTMLElement>(file === null && place === null ? 'input[type=file]' : 'textarea')?.focus();
    });
  }

  override render() {
    if (!this.opened) return nothing;
    const { images, shell } = words();
    const changing = this.#id !== null;
    return html`<dialog class="dialog" aria-labelledby="image-form-title" @close=${() => this.#closed()}>
      <form
        class="form"
        novalidate
        @submit=${(event: SubmitEvent) => {
          event.preventDefault();
          this.#submit();
        }}
      >
        <h2 id="image-form-title">${changing ? images.changeTitle : images.title}</h2>
        ${this.#file(changing)} ${this.#state()}
        <div class=${this.error === 'alt' ? 'field has-error' : 'field'}>
          <label for="image-alt">${images.alt}</label>
          <span class="hint" id="image-alt-hint">${images.altHint}</span>
          ${this.error === 'alt' ? html`<span class="error" id="image-alt-error">${images.altNeeded}</span>` : nothing}
          <textarea
            id="image-alt"
            rows="3"
            maxlength="1000"
            aria-describedby=${this.error === 'alt' ? 'image-alt-hint image-alt-error' : 'image-alt-hint'}
            aria-invalid=${this.error === 'alt' ? 'true' : nothing}
            ?disabled=${this.decorative}
            .value=${this.#alt}
            @input=${(event: Event) => {
              this.#alt = (event.target as HTMLTextAreaElement).value;
            }}
          ></textarea>
          <label class="choice"
            ><input
              type="checkbox"
              .checked=${this.decorative}
              @change=${(event: Event) => {
                this.decorative = (event.target as HTMLInputElement).checked;
                this.error = null;
              }}
            /><span>${images.decorative}</span></label
          >
        </div>
        <div class="buttons">
          <button class="button primary" type="submit">${changing ? images.save : images.insert}</button>
          ${
            changing
              ? html`<button class="button danger" type="button" @click=${() => this.#remove()}>
                  ${images.remove}
                </button>`
              : nothing
          }
          <button class="button plain" type="button" @click=${() => this.querySelector('dialog')?.close()}>
            ${shell.cancel}
          </button>
        </div>
      </form>
    </dialog>`;
  }

  #file(changing: boolean) {
    const { images } = words();
    const wrong = this.error === 'file';
    return html`<div class=${wrong ? 'field has-error' : 'field'}>
      <label for="image-file">${changing ? images.otherFile : images.file}</label>
      <span class="hint" id="image-file-hint">${changing ? images.otherFileHint : images.fileHint}</span>
      ${wrong ? html`<span class="error" id="image-file-error">${images.fileNeeded}</span>` : nothing}
      <input
        id="image-file"
        type="file"
        accept="image/png,image/jpeg"
        aria-describedby=${wrong ? 'image-file-hint image-file-error' : 'image-file-hint'}
        aria-invalid=${wrong ? 'true' : nothing}
        @change=${(event: Event) => {
          const [file] = (event.target as HTMLInputElement).files ?? [];
          if (file !== undefined) void this.#send(file);
        }}
      />
    </div>`;
  }

  #state() {
    const { images } = words();
    const { upload } = this;
    switch (upload.kind) {
      case 'none':
        return nothing;
      case 'sending':
        return html`<div class="field">
          <label for="image-progress">${images.sending}</label
          ><progress id="image-progress" max="1" .value=${upload.sent}></progress>
        </div>`;
      case 'there':
        return html`<figure class="image-preview">
          <img src=${imageUrl(this.dossier, upload.blob)} alt=${images.preview} />
        </figure>`;
      case 'failed':
        return upload.failure === 'too-large'
          ? html`<p class="notice danger" role="alert">${images.tooLarge}</p>`
          : refusal(upload.failure);
    }
  }

  async #send(file: File): Promise<void> {
    this.#stop?.abort();
    const stop = (this.#stop = new AbortController());
    this.error = null;
    this.#ready = false;
    if (file.size > MOST) {
      this.upload = { kind: 'failed', failure: 'too-large' };
      return;
    }
    this.upload = { kind: 'sending', sent: 0 };
    try {
      const progress = (sent: number) => {
        if (this.#stop === stop && this.upload.kind === 'sending') this.upload = { kind: 'sending', sent };
      };
      const { blob } = await uploadImage(this.dossier, file, progress, stop.signal);
      if (this.#stop !== stop) return;
      this.upload = { kind: 'there', blob };
      if (this.#ready) this.#submit();
    } catch (error) {
      const failure = failureOf(error);
      if (this.#stop === stop) this.upload = { kind: 'failed', failure };
    }
  }

  #submit(): void {
    const { view, upload } = this;
    const alt = this.decorative ? '' : this.#alt.trim();
    if (view === null) return;
    if (upload.kind !== 'there' && upload.kind !== 'sending') {
      this.error = 'file';
      this.querySelector<HTMLElement>('#image-file')?.focus();
      return;
    }
    if (alt === '' && !this.decorative) {
      this.error = 'alt';
      this.querySelector<HTMLElement>('#image-alt')?.focus();
      return;
    }
    if (upload.kind === 'sending') {
      this.#ready = true;
      return;
    }
    const src = `blob:${upload.blob}`;
    if (this.#id === null) insertImage(view, src, alt);
    else changeImage(view, this.#id, src, alt);
    this.querySelector('dialog')?.close();
  }

  #remove(): void {
    const { view } = this;
    const place = view === null || this.#id === null ? null : findById(view.state.doc, this.#id);
    if (view !== null && place !== null)
      view.dispatch(view.state.tr.delete(place.pos, place.pos + place.node.nodeSize));
    this.querySelector('dialog')?.close();
  }

  #closed(): void {
    this.#stop?.abort();
    this.#stop = null;
    this.opened = false;
    this.view?.focus();
    const next = this.#waiting.shift();
    if (next !== undefined) this.begin(next, null);
  }
}

/** Gives a picture other bytes or another description: it stays the same picture, so that one sees what it was. */
function changeImage(view: EditorView, id: string, src: string, alt: string): void {
  const place = findById(view.state.doc, id);
  if (place === null) return;
  const { tr } = view.state;
  if (place.node.attrs['alt'] !== alt) tr.setNodeAttribute(place.pos, 'alt', alt);
  // The width that suited the one need not suit the other.
  if (place.node.attrs['src'] !== src) {
    tr.setNodeAttribute(place.pos, 'src', src);
    if (place.node.attrs['width'] !== null) tr.setNodeAttribute(place.pos, 'width', null);
  }
  if (tr.docChanged) view.dispatch(tr);
}

/** A picture behind the block at the caret, within its cell where it stands in one; the caret stays where it was. */
export function insertImage(view: EditorView, src: string, alt: string): void {
  const image = schema.nodes.image.create({ id: newId(), src, alt });
  const { $to } = view.state.selection;
  let at = $to.depth === 0 ? $to.pos : $to.after(1);
  for (let depth = $to.depth; depth > 0; depth -= 1)
    if ($to.node(depth).type === schema.nodes.cell) {
      at = $to.after(depth + 1);
      break;
    }
  const { tr } = view.state;
  // Of several pictures the next comes behind the one before.
  for (let next = tr.doc.nodeAt(at); next?.type === schema.nodes.image; next = tr.doc.nodeAt(at)) at += next.nodeSize;
  tr.insert(at, image);
  // One must be able to type below a picture at the end.
  if (tr.doc.resolve(at + 1).nodeAfter === null) tr.insert(at + 1, schema.nodes.block.create());
  view.dispatch(tr.scrollIntoView());
}

declare global {
  interface HTMLElementTagNameMap {
    'image-form': ImageForm;
  }
}
