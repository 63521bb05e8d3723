/** HTML as plain data: what a browser's DOM and the server's parser both give, so that both read a text the same way. */
export interface HtmlElement {
  /** Lower case. */
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly HtmlNode[];
}
export type HtmlNode = HtmlElement | string;

export const isElement = (node: HtmlNode): node is HtmlElement => typeof node !== 'string';

/** Every element within this one, in document order; no recursion, since others decide how deep HTML goes. */
export function* elementsIn(root: HtmlElement): Generator<HtmlElement> {
  const waiting: HtmlNode[] = [...root.children].toReversed();
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let index = node.children.length - 1; index >= 0; index -= 1) waiting.push(node.children[index] as HtmlNode);
  }
}

/** All text within a node as it stands. */
export function textIn(node: HtmlNode): string {
  const parts: string[] = [];
  const waiting: HtmlNode[] = [node];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!isElement(next)) parts.push(next);
    else
      for (let index = next.children.length - 1; index >= 0; index -= 1) waiting.push(next.children[index] as HtmlNode);
  }
  return parts.join('');
}

const parsedStyles = new WeakMap<HtmlElement, ReadonlyMap<string, string>>();

/** The `style` of an element by property, names and values in lower case; a quoted font name may hold a semicolon. */
export function styleOf(element: HtmlElement): ReadonlyMap<string, string> {
  const known = parsedStyles.get(element);
  if (known !== undefined) return known;
  const style = new Map<string, string>();
  for (const rule of rulesIn((element.attributes['style'] ?? '').slice(0, LONGEST_STYLE))) {
    const colon = rule.indexOf(':');
    if (colon > 0)
      style.set(
        rule.slice(0, colon).trim().toLowerCase(),
        rule
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      );
  }
  parsedStyles.set(element, style);
  return style;
}

/** No program writes more; what is longer is meant to keep us busy. */
const LONGEST_STYLE = 20_000;

function rulesIn(style: string): string[] {
  const rules: string[] = [];
  let quote = '';
  let start = 0;
  for (let at = 0; at < style.length; at += 1) {
    const sign = style[at] as string;
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === ';') {
      rules.push(style.slice(start, at));
      start = at + 1;
    }
  }
  rules.push(style.slice(start));
  return rules;
}

export const hasClass = (element: HtmlElement, pattern: RegExp): boolean =>
  pattern.test(element.attributes['class'] ?? '');

/** With single spaces, none at the ends. */
export const spaced = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** All text but that within elements of this tag. */
export function textOutside(root: HtmlElement, tag: string): string {
  const parts: string[] = [];
  const waiting: HtmlNode[] = [root];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (!isElement(next)) parts.push(next);
    else if (next.tag !== tag) for (const child of next.children.toReversed()) waiting.push(child);
  }
  return parts.join('');
}
