import { elementsIn, hasClass, type HtmlElement, isElement, styleOf, textIn } from './tree.ts';

/** What the lists of a word processor's text look like, from its style sheet: bullet or number per list and level. */
export type ListStyles = ReadonlyMap<string, 'bullet' | 'ordered'>;

/** Word writes the format of its lists as `@list l0:level1 { mso-level-number-format:bullet; … }`. */
export function listStyles(root: HtmlElement): ListStyles {
  const styles = new Map<string, 'bullet' | 'ordered'>();
  for (const element of elementsIn(root)) {
    if (element.tag !== 'style') continue;
    for (const [, list = '', level = '', rules = ''] of textIn(element).matchAll(
      /@list\s{1,9}(l\d{1,6}):level(\d)\b[^{}]{0,200}\{([^{}]{0,2000})\}/giu,
    ))
      styles.set(
        `${list.toLowerCase()} ${level}`,
        /mso-level-number-format:\s*bullet/iu.test(rules) ? 'bullet' : 'ordered',
      );
  }
  return styles;
}

/** A generated number or bullet, which Word writes as text that other programs should ignore. */
export const isListSign = (element: HtmlElement): boolean =>
  styleOf(element).get('mso-list') === 'ignore' || hasClass(element, /\bOutlineElementNumber\b/u);

const NUMBER = /^\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,2}|[ivxlc]{1,6})[.)]/iu;
/** A sign that was typed, or left behind by a browser that took out what Word marked as a sign. */
const TYPED_SIGN = /^[\s\u00a0]*([·•§▪●○◦■–-]|o(?=[\s\u00a0]{2})|\(?[0-9a-z]{1,4}[.)])[\s\u00a0]{2,}/iu;

/** The gap that Word sets between the sign of an item and its words. */
const isGap = (element: HtmlElement): boolean =>
  /^7(?:\.0)?pt\s+["']?times new roman/u.test(styleOf(element).get('font') ?? '') && textIn(element).trim() === '';

export interface WordItem {
  readonly kind: 'bullet' | 'ordered';
  readonly indent: number;
  /** Characters of the typed sign at the start of the item's own text. */
  readonly cut: number;
  /** The sign as it is shown: "3)", "·"; empty when there is none. */
  readonly sign: string;
}

/** The place in a list that Word gives a paragraph; `null` for a paragraph that is no item. */
export function wordItem(paragraph: HtmlElement, styles: ListStyles): WordItem | null {
  const place = /^(l\d+)\s+level(\d+)/u.exec(styleOf(paragraph).get('mso-list') ?? '');
  if (place === null) return filteredItem(paragraph);
  const [, list, level] = place;
  let sign = '';
  for (const element of elementsIn(paragraph)) {
    if (!isListSign(element)) continue;
    sign = textIn(element).trim();
    break;
  }
  const typed = sign === '' ? TYPED_SIGN.exec(textIn(paragraph)) : null;
  if (typed !== null) sign = typed[1] ?? '';
  const kind = styles.get(`${list} ${level}`) ?? (NUMBER.test(sign) ? 'ordered' : 'bullet');
  return { kind, indent: Math.max(0, Number(level) - 1), cut: typed === null ? 0 : sign.length, sign };
}

/** An item in a page that Word saved "filtered": nothing is left of the list but a sign, a gap and a margin. */
function filteredItem(paragraph: HtmlElement): WordItem | null {
  if (!hasClass(paragraph, /\b(?:MsoListParagraph|MsoList(?:Bullet|Number)|ListParagraph|Lijstalinea)/u)) return null;
  const text = textIn(paragraph);
  let sign = TYPED_SIGN.exec(text)?.[1] ?? '';
  for (const element of elementsIn(paragraph)) {
    if (!isGap(element)) continue;
    const before = text.slice(0, text.indexOf(textIn(element))).trim();
    // A sign is short; a gap further on is space that somebody typed.
    if (before.length > 0 && before.length <= 8) sign = before;
    break;
  }
  if (sign === '') return null;
  const indent = Math.max(0, Math.round(points(styleOf(paragraph).get('margin-left') ?? '') / 36) - 1);
  return { kind: NUMBER.test(sign) ? 'ordered' : 'bullet', indent, cut: sign.length, sign };
}

const UNITS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.35, mm: 2.835, px: 0.75 };

/** A length of a style in points; 0 for what is none. */
function points(length: string): number {
  const [, count = '', unit = ''] = /^(-?\d{0,5}(?:\.\d{1,5})?)(pt|in|cm|mm|px)$/u.exec(length.trim()) ?? [];
  return Number(count) * (UNITS[unit] ?? 0) || 0;
}

/** How deep a list stands, as Google Docs says in the class of a list on a page of its own: `lst-kix_abc-2`. */
export function classDepth(list: HtmlElement): number {
  return Number(/\blst-kix_\w{1,40}-(\d)\b/u.exec(list.attributes['class'] ?? '')?.[1] ?? 0);
}

/** Which numbers a sign may stand for: "3)" is 3, "c." is 3, "i" is 9 or 1, "2.1" is 1; none for a bullet. */
export function ordinals(sign: string): readonly number[] {
  const bare =
    sign
      .trim()
      .toLowerCase()
      .replaceAll(/^[([]|[)\].:]+$/gu, '')
      .split('.')
      .at(-1) ?? '';
  if (/^\d{1,6}$/u.test(bare)) return [Number(bare)];
  const found: number[] = [];
  if (/^[a-z]{1,2}$/u.test(bare))
    found.push(bare.split('').reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 96, 0));
  if (/^[ivxlc]{1,8}$/u.test(bare)) {
    const values = bare.split('').map((letter) => ({ i: 1, v: 5, x: 10, l: 50, c: 100 })[letter] ?? 0);
    found.push(values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0));
  }
  return found;
}

/** Heading level that an element has by its tag, its role or a word processor's style; `null` for no heading. */
export function headingLevel(element: HtmlElement): number | null {
  const { tag, attributes } = element;
  if (/^h[1-6]$/u.test(tag)) return Number(tag[1]);
  if (attributes['role'] === 'heading') return within(Number(attributes['aria-level'] ?? 2));
  if (tag !== 'p') return null;
  const outline = Number(styleOf(element).get('mso-outline-level'));
  if (outline > 0) return within(outline);
  const named = /\b(?:MsoHeading|Heading|Kop)([1-6])\b/u.exec(attributes['class'] ?? '')?.[1];
  if (named !== undefined) return Number(named);
  return hasClass(element, /\b(?:MsoTitle|title)\b/u) ? 1 : null;
}

const within = (level: number) => Math.min(6, Math.max(1, Math.trunc(level) || 1));

/** A program wrote it for itself: signs of lists, numbers that are made. */
export const isGenerated = (element: HtmlElement): boolean =>
  'data-generated' in element.attributes || isListSign(element);

/** Nothing of it is shown. */
export function isHidden(element: HtmlElement): boolean {
  const style = styleOf(element);
  return (
    'hidden' in element.attributes ||
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all'
  );
}

/** Word's comments: their marks in the text, and their words at the end. */
export const isCommentMark = (element: HtmlElement): boolean =>
  hasClass(element, /\bmsocomanchor\b|\bMsoCommentReference\b/iu);

/** The words of Word's comments, behind the text; their marks in the text count them. */
export const isCommentList = (element: HtmlElement): boolean =>
  ['comment-list', 'comment'].includes(styleOf(element).get('mso-element') ?? '');

/** What Word, LibreOffice and Google Docs repeat at the edges of every page. */
export const isPageEdge = (element: HtmlElement): boolean =>
  ['header', 'footer'].includes(styleOf(element).get('mso-element') ?? '') ||
  hasClass(element, /\bMso(?:Header|Footer)\b/u) ||
  (element.tag === 'div' && ['header', 'footer'].includes(element.attributes['title'] ?? ''));

/** A table of contents is derived here, so a copied one is left out. */
export const isContents = (element: HtmlElement): boolean => hasClass(element, /\bMsoToc(?:\d|Heading)\b/u);

/** A colour that says something: not the black, grey or white that every copied text carries. */
export function isColour(value: string | undefined): boolean {
  if (value === undefined) return false;
  const channels =
    /^#([0-9a-f]{6})$/u
      .exec(value)?.[1]
      ?.match(/../gu)
      ?.map((pair) => Number.parseInt(pair, 16)) ??
    /^#([0-9a-f]{3})$/u
      .exec(value)?.[1]
      ?.split('')
      .map((one) => Number.parseInt(one + one, 16)) ??
    /^rgba?\((\d+),\s*(\d+),\s*(\d+)(?:,\s*([\d.]+))?/u.exec(value)?.slice(1).map(Number);
  if (channels === undefined)
    return /^(?:red|green|blue|yellow|lime|aqua|fuchsia|orange|purple|teal|maroon|navy|olive|cyan|magenta)$/u.test(
      value,
    );
  const [red = 0, green = 0, blue = 0, opacity] = channels;
  if (opacity === 0) return false;
  return Math.max(red, green, blue) - Math.min(red, green, blue) > 48;
}

/** Direct children that are elements. */
export const elementChildren = (element: HtmlElement): readonly HtmlElement[] => element.children.filter(isElement);
