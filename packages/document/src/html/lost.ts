/** What an author would miss in a text that was read from HTML. */
export const LOST_KINDS = [
  'image',
  'colour',
  'underline',
  'strike',
  'comment',
  'deletion',
  'formula',
  'embedded',
  'nested-table',
  'wide-table',
  'link',
  'reference',
  'footnote',
  'contents',
  'hidden',
  'page-edge',
  'numbering',
] as const;
export type LostKind = (typeof LOST_KINDS)[number];

/** How often it was left out. */
export interface Lost {
  readonly kind: LostKind;
  readonly count: number;
}

export class Losses {
  readonly #counts = new Map<LostKind, number>();

  add(kind: LostKind): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  list(): readonly Lost[] {
    return [...this.#counts].map(([kind, count]) => ({ kind, count }));
  }
}
