import { elementsIn, hasClass, type HtmlElement, styleOf, textIn } from './tree.ts';

/** The footnotes of a text: which links stand for a note, and which elements hold the words of one. */
export interface Notes {
  /** Words of the note by the link that stands for it; `null` when the copy did not bring them along. */
  readonly marks: ReadonlyMap<HtmlElement, HtmlElement | null>;
  /** Elements whose words are a footnote's and stand nowhere else. */
  readonly bodies: ReadonlySet<HtmlElement>;
  /** Links that stand for a remark in the margin, as Google Docs writes it: like a footnote. Its words are a body too. */
  readonly comments: ReadonlySet<HtmlElement>;
  /** Links from a note back to its mark. */
  readonly backLinks: ReadonlySet<HtmlElement>;
}

const BLOCK = new Set(['p', 'li', 'div', 'aside', 'td', 'dd', 'section']);
/** "1", "[12]", "iv", "*", "a": what a footnote's mark looks like. */
const MARK = /^[\s\u00a0]*[[(]?(?:\d{1,3}|[ivxlc]{1,5}|[a-z]|[*†‡§]{1,3})[\])]?[\s\u00a0]*$/iu;

const targetOf = (link: HtmlElement): string | null => {
  const href = link.attributes['href'] ?? '';
  if (link.tag !== 'a' || !href.startsWith('#') || href.length < 2) return null;
  return href.slice(1);
};
const isNoteLink = (link: HtmlElement): boolean =>
  styleOf(link).has('mso-footnote-id') ||
  styleOf(link).has('mso-endnote-id') ||
  hasClass(link, /\b(?:sdfootnoteanc|sdendnoteanc|footnote-ref)\b/u) ||
  /^#(?:ftnt|_ftn|_edn)\d+$/u.test(link.attributes['href'] ?? '');

/**
 * Finds footnotes by what every program makes of them: a short mark that links to a place which links back to the mark.
 */
export function findNotes(root: HtmlElement): Notes {
  const parents = new Map<HtmlElement, HtmlElement>();
  const named = new Map<string, HtmlElement>();
  const links: HtmlElement[] = [];
  for (const element of [root, ...elementsIn(root)]) {
    for (const child of element.children) if (typeof child !== 'string') parents.set(child, element);
    for (const name of [element.attributes['id'], element.tag === 'a' ? element.attributes['name'] : undefined])
      if (name !== undefined && name !== '' && !named.has(name)) named.set(name, element);
    if (targetOf(element) !== null) links.push(element);
  }
  const names = (element: HtmlElement | undefined): string[] =>
    element === undefined
      ? []
      : [element.attributes['id'], element.attributes['name']].filter((name): name is string => name !== undefined);

  const known = new Map<HtmlElement, readonly HtmlElement[]>();
  const linksIn = (body: HtmlElement): readonly HtmlElement[] => {
    let found = known.get(body);
    if (found === undefined) {
      const links: HtmlElement[] = [];
      let looked = 0;
      for (const one of elementsIn(body)) {
        if (targetOf(one) !== null) links.push(one);
        if ((looked += 1) > LARGEST_NOTE) break;
      }
      known.set(body, (found = links));
    }
    return found;
  };

  const marks = new Map<HtmlElement, HtmlElement | null>();
  const bodies = new Set<HtmlElement>();
  const comments = new Set<HtmlElement>();
  const backLinks = new Set<HtmlElement>();
  for (const link of links) {
    if (backLinks.has(link) || !MARK.test(textIn(link))) continue;
    const target = named.get(targetOf(link) ?? '');
    const around = parents.get(link);
    const own = new Set([...names(link), ...names(around), ...names(around && parents.get(around))]);
    const body = target === undefined ? null : bodyOf(target, parents);
    const back = body === null ? [] : linksIn(body).filter((one) => own.has(targetOf(one) ?? ''));
    if (body === null || back.length === 0 || inside(link, body, parents)) {
      if (target === undefined && isNoteLink(link)) marks.set(link, null);
      continue;
    }
    if (/^#cmnt\d+$/u.test(link.attributes['href'] ?? '')) comments.add(link);
    else marks.set(link, bodies.has(body) ? null : body);
    bodies.add(body);
    for (const one of back) backLinks.add(one);
  }
  return { marks, bodies, comments, backLinks };
}

/** Elements in the longest note we look through for a link back, and how far up we look for what holds a link. */
const LARGEST_NOTE = 500;
const FARTHEST = 60;

/** The element that holds all words of a note, from the place its mark links to. */
function bodyOf(target: HtmlElement, parents: ReadonlyMap<HtmlElement, HtmlElement>): HtmlElement | null {
  let at: HtmlElement | undefined = target;
  for (let up = 0; up < FARTHEST && at !== undefined && !BLOCK.has(at.tag); up += 1) at = parents.get(at);
  if (at === undefined || !BLOCK.has(at.tag)) return null;
  const around = parents.get(at);
  const wraps =
    at.tag === 'p' &&
    around !== undefined &&
    (around.tag === 'li' ||
      styleOf(around).get('mso-element') === 'footnote' ||
      styleOf(around).get('mso-element') === 'endnote' ||
      /^(?:sd)?(?:footnote|endnote|ftn|edn)/u.test(around.attributes['id'] ?? ''));
  return wraps ? around : at;
}

function inside(one: HtmlElement, other: HtmlElement, parents: ReadonlyMap<HtmlElement, HtmlElement>): boolean {
  let at: HtmlElement | undefined = one;
  for (let up = 0; up < FARTHEST && at !== undefined; up += 1, at = parents.get(at)) if (at === other) return true;
  return false;
}
