import { type InlineJson, isSafeHref, type MarkJson, type Outline, plainText, type TermUse } from '@draagvlak/document';
import type { Wording } from '@draagvlak/wording';
import { attributes, escapeHtml } from './escape.ts';

/** What inline content needs to know of the document around it. */
export interface InlineContext {
  readonly outline: Outline;
  readonly words: Wording;
  /** Stands before every id, so that two documents fit on one page. */
  readonly prefix: string;
  /** Finds the terms that the document explains; absent: none are marked. */
  readonly terms?: TermsShown | undefined;
}

/** Terms within running text, each marked once per section. */
export interface TermsShown {
  readonly find: (text: string) => readonly TermUse[];
  /** Ids of the definitions that the section of now has marked already. */
  readonly marked: Set<string>;
}

const openTag = (mark: MarkJson, { words }: InlineContext): string => {
  switch (mark.type) {
    case 'link':
      // A document may hold an address from before the rule; its words stay, the link does not lead anywhere.
      return `<a${attributes({ href: isSafeHref(mark.attrs.href) ? mark.attrs.href : null, rel: 'noopener noreferrer' })}>`;
    case 'language':
      return `<span${attributes({ lang: mark.attrs.lang })}>`;
    case 'dated':
      return `<time${attributes({
        datetime: mark.attrs.asOf,
        title: words.document.dated(mark.attrs.asOf, mark.attrs.source),
      })}>`;
    case 'emphasis':
    case 'strong':
    case 'subscript':
    case 'superscript':
      return `<${TAGS[mark.type]}>`;
  }
};
const TAGS = { emphasis: 'em', strong: 'strong', subscript: 'sub', superscript: 'sup' } as const;
const closeTag = (mark: MarkJson): string =>
  mark.type === 'link'
    ? '</a>'
    : mark.type === 'language'
      ? '</span>'
      : mark.type === 'dated'
        ? '</time>'
        : `</${TAGS[mark.type]}>`;

const sameMark = (a: MarkJson | undefined, b: MarkJson | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Inline content as HTML. Neighbours share the elements of the marks they have in common, so one link stays one link.
 *
 * Text nodes hold exactly the block's own text; what is generated sits in elements with `data-generated` (counts
 * nothing) or `data-leaf` (counts one, whatever it shows), which is what positions are counted by.
 */
export function renderInline(content: readonly InlineJson[] | undefined, context: InlineContext): string {
  let html = '';
  let open: readonly MarkJson[] = [];
  let before = '';
  for (const node of content ?? []) {
    const marks = node.marks ?? [];
    let shared = 0;
    while (shared < open.length && sameMark(open[shared], marks[shared])) shared += 1;
    for (const mark of open.slice(shared).toReversed()) html += closeTag(mark);
    for (const mark of marks.slice(shared)) html += openTag(mark, context);
    open = marks;
    const linked = marks.some(({ type }) => type === 'link');
    html += node.type === 'text' && !linked ? renderTerms(node.text, context) : renderLeaf(node, context, before);
    before += plainText([node]);
  }
  for (const mark of open.toReversed()) html += closeTag(mark);
  return html;
}

/** Text with the first use of each term as a link to its definition. */
function renderTerms(text: string, { terms, prefix }: InlineContext): string {
  if (terms === undefined) return escapeHtml(text);
  let html = '';
  let at = 0;
  for (const { from, to, definition } of terms.find(text)) {
    if (terms.marked.has(definition.id)) continue;
    terms.marked.add(definition.id);
    html += escapeHtml(text.slice(at, from));
    html += `<a${attributes({ class: 'term', href: `#${prefix}${definition.id}` })}>${escapeHtml(text.slice(from, to))}</a>`;
    at = to;
  }
  return html + escapeHtml(text.slice(at));
}

function renderLeaf(node: InlineJson, { outline, words, prefix }: InlineContext, before: string): string {
  switch (node.type) {
    case 'text':
      return escapeHtml(node.text);
    case 'break':
      return '<br data-leaf>';
    case 'reference': {
      const target = outline.target(node.attrs.target);
      return target === undefined
        ? `<span class="lost-reference" data-leaf>${escapeHtml(words.document.lostReference)}</span>`
        : `<a${attributes({
            class: 'reference',
            'data-leaf': true,
            href: `#${prefix}${target.id}`,
            title: target.title || null,
          })}>${escapeHtml(words.document.reference(target, before))}</a>`;
    }
    case 'footnote': {
      const id = node.attrs.id ?? '';
      const number = outline.footnoteNumber(id);
      return `<a${attributes({
        class: 'fn-ref',
        'data-leaf': true,
        id: `${prefix}ref-${id}`,
        href: `#${prefix}note-${id}`,
        'aria-label': number === undefined ? null : words.document.footnote(number),
      })}>${number ?? ''}</a>`;
    }
  }
}
