import { LEAF } from '@draagvlak/document';
import type { AttributeChange, Category, MarkChange } from './comparison.ts';
import type { ExactPiece } from './text-edit.ts';

/**
 * Why a change counts as editorial. Closed and conservative: a change is editorial only when one of these rules covers
 * all of it, and never when a number, a negation or a verb of duty or permission is among the changed words.
 */
export const EDITORIAL_RULES = [
  'spacing',
  'punctuation',
  'capitals',
  'spelling',
  'formatting',
  'layout',
  'paragraphing',
] as const;
export type EditorialRule = (typeof EDITORIAL_RULES)[number];

/** Words that carry the force of a rule (Dutch and English): a change among them is never editorial. */
const FORCE = new Set(
  [
    // negation and exception
    'niet geen nooit niemand nergens niets zonder noch behalve tenzij uitgezonderd uitsluitend alleen slechts enkel',
    'not no never none nobody nowhere nothing without nor except unless only neither',
    // duty, permission, possibility
    'kan kunnen kon konden kunt moet moeten moest moesten mag mogen mocht mochten dient dienen diende dienden hoeft hoeven',
    'hoefde zal zullen zult zou zouden behoort behoren verplicht verboden toegestaan vereist eist mits indien',
    'can could must may might shall should will would need ought required prohibited permitted allowed if provided',
    // number words
    'nul een één twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien',
    'achttien negentien twintig dertig veertig vijftig zestig zeventig tachtig negentig honderd duizend helft half derde',
    'eerste tweede vierde vijfde dubbel dubbele alle elk elke ieder iedere meer minder hoogstens minstens minimaal maximaal',
    'zero one two three four five six seven eight nine ten eleven twelve hundred thousand all each every more less',
  ]
    .join(' ')
    .split(' '),
);

const WORD = /[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)*/gu;
const NUMERAL = /\p{N}/u;
const words = (text: string): string[] => text.match(WORD) ?? [];

/** Whether a changed number, negation or verb of duty or permission is among these words. */
export function hasForce(text: string): boolean {
  return words(text).some((word) => NUMERAL.test(word) || FORCE.has(word.toLowerCase()));
}

/** Marks that only say how text looks. */
const LOOKS = new Set(['emphasis', 'strong', 'language']);
/** Attributes that only say how something is laid out or which template section it fills. */
const LAYOUT = new Set(['slot', 'width', 'colwidth']);

/** Characters that may change without changing what a sentence demands; a comma or bracket may. */
const POINTS = /[.;:!\u2010-\u2015\u2018-\u201f"'`´…-]/gu;

interface Edit {
  readonly exact: readonly ExactPiece[];
  readonly attributes: readonly AttributeChange[];
  readonly marks: readonly MarkChange[];
  /** Paragraphs were split or merged. */
  readonly regrouped: boolean;
}

/** The editorial rule that covers the whole edit, or `null` when it is to be read as substantive. */
export function editorialRule(edit: Edit): EditorialRule | null {
  const rules: (EditorialRule | null)[] = [];
  if (edit.attributes.length > 0) rules.push(edit.attributes.every((each) => LAYOUT.has(each.name)) ? 'layout' : null);
  if (edit.marks.length > 0) rules.push(edit.marks.every((each) => LOOKS.has(each.mark)) ? 'formatting' : null);
  if (edit.regrouped) rules.push('paragraphing');
  if (edit.exact.some((piece) => piece.kind !== 'kept' && piece.text !== '¶')) rules.push(textRule(edit.exact));
  // the heaviest rule names the whole
  return rules.includes(null) ? null : (rules.at(-1) ?? null);
}

function textRule(exact: readonly ExactPiece[]): EditorialRule | null {
  let rule: EditorialRule = 'spacing';
  for (const [gone, come] of hunks(exact)) {
    const found = hunkRule(gone, come);
    if (found === null) return null;
    if (RANK.indexOf(found) > RANK.indexOf(rule)) rule = found;
  }
  return rule;
}

const RANK: readonly EditorialRule[] = ['spacing', 'punctuation', 'capitals', 'spelling'];

const FIRST_WORD = /^[\p{L}\p{M}\p{N}]+/u;
const LAST_WORD = /[\p{L}\p{M}\p{N}]+(?:[.,-]?[\p{L}\p{M}\p{N}]*)$/u;

/**
 * Deleted and inserted text between kept text, widened to whole words: a hyphen inside a compound is a change of that
 * word, and a figure is never cut.
 */
function* hunks(exact: readonly ExactPiece[]): Generator<[string, string]> {
  let gone = '';
  let come = '';
  let open = false;
  for (const [index, piece] of exact.entries()) {
    if (piece.kind === 'kept') {
      if (!open) continue;
      const tail = FIRST_WORD.exec(piece.text)?.[0] ?? '';
      yield [gone + tail, come + tail];
      open = false;
      continue;
    }
    if (!open) {
      const before = exact[index - 1];
      const head = before?.kind === 'kept' ? (LAST_WORD.exec(lastPart(before.text))?.[0] ?? '') : '';
      gone = head;
      come = head;
      open = true;
    }
    if (piece.kind === 'deleted') gone += piece.text.replaceAll('¶', ' ');
    else come += piece.text.replaceAll('¶', ' ');
  }
  if (open) yield [gone, come];
}

/** What follows the last space: an expression that looks for the end of a long text is slow. */
const lastPart = (text: string) => text.slice(text.lastIndexOf(' ') + 1);

const SPACES = /\s+/gu;
const FIGURE = /\p{N}[\p{N}.,:/-]*/gu;
const LETTER = /[\p{L}\p{M}\p{N}]/gu;
const numbers = (text: string) => text.match(FIGURE)?.join(' ') ?? '';
/** What is left of a text without words, spaces and points. */
const signs = (text: string) => text.replaceAll(POINTS, '').replaceAll(LETTER, '').replaceAll(SPACES, '');

function hunkRule(gone: string, come: string): EditorialRule | null {
  // a footnote or reference that came or went is never a matter of form
  if (gone.includes(LEAF) || come.includes(LEAF)) return null;
  if (numbers(gone) !== numbers(come)) return null;
  if (gone.replaceAll(SPACES, ' ').trim() === come.replaceAll(SPACES, ' ').trim()) return 'spacing';
  const oldWords = words(gone);
  const newWords = words(come);
  if (signs(gone) !== signs(come)) return null;
  if (oldWords.join(' ') === newWords.join(' ')) return 'punctuation';
  if (oldWords.length === newWords.length) {
    let rule: EditorialRule = 'capitals';
    for (const [index, old] of oldWords.entries()) {
      const now = newWords[index] as string;
      if (old === now) continue;
      if (hasForce(old) || hasForce(now)) return null;
      if (old.toLowerCase() === now.toLowerCase()) continue;
      if (folded(old) !== folded(now)) return null;
      rule = 'spelling';
    }
    return rule;
  }
  // one compound written as two words, with a hyphen, or together
  if ([...oldWords, ...newWords].some(hasForce)) return null;
  return folded(oldWords.join('')) === folded(newWords.join('')) && Math.abs(oldWords.length - newWords.length) === 1
    ? 'spelling'
    : null;
}

const ACCENT = /\p{M}/gu;
const LONE_C = /c(?!h)/gu;

/** A word without what Dutch spelling lets vary: accents, c or k, ph or f, y or ij. */
function folded(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(ACCENT, '')
    .replaceAll(LONE_C, 'k')
    .replaceAll('ph', 'f')
    .replaceAll('ij', 'y');
}

/** Category of an edit in place. */
export function categoryOf(edit: Edit): { readonly category: Category; readonly editorialRule: string | null } {
  const rule = editorialRule(edit);
  return rule === null
    ? { category: 'substantive', editorialRule: null }
    : { category: 'editorial', editorialRule: rule };
}
