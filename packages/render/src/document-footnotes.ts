import { type DocumentJson, textBlocks } from '@draagvlak/document';
import { type InlineContext, renderInline } from './document-inline.ts';
import { element } from './escape.ts';

/** All footnotes in their order, each with a way back to its place; nothing when there are none. */
export function renderFootnotes(document: DocumentJson, context: InlineContext): string {
  const { words, prefix, outline } = context;
  const items: string[] = [];
  for (const { block } of textBlocks(document)) {
    for (const node of block.content ?? []) {
      if (node.type !== 'footnote') continue;
      const id = node.attrs.id ?? '';
      const number = outline.footnoteNumber(id) ?? items.length + 1;
      const back = element(
        'a',
        { href: `#${prefix}ref-${id}`, 'aria-label': words.document.backTo(number) },
        words.document.back,
      );
      items.push(element('li', { id: `${prefix}note-${id}` }, `${renderInline(node.content, context)} ${back}`));
    }
  }
  if (items.length === 0) return '';
  return element(
    'section',
    { class: 'footnotes', 'aria-label': words.document.footnotes },
    `<ol>${items.join('')}</ol>`,
  );
}
