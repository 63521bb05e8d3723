import type { TopJson } from '../json.ts';
import { withoutNumbers } from './headings.ts';
import { TreeReader } from './reader.ts';
import type { Lost } from './lost.ts';
import type { HtmlElement } from './tree.ts';

export { type Lost, LOST_KINDS, type LostKind } from './lost.ts';
export type { HtmlElement, HtmlNode } from './tree.ts';

export interface Pasted {
  /** Sound and sanitised: only what the schema knows, with new ids, and no address but those of links. */
  readonly content: readonly TopJson[];
  readonly lost: readonly Lost[];
}

/**
 * Reads copied HTML, as word processors, Google Docs and web pages make it, into what a document can hold. Headings keep
 * their levels, lists their kinds and depths, tables their merged cells and heads, footnotes their words.
 *
 * @param newId gives every node its id
 */
export function readPasted(root: HtmlElement, newId: () => string): Pasted {
  const { content, lost } = new TreeReader(root, newId).read(root);
  return { content: withoutNumbers(content), lost };
}
