import { opleiderdocument } from './opleiderdocument.ts';
import { taakprofiel } from './taakprofiel.ts';
import { type Template, type TemplateSection, templateSections } from './template.ts';

export * from './about-document.ts';
export * from './completeness.ts';
export * from './missing-section.ts';
export * from './slots.ts';
export * from './start.ts';
export * from './template.ts';

/** The templates of SOG-P by kind of document. */
export const templates = { taakprofiel, opleiderdocument } as const satisfies Record<string, Template>;
export type TemplateName = keyof typeof templates;

/** The template section with this slot: its guidance for the editor. */
export function templateSection(template: Template, slot: string): TemplateSection | null {
  for (const { section } of templateSections(template)) if (section.slot === slot) return section;
  return null;
}
