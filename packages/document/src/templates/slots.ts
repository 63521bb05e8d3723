import type { BlockJson, DocumentJson, TopJson } from '../json.ts';
import { headingLevel } from '../outline.ts';
import { titleOf } from '../top-facts.ts';
import { type Template, templateSections } from './template.ts';

/** A title as it is compared: without case, punctuation and surplus space. */
const plain = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const isHeading = (node: TopJson): node is BlockJson => node.type === 'block' && node.attrs.role === 'heading';

/**
 * Gives imported headings the template section they fill, by title. A section takes the highest, then first heading that
 * has its title or one of its other titles; a heading that has a slot keeps it, and no slot is given twice. A part of a
 * section ("inleiding.doel") is looked for within that section only.
 */
export function assignSlots(document: DocumentJson, template: Template): DocumentJson {
  const nodes = [...(document.content ?? [])];
  const taken = new Map<string, number>();
  for (const [index, node] of nodes.entries())
    if (isHeading(node) && node.attrs.slot !== null && !taken.has(node.attrs.slot)) taken.set(node.attrs.slot, index);
  for (const { section, level } of templateSections(template)) {
    if (taken.has(section.slot)) continue;
    const [start, end] =
      level === 1 ? [0, nodes.length] : partOf(nodes, taken.get(section.slot.slice(0, section.slot.lastIndexOf('.'))));
    const titles = [section.title, ...(section.titles ?? [])].map(plain);
    let best: { index: number; level: number; title: number } | null = null;
    for (let index = start; index < end; index += 1) {
      const node = nodes[index] as TopJson;
      if (!isHeading(node) || node.attrs.slot !== null) continue;
      const title = titles.indexOf(plain(titleOf(node)));
      if (title < 0) continue;
      const its = headingLevel(node);
      if (!best || its < best.level || (its === best.level && title < best.title)) best = { index, level: its, title };
    }
    if (!best) continue;
    const heading = nodes[best.index] as BlockJson;
    nodes[best.index] = { ...heading, attrs: { ...heading.attrs, slot: section.slot } };
    taken.set(section.slot, best.index);
  }
  return { ...document, content: nodes };
}

/** What stands under a heading: from the node behind it up to the next heading of its level or higher. */
function partOf(nodes: readonly TopJson[], heading: number | undefined): readonly [number, number] {
  if (heading === undefined) return [0, 0];
  const level = headingLevel(nodes[heading] as BlockJson);
  const end = nodes.findIndex((node, index) => index > heading && isHeading(node) && headingLevel(node) <= level);
  return [heading + 1, end < 0 ? nodes.length : end];
}
