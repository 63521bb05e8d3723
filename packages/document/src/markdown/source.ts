import type { FootnoteDefinition, Root } from 'mdast';

interface Placed {
  readonly position?:
    | { readonly start: { readonly offset?: number }; readonly end: { readonly offset?: number } }
    | undefined;
}

/** The text that is read: what its words point to, and which of them have no place in a document. */
export class Source {
  readonly #text: string;
  /** Footnotes that nothing points to as yet. */
  readonly notes = new Map<string, FootnoteDefinition>();
  /** Addresses by name. */
  readonly links = new Map<string, string>();
  readonly dropped: string[] = [];

  constructor(tree: Root, text: string) {
    this.#text = text;
    for (const node of tree.children) {
      if (node.type === 'footnoteDefinition') this.notes.set(node.identifier, node);
      if (node.type === 'definition') this.links.set(node.identifier, node.url);
    }
  }

  /** Lists what was written here as dropped. */
  drop({ position }: Placed): void {
    const source = this.#text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
    this.dropped.push(source.trim());
  }
}
