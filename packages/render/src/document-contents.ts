import { type DocumentJson, outline, type Section } from '@draagvlak/document';
import type { Wording } from '@draagvlak/wording';
import { element, escapeHtml } from './escape.ts';

export interface ContentsOptions {
  readonly words: Wording;
  /** How many levels of sections; default 2. */
  readonly depth?: number;
  /** Extra class on the outermost list. */
  readonly className?: string;
  /** Prefix of the ids that the document was rendered with. */
  readonly prefix?: string;
  /** Number of comments per section, without those of subsections; a chapter shows all that lie in it. */
  readonly comments?: ReadonlyMap<string, number>;
}

/** The table of contents: nested lists of links to the sections, with their numbers. Empty for a text without headings. */
export function renderContents(document: DocumentJson, options: ContentsOptions): string {
  const { sections } = outline(document);
  const children = new Map<string | null, Section[]>();
  for (const section of sections) {
    const list = children.get(section.parent);
    if (list) list.push(section);
    else children.set(section.parent, [section]);
  }
  const total = (section: Section): number =>
    (options.comments?.get(section.id) ?? 0) +
    (children.get(section.id) ?? []).reduce((sum, each) => sum + total(each), 0);
  const list = (parent: string | null, depth: number): string => {
    const members = children.get(parent) ?? [];
    if (members.length === 0 || depth < 1) return '';
    const items = members.map((section) => {
      const count = total(section);
      const side =
        count === 0
          ? ''
          : `<span class="side"><span class="n" aria-hidden="true">${count}</span><span class="hidden-text">${escapeHtml(options.words.document.commentsInSection(count))}</span></span>`;
      const link = element(
        'a',
        { href: `#${options.prefix ?? ''}${section.id}` },
        `<span class="no">${escapeHtml(section.number ?? '')}</span><span>${escapeHtml(section.title)}</span>${side}`,
      );
      return `<li>${link}${list(section.id, depth - 1)}</li>`;
    });
    const className = parent === null ? ['outline', options.className].filter(Boolean).join(' ') : null;
    return element('ol', { class: className }, items.join(''));
  };
  return list(null, options.depth ?? 2);
}
