import {
  type BlockJson,
  definitionsOf,
  type DocumentJson,
  headingLevel,
  outline,
  type Section,
  termFinder,
} from '@draagvlak/document';
import type { Wording } from '@draagvlak/wording';
import { renderNodes } from './document-blocks.ts';
import { renderFootnotes } from './document-footnotes.ts';
import { renderInline } from './document-inline.ts';
import { type Context, countMark } from './document-words.ts';
import { attributes, element, escapeHtml } from './escape.ts';

export interface RenderOptions {
  readonly words: Wording;
  /** Address of an image's bytes ("blob:…" to a URL); null: its alternative text stands in its place. */
  readonly image?: (src: string) => string | null;
  /** Stands before every id and within every link, so that two documents fit on one page. Default none. */
  readonly prefix?: string;
  /** Level of a chapter's heading element; a page with one `<h1>` has chapters at 2 (the default). */
  readonly chapterLevel?: 2 | 3;
  /** Number of comments per section (by heading id, without those of subsections) and per block, row or cell. */
  readonly comments?: ReadonlyMap<string, number>;
  /**
   * What the forms of one word have in common. When given, the first use of a term in each section is a link to its
   * definition.
   */
  readonly formOf?: (word: string) => string;
  /** Where the number of comments leads. Default: `#reacties-<id>`. */
  readonly commentsHref?: (id: string) => string;
}

/**
 * A document as HTML: the inside of `<div class="text">`, footnotes included.
 *
 * Sections are real, nested `<section id>` elements with headings, lists nest, tables have header cells with a scope.
 * Every text block sits in exactly one element with `data-block`; `pointFromDom` and `domFromPoint` count offsets in it.
 * Ids of blocks are their addresses (`#<id>`). Pure and deterministic; everything an author wrote is escaped.
 */
export function renderDocument(document: DocumentJson, options: RenderOptions): string {
  const context: Context = {
    outline: outline(document),
    words: options.words,
    prefix: options.prefix ?? '',
    image: options.image ?? (() => null),
    chapterLevel: options.chapterLevel ?? 2,
    comments: options.comments ?? new Map(),
    commentsHref: options.commentsHref ?? ((id) => `#${options.prefix ?? ''}reacties-${id}`),
    tables: new Map(),
    ...(options.formOf === undefined
      ? {}
      : { terms: { find: termFinder(definitionsOf(document), options.formOf), marked: new Set<string>() } }),
  };
  const nodes = document.content ?? [];
  const { sections } = context.outline;
  const first = sections[0]?.start ?? nodes.length;
  let html = renderNodes(nodes.slice(0, first), context);
  const open: Section[] = [];
  for (const [index, section] of sections.entries()) {
    while (open.length > 0 && (open.at(-1) as Section).end <= section.start) {
      open.pop();
      html += '</section>';
    }
    open.push(section);
    context.terms?.marked.clear();
    const heading = nodes[section.start] as BlockJson;
    const next = sections[index + 1]?.start ?? nodes.length;
    html += `<section${attributes({ id: `${context.prefix}${section.id}` })}>`;
    html += renderHeading(heading, section, context);
    html += renderNodes(nodes.slice(section.start + 1, next), context);
  }
  html += '</section>'.repeat(open.length);
  return html + renderFootnotes(document, context);
}

function renderHeading(heading: BlockJson, section: Section, context: Context): string {
  const name = [section.number, section.title].filter(Boolean).join(' ');
  const link = element(
    'a',
    { class: 'anchor', href: `#${context.prefix}${section.id}`, 'aria-label': context.words.document.linkTo(name) },
    '§',
  );
  const number = `<span class="no" data-generated>${escapeHtml(section.number ?? '')}</span>`;
  const words = `<span>${renderInline(heading.content, { ...context, terms: undefined })}<span data-generated> ${link}${countMark(section.id, context)}</span></span>`;
  const level = Math.min(6, headingLevel(heading) - 1 + context.chapterLevel);
  return element(`h${level}`, { 'data-block': section.id }, number + words);
}
