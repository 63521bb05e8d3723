import { LEAF, type DocumentJson } from '@draagvlak/document';
import type { Selection } from './anchor.ts';
import type { Point } from './comment.ts';
import { type Places, placesOf } from './places.ts';

export type QuoteMatch =
  | { readonly found: Selection }
  /** `missing`: these words do not stand there. `ambiguous`: they stand there more than once. */
  | { readonly refused: 'missing' | 'ambiguous' };

/**
 * Finds the passage that a letter, a mail or a form quotes. Spaces, line ends, kinds of quotation marks and dashes may
 * differ; letters may not, and there is no guessing: words that stand there twice, or nearly, are refused. A heading
 * with its number names the section; a row of a table may be written `| a | b |`; the number or dash of a list item may
 * be there.
 *
 * @param section id of a heading: look only in this section and those under it
 */
export function findQuote(document: DocumentJson, quote: string, section: string | null = null): QuoteMatch {
  const places = placesOf(document);
  const bare = quote.trim();
  if (bare === '') return { refused: 'missing' };
  const allowed = section === null ? null : new Set(blocksUnder(places, section));
  const row = /^\|(?<cells>.*)\|$/u.exec(bare)?.groups?.['cells'];
  if (row !== undefined) return oneOf(rows(document, places, row.split('|'), allowed));
  const heading = /^#+ +(?<title>.+)$/u.exec(bare)?.groups?.['title'];
  if (heading !== undefined) return oneOf(sections(places, heading, allowed));
  const literal = passages(places, bare, allowed);
  if (literal.length > 0) return oneOf(literal);
  const item = /^(?:[-*•–]|\d+[.)]|[a-z][.)]) +(?<words>.+)$/su.exec(bare)?.groups?.['words'];
  if (item !== undefined) return oneOf(passages(places, item, allowed));
  return oneOf(sections(places, bare, allowed));
}

function oneOf(found: readonly Selection[]): QuoteMatch {
  if (found.length > 1) return { refused: 'ambiguous' };
  return found[0] ? { found: found[0] } : { refused: 'missing' };
}

/** Letters with the UTF-16 offset each stands at, spelt as a quote may spell them. */
interface Plain {
  text: string;
  readonly points: Point[];
  end: Point;
}

const SAME: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '–': '-',
  '—': '-',
  '‑': '-',
  '\u00AD': '',
  '\u200B': '',
  [LEAF]: '',
};

/** One line of blocks; every run of white space is one space. */
function plainText(blocks: readonly { readonly id: string; readonly text: string }[]): Plain {
  const plain: Plain = { text: '', points: [], end: { block: '', offset: 0 } };
  const push = (letters: string, block: string, offset: number) => {
    for (const letter of letters) {
      if (letter === ' ' && (plain.text === '' || plain.text.endsWith(' '))) continue;
      plain.text += letter;
      for (let unit = 0; unit < letter.length; unit++) plain.points.push({ block, offset });
    }
  };
  for (const { id, text } of blocks) {
    let offset = 0;
    for (const letter of text) {
      push(/\s/u.test(letter) ? ' ' : (SAME[letter] ?? letter), id, offset);
      offset += letter.length;
    }
    plain.end = { block: id, offset };
    push(' ', id, offset);
  }
  return plain;
}

function plainWords(words: string): string {
  return plainText([{ id: '', text: words }]).text.trim();
}

function passages(places: Places, quote: string, allowed: ReadonlySet<string> | null): Selection[] {
  const needle = plainWords(quote);
  if (needle === '') return [];
  const hay = plainText(allowed ? places.blocks.filter(({ id }) => allowed.has(id)) : places.blocks);
  const found: Selection[] = [];
  for (let at = hay.text.indexOf(needle); at >= 0; at = hay.text.indexOf(needle, at + 1)) {
    if (isInWord(hay.text, at, needle)) continue;
    const start = hay.points[at]!;
    const last = hay.points[at + needle.length - 1]!;
    const end = { block: last.block, offset: last.offset + (needle.at(-1) ? lengthAt(places, last) : 0) };
    found.push({ scope: 'passage', start, end });
  }
  return found;
}

/** UTF-16 units of the character at a point. */
function lengthAt(places: Places, { block, offset }: Point): number {
  const code = places.block(block)?.text.codePointAt(offset) ?? 0;
  return code > 0xffff ? 2 : 1;
}

/** "Linus" does not stand in "chinesLinus": a quote begins and ends where words do, unless it quotes part of one. */
function isInWord(text: string, at: number, needle: string): boolean {
  const letter = /[\p{L}\p{N}]/u;
  const cutsStart = letter.test(needle.charAt(0)) && letter.test(text.charAt(at - 1));
  const cutsEnd = letter.test(needle.at(-1) ?? '') && letter.test(text.charAt(at + needle.length));
  return cutsStart || cutsEnd;
}

function sections(places: Places, title: string, allowed: ReadonlySet<string> | null): Selection[] {
  const wanted = plainWords(title);
  return places.outline.sections
    .filter(({ id, number, title: own }) => {
      if (allowed && !allowed.has(id)) return false;
      const bare = plainWords(own);
      return (
        wanted === bare ||
        (number !== null && [`${number} ${bare}`, `${number}. ${bare}`, `Bijlage ${number} ${bare}`].includes(wanted))
      );
    })
    .map(({ id }) => ({ scope: 'section', node: id }));
}

function rows(
  document: DocumentJson,
  places: Places,
  cells: readonly string[],
  allowed: ReadonlySet<string> | null,
): Selection[] {
  const wanted = cells.map(plainWords);
  const found: Selection[] = [];
  for (const table of document.content ?? []) {
    if (table.type !== 'table') continue;
    for (const row of table.content ?? []) {
      const own = (row.content ?? []).map((cell) =>
        (cell.content ?? []).flatMap((block) =>
          block.type === 'block' && block.attrs.id !== null ? [block.attrs.id] : [],
        ),
      );
      if (row.attrs.id === null || (allowed && !own.flat().some((id) => allowed.has(id)))) continue;
      const words = own.map((ids) => plainWords(ids.map((id) => places.block(id)?.text ?? '').join(' ')));
      // Some cells next to each other name the row as well.
      const agrees = words.some((_, from) => wanted.every((cell, at) => words[from + at] === cell));
      if (agrees) found.push({ scope: 'row', node: row.attrs.id });
    }
  }
  return found;
}

function blocksUnder(places: Places, section: string): string[] {
  const inside = new Set([section]);
  for (const { id, parent } of places.outline.sections) if (parent !== null && inside.has(parent)) inside.add(id);
  return places.blocks.filter((block) => block.section !== null && inside.has(block.section)).map(({ id }) => id);
}
