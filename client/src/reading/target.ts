import type { DocumentJson } from '@draagvlak/document';
import { type Anchor, makeAnchor, type Selection } from '@draagvlak/review';
import { pointsFromRange } from '@draagvlak/render';
import { partAround } from './places.ts';

/** One way to say what a comment is about, with the anchor it would get. */
export interface Choice {
  /** Key of its words. */
  readonly name: 'passage' | 'block' | 'requirement' | 'item' | 'cell' | 'row' | 'column' | 'section' | 'document';
  readonly anchor: Anchor;
}

const attribute = (node: Element | null | undefined, name: string) => node?.getAttribute(name) ?? null;

/** The heading block of the section that this place stands in. */
function headingOf(place: Element): Element | null {
  const section = place.closest('section[id]');
  return section?.querySelector(':scope > :is(h1, h2, h3, h4, h5, h6)[data-block]') ?? null;
}

/** What a comment made at this part can be about, from the narrowest to the whole document. */
export function choicesAt(document: DocumentJson, version: string, part: Element | null): readonly Choice[] {
  const found: Choice[] = [];
  const add = (name: Choice['name'], selection: Selection) => {
    const anchor = makeAnchor(document, selection, version);
    if (anchor) found.push({ name, anchor });
  };
  if (part) {
    const inner = part.matches('.req') ? part.querySelector('[data-block]') : part;
    const block = attribute(inner?.closest('[data-block]'), 'data-block');
    const cell = part.closest('[data-cell]');
    const heading = headingOf(part);
    const isHeading = heading !== null && heading === inner;
    if (cell) {
      add('cell', { scope: 'cell', node: attribute(cell, 'data-cell') ?? '' });
      add('row', { scope: 'row', node: attribute(cell.closest('tr'), 'data-row') ?? '' });
      add('column', { scope: 'column', node: attribute(cell, 'data-column') ?? '' });
    } else if (part.matches('tr[data-row]')) add('row', { scope: 'row', node: attribute(part, 'data-row') ?? '' });
    else if (block !== null && !isHeading) {
      const name = part.closest('.req') ? 'requirement' : part.matches('li') ? 'item' : 'block';
      add(name, { scope: 'block', node: block });
    }
    const section = attribute(heading, 'data-block');
    if (section !== null) add('section', { scope: 'section', node: section });
  }
  add('document', { scope: 'document' });
  return found;
}

/** What a selection can be about: its words first, then the parts around where it begins. */
export function choicesFor(
  root: HTMLElement,
  document: DocumentJson,
  version: string,
  range: Range,
): readonly Choice[] {
  const points = pointsFromRange(root, range);
  if (!points) return [];
  const anchor = makeAnchor(document, { scope: 'passage', ...points }, version);
  if (!anchor) return [];
  return [{ name: 'passage', anchor }, ...choicesAt(document, version, partAround(range.startContainer))];
}

/** Whether a text proposal can replace what the anchor names. */
export function takesProposal(anchor: Anchor): boolean {
  return anchor.scope === 'passage' || anchor.scope === 'block' || anchor.scope === 'cell';
}
