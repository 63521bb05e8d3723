import type { DocumentJson } from '../json.ts';
import { settled, withoutNumbers } from './headings.ts';
import { TreeReader } from './reader.ts';
import type { Lost } from './lost.ts';
import { parseHtml } from './parse.ts';

export { parseHtml } from './parse.ts';

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
