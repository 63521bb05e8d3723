import { type BlockJson, type DocumentJson, PLAIN_BLOCK, type TopJson } from '../json.ts';
import { outline, type Section } from '../outline.ts';
import { assignSlots } from './slots.ts';
import { type Template, type TemplateSection, templateSections } from './template.ts';

/** A section that a text lacks, ready to be inserted among its top-level nodes. */
export interface MissingSection {
  /** Index among the document's top-level nodes before which it goes. */
  readonly at: number;
  /** Its heading and an empty paragraph; without ids, which whoever inserts them gives. */
  readonly nodes: readonly [heading: TopJson, first: TopJson];
}

/**
 * Where a section of the template that the text lacks belongs: behind the nearest one before it in the template that the
 * text has, else before the nearest one behind it. A part goes into its chapter.
 *
 * @returns `null` when the text has the section already, or the template has no such section
 */
export function missingSection(document: DocumentJson, template: Template, slot: string): MissingSection | null {
  const { sections } = outline(assignSlots(document, template));
  const present = new Map(sections.flatMap((one) => (one.slot === null ? [] : [[one.slot, one] as const])));
  if (present.has(slot)) return null;
  const found = [...templateSections(template)].find(({ section }) => section.slot === slot);
  if (found === undefined) return null;
  const { siblings, parent } = around(template, slot);
  const chapter = parent === null ? undefined : present.get(parent);
  const level = chapter === undefined ? 1 : chapter.level + 1;
  const block = (attributes: Partial<BlockJson['attrs']>, text = ''): BlockJson => ({
    type: 'block',
    attrs: { ...PLAIN_BLOCK, ...attributes },
    ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
  });
  const { title, kind = null } = found.section;
  const heading = block({ role: 'heading', level, kind: level === 1 ? kind : null, slot }, title);
  const own = siblings.findIndex((one) => one.slot === slot);
  const has = (one: TemplateSection) => present.get(one.slot);
  const before = siblings.slice(0, own).findLast(has);
  const behind = siblings.slice(own + 1).find(has);
  // Among chapters a part of another chapter is no neighbour: the chapter it stands in is.
  const outermost = (section: Section): Section => {
    let at = section;
    while (at.level > level && at.parent !== null) at = sections.find(({ id }) => id === at.parent) ?? at;
    return at;
  };
  const beforeIt = before && has(before);
  const behindIt = behind && has(behind);
  const at =
    beforeIt !== undefined
      ? outermost(beforeIt).end
      : behindIt !== undefined
        ? outermost(behindIt).start
        : (chapter?.end ?? document.content?.length ?? 0);
  return { at, nodes: [heading, block({})] };
}

/** The sections a section stands among in its template, and the chapter they are parts of. */
function around(
  template: { readonly sections?: readonly TemplateSection[] },
  slot: string,
  parent: string | null = null,
): { readonly siblings: readonly TemplateSection[]; readonly parent: string | null } {
  const { sections = [] } = template;
  if (sections.some((one) => one.slot === slot)) return { siblings: sections, parent };
  for (const one of sections) {
    const below = around(one, slot, one.slot);
    if (below.siblings.length > 0) return below;
  }
  return { siblings: [], parent: null };
}
