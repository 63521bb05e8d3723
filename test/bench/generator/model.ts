import type { BlockAttributes, DocumentJson } from '@draagvlak/document';

/** A word with an identity of its own, so that the truth does not depend on any comparison. */
export interface Word {
  readonly uid: number;
  readonly text: string;
  readonly strong?: boolean;
  /** A footnote whose mark stands after the word. */
  readonly note?: { readonly uid: number; readonly text: string };
}
export interface Text {
  readonly kind: 'block';
  readonly uid: number;
  readonly attrs: Partial<BlockAttributes>;
  words: Word[];
}
export interface Cell {
  readonly uid: number;
  readonly column: number;
  content: Text[];
  colspan: number;
  rowspan: number;
}
export interface Row {
  readonly uid: number;
  cells: Cell[];
}
export interface Table {
  readonly kind: 'table';
  readonly uid: number;
  rows: Row[];
  /** Cells above this row and left of this column may be merged: rows and columns are edited beyond them. */
  readonly merged: number;
}
export type Node = Text | Table;

/**
 * How far the ids of both versions agree: all; one in ten new; worn as imports and copying leave them, 8 % new, 2 %
 * missing and 2 % the id of the block before; none.
 */
export type Identity = 'ids' | 'renewed' | 'worn' | 'none';

export interface Truth {
  /** Heading in the first version to the one in the second, for every section that stands in both. Blocks go by their id, or their place where they have none. */
  readonly sections: ReadonlyMap<string, string>;
  /** Headings and blocks (second version) that moved. */
  readonly moves: readonly string[];
  /** Rows and columns (ids in the second version) that moved. */
  readonly tableMoves: readonly string[];
  /** Every block in what moved, per version. */
  readonly movedBlocks: { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };
  /** Words of each block: where they stand, and whether they stand in the other version too. Blocks that share an id are left out. */
  readonly before: ReadonlyMap<string, readonly PlacedWord[]>;
  readonly after: ReadonlyMap<string, readonly PlacedWord[]>;
  /** Blocks in cells, per version. */
  readonly cells: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** Blocks (second version) with a mark put on kept words. */
  readonly marks: readonly string[];
  /** Requirements (second version) with another measure. */
  readonly attributes: readonly string[];
  /** Footnotes (second version) that say something else. */
  readonly notes: readonly string[];
}
export interface PlacedWord {
  /** The same word has the same number in both versions. */
  readonly uid: number;
  readonly from: number;
  readonly to: number;
  readonly kept: boolean;
}

export interface Pair {
  readonly before: DocumentJson;
  readonly after: DocumentJson;
  readonly truth: Truth;
  readonly words: number;
}

export function isHeading(node: Node | undefined): node is Text {
  return node?.kind === 'block' && node.attrs.role === 'heading';
}
export const isProse = (node: Node): node is Text => node.kind === 'block' && node.attrs.role !== 'heading';

/** Every text block in a node. */
export const textsIn = (node: Node): readonly Text[] =>
  node.kind === 'block' ? [node] : node.rows.flatMap((row) => row.cells.flatMap((cell) => cell.content));

/** Where the section that begins here ends. */
export function endOf(nodes: readonly Node[], start: number): number {
  const level = (nodes[start] as Text).attrs.level ?? 1;
  let end = start + 1;
  while (end < nodes.length) {
    const node = nodes[end];
    if (isHeading(node) && (node.attrs.level ?? 1) <= level) break;
    end += 1;
  }
  return end;
}
