import type { DocumentJson } from './json.ts';
import { type Outline, outline, type Section } from './outline.ts';
import { cellWords, explainedRows } from './term-table.ts';
import { titleOf } from './top-facts.ts';

/** A term that the document explains. */
export interface Definition {
  /** Id of what explains it: a definition, or in a table of terms the cell with the meaning. */
  readonly id: string;
  readonly term: string;
  readonly meaning: string;
}

/** A stretch of a text where a term stands, in UTF-16 units. */
export interface TermUse {
  readonly from: number;
  readonly to: number;
  readonly definition: Definition;
}

/**
 * The terms that a document explains, in definitions and in tables of terms, in reading order; of two explanations of
 * one term the first counts.
 */
export function definitionsOf(document: DocumentJson, { sections }: Outline = outline(document)): Definition[] {
  const known = new Map<string, Definition>();
  const explain = (id: string | null, words: string | null, meaning: string) => {
    const term = words?.trim() ?? '';
    if (id !== null && term !== '' && !known.has(term.toLowerCase()))
      known.set(term.toLowerCase(), { id, term, meaning });
  };
  let section: Section | null = null;
  let next = 0;
  for (const [index, node] of (document.content ?? []).entries()) {
    if (sections[next]?.start === index) section = sections[next++] ?? null;
    if (node.type === 'block' && node.attrs.role === 'definition')
      explain(node.attrs.id, node.attrs.term, titleOf(node));
    if (node.type !== 'table') continue;
    for (const { term, meaning } of explainedRows(node, section?.slot ?? null))
      explain(meaning.attrs.id, cellWords(term), cellWords(meaning));
    for (const block of (node.content ?? []).flatMap((row) =>
      (row.content ?? []).flatMap((cell) => cell.content ?? []),
    ))
      if (block.type === 'block' && block.attrs.role === 'definition')
        explain(block.attrs.id, block.attrs.term, titleOf(block));
  }
  return [...known.values()];
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*/gu;
/** What two forms of a word share when nobody knows better: their letters. */
const sameLetters = (word: string): string => word;

interface Wanted {
  readonly forms: readonly string[];
  readonly definition: Definition;
}

/**
 * Finds terms in running text: whole words, of several the longest term, capitals aside. An abbreviation ("VCA") is only
 * found as it is written.
 *
 * @param formOf what the forms of one word have in common, given the word in small letters; default its letters
 */
export function termFinder(
  definitions: readonly Definition[],
  formOf: (word: string) => string = sameLetters,
): (text: string) => TermUse[] {
  const form = (word: string) => (/^[\p{Lu}\p{N}]{2,}$/u.test(word) ? word : formOf(word.toLowerCase()));
  const byFirst = new Map<string, Wanted[]>();
  for (const definition of definitions) {
    const forms = (definition.term.match(WORD) ?? []).map(form);
    const [first] = forms;
    if (first === undefined) continue;
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), { forms, definition }].toSorted((a, b) => b.forms.length - a.forms.length),
    );
  }
  return (text) => {
    if (byFirst.size === 0) return [];
    const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
      form: form(word),
      from: index,
      to: index + word.length,
    }));
    const uses: TermUse[] = [];
    for (let at = 0; at < words.length;) {
      const found = byFirst.get(words[at]?.form ?? '')?.find(({ forms }) =>
        forms.every((one, nth) => {
          const word = words[at + nth];
          const before = words[at + nth - 1];
          if (word?.form !== one) return false;
          return nth === 0 || before === undefined || /^\s+$/u.test(text.slice(before.to, word.from));
        }),
      );
      const last = words[at + (found?.forms.length ?? 1) - 1];
      if (found !== undefined && last !== undefined)
        uses.push({ from: words[at]?.from ?? 0, to: last.to, definition: found.definition });
      at += found?.forms.length ?? 1;
    }
    return uses;
  };
}
