import type { BlockAttributes } from '@draagvlak/document';

/**
 * One edit as an author makes it, addressed the way people speak of a text: by the title of a section and by words that
 * stand in it. Markdown is only a compact way to write down what the author types.
 */
export type Edit =
  /** In this section, replace these words (within one block) by these. */
  | { readonly words: readonly [section: string, was: string, becomes: string] }
  /** After the block with these words (`null`: right after the heading), type this. */
  | { readonly type: readonly [section: string, after: string | null, markdown: string] }
  | { readonly remove: readonly [section: string, words: string] }
  /** Move a block to after another block; it stays the same block. */
  | { readonly moveBlock: readonly [section: string, words: string, after: string] }
  | { readonly addSection: readonly [after: string, markdown: string] }
  /** Insert a heading and what follows it within a section, so that it is split. */
  | { readonly removeSection: string }
  | { readonly moveSection: readonly [section: string, before: string] }
  | { readonly retitle: readonly [section: string, title: string] }
  /** A column after the one with this header; the first cell is its header. */
  | { readonly column: readonly [section: string, after: string, cells: readonly string[]] }
  | { readonly row: readonly [section: string, after: string, cells: readonly string[]] }
  | { readonly removeRow: readonly [section: string, first: string] }
  /** Cut a block in two before these words. */
  | { readonly split: readonly [section: string, before: string] }
  | { readonly attributes: readonly [section: string, words: string, attributes: Partial<BlockAttributes>] };

/** Edits by one author under one comment, or under none. */
export interface EditRound {
  readonly author: 'author' | 'second-author' | 'chair';
  /** Number of the comment worked on ("R07"), else `null`. */
  readonly comment: string | null;
  /** Stated afterwards for what has no comment: own initiative, with the reason; absent where it stays unexplained. */
  readonly ownInitiative?: string;
  readonly edits: readonly Edit[];
}
