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

/** What the chair brings up to date before a concept is frozen: words of the table with the facts of the document. */
export const newVersion = (...facts: readonly (readonly [was: string, becomes: string])[]): EditRound => ({
  author: 'chair',
  comment: null,
  ownInitiative: 'Gegevens van de versie bijgewerkt.',
  edits: facts.map(([was, becomes]) => ({ words: ['Documentgegevens', was, becomes] })),
});

/** The facts that change in every document when its second concept is made. */
export const TO_SECOND = [
  ['0.1', '0.2'],
  ['1e concept, voor inspraak', '2e concept, ter inzage'],
  ['12 januari 2026', '30 maart 2026'],
  [
    'van 12 januari tot en met 6 februari 2026',
    'van 30 maart tot en met 13 april 2026, alleen op nog openstaande bezwaren',
  ],
] as const;

/** The same for the definitive concept. */
export const TO_DEFINITIVE = [
  ['0.2', '0.9'],
  ['2e concept, ter inzage', 'definitief concept, voor de Stuurgroep'],
] as const;
