import { type DocumentJson, textBlocks } from './json.ts';
import type { Outline, Section } from './outline.ts';

/** A reference to something that is not in the document (any more). */
export interface LostReference {
  readonly target: string;
  /** The block that holds it; `null` in a draft before its repair. */
  readonly block: string | null;
  readonly section: Section | null;
}

/** Every reference that points to nothing, in reading order. */
export function lostReferences(document: DocumentJson, view: Outline): LostReference[] {
  const lost: LostReference[] = [];
  for (const { block } of textBlocks(document)) {
    for (const node of block.content ?? []) {
      if (node.type !== 'reference' || view.target(node.attrs.target) !== undefined) continue;
      const { id } = block.attrs;
      lost.push({ target: node.attrs.target, block: id, section: id === null ? null : view.sectionOf(id) });
    }
  }
  return lost;
}
