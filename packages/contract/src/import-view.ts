import type { SectionState } from '@draagvlak/document';
import type { RequirementSign } from '@draagvlak/document/importing';
import type { Lost } from '@draagvlak/document/pasted';

/** A text that was written elsewhere; Markdown, or HTML as a page or as another program copies it. */
export interface ImportSource {
  readonly format: 'markdown' | 'html';
  readonly text: string;
}

/** What a person chose of what the preview proposed; what is not chosen stays the plain text it was. */
export interface ImportChoice {
  /** Blocks that become requirements, as the preview counts them. */
  readonly requirements: readonly number[];
  /** Pictures that come along, as the preview counts them; an empty description is for one that only adorns. */
  readonly pictures: readonly { readonly at: number; readonly alt: string }[];
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
    readonly definitions: number;
    readonly words: number;
  };
  /** Blocks that read as requirements; none becomes one unless a person says so. */
  readonly requirements: readonly {
    readonly at: number;
    readonly sign: RequirementSign;
    readonly recommendation: boolean;
    /** Typed label that goes when it becomes a requirement, for its number is derived: "Eis 3.2"; empty when there is none. */
    readonly label: string;
    /** Its words without the label, cut short. */
    readonly words: string;
    /** Number and title of the section it stands in; `null` above the first. */
    readonly section: string | null;
  }[];
  /** Pictures within the text itself, which can come along. */
  readonly pictures: readonly {
    readonly at: number;
    /** Address of kind `data:`. */
    readonly src: string;
    /** Description that the text gives, to go by. */
    readonly alt: string;
  }[];
  /** Typed numbers of headings that went, for numbers are derived. */
  readonly numbersCut: number;
  /** How the text fits the sections that the template demands, and the other chapters of the template. */
  readonly fit: readonly { readonly title: string; readonly mandatory: boolean; readonly state: SectionState }[];
  /** Pieces of Markdown that have no place, as they stand in the text. */
  readonly dropped: readonly string[];
  /** What of HTML has no place, by kind. */
  readonly lost: readonly Lost[];
}
