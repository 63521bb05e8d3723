import { imageUrl } from '@draagvlak/contract/client';
import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView } from 'prosemirror-view';
import { afterAllWords, hasAllWords, words } from '../stores/words.ts';

/** Somebody wants to put a picture in, or to change the one with this id. */
export class ImageWantedEvent extends Event {
  readonly file: File | null;
  readonly id: string | null;
  constructor({ file = null, id = null }: { readonly file?: File | null; readonly id?: string | null } = {}) {
    super('image-wanted', { bubbles: true, composed: true });
    this.file = file;
    this.id = id;
  }
}

/** Only bytes of our own: a text cannot make its readers' browsers fetch anything elsewhere. */
const addressOf = (dossier: string, src: unknown): string | null =>
  typeof src === 'string' && src.startsWith('blob:') && dossier !== '' ? imageUrl(dossier, src.slice(5)) : null;

/** A picture on the sheet, with its description and a way to change that. */
export function imageView(dossier: string): (node: Node, view: EditorView) => NodeView {
  return (node) => {
    const dom = document.createElement('figure');
    dom.className = 'draft-image';
    dom.dataset['id'] = (node.attrs['id'] as string | null) ?? '';
    const image = dom.appendChild(document.createElement('img'));
    const missing = dom.appendChild(document.createElement('p'));
    missing.className = 'missing-image';
    missing.hidden = true;
    const change = dom.appendChild(document.createElement('button'));
    change.type = 'button';
    change.className = 'button small image-change';
    change.tabIndex = -1;
    change.addEventListener('click', () => dom.dispatchEvent(new ImageWantedEvent({ id: dom.dataset['id'] ?? null })));
    image.addEventListener('error', () => {
      image.hidden = true;
      missing.hidden = false;
    });
    let shown = node;
    const show = (): void => {
      const images = hasAllWords() ? words().images : null;
      const { src, alt, width } = shown.attrs as { src: string; alt: string; width: number | null };
      const address = addressOf(dossier, src);
      image.alt = alt;
      image.hidden = address === null;
      missing.hidden = address !== null;
      missing.textContent = `${images?.missing ?? ''} ${alt}`.trim();
      if (address !== null && image.getAttribute('src') !== address) image.src = address;
      if (width !== null) image.width = width;
      change.textContent = (alt === '' ? images?.changeDecorative : images?.change) ?? '';
      change.hidden = images === null;
      change.title = alt;
    };
    show();
    // Its button and what it says of a picture that is not there come after the text.
    if (!hasAllWords()) void afterAllWords.then(show);
    return {
      dom,
      update: (next) => {
        if (next.type !== node.type) return false;
        dom.dataset['id'] = (next.attrs['id'] as string | null) ?? '';
        shown = next;
        show();
        return true;
      },
      stopEvent: (event) => event.target === change,
      ignoreMutation: () => true,
    };
  };
}

declare global {
  interface HTMLElementEventMap {
    'image-wanted': ImageWantedEvent;
  }
}
