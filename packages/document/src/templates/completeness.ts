import type { BlockJson, DocumentJson, TopJson } from '../json.ts';
import { outline, type Section } from '../outline.ts';
import { footnoteTexts, plainText, wordsIn } from '../text.ts';
import { assignSlots } from './slots.ts';
import { type Template, type TemplateSection, templateSections } from './template.ts';

export type SectionState = 'missing' | 'empty' | 'started' | 'filled';

/** How far one section of the template is in a document. */
export interface SectionCompleteness {
  /** Id of the heading that fills the slot; null when there is none. */
  readonly section: string | null;
  readonly slot: string;
  /** As the document has it, else as the template has it. */
  readonly title: string;
  readonly mandatory: boolean;
  readonly state: SectionState;
}

const wordsOfBlock = (block: BlockJson): number =>
  wordsIn([plainText(block.content), ...footnoteTexts(block.content)].join(' '));

/** Whether a node holds something an author wrote: header cells and headings are labels, not content. */
function hasContent(node: TopJson): boolean {
  if (node.type === 'source' || node.type === 'image') return true;
  if (node.type === 'block') return node.attrs.role !== 'heading' && wordsOfBlock(node) > 0;
  return (node.content ?? []).some((row) =>
    (row.content ?? []).some(
      (cell) =>
        !cell.attrs.header &&
        (cell.content ?? []).some(
          (child) => child.type === 'image' || (child.type === 'block' && wordsOfBlock(child) > 0),
        ),
    ),
  );
}

/**
 * How far each section of the template is: *missing* (no heading has its slot), *empty* (a heading and nothing under
 * it), *started* (something, but a subsection under it is empty or a part the template demands is not there), *filled*.
 * A generated section is filled once it is there. A heading that was typed with the title of a section counts as that
 * section, as it does on import.
 *
 * Answers all chapters of the template, and of their parts those it demands.
 *
 * @param options.definitive whether what only the definitive concept needs counts as mandatory
 */
export function completeness(
  document: DocumentJson,
  template: Template,
  options: { readonly definitive?: boolean } = {},
): readonly SectionCompleteness[] {
  const slotted = assignSlots(document, template);
  const nodes = slotted.content ?? [];
  const { sections } = outline(slotted);
  const bySlot = new Map<string, Section>();
  for (const section of sections)
    if (section.slot !== null && !bySlot.has(section.slot)) bySlot.set(section.slot, section);
  const filled = (section: Section) => nodes.slice(section.start, section.end).some(hasContent);
  const demanded = (section: TemplateSection) =>
    section.demand === 'always' || (section.demand === 'definitive' && options.definitive === true);

  const stateOf = (asked: TemplateSection): SectionState => {
    const section = bySlot.get(asked.slot);
    if (!section) return 'missing';
    if (asked.generated) return 'filled';
    if (!filled(section)) return 'empty';
    const below = sections.filter((each) => each.start > section.start && each.start < section.end);
    const whole =
      below.every(filled) && (asked.sections ?? []).every((part) => !demanded(part) || stateOf(part) === 'filled');
    return whole ? 'filled' : 'started';
  };

  const answers: SectionCompleteness[] = [];
  for (const { section: asked, level } of templateSections(template)) {
    if (level > 1 && !demanded(asked)) continue;
    const section = bySlot.get(asked.slot);
    answers.push({
      section: section?.id ?? null,
      slot: asked.slot,
      title: section?.title ?? asked.title,
      mandatory: demanded(asked),
      state: stateOf(asked),
    });
  }
  return answers;
}
