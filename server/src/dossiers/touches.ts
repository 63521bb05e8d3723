import type { Comparison } from '@draagvlak/compare';
import { type DocumentJson, outline, textBlocks } from '@draagvlak/document';
import type { Anchor } from '@draagvlak/review';

/** Blocks, rows and cells that an anchor covers in its own document. */
function covered(document: DocumentJson, anchor: Anchor): ReadonlySet<string> {
  const places = [...textBlocks(document)];
  const nodes = new Set<string>();
  const add = (id: string | null) => id !== null && nodes.add(id);
  const first = places.findIndex(({ block }) => block.attrs.id === anchor.start?.block);
  const last = places.findIndex(({ block }) => block.attrs.id === anchor.end?.block);
  const section =
    anchor.scope === 'section' && anchor.node !== null ? outline(document).section(anchor.node) : undefined;
  add(anchor.node);
  for (const [index, { block, top, cell }] of places.entries()) {
    const inside =
      (anchor.scope === 'passage' && first >= 0 && index >= first && index <= last) ||
      (section !== undefined && top >= section.start && top < section.end) ||
      [block.attrs.id, cell?.cell.attrs.id, cell?.row.attrs.id, cell?.cell.attrs.column, cell?.table.attrs.id].includes(
        anchor.node ?? '',
      );
    if (!inside) continue;
    add(block.attrs.id);
    add(cell?.cell.attrs.id ?? null);
    add(cell?.row.attrs.id ?? null);
  }
  return nodes;
}

/** Whether a comparison has a change in the passage an anchor stands on; the anchor is on the after side. */
export function touches(comparison: Comparison, after: DocumentJson, anchor: Anchor): boolean {
  if (anchor.scope === 'document') return comparison.changes.length > 0;
  const nodes = covered(after, anchor);
  return comparison.changes.some(
    ({ after: side, category }) =>
      category !== 'renumbered' &&
      side !== null &&
      (side.nodes.some((node) => nodes.has(node)) || side.ranges.some(({ block }) => nodes.has(block))),
  );
}
