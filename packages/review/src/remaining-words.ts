import type { DocumentJson } from '@draagvlak/document';
import { placesOf } from './places.ts';

/** A word that was said to be gone, found again. */
export interface Remaining {
  readonly block: string;
  /** As it stands there. */
  readonly text: string;
}

/** Verbs and phrases with which a motivation says that words are gone. */
const GONE =
  /\b(?:vervallen|vervalt|vervielen?|geschrapt|schrappen|verwijderd|weggelaten|verdwenen|weggehaald|vervangen|komt niet meer voor|komen niet meer voor|niet meer gebruikt|gebruiken we niet meer)\b/iu;
const QUOTED = /["“„”]([^"“„”]{2,60})["“”]|[‘']([^‘’']{2,60})[’']/gu;

/**
 * The words that a motivation says are gone: those between quotation marks in a sentence that says so.
 *
 * In `"A" is vervangen door "B"` only A is gone.
 */
export function wordsSaidGone(motivation: string): string[] {
  return sentences(motivation).flatMap((sentence) => {
    const verb = GONE.exec(sentence);
    if (!verb) return [];
    const replacement = /\bdoor\b/iu.exec(sentence);
    return quotedWords(sentence.slice(0, replacement ? replacement.index : sentence.length));
  });
}

/** Words between quotation marks. */
export function quotedWords(text: string): string[] {
  return [...text.matchAll(QUOTED)].map((match) => (match[1] ?? match[2] ?? '').trim()).filter((word) => word !== '');
}

/** Blocks of the document in which one of the words still stands, inflected or not. */
export function remaining(document: DocumentJson, words: readonly string[]): Remaining[] {
  const patterns = words.map(patternOf).filter((pattern) => pattern !== null);
  if (patterns.length === 0) return [];
  return placesOf(document).blocks.flatMap(({ id, text }) =>
    patterns.flatMap((pattern) => {
      const match = pattern.exec(text);
      return match ? [{ block: id, text: match[0] }] : [];
    }),
  );
}

/** Forms of the verbs with which rules are written; their inflections are irregular. */
const FAMILIES: readonly (readonly string[])[] = [
  ['moet', 'moeten', 'moest', 'moesten'],
  ['dient', 'dienen', 'diende', 'dienden'],
  ['mag', 'mogen', 'mocht', 'mochten'],
  ['kan', 'kunnen', 'kon', 'konden'],
  ['zal', 'zullen', 'zou', 'zouden'],
  ['hoeft', 'hoeven', 'hoefde', 'hoefden'],
  ['behoort', 'behoren', 'behoorde', 'behoorden'],
];
/** Endings that a Dutch word may get without becoming another word. Short words get none: "les" is not "lesse". */
const ENDINGS = "(?:en|e|s|'s|n)?";
const LONG_ENOUGH = 4;

/** Matches the words as whole words, in any of their forms; `null` for a text without letters. */
function patternOf(words: string): RegExp | null {
  const parts = words.toLowerCase().match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu);
  if (!parts) return null;
  const forms = parts.map((part) => {
    const family = FAMILIES.find((one) => one.includes(part));
    if (family) return `(?:${family.toSorted((one, other) => other.length - one.length).join('|')})`;
    return part.length >= LONG_ENOUGH && parts.length === 1 ? `${part}${ENDINGS}` : part;
  });
  // "dient te" also stands in "dient dit vast te leggen": same sentence, a few words between.
  const isVerbWithTe = parts.length === 2 && parts[1] === 'te' && FAMILIES.some((one) => one.includes(parts[0]!));
  const gap = isVerbWithTe ? '(?:[ \u00a0]+[^\\s.;:]+){0,8}?[ \u00a0]+' : '[\\s\u00a0]+';
  return new RegExp(`(?<![\\p{L}\\p{N}])${forms.join(gap)}(?![\\p{L}\\p{N}])`, 'iu');
}

const sentences = (text: string): string[] => text.split(/(?<=[.;!?])\s+/u);
