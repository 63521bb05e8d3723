import type { ImportChoice, ImportSource, ImportView } from '@draagvlak/contract/server';
import {
  assignSlots,
  completeness,
  definitionsOf,
  type DocumentJson,
  documentText,
  inlineText,
  outline,
  type Section,
  type Template,
  textBlocks,
  wordsIn,
} from '@draagvlak/document';
import { fromHtml } from '@draagvlak/document/html';
import {
  base64Of,
  excerpt,
  likelyRequirements,
  picturesIn,
  withPictures,
  withRequirements,
} from '@draagvlak/document/importing';
import { fromMarkdown } from '@draagvlak/document/markdown';
import type { Lost } from '@draagvlak/document/pasted';

/** A text from elsewhere as a document, with its sections in their places in the template. */
export interface ImportedText {
  readonly document: DocumentJson;
  readonly title: string | null;
  readonly dropped: readonly string[];
  readonly lost: readonly Lost[];
  readonly numbersCut: number;
}

export function importText(source: ImportSource, template: Template, newId: () => string): ImportedText {
  const { document, ...rest } =
    source.format === 'html' ? { ...fromHtml(source.text, newId), dropped: [] } : fromMarkdown(source.text, newId);
  return { document: assignSlots(document, template), ...rest };
}

/** Keeps the bytes of a picture; `null` when they are no picture that we keep. */
export type KeepPicture = (bytes: Uint8Array) => Promise<string | null>;

/** The text with what the author chose of what the preview proposed; what was not chosen stays plain, or out. */
export async function chosenText(
  { document }: ImportedText,
  template: Template,
  { requirements = [], pictures = [] }: Partial<ImportChoice>,
  keep: KeepPicture,
): Promise<DocumentJson> {
  const wanted = new Set(requirements);
  const made = withRequirements(
    document,
    likelyRequirements(document, template).filter(({ at }) => wanted.has(at)),
  );
  const alts = new Map(pictures.map(({ at, alt }) => [at, alt.trim()]));
  const kept = new Map<number, { readonly src: string; readonly alt: string }>();
  for (const { at, src } of picturesIn(made)) {
    const alt = alts.get(at);
    const blob = alt === undefined ? null : await keep(Buffer.from(base64Of(src), 'base64'));
    if (alt !== undefined && blob !== null) kept.set(at, { src: `blob:${blob}`, alt });
  }
  return withPictures(made, ({ at }) => kept.get(at) ?? null);
}

/** Most pieces of Markdown that are shown as left out; a page of them says enough. */
const MOST_DROPPED = 50;

/** What the author looks at before the draft begins with a text from elsewhere. */
export function importView(imported: ImportedText, template: Template): ImportView {
  const { document, title, dropped, lost, numbersCut } = imported;
  const lines = outline(document);
  const { sections } = lines;
  const definitions = definitionsOf(document, lines).length;
  const counts = { sections: sections.length, tables: 0, requirements: 0, footnotes: 0, definitions, words: 0 };
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
    requirements: requirementViews(document, template, sections),
    pictures: picturesIn(document),
    numbersCut,
    dropped: dropped.slice(0, MOST_DROPPED),
    lost,
  };
}

function requirementViews(
  document: DocumentJson,
  template: Template,
  sections: readonly Section[],
): ImportView['requirements'] {
  const blocks = [...textBlocks(document)];
  const titles = new Map(sections.map(({ id, number, title }) => [id, number === null ? title : `${number} ${title}`]));
  return likelyRequirements(document, template).map(({ at, sign, recommendation, cut, section }) => {
    const { block } = blocks[at] as (typeof blocks)[number];
    return {
      at,
      sign,
      recommendation,
      label: inlineText(block).slice(0, cut).trim(),
      words: excerpt(block, cut),
      section: section === null ? null : (titles.get(section) ?? null),
    };
  });
}
