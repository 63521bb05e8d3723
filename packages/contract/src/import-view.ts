import type { SectionState } from '@draagvlak/document';
import type { Lost } from '@draagvlak/document/pasted';

/** A text that was written elsewhere; Markdown, or HTML as a page or as another program copies it. */
export interface ImportSource {
  readonly format: 'markdown' | 'html';
  readonly text: string;
}

/** What a text from elsewhere becomes when a draft begins with it; nothing has happened yet. */
export interface ImportView {
  /** The title that the text begins with; the document has its own and leaves it out. */
  readonly title: string | null;
  readonly sections: readonly {
    readonly number: string | null;
    readonly title: string;
    /** 1 is a chapter. */
    readonly level: number;
  }[];
  readonly counts: {
    readonly sections: number;
    readonly tables: number;
    readonly requirements: number;
    readonly footnotes: number;
    readonly words: number;
  };
  /** How the text fits the sections that the template demands, and the other chapters of the template. */
  readonly fit: readonly { readonly title: string; readonly mandatory: boolean; readonly state: SectionState }[];
  /** Pieces of Markdown that have no place, as they stand in the text. */
  readonly dropped: readonly string[];
  /** What of HTML has no place, by kind. */
  readonly lost: readonly Lost[];
}
