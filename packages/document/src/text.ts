import { type DocumentJson, type InlineJson, textBlocks } from './json.ts';

/** Inline content as a person reads it: line breaks as spaces, footnotes and references left out. */
export function plainText(content: readonly InlineJson[] | undefined): string {
  let text = '';
  for (const node of content ?? []) {
    if (node.type === 'text') text += node.text;
    else if (node.type === 'break') text += ' ';
  }
  return text;
}

/** Inline content as it is read aloud: each reference with what it says now, given the words before it. */
export function spokenText(
  content: readonly InlineJson[] | undefined,
  say: (target: string, before: string) => string,
): string {
  let text = '';
  for (const node of content ?? []) {
    text += node.type === 'reference' ? say(node.attrs.target, text) : plainText([node]);
  }
  return text;
}

/** The words of all footnotes in this inline content, one string each. */
export function footnoteTexts(content: readonly InlineJson[] | undefined): string[] {
  return (content ?? []).flatMap((node) =>
    node.type === 'footnote' ? [(node.content ?? []).map((text) => text.text).join('')] : [],
  );
}

/** The document as plain text, one line per text block in reading order; a footnote's words follow its block. */
export function documentText(document: DocumentJson): string {
  const lines: string[] = [];
  for (const { block } of textBlocks(document)) {
    lines.push(plainText(block.content), ...footnoteTexts(block.content));
  }
  return lines.filter((line) => line.trim() !== '').join('\n');
}

/** A word: letters and digits, with the apostrophes, hyphens, points and commas that stand inside it ("5,5", "e-learning"). */
const WORD = /[\p{L}\p{N}]+(?:['’.,\-/][\p{L}\p{N}]+)*/gu;

/** Number of words a person would count in this text. */
export const wordsIn = (text: string): number => text.match(WORD)?.length ?? 0;

/** Number of words in the document: headings, tables and footnotes included, generated numbers not. */
export const countWords = (document: DocumentJson): number => wordsIn(documentText(document));
