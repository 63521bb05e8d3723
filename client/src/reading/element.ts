type Child = Node | string | null | false | readonly Child[];
type Value = string | number | boolean | null | ((event: never) => unknown);

/** Makes an element: `on…` are listeners, `false` and `null` leave an attribute out, text is never read as markup. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key.slice(2), value as EventListener);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== false && value !== null) made.setAttribute(key, String(value));
  }
  add(made, children);
  return made;
}

function add(parent: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === null || child === false) continue;
    if (Array.isArray(child)) add(parent, child as readonly Child[]);
    else parent.append(child as Node | string);
  }
}

const SVG = 'http://www.w3.org/2000/svg';

/** A sign of the page's sprite, beside its word. */
export function sign(name: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'sign');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#s-${name}`);
  svg.append(use);
  return svg;
}

/** The count of a section as a small bar: longer and darker for more, the number beside it says how many. */
export function heat(count: number, most: number, step: number): SVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'heat');
  svg.setAttribute('viewBox', '0 0 52 8');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('class', 'h0');
  line.setAttribute('d', 'M0 7.5h52');
  const bar = document.createElementNS(SVG, 'rect');
  bar.setAttribute('class', `h${step}`);
  bar.setAttribute('width', String(Math.max(4, (count / most) * 52)));
  bar.setAttribute('height', '8');
  svg.append(line, bar);
  return svg;
}
