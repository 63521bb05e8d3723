import type { Kind } from '../json.ts';

/**
 * When a section must hold something: in every concept, only from the definitive one on (what is known only at the end;
 * the adopted text has the same words, since those are what was decided on), or never.
 */
export type Demand = 'always' | 'definitive' | 'optional';

/** A section that a kind of document has, with what its authors need to know. Nothing of it but the title prints. */
export interface TemplateSection {
  /** Stable name of the section within its template; stands on the heading as attribute `slot`. */
  readonly slot: string;
  readonly title: string;
  /** Other titles under which an imported text has this section. */
  readonly titles?: readonly string[];
  readonly kind?: Extract<Kind, 'annex' | 'unnumbered'>;
  readonly demand: Demand;
  /** Explanation for the authors, in plain Dutch; shown in the editor only. */
  readonly guidance: string;
  /** Tells of the document and how it came about, not of the work: what changes in it is no change of substance. */
  readonly ofDocument?: boolean;
  /** Filled by the product from the dossier: present is enough. */
  readonly generated?: boolean;
  /** A table to start with: its header and the words of its first column, if these are fixed. */
  readonly table?: { readonly header: readonly string[]; readonly rows?: readonly string[] };
  readonly sections?: readonly TemplateSection[];
}

export interface Template {
  readonly name: string;
  readonly sections: readonly TemplateSection[];
}

/** Every section of a template in reading order, with its level (1 = chapter). */
export function* templateSections(
  template: { readonly sections?: readonly TemplateSection[] },
  level = 1,
): Generator<{ readonly section: TemplateSection; readonly level: number }> {
  for (const section of template.sections ?? []) {
    yield { section, level };
    yield* templateSections(section, level + 1);
  }
}
