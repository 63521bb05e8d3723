import type { DocumentJson } from '@draagvlak/document';
import type { Anchor, AnchorScope, Point, VersionId } from './comment.ts';
import { type Places, placesOf, wordsOf } from './places.ts';

/** What somebody pointed at: a passage, a part as a whole, or the document. */
export type Selection =
  | { readonly scope: 'passage'; readonly start: Point; readonly end: Point }
  | { readonly scope: Exclude<AnchorScope, 'passage' | 'document'>; readonly node: string }
  | { readonly scope: 'document' };

/** UTF-16 units of context kept on either side of a quote. */
export const CONTEXT = 32;

/**
 * Fixes a selection in a frozen version. Start and end may come in either order, as a selection made backwards does.
 *
 * @returns `null` when the document has no such place: an unknown id, an offset outside its block, or no words at all.
 */
export function makeAnchor(document: DocumentJson, selection: Selection, version: VersionId): Anchor | null {
  const places = placesOf(document);
  const none = { version, section: null, node: null, start: null, end: null, quote: '', prefix: '', suffix: '' };
  if (selection.scope === 'document') return { ...none, scope: 'document' };
  if (selection.scope === 'passage') return passage(places, selection.start, selection.end, version);
  const { scope, node } = selection;
  const place = places.node(scope, node);
  if (!place) return null;
  const section = scope === 'section' ? node : place.section;
  return { ...none, scope, section, node, quote: place.words || wordsOf(places, place.blocks) };
}

/**
 * True when the anchor's place is in this document and the words there are the quoted ones; a passage names its start
 * before its end, as everything that follows an anchor relies on.
 */
export function anchorExists(document: DocumentJson, anchor: Anchor): boolean {
  const made = makeAnchor(document, selectionOf(anchor), anchor.version);
  if (made === null || made.quote !== anchor.quote || made.section !== anchor.section) return false;
  return made.start === null || (isAt(made.start, anchor.start) && isAt(made.end, anchor.end));
}

const isAt = (one: Point | null, other: Point | null): boolean =>
  one?.block === other?.block && one?.offset === other?.offset;

/** What an anchor points at, to point at it again; a damaged anchor points at a block without a name. */
export function selectionOf(anchor: Pick<Anchor, 'scope' | 'node' | 'start' | 'end'>): Selection {
  const { scope, node, start, end } = anchor;
  if (scope === 'document') return { scope };
  if (scope !== 'passage') return { scope, node: node ?? '' };
  const nowhere = { block: '', offset: 0 };
  return { scope, start: start ?? nowhere, end: end ?? nowhere };
}

function passage(places: Places, one: Point, other: Point, version: VersionId): Anchor | null {
  if (!isInside(places, one) || !isInside(places, other)) return null;
  const [start, end] = compare(places, one, other) <= 0 ? [one, other] : [other, one];
  const quote = textBetween(places, start, end);
  if (quote.trim() === '') return null;
  const first = places.block(start.block)!;
  const last = places.block(end.block)!;
  return {
    version,
    scope: 'passage',
    section: first.section,
    node: null,
    start,
    end,
    quote,
    prefix: whole(first.text.slice(Math.max(0, start.offset - CONTEXT), start.offset)),
    suffix: whole(last.text.slice(end.offset, end.offset + CONTEXT)),
  };
}

/** The words from one point to another, with a new line where a block ends. */
export function textBetween(places: Places, start: Point, end: Point): string {
  return places
    .between(start.block, end.block)
    .map(({ id, text }) =>
      text.slice(id === start.block ? start.offset : 0, id === end.block ? end.offset : text.length),
    )
    .join('\n');
}

/** Order of two points in the document: negative when the first comes first. */
export function compare(places: Places, one: Point, other: Point): number {
  const blocks = (places.block(one.block)?.order ?? 0) - (places.block(other.block)?.order ?? 0);
  return blocks || one.offset - other.offset;
}

function isInside(places: Places, { block, offset }: Point): boolean {
  const text = places.block(block)?.text;
  return text !== undefined && Number.isInteger(offset) && offset >= 0 && offset <= text.length;
}

/** Without half of a surrogate pair at either end: context is cut by length. */
function whole(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF]/u, '').replace(/[\uD800-\uDBFF]$/u, '');
}
