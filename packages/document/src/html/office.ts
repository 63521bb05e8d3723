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

export interface WordItem {
  readonly kind: 'bullet' | 'ordered';
  readonly indent: number;
  /** Characters of the typed sign at the start of the item's own text. */
  readonly cut: number;
}

/** The place in a list that Word gives a paragraph; `null` for a paragraph that is no item. */
export function wordItem(paragraph: HtmlElement, styles: ListStyles): WordItem | null {
  const place = /^(l\d+)\s+level(\d+)/u.exec(styleOf(paragraph).get('mso-list') ?? '');
  if (place === null) return null;
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
  return { kind, indent: Math.max(0, Number(level) - 1), cut: typed === null ? 0 : sign.length };
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

/** Nothing of it is shown, or a program wrote it for itself. */
export function isInvisible(element: HtmlElement): boolean {
  const style = styleOf(element);
  return (
    'hidden' in element.attributes ||
    'data-generated' in element.attributes ||
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all' ||
    isListSign(element)
  );
}

/** Word's comments: their marks in the text, and their words at the end. */
export const isCommentMark = (element: HtmlElement): boolean =>
  hasClass(element, /\bmsocomanchor\b|\bMsoCommentReference\b/iu) || styleOf(element).has('mso-comment-reference');

/** Parts that Word adds around a text: its comments, headers and footers. */
export const isAroundText = (element: HtmlElement): boolean =>
  ['comment-list', 'comment', 'header', 'footer'].includes(styleOf(element).get('mso-element') ?? '');

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
