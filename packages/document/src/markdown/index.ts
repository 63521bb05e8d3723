import { fromMarkdown as parse } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Lost } from '../html/lost.ts';
import type { DocumentJson } from '../json.ts';
import { Reader } from './blocks.ts';

export interface Imported {
  readonly document: DocumentJson;
  /** The first level-one heading when the text begins with it: the document's own title, no section. */
  readonly title: string | null;
  /** What has no place in a document, in words of the source ("<div>", "![plaat](a.png)"); empty when nothing is lost. */
  readonly dropped: readonly string[];
  /** What of HTML within the text has no place, by kind. */
  readonly lost: readonly Lost[];
  /** Typed numbers that went from headings, since numbers are derived. */
  readonly numbersCut: number;
}

/**
 * Reads Markdown (with GitHub's tables and footnotes) into a document.
 *
 * Headings lose literal numbers ("4.1 Duur" becomes "Duur" at its level, "Bijlage A Wijzigingen" an annex), since
 * numbers are derived; a first heading of its own kind on top is the title. Nested lists become items with an indent;
 * the first row of a table its header; blocks of HTML are read as `fromHtml` does. Every word either stands in the document or title or is listed in `dropped`.
 *
 * @param newId gives every node its id
 */
export function fromMarkdown(text: string, newId: () => string): Imported {
  const tree = parse(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  return new Reader(tree, text, newId).read();
}
