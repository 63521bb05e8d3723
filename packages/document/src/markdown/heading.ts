import type { Kind } from '../json.ts';

export interface Heading {
  readonly title: string;
  readonly kind: Kind | null;
  /** Units of text that were taken off the front: the literal number. */
  readonly cut: number;
}

const ANNEX = /^(?:bijlage|annex|appendix)(?!\p{L})(?:\s+(?:[A-Z]|\d{1,2}|[IVX]{1,4})(?=$|[\s.:)–-]))?\s*[.:)–-]*\s*/iu;
/** "4", "4.", "4.1", "4.1.2 " or "A.1 ", never "4 uur" (a number that belongs to the words is followed by lower case). */
const NUMBER = /^(?:\d{1,2}(?:\.\d{1,2})*\.?|[A-Z](?:\.\d{1,2})+\.?)\s+(?=\P{Ll})/u;
const UNNUMBERED = /^(?:documentgegevens|voorwoord|colofon|inhoud(?:sopgave)?|samenvatting|literatuur(?:lijst)?)$/iu;

/** What a heading's literal text says: an annex, a number to be derived, or a heading that never has one. */
export function readHeading(text: string, top: boolean): Heading {
  const annex = top ? ANNEX.exec(text) : null;
  if (annex && text.length > annex[0].length)
    return { title: text.slice(annex[0].length), kind: 'annex', cut: annex[0].length };
  if (annex) return { title: text, kind: 'annex', cut: 0 };
  const cut = NUMBER.exec(text)?.[0].length ?? 0;
  const title = text.slice(cut);
  return { title, kind: cut === 0 && UNNUMBERED.test(title.trim()) ? 'unnumbered' : null, cut };
}
