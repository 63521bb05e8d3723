/**
 * Brings clipboard HTML to what the schema reads: flat blocks with roles instead of nested lists, marks instead of
 * styles. Works on an inert document, so nothing in the clipboard runs or loads.
 */
export function flattenPasted(html: string): string {
  const source = new DOMParser().parseFromString(html, 'text/html');
  // Our own copies carry their blocks and attributes already.
  if (source.querySelector('[data-pm-slice], [data-role]') !== null) return html;
  for (const useless of source.querySelectorAll('script, style, meta, link, title, xml')) useless.remove();
  for (const bold of source.querySelectorAll<HTMLElement>('b, strong')) {
    // Google Docs wraps everything in a <b> that is not bold.
    if (bold.style.fontWeight === 'normal' || bold.style.fontWeight === '400') bold.replaceWith(...bold.childNodes);
  }
  for (const styled of source.querySelectorAll<HTMLElement>('span[style], font[style]')) markFromStyle(styled);
  for (const paragraph of source.querySelectorAll<HTMLElement>('p')) itemFromWord(paragraph);
  for (const list of Array.from(source.querySelectorAll('ul, ol'))) {
    if (list.parentElement?.closest('ul, ol') === null) list.replaceWith(...flattened(list, 0));
  }
  return source.body.innerHTML;
}

/** Word and Google Docs write bold, italic and raised text as styles. */
function markFromStyle(element: HTMLElement): void {
  const { style } = element;
  const names: string[] = [];
  if (style.fontWeight === 'bold' || Number(style.fontWeight) >= 600) names.push('strong');
  if (style.fontStyle === 'italic') names.push('em');
  if (style.verticalAlign === 'super') names.push('sup');
  if (style.verticalAlign === 'sub') names.push('sub');
  let content: Node[] = [...element.childNodes];
  for (const name of names) {
    const mark = element.ownerDocument.createElement(name);
    mark.append(...content);
    content = [mark];
  }
  element.replaceChildren(...content);
}

const block = (owner: Document, attributes: Readonly<Record<string, string>>, content: readonly Node[]) => {
  const element = owner.createElement('div');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(`data-${name}`, value);
  element.append(...content);
  return element;
};

/** Word's desktop list items are paragraphs with their level in a style and their number as text. */
function itemFromWord(paragraph: HTMLElement): void {
  const level = /mso-list:\s*\S+\s+level(\d+)/.exec(paragraph.getAttribute('style') ?? '')?.[1];
  if (level === undefined) return;
  const sign = [...paragraph.querySelectorAll<HTMLElement>('span')].find((span) =>
    /mso-list:\s*Ignore/i.test(span.getAttribute('style') ?? ''),
  );
  const ordered = /^\s*[\da-z]+[.)]/i.test(sign?.textContent ?? '');
  sign?.remove();
  for (const comment of Array.from(paragraph.childNodes)) if (comment.nodeType === 8) comment.remove();
  const attributes = { role: 'item', kind: ordered ? 'ordered' : 'bullet', indent: String(Number(level) - 1) };
  paragraph.replaceWith(block(paragraph.ownerDocument, attributes, [...paragraph.childNodes]));
}

const BLOCKS = 'p, div, h1, h2, h3, h4, h5, h6, blockquote, table, ul, ol, pre';

/** The items of a list and of the lists in it, as a flat run of blocks with their depth as indent. */
function flattened(list: Element, depth: number): Node[] {
  const owner = list.ownerDocument;
  const kind = list.tagName === 'OL' ? 'ordered' : 'bullet';
  const run: Node[] = [];
  for (const child of list.children) {
    if (child.tagName === 'UL' || child.tagName === 'OL') {
      // Google Docs puts a deeper list beside its item, not in it.
      run.push(...flattened(child, depth + 1));
      continue;
    }
    let words: Node[] = [];
    let first = true;
    const flush = () => {
      if (words.some((node) => node.textContent?.trim() !== '')) {
        const attributes: Record<string, string> = first ? { role: 'item', kind } : { role: 'paragraph' };
        run.push(block(owner, { ...attributes, indent: String(first ? depth : depth + 1) }, words));
        first = false;
      }
      words = [];
    };
    for (const node of Array.from(child.childNodes)) {
      if (!('tagName' in node)) {
        words.push(node);
        continue;
      }
      const element = node as Element;
      if (element.tagName === 'UL' || element.tagName === 'OL') {
        flush();
        run.push(...flattened(element, depth + 1));
      } else if (element.matches(BLOCKS)) {
        flush();
        if (element.tagName === 'TABLE') run.push(element);
        else {
          words.push(...element.childNodes);
          flush();
        }
      } else words.push(element);
    }
    flush();
  }
  return run;
}
