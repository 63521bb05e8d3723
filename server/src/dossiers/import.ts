import type { ImportSource, ImportView } from '@draagvlak/contract/server';
import {
  assignSlots,
  completeness,
  type DocumentJson,
  documentText,
  outline,
  type Template,
  textBlocks,
  wordsIn,
} from '@draagvlak/document';
import { fromHtml } from '@draagvlak/document/html';
import { fromMarkdown } from '@draagvlak/document/markdown';
import type { Lost } from '@draagvlak/document/pasted';

/** A text from elsewhere as a document, with its sections in their places in the template. */
export interface ImportedText {
  readonly document: DocumentJson;
  readonly title: string | null;
  readonly dropped: readonly string[];
  readonly lost: readonly Lost[];
}

export function importText(source: ImportSource, template: Template, newId: () => string): ImportedText {
  if (source.format === 'html') {
    const { document, title, lost } = fromHtml(source.text, newId);
    return { document: assignSlots(document, template), title, dropped: [], lost };
  }
  const { document, title, dropped } = fromMarkdown(source.text, newId);
  return { document: assignSlots(document, template), title, dropped, lost: [] };
}

/** Most pieces of Markdown that are shown as left out; a page of them says enough. */
const MOST_DROPPED = 50;

/** What the author looks at before the draft begins with a text from elsewhere. */
export function importView({ document, title, dropped, lost }: ImportedText, template: Template): ImportView {
  const { sections } = outline(document);
  const counts = { sections: sections.length, tables: 0, requirements: 0, footnotes: 0, words: 0 };
  for (const node of document.content ?? []) if (node.type === 'table') counts.tables += 1;
  for (const { block } of textBlocks(document)) {
    if (block.attrs.role === 'requirement') counts.requirements += 1;
    for (const node of block.content ?? []) {
      if (node.type === 'footnote') counts.footnotes += 1;
    }
  }
  counts.words = wordsIn(documentText(document));
  return {
    title,
    sections: sections.map(({ number, title: name, level }) => ({ number, title: name, level })),
    counts,
    fit: completeness(document, template).map(({ title: name, mandatory, state }) => ({
      title: name,
      mandatory,
      state,
    })),
    dropped: dropped.slice(0, MOST_DROPPED),
    lost,
  };
}
