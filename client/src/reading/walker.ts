/** Walks through the parts of the text by key: one of them is in the tab order, the others are a letter away. */
export class Walker {
  readonly #root: HTMLElement;
  #here: HTMLElement | null = null;

  constructor(root: HTMLElement) {
    this.#root = root;
    for (const part of this.#parts()) part.tabIndex = -1;
    const first = this.#parts()[0];
    if (first) first.tabIndex = 0;
    root.addEventListener('focusin', (event) => {
      const part = (event.target as Element).closest<HTMLElement>('[data-part]');
      if (part) this.#stand(part);
    });
  }

  /** The part that has the focus. */
  get here(): HTMLElement | null {
    const focused = document.activeElement;
    return focused instanceof HTMLElement && focused.matches('[data-part]') && this.#root.contains(focused)
      ? focused
      : null;
  }

  /** @param only what kind of part to stop at: every part, or only headings */
  step(by: 1 | -1, only = '*'): void {
    const parts = this.#parts();
    let at = this.#here && this.here ? parts.indexOf(this.#here) : this.#firstInSight(parts) - by;
    do at += by;
    while (parts[at]?.matches(only) === false);
    const next = parts[at];
    if (!next) return;
    this.#stand(next);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest' });
  }

  #stand(part: HTMLElement): void {
    for (const other of this.#root.querySelectorAll<HTMLElement>('[data-part][tabindex="0"]')) other.tabIndex = -1;
    part.tabIndex = 0;
    this.#here = part;
  }

  #firstInSight(parts: readonly HTMLElement[]): number {
    const index = parts.findIndex((part) => part.getBoundingClientRect().bottom > 80);
    return index === -1 ? 0 : index;
  }

  /** Cells stand for the blocks in them; a block elsewhere stands for itself. */
  #parts(): readonly HTMLElement[] {
    const known = [...this.#root.querySelectorAll<HTMLElement>('[data-part]')];
    if (known.length > 0) return known;
    const parts = [...this.#root.querySelectorAll<HTMLElement>('[data-block], [data-cell]')].filter(
      (part) => part.hasAttribute('data-cell') || !part.closest('[data-cell]'),
    );
    for (const part of parts) part.dataset['part'] = '';
    return parts;
  }
}
