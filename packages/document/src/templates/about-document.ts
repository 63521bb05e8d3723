import type { DocumentJson } from '../json.ts';
import { outline } from '../outline.ts';
import { assignSlots } from './slots.ts';
import { type Template, templateSections } from './template.ts';

/** Ids of the sections, subsections included, that tell of the document itself and not of the work. */
export function sectionsOfDocument(document: DocumentJson, template: Template): ReadonlySet<string> {
  const slots = new Set(
    [...templateSections(template)].flatMap(({ section }) => (section.ofDocument === true ? [section.slot] : [])),
  );
  const found = new Set<string>();
  // A section stands behind the one it is part of.
  for (const { id, slot, parent } of outline(assignSlots(document, template)).sections) {
    if ((slot !== null && slots.has(slot)) || (parent !== null && found.has(parent))) found.add(id);
  }
  return found;
}
