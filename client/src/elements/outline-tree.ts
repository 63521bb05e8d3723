import type { Section } from '@draagvlak/document';

export interface OutlineBranch {
  readonly section: Section;
  readonly children: readonly OutlineBranch[];
}

/** Sections as a tree, in reading order; a section whose parent is unknown stands at the top. */
export function outlineTree(sections: readonly Section[]): readonly OutlineBranch[] {
  const known = new Set(sections.map((section) => section.id));
  const below = (parent: string | null): readonly OutlineBranch[] =>
    sections
      .filter((section) => (section.parent !== null && known.has(section.parent) ? section.parent : null) === parent)
      .map((section) => ({ section, children: below(section.id) }));
  return below(null);
}
