import type { DocumentJson } from '@draagvlak/document';
import { makeAnchor, type Selection, selectionOf } from './anchor.ts';
import type { Anchor, Placement, Rung } from './comment.ts';
import { placesOf } from './places.ts';

/** From this share of the quoted words on it is the same passage with changes. */
const HALF = 0.5;

/**
 * Where a person said that a comment stands, in the text as it is now; the text may have changed since. When the words
 * that were pointed at are not there any more, the paragraph is the place, then the section; when nothing is left, `null`,
 * and the computed place is the only one.
 *
 * @param anchor where the comment was made
 * @param confirmed what was pointed at, in an earlier state of this text
 * @param computed where the comment stands according to the comparison
 */
export function confirmedPlace(
  anchor: Anchor,
  confirmed: Anchor,
  computed: Placement,
  document: DocumentJson,
): Placement | null {
  if (confirmed.scope === 'document') {
    const nowhere = { section: null, node: null, start: null, end: null };
    return { rung: 'document', ...nowhere, survived: 1, quote: '', confirmed: true };
  }
  const there = settled(confirmed, document);
  if (there === null) return null;
  const { scope, section, node, start, end, quote } = there;
  const survived = share(anchor.quote, quote);
  const isComputed = computed.node === node && same(computed.start, start) && same(computed.end, end);
  const certain = isComputed && computed.rung !== 'uncertain' && computed.rung !== 'deleted';
  const rung: Rung = scope === 'section' ? 'section' : certain ? computed.rung : rungOf(anchor.quote, quote, survived);
  return { rung, section, node, start, end, survived, quote, confirmed: true };
}

function rungOf(before: string, after: string, survived: number): Rung {
  if (squeeze(before) === squeeze(after)) return 'moved';
  return survived >= HALF ? 'changed' : 'replaced';
}

/** What was pointed at as it can be pointed at now. */
function settled(confirmed: Anchor, document: DocumentJson): Anchor | null {
  const places = placesOf(document);
  const again = (selection: Selection) => makeAnchor(document, selection, confirmed.version);
  const exact = again(selectionOf(confirmed));
  if (exact !== null && (exact.quote === confirmed.quote || confirmed.scope !== 'passage')) return exact;
  const { start, end, quote, section } = confirmed;
  const block = start === null ? undefined : places.block(start.block);
  if (start !== null && block !== undefined) {
    const at = start.block === end?.block ? nearest(block.text, quote, start.offset) : null;
    const to = { block: block.id, offset: (at ?? 0) + quote.length };
    const found = at === null ? null : again({ scope: 'passage', start: { block: block.id, offset: at }, end: to });
    const whole = found ?? again({ scope: 'block', node: block.id });
    if (whole !== null) return whole;
  }
  return section === null || places.block(section) === undefined ? null : again({ scope: 'section', node: section });
}

/** Where the words stand in the text, nearest to where they stood; `null` when they do not. */
function nearest(text: string, words: string, offset: number): number | null {
  let best: number | null = null;
  for (let at = text.indexOf(words); words !== '' && at >= 0; at = text.indexOf(words, at + 1)) {
    if (best === null || Math.abs(at - offset) < Math.abs(best - offset)) best = at;
  }
  return best;
}

type End = Placement['start'];
const same = (one: End, other: End): boolean => one?.block === other?.block && one?.offset === other?.offset;
const squeeze = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Share of the first text's words that stand in the second as well, each counted once, weighed by length. */
function share(before: string, after: string): number {
  const left = new Map<string, number>();
  for (const word of wordsOf(after)) left.set(word, (left.get(word) ?? 0) + 1);
  let kept = 0;
  let total = 0;
  for (const word of wordsOf(before)) {
    total += word.length;
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    kept += word.length;
    left.set(word, count - 1);
  }
  return total === 0 ? 1 : kept / total;
}
