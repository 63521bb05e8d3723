import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { classStyles, withClassStyle } from './class-styles.ts';
import { elementsIn, type HtmlElement, type HtmlNode, textIn } from './tree.ts';

/** Stands in the tree for a field of Word's that shows the number or the words of another place. */
export const FIELD = 'w:field';
/** Stands in the tree for a text box that a browser is not shown. */
export const TEXT_BOX = 'v:textbox';

interface Mutable {
  readonly tag: string;
  attributes: Readonly<Record<string, string>>;
  readonly children: HtmlNode[];
}

/**
 * HTML as a tree of plain data, by the rules of the HTML standard; nothing runs and nothing is fetched. What a style
 * sheet says of a class stands with its elements, and of what Word hides from browsers in comments the fields that refer
 * to other places and the text boxes are in the tree.
 */
export function parseHtml(text: string): HtmlElement {
  const root = treeOf(text, hiddenInComment);
  const sheet = [...elementsIn(root)].filter(({ tag }) => tag === 'style').map(textIn);
  const styles = classStyles(sheet.join('\n'));
  if (styles.size > 0)
    for (const element of elementsIn(root) as Generator<Mutable>)
      element.attributes = withClassStyle(element.attributes, styles);
  return root;
}

function treeOf(text: string, comment: (data: string) => HtmlElement | null): HtmlElement {
  const root: Mutable = { tag: 'html', attributes: {}, children: [] };
  const waiting: { readonly from: DefaultTreeAdapterMap['parentNode']; readonly to: Mutable }[] = [
    { from: parse(text), to: root },
  ];
  // No recursion: a hostile text nests as deep as it is long.
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const node of next.from.childNodes) {
      if ('value' in node) next.to.children.push(node.value);
      if ('data' in node) {
        const hidden = comment(node.data);
        if (hidden !== null) next.to.children.push(hidden);
      }
      if (!('tagName' in node)) continue;
      const to: Mutable = {
        tag: node.tagName.toLowerCase(),
        attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
        children: [],
      };
      next.to.children.push(to);
      waiting.push({ from: node, to });
    }
  }
  return root;
}

/** What Word puts in a comment for itself: `<!--[if supportFields]>… REF _Ref1 \h …<![endif]-->`. */
function hiddenInComment(data: string): HtmlElement | null {
  if (/^\[if\s+supportFields\]/iu.test(data))
    return /mso-element:\s*field-begin/iu.test(data) && /(?:^|[\s>])(?:REF|PAGEREF|NOTEREF)\s/u.test(data)
      ? { tag: FIELD, attributes: {}, children: [] }
      : null;
  if (!/^\[if\s+(?:gte\s+)?vml/iu.test(data)) return null;
  const from = data.search(/<v:textbox\b/iu);
  const to = data.search(/<\/v:textbox\s*>/iu);
  if (from === -1 || to < from) return null;
  const open = data.indexOf('>', from);
  // What is within is read as it is, without looking into its own comments: one level is all that Word makes.
  const id = /<v:(?:shape|rect)\b[^>]{0,500}?\sid="([^"]{1,100})"/iu.exec(data.slice(0, from))?.[1] ?? '';
  return { ...treeOf(data.slice(open + 1, to), () => null), tag: TEXT_BOX, attributes: { id } };
}
