import { type DocumentJson, textBlocks } from '@draagvlak/document';
import { type Anchor, makeAnchor } from '@draagvlak/review';
import type { Narrowing } from './passage-field.ts';

/** The words of a block that an anchor names as a whole, and how to name some of them; `null` for other anchors. */
export function narrowing(document: DocumentJson, { scope, node, version }: Anchor): Narrowing | null {
  if (scope !== 'block' && scope !== 'cell') return null;
  const blocks = [...textBlocks(document)].filter(
    ({ block, cell }) => (scope === 'block' ? block.attrs.id : cell?.cell.attrs.id) === node,
  );
  // In a cell of several paragraphs the paragraphs themselves can be chosen in.
  const [only] = blocks;
  if (only === undefined || blocks.length > 1) return null;
  const { block } = only;
  const id = block.attrs.id ?? '';
  const text = (block.content ?? [])
    .map((node) => (node.type === 'text' ? node.text : node.type === 'break' ? '\n' : '*'))
    .join('');
  const point = (offset: number) => ({ block: id, offset });
  return {
    text,
    anchorOf: (from, to) => makeAnchor(document, { scope: 'passage', start: point(from), end: point(to) }, version),
  };
}
