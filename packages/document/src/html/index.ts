import { type DefaultTreeAdapterMap, parse } from 'parse5';
import type { DocumentJson } from '../json.ts';
import { settled, withoutNumbers } from './headings.ts';
import { TreeReader } from './reader.ts';
import type { Lost } from './lost.ts';
import type { HtmlElement, HtmlNode } from './tree.ts';

export interface ReadHtml {
  readonly document: DocumentJson;
  /** The first level-one heading when the text begins with it: the document's own title, no section. */
  readonly title: string | null;
  readonly lost: readonly Lost[];
  /** Typed numbers that went from headings, since numbers are derived. */
  readonly numbersCut: number;
}

/**
 * Reads an HTML page into a document, as {@link readPasted} reads what was copied; the shallowest heading becomes a
 * chapter. The schema is the sanitiser: what it has no place for cannot come in. Pictures within the text come as they
 * are, with their bytes as address, until somebody says which of them come along (`withPictures`).
 *
 * @param newId gives every node its id
 */
export function fromHtml(text: string, newId: () => string): ReadHtml {
  const root = parseHtml(text);
  const { content, lost } = new TreeReader(root, newId).read(root);
  const { content: shifted, title } = settled(content);
  let numbersCut = 0;
  const numbered = withoutNumbers(shifted, () => (numbersCut += 1));
  return { document: { type: 'doc', content: numbered }, title, lost, numbersCut };
}

/** HTML as a tree of plain data, by the rules of the HTML standard; nothing runs and nothing is fetched. */
export function parseHtml(text: string): HtmlElement {
  const root: Mutable = { tag: 'html', attributes: {}, children: [] };
  const waiting: { readonly from: DefaultTreeAdapterMap['parentNode']; readonly to: Mutable }[] = [
    { from: parse(text), to: root },
  ];
  // No recursion: a hostile text nests as deep as it is long.
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const node of next.from.childNodes) {
      if ('value' in node) next.to.children.push(node.value);
      if (!('tagName' in node)) continue;
      const to: Mutable = {
        tag: node.tagName.toLowerCase(),
        attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
        children: [],
      };
      next.to.children.push(to);
      waiting.push({ from: node, to });
    }
  }
  return root;
}

interface Mutable {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlNode[];
}
