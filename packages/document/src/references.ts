import type { DocumentJson } from './json.ts';
import type { Outline, Section } from './outline.ts';
import { factsOf } from './top-facts.ts';

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
  for (const node of document.content ?? []) {
    for (const { target, block } of factsOf(node).references) {
      if (view.target(target) === undefined)
        lost.push({ target, block, section: block === null ? null : view.sectionOf(block) });
    }
  }
  return lost;
}
