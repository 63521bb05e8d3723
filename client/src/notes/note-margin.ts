import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { EditorView } from 'prosemirror-view';
import { layOut } from './note-layout.ts';

/** Space between two cards, in CSS pixels. */
const GAP = 8;
/** Height that the margin has at least; `notes.css` gives it. */
const LEAST = 240;

/** Where the cards belong in the text: the position of each card's passage, by its element. */
export type Places = ReadonlyMap<HTMLElement, number>;

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly view: EditorView | null;
  /** The cards as they stand in the page, in the order of the text, and the one that is looked at. */
  placed(): { readonly places: Places; readonly active: HTMLElement | null };
}

/**
 * Keeps the cards of notes beside their lines while the text scrolls. Reads the page only after it was laid out anew
 * because the text, a card or the window took another size, so that typing does not wait for it.
 */
export class NoteMargin implements ReactiveController {
  /** There are cards, and they fit beside the text. */
  fits = false;
  readonly #host: Host;
  readonly #sizes: ResizeObserver;
  readonly #watched = new Set<Element>();
  #scroller: HTMLElement | null = null;
  #frame = 0;
  #shift = '';

  constructor(host: Host) {
    this.#host = host;
    this.#sizes = new ResizeObserver(() => this.place());
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    this.#watched.clear();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#scroller?.removeEventListener('scroll', this.#scrolled);
    this.#scroller = null;
  }

  /** Places the cards in the next frame: the places or the cards are others than before. */
  later(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.place();
    });
  }

  /** Places the cards now. */
  place(): void {
    const { view } = this.#host;
    const margin = this.#host.querySelector<HTMLElement>('.notes-margin');
    const layer = margin?.firstElementChild;
    if (view === null || view.isDestroyed || margin === null || !(layer instanceof HTMLElement)) return;
    const scroller = view.dom.closest<HTMLElement>('draft-editor');
    if (scroller === null) return;
    const { places, active } = this.#host.placed();
    this.#watch(scroller, [view.dom, scroller, margin, ...places.keys()]);
    const [text, beside] = [scroller.getBoundingClientRect(), margin.getBoundingClientRect()];
    const above = scroller.scrollTop - beside.top;
    const inOrder = [...places].toSorted((a, b) => a[1] - b[1]);
    const cards = inOrder.map(([card, pos]) => ({
      line: view.coordsAtPos(Math.min(pos, view.state.doc.content.size)).top + above,
      height: card.offsetHeight,
    }));
    const index = inOrder.findIndex(([card]) => card === active);
    // As far as the text can be scrolled; what stands lower could never be seen. Whether they fit must not depend on
    // the height that the margin has when they do.
    const scrolls = scroller.scrollHeight - text.height;
    const lay = (height: number) => layOut(cards, index < 0 ? null : index, { height, gap: GAP });
    const fits = cards.length > 0 && lay(scrolls + LEAST) !== null;
    const tops = fits ? lay(scrolls + Math.max(LEAST, beside.height)) : null;
    for (const [at, [card]] of inOrder.entries()) {
      const top = tops === null ? '' : `${Math.round(tops[at] ?? 0)}px`;
      if (card.style.top !== top) card.style.top = top;
    }
    this.#follow(layer, scroller, fits);
    // Who answers sees what the card grows to.
    if (active?.contains(document.activeElement) === true) this.reveal(active);
    if (this.fits === fits) return;
    this.fits = fits;
    this.#host.requestUpdate();
  }

  /** Scrolls the text as far as a card needs to be seen whole. */
  reveal(card: HTMLElement): void {
    const scroller = this.#scroller;
    const margin = this.#host.querySelector<HTMLElement>('.notes-margin');
    if (!this.fits || scroller === null || margin === null) return;
    const [box, room] = [card.getBoundingClientRect(), margin.getBoundingClientRect()];
    if (box.top < room.top) scroller.scrollBy({ top: box.top - room.top });
    else if (box.bottom > room.bottom)
      scroller.scrollBy({ top: Math.min(box.bottom - room.bottom, box.top - room.top) });
  }

  /** A wheel over the cards scrolls the text they stand beside. */
  readonly wheel = (event: WheelEvent): void => {
    if (!this.fits || event.ctrlKey) return;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    this.#scroller?.scrollBy({ top: event.deltaY * unit });
  };

  /** What the browser scrolls here to show something, the text is scrolled instead. */
  readonly scrolledHere = ({ currentTarget }: Event): void => {
    if (!this.fits || !(currentTarget instanceof HTMLElement) || currentTarget.scrollTop === 0) return;
    const top = currentTarget.scrollTop;
    currentTarget.scrollTop = 0;
    this.#scroller?.scrollBy({ top });
  };

  #watch(scroller: HTMLElement, elements: readonly Element[]): void {
    if (scroller !== this.#scroller) {
      this.#scroller?.removeEventListener('scroll', this.#scrolled);
      this.#scroller = scroller;
      scroller.addEventListener('scroll', this.#scrolled, { passive: true });
    }
    for (const one of this.#watched) {
      if (elements.includes(one)) continue;
      this.#sizes.unobserve(one);
      this.#watched.delete(one);
    }
    for (const one of elements) {
      if (this.#watched.has(one)) continue;
      this.#watched.add(one);
      this.#sizes.observe(one);
    }
  }

  readonly #scrolled = (): void => {
    const layer = this.#host.querySelector<HTMLElement>('.notes-layer');
    if (layer !== null && this.#scroller !== null) this.#follow(layer, this.#scroller, this.fits);
  };

  #follow(layer: HTMLElement, scroller: HTMLElement, fits: boolean): void {
    const shift = fits ? `translateY(${-scroller.scrollTop}px)` : '';
    if (shift === this.#shift && layer.style.transform === shift) return;
    this.#shift = shift;
    layer.style.transform = shift;
  }
}
