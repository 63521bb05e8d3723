import type { CommentView } from '@draagvlak/contract/client';
import type { Anchor } from '@draagvlak/review';
import { element } from './element.ts';
import { elementOf, rangeOf } from './places.ts';

const HAS_HIGHLIGHTS = typeof CSS !== 'undefined' && 'highlights' in CSS && typeof Highlight === 'function';

export interface Marks {
  /** Marks the passages of these comments, and puts a count at every place that has some. */
  show(comments: readonly CommentView[]): void;
  /** Marks the passage or part that is chosen or looked at; `null` takes the mark away. */
  choose(anchor: Anchor | null): void;
}

/**
 * Marks lie over the text and never in it, so that places keep counting and marks may overlap: highlights of the
 * browser where it has them, else lines laid over the words.
 */
export function marksOn(
  root: HTMLElement,
  words: { readonly onThisPlace: (count: number) => string },
  open: (comments: readonly CommentView[]) => void,
): Marks {
  const overlay = HAS_HIGHLIGHTS ? null : new Overlay(root);
  let chosen: HTMLElement | null = null;
  let marked: string | null = null;
  const paint = (name: 'has-comments' | 'chosen', ranges: readonly Range[]) => {
    if (overlay) overlay.set(name, ranges);
    else CSS.highlights.set(name, new Highlight(...ranges));
  };
  return {
    show(comments) {
      const shown = comments.filter(({ withdrawnAt }) => withdrawnAt === null);
      // A comment keeps its place: the same comments are the same marks.
      const now = shown.map(({ id }) => id).join();
      if (now === marked) return;
      marked = now;
      paint(
        'has-comments',
        shown.flatMap(({ anchor }) => rangeOf(root, anchor) ?? []),
      );
      for (const count of root.querySelectorAll('.mark-count')) count.remove();
      for (const [place, here] of byElement(root, shown)) {
        const count = element(
          'a',
          {
            class: 'mark-count',
            'data-generated': true,
            href: `#reactie-${here[0]?.id ?? ''}`,
            'aria-label': words.onThisPlace(here.length),
            onclick: (event: Event) => {
              event.preventDefault();
              open(here);
            },
          },
          String(here.length),
        );
        holderOf(place).append(count);
      }
    },
    choose(anchor) {
      chosen?.classList.remove('chosen-part');
      const range = anchor ? rangeOf(root, anchor) : null;
      paint('chosen', range ? [range] : []);
      chosen = anchor && !range ? elementOf(root, anchor) : null;
      chosen?.classList.add('chosen-part');
    },
  };
}

/** Where the count of a place goes: in the last cell of a row, behind the title of a heading, else at the end. */
function holderOf(place: HTMLElement): Element {
  if (place.matches('tr')) return place.lastElementChild ?? place;
  return /^H[1-6]$/.test(place.tagName) ? (place.lastElementChild ?? place) : place;
}

/** Comments by the place where their count stands, in the order of the page. */
export function byElement(
  root: ParentNode,
  comments: readonly CommentView[],
): ReadonlyMap<HTMLElement, readonly CommentView[]> {
  const places = new Map<HTMLElement, CommentView[]>();
  for (const comment of comments) {
    const place = elementOf(root, comment.anchor);
    if (!place) continue;
    const here = places.get(place);
    if (here) here.push(comment);
    else places.set(place, [comment]);
  }
  return places;
}

/** Lines over the words for a browser without highlights; drawn again when the text flows anew. */
class Overlay {
  readonly #root: HTMLElement;
  readonly #layer: HTMLElement;
  readonly #ranges = new Map<string, readonly Range[]>();

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#layer = element('div', { class: 'mark-layer', 'aria-hidden': 'true' });
    root.classList.add('has-mark-layer');
    root.append(this.#layer);
    new ResizeObserver(() => this.#draw()).observe(root);
  }

  set(name: string, ranges: readonly Range[]): void {
    this.#ranges.set(name, ranges);
    this.#draw();
  }

  #draw(): void {
    const origin = this.#root.getBoundingClientRect();
    const lines: HTMLElement[] = [];
    for (const [name, ranges] of this.#ranges) {
      for (const range of ranges) {
        for (const box of range.getClientRects()) {
          const line = element('span', { class: `mark-line is-${name}` });
          line.style.insetInlineStart = `${box.left - origin.left}px`;
          line.style.top = `${box.top - origin.top}px`;
          line.style.width = `${box.width}px`;
          line.style.height = `${box.height}px`;
          lines.push(line);
        }
      }
    }
    this.#layer.replaceChildren(...lines);
  }
}
