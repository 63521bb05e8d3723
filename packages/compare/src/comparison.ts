import type { Script } from './script.ts';

/** A run of characters in one version: UTF-16 offsets as `inlineText` counts them. */
export interface TextRange {
  readonly block: string;
  readonly from: number;
  readonly to: number;
}

/** `count` characters that stand in both versions, wherever they went. */
export interface KeptRun {
  readonly before: { readonly block: string; readonly from: number };
  readonly after: { readonly block: string; readonly from: number };
  readonly count: number;
}

export const CHANGE_KINDS = [
  'inserted',
  'deleted',
  'text',
  'rewritten',
  'moved',
  'retitled',
  'renumbered',
  'split',
  'merged',
  'attribute',
  'mark',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const CHANGE_UNITS = [
  'section',
  'block',
  'item',
  'requirement',
  'table',
  'row',
  'column',
  'cell',
  'image',
  'source',
  'footnote',
] as const;
export type ChangeUnit = (typeof CHANGE_UNITS)[number];

/** inhoudelijk, redactioneel, verplaatst, vernummerd, nieuw, vervallen */
export const CATEGORIES = ['substantive', 'editorial', 'moved', 'renumbered', 'new', 'deleted'] as const;
export type Category = (typeof CATEGORIES)[number];

export interface Side {
  /** Heading id of the innermost section; `null` before the first heading. */
  readonly section: string | null;
  /** The section's printed number and title in this version. */
  readonly label: string;
  /** Ids of the nodes concerned: the block, table row, cells of a column, or every block of a section. */
  readonly nodes: readonly string[];
  /** On the before side the characters that are gone, on the after side those that are new. */
  readonly ranges: readonly TextRange[];
  /** The words concerned as plain text, for tables, lists and screen readers. */
  readonly text: string;
}

/** One step of a changed text, in reading order; `kept` pieces give the context. */
export interface TextPiece {
  readonly kind: 'kept' | 'deleted' | 'inserted';
  /** As read aloud: a reference as its number, a footnote as nothing. */
  readonly text: string;
  /**
   * UTF-16 units of the blocks' own text that it covers: of the first version when kept or deleted, of the second when
   * kept or inserted. Where paragraphs were split or merged the sign ¶ between them counts as one.
   */
  readonly length: number;
}

export interface AttributeChange {
  readonly name: string;
  readonly before: string | number | boolean | null;
  readonly after: string | number | boolean | null;
}

export interface MarkChange {
  readonly mark: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** In the after version. */
  readonly range: TextRange;
  readonly before: string | null;
  readonly after: string | null;
}

/** The unit a reader walks through: one thing that changed, once. */
export interface Change {
  /** Survives a re-comparison of the same change: made from the identities on both sides and the kind, not an index. */
  readonly key: string;
  readonly kind: ChangeKind;
  readonly unit: ChangeUnit;
  readonly category: Category;
  /** Why it is `editorial`, as a code that `wording` explains; `null` otherwise. */
  readonly editorialRule: string | null;
  readonly before: Side | null;
  readonly after: Side | null;
  /** Text as read through both versions; empty where no text changed. */
  readonly pieces: readonly TextPiece[];
  readonly attributes: readonly AttributeChange[];
  readonly marks: readonly MarkChange[];
  /** Key of the change this one stands in: an edit within a moved section. */
  readonly within: string | null;
}

export interface SectionPair {
  readonly before: string | null;
  readonly after: string | null;
  readonly states: readonly (
    | 'unchanged'
    | 'changed'
    | 'added'
    | 'removed'
    | 'moved'
    | 'retitled'
    | 'renumbered'
    | 'split'
    | 'merged'
  )[];
}

export interface BlockPair {
  /** Ids of the blocks on each side: one to one as a rule, more on one side after a split or merge, none when new or gone. */
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A table, row, column, cell, image or source that stands in both versions; text blocks are in `blocks`. */
export interface NodePair {
  readonly unit: Exclude<ChangeUnit, 'section' | 'block' | 'item' | 'requirement' | 'footnote'>;
  readonly before: string;
  readonly after: string;
}

/** What changed between two versions of a document. Plain data; deterministic for the same two documents. */
export interface Comparison {
  /** Sections of both versions in the order of the second, removed ones where they stood. */
  readonly sections: readonly SectionPair[];
  /** In the reading order of the second version, what was deleted at the place it left. */
  readonly changes: readonly Change[];
  readonly blocks: readonly BlockPair[];
  readonly nodes: readonly NodePair[];
  readonly kept: readonly KeptRun[];
  /** True where a part was too different to align within the cost limit and is shown as replaced. */
  readonly limited: boolean;
  /** How either version is made from the other, without loss: see `apply` and `revert`. */
  readonly script: Script;
}
