import { type Anchor, makeAnchor, type Placement, type Selection, selectionOf } from '@draagvlak/review';
import type { DocumentJson } from '@draagvlak/document';

interface Placed {
  readonly anchor: Anchor;
  readonly placement: Placement;
}

/** The computed place as something to point at: the document, the passage, or the part as a whole. */
export function computedSelection({ anchor, placement }: Placed): Selection | null {
  const { rung, node, start, end } = placement;
  if (rung === 'document') return { scope: 'document' };
  if (start !== null && end !== null) return { scope: 'passage', start, end };
  return selectionOf({ scope: anchor.scope === 'passage' ? 'block' : anchor.scope, node, start, end });
}

/** What to send when somebody says that the computed place is right; `null` when there is nothing to point at. */
export function computedPlace(comment: Placed, document: DocumentJson, version: string): Anchor | null {
  if (comment.placement.rung === 'deleted') return null;
  const selection = computedSelection(comment);
  return selection === null ? null : makeAnchor(document, selection, version);
}
