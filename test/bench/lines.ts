import type { TextRange } from '@draagvlak/compare';
import { type BlockJson, type DocumentJson, inlineText } from '@draagvlak/document';

/** The text of one block; a block goes by its id, or its place where it has none. */
export interface Line {
  readonly block: string;
  readonly text: string;
}

/** What a method shows as changed, by block. */
export interface Marked {
  readonly before: ReadonlyMap<string, readonly TextRange[]>;
  readonly after: ReadonlyMap<string, readonly TextRange[]>;
}

/** Every text block in reading order, with its address. */
export function* addressed(document: DocumentJson): Generator<{ readonly block: BlockJson; readonly address: string }> {
  for (const [top, node] of (document.content ?? []).entries()) {
    if (node.type === 'block') yield { block: node, address: node.attrs.id ?? `@${top}` };
    if (node.type !== 'table') continue;
    for (const [r, row] of (node.content ?? []).entries()) {
      for (const [c, cell] of (row.content ?? []).entries()) {
        for (const [n, block] of (cell.content ?? []).entries()) {
          if (block.type === 'block') yield { block, address: block.attrs.id ?? `@${[top, r, c, n].join('.')}` };
        }
      }
    }
  }
}

export const lines = (document: DocumentJson): Line[] =>
  [...addressed(document)].map(({ block, address }) => ({ block: address, text: inlineText(block) }));

export const joined = (all: readonly Line[]): string => all.map((line) => line.text).join('\n');

export function byBlock(ranges: readonly TextRange[]): Map<string, TextRange[]> {
  const found = new Map<string, TextRange[]>();
  for (const range of ranges) {
    const list = found.get(range.block);
    if (list) list.push(range);
    else found.set(range.block, [range]);
  }
  return found;
}

/** A stretch of lines joined by line feeds, as ranges of those lines. */
export function spread(all: readonly Line[], from: number, to: number): TextRange[] {
  const ranges: TextRange[] = [];
  let at = 0;
  for (const line of all) {
    if (at >= to) break;
    const start = Math.max(from, at);
    const end = Math.min(to, at + line.text.length);
    if (start < end) ranges.push({ block: line.block, from: start - at, to: end - at });
    at += line.text.length + 1;
  }
  return ranges;
}

/** One piece of a difference of two texts: -1 gone, 0 kept, 1 new. */
export type Piece = readonly [-1 | 0 | 1, string];

/** The pieces of a difference of two joined texts, as ranges of their lines. */
export function marked(before: readonly Line[], after: readonly Line[], pieces: Iterable<Piece>): Marked {
  const gone: TextRange[] = [];
  const come: TextRange[] = [];
  let at = 0;
  let to = 0;
  for (const [kind, { length }] of pieces) {
    if (kind < 0) gone.push(...spread(before, at, at + length));
    if (kind > 0) come.push(...spread(after, to, to + length));
    if (kind <= 0) at += length;
    if (kind >= 0) to += length;
  }
  return { before: byBlock(gone), after: byBlock(come) };
}
