import type { DocumentJson } from './json.ts';

/**
 * A section is a view: a heading and what follows until the next heading of its level or higher. Its identity is the
 * heading's id.
 */
export interface Section {
  readonly id: string;
  readonly level: number;
  /** As printed: "4.3", "A", "A.1"; `null` for an unnumbered section. */
  readonly number: string | null;
  readonly title: string;
  readonly slot: string | null;
  readonly parent: string | null;
  /** Index of the heading among the document's top-level nodes. */
  readonly start: number;
  /** Index after the last top-level node of this section, subsections included. */
  readonly end: number;
}

/** Sections, numbers of requirements and of list items, all derived; every lookup is by id. */
export interface Outline {
  readonly sections: readonly Section[];
  readonly section: (id: string) => Section | undefined;
  /** The innermost section that holds this block, item, table, row or cell; `null` before the first heading. */
  readonly sectionOf: (id: string) => Section | null;
  /** Requirement's number within its section: "4.3.2"; undefined for what is no requirement. */
  readonly requirementNumber: (id: string) => string | undefined;
  /** Ordered item's number as printed: "3" or "b". */
  readonly itemNumber: (id: string) => string | undefined;
  /** Footnotes, numbered through the document. */
  readonly footnoteNumber: (id: string) => number | undefined;
}

export declare function outline(document: DocumentJson): Outline;
