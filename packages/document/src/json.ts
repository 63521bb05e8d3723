/**
 * The document as plain data: exactly what `Node.toJSON()` of the schema gives and what a frozen version stores.
 * Everything outside the editor (comparison, anchors, rendering, completeness) works on these types, never on
 * ProseMirror nodes.
 */

/** What a text block is for. A role is an attribute, so changing it never rewrites the text. */
export const ROLES = ['paragraph', 'heading', 'item', 'requirement', 'definition', 'note', 'quote'] as const;
export type Role = (typeof ROLES)[number];

/** How a requirement's measured value relates to its number. */
export const COMPARATORS = ['at-least', 'at-most', 'exactly', 'more-than', 'less-than'] as const;
export type Comparator = (typeof COMPARATORS)[number];

/**
 * `kind` refines a role: an item is `bullet` or `ordered`; a heading is numbered unless `annex` (A, B, …) or
 * `unnumbered`; a requirement is mandatory unless `recommendation`.
 */
export const KINDS = ['bullet', 'ordered', 'annex', 'unnumbered', 'recommendation'] as const;
export type Kind = (typeof KINDS)[number];

export interface BlockAttributes {
  /** Stable identity; `null` only in a draft, between an edit and its repair. */
  readonly id: string | null;
  readonly role: Role;
  /** Heading level, 1 (chapter) to 6; 0 for every other role. */
  readonly level: number;
  readonly kind: Kind | null;
  /** Nesting depth of a list item, 0 to 8; also how deep a paragraph that continues an item stands. */
  readonly indent: number;
  /** Heading: the template section it fills. */
  readonly slot: string | null;
  /** Definition: the term that this block defines. */
  readonly term: string | null;
  /** Requirement: what is measured ("deelnemers per docent"), how, the number as written in Dutch ("5,5") and its unit. */
  readonly quantity: string | null;
  readonly comparator: Comparator | null;
  readonly value: string | null;
  readonly unit: string | null;
}

/** The attributes of a plain paragraph: every attribute's default. */
export const PLAIN_BLOCK: BlockAttributes = {
  id: null,
  role: 'paragraph',
  level: 0,
  kind: null,
  indent: 0,
  slot: null,
  term: null,
  quantity: null,
  comparator: null,
  value: null,
  unit: null,
};

export type MarkJson =
  | { readonly type: 'emphasis' | 'strong' | 'subscript' | 'superscript' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } }
  /** Content in another language than the document's, as a BCP 47 tag. */
  | { readonly type: 'language'; readonly attrs: { readonly lang: string } }
  /** A statement that ages: true on this ISO date according to this source. */
  | { readonly type: 'dated'; readonly attrs: { readonly asOf: string; readonly source: string | null } };

export interface TextJson {
  readonly type: 'text';
  readonly text: string;
  readonly marks?: readonly MarkJson[];
}
/** A footnote stands where its mark stands; its words are its content. One unit in the block it stands in. */
export interface FootnoteJson {
  readonly type: 'footnote';
  readonly attrs: { readonly id: string | null };
  readonly content?: readonly TextJson[];
  readonly marks?: readonly MarkJson[];
}
/** A reference to a heading or requirement by id; what it shows ("4.3") is generated. */
export interface ReferenceJson {
  readonly type: 'reference';
  readonly attrs: { readonly target: string };
  readonly marks?: readonly MarkJson[];
}
export interface BreakJson {
  readonly type: 'break';
  readonly marks?: readonly MarkJson[];
}
export type InlineJson = TextJson | FootnoteJson | ReferenceJson | BreakJson;

export interface BlockJson {
  readonly type: 'block';
  readonly attrs: BlockAttributes;
  readonly content?: readonly InlineJson[];
}
export interface ImageJson {
  readonly type: 'image';
  readonly attrs: {
    readonly id: string | null;
    /** Address of the picture's bytes: `blob:<ref>`; never a foreign address. */
    readonly src: string;
    readonly alt: string;
    readonly width: number | null;
  };
}
export interface CellJson {
  readonly type: 'cell';
  readonly attrs: {
    readonly id: string | null;
    /** Id of the column, equal in every cell of it; the majority repairs. A merged cell carries its first column's. */
    readonly column: string | null;
    readonly header: boolean;
    readonly colspan: number;
    readonly rowspan: number;
    readonly colwidth: readonly number[] | null;
  };
  readonly content?: readonly (BlockJson | ImageJson)[];
}
export interface RowJson {
  readonly type: 'row';
  readonly attrs: { readonly id: string | null };
  readonly content?: readonly CellJson[];
}
export interface TableJson {
  readonly type: 'table';
  readonly attrs: { readonly id: string | null; readonly caption: string | null };
  readonly content?: readonly RowJson[];
}
/**
 * A document of others, shown and cited but not written here: owner, number and date of the source as one line each.
 */
export interface SourceJson {
  readonly type: 'source';
  readonly attrs: {
    readonly id: string | null;
    readonly title: string;
    readonly owner: string | null;
    readonly number: string | null;
    readonly adopted: string | null;
    readonly href: string | null;
  };
}
export type TopJson = BlockJson | TableJson | ImageJson | SourceJson;
export interface DocumentJson {
  readonly type: 'doc';
  readonly content?: readonly TopJson[];
}

/** Stands for an inline leaf (footnote, reference, break) in {@link inlineText}: one UTF-16 unit each. */
export const LEAF = '￼';

/**
 * The text of a block as offsets count it: UTF-16 units of its own inline content, an inline leaf as one
 * ({@link LEAF}). Numbers, footnote marks and other generated text are not in it. Editor, reading page and server
 * all count with this function or with positions that are equal to it.
 */
export function inlineText(block: { readonly content?: readonly InlineJson[] }): string {
  const { content } = block;
  if (!content) return '';
  // by far the most blocks are one run of text
  const [first] = content;
  if (content.length === 1 && first?.type === 'text') return first.text;
  let text = '';
  for (const node of content) text += node.type === 'text' ? node.text : LEAF;
  return text;
}

/** A text block with the place it stands in: top level, or a cell of a table. */
export interface PlacedBlock {
  readonly block: BlockJson;
  /** Index of the top-level node that holds it. */
  readonly top: number;
  readonly cell: { readonly table: TableJson; readonly row: RowJson; readonly cell: CellJson } | null;
}

/** Every text block of the document in reading order, cells included; footnotes are not blocks. */
export function* textBlocks(document: DocumentJson): Generator<PlacedBlock> {
  for (const [top, node] of (document.content ?? []).entries()) {
    if (node.type === 'block') yield { block: node, top, cell: null };
    if (node.type !== 'table') continue;
    for (const row of node.content ?? []) {
      for (const cell of row.content ?? []) {
        for (const block of cell.content ?? []) {
          if (block.type === 'block') yield { block, top, cell: { table: node, row, cell } };
        }
      }
    }
  }
}
