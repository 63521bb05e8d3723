import { type Attrs, type DOMOutputSpec, Schema } from 'prosemirror-model';
import { COMPARATORS, KINDS, ROLES } from './json.ts';

/** Root of every draft: the one XmlFragment in its Y.Doc. */
export const FRAGMENT = 'prosemirror';

const oneOf = (values: readonly (string | null)[]) => (value: unknown) => {
  if (!values.includes(value as string | null)) throw new RangeError(`unknown value ${String(value)}`);
};
const optionalText = { default: null, validate: 'string|null' } as const;
const identity = { id: optionalText } as const;

/** `https:`, `http:`, `mailto:` and addresses within the document; everything else loses its link. */
export function isSafeHref(href: string): boolean {
  return /^(https?:\/\/|mailto:|#)/i.test(href) && !/[\s\p{Cc}]/u.test(href);
}

const data = (attrs: Attrs, names: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    names
      .filter((name) => attrs[name] !== null && attrs[name] !== undefined)
      .map((name) => [`data-${name}`, String(attrs[name])]),
  );

const BLOCK_DATA = ['id', 'role', 'level', 'kind', 'indent', 'slot', 'term', 'quantity', 'comparator', 'value', 'unit'];

/** Attributes of a block read back from the element that {@link schema} writes. */
function blockFromElement(element: HTMLElement): Attrs {
  const read = (name: string) => element.getAttribute(`data-${name}`);
  const number = (name: string) => Number.parseInt(read(name) ?? '0', 10) || 0;
  return {
    id: read('id'),
    role: (ROLES as readonly string[]).includes(read('role') ?? '') ? read('role') : 'paragraph',
    level: number('level'),
    kind: (KINDS as readonly string[]).includes(read('kind') ?? '') ? read('kind') : null,
    indent: number('indent'),
    slot: read('slot'),
    term: read('term'),
    quantity: read('quantity'),
    comparator: read('comparator'),
    value: read('value'),
    unit: read('unit'),
  };
}

const span = (element: HTMLElement, name: string) =>
  Math.max(1, Number.parseInt(element.getAttribute(name) ?? '1', 10) || 1);

/**
 * Policy prose as a flat run of text blocks, with tables, images and source documents between them.
 *
 * One principle: what can be an attribute is never a wrapper or another node type, so that promoting, splitting,
 * indenting or turning a paragraph into an item never rewrites text that a colleague is typing in. No content
 * expression demands a number or an order of things that hold text: under concurrent edits a demand is met by deleting.
 * Names are stable: a draft made today opens in every later release.
 */
export const schema = new Schema({
  nodes: {
    doc: { content: '(block | table | image | source)*' },
    block: {
      group: 'top',
      content: 'inline*',
      attrs: {
        ...identity,
        role: { default: 'paragraph', validate: oneOf(ROLES) },
        level: { default: 0, validate: 'number' },
        kind: { default: null, validate: oneOf([...KINDS, null]) },
        indent: { default: 0, validate: 'number' },
        slot: optionalText,
        term: optionalText,
        quantity: optionalText,
        comparator: { default: null, validate: oneOf([...COMPARATORS, null]) },
        value: optionalText,
        unit: optionalText,
      },
      parseDOM: [
        { tag: '[data-role]', getAttrs: blockFromElement },
        ...[1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { role: 'heading', level } })),
        { tag: 'ol > li', attrs: { role: 'item', kind: 'ordered' } },
        { tag: 'li', attrs: { role: 'item', kind: 'bullet' } },
        { tag: 'blockquote', attrs: { role: 'quote' } },
        { tag: 'p' },
      ],
      // One element for every role: a role that changes must not replace the element a colleague's caret is in.
      toDOM: (node): DOMOutputSpec => ['div', { class: 'block', ...data(node.attrs, BLOCK_DATA) }, 0],
    },
    text: { group: 'inline' },
    footnote: {
      group: 'inline',
      inline: true,
      content: 'text*',
      // The caret goes past it: no browser lets people type in an empty piece of text within a line.
      atom: true,
      attrs: identity,
      parseDOM: [
        { tag: 'span[data-footnote]', getAttrs: (element) => ({ id: element.getAttribute('data-footnote') || null }) },
      ],
      toDOM: (node) => ['span', { 'data-footnote': node.attrs['id'] ?? '' }, 0],
    },
    reference: {
      group: 'inline',
      inline: true,
      atom: true,
      attrs: { target: { validate: 'string' } },
      parseDOM: [
        { tag: 'a[data-reference]', getAttrs: (element) => ({ target: element.getAttribute('data-reference') ?? '' }) },
      ],
      toDOM: (node) => ['a', { 'data-reference': node.attrs['target'], href: `#${node.attrs['target']}` }],
    },
    break: {
      group: 'inline',
      inline: true,
      selectable: false,
      parseDOM: [{ tag: 'br' }],
      toDOM: () => ['br'],
    },
    table: {
      group: 'top',
      content: 'row*',
      tableRole: 'table',
      isolating: true,
      attrs: { ...identity, caption: optionalText },
      parseDOM: [
        {
          tag: 'table',
          getAttrs: (element) => ({
            id: element.getAttribute('data-id'),
            caption: element.getAttribute('data-caption'),
          }),
        },
      ],
      toDOM: (node) => ['table', data(node.attrs, ['id', 'caption']), ['tbody', 0]],
    },
    row: {
      content: 'cell*',
      tableRole: 'row',
      attrs: identity,
      parseDOM: [{ tag: 'tr', getAttrs: (element) => ({ id: element.getAttribute('data-id') }) }],
      toDOM: (node) => ['tr', data(node.attrs, ['id']), 0],
    },
    cell: {
      content: '(block | image)*',
      tableRole: 'cell',
      isolating: true,
      attrs: {
        ...identity,
        column: optionalText,
        header: { default: false, validate: 'boolean' },
        colspan: { default: 1, validate: 'number' },
        rowspan: { default: 1, validate: 'number' },
        colwidth: { default: null },
      },
      parseDOM: ['td', 'th'].map((tag) => ({
        tag,
        getAttrs: (element: HTMLElement) => ({
          id: element.getAttribute('data-id'),
          column: element.getAttribute('data-column'),
          header: element.tagName === 'TH',
          colspan: span(element, 'colspan'),
          rowspan: span(element, 'rowspan'),
        }),
      })),
      toDOM: (node) => [
        node.attrs['header'] ? 'th' : 'td',
        {
          ...data(node.attrs, ['id', 'column']),
          ...(node.attrs['colspan'] > 1 ? { colspan: String(node.attrs['colspan']) } : {}),
          ...(node.attrs['rowspan'] > 1 ? { rowspan: String(node.attrs['rowspan']) } : {}),
        },
        0,
      ],
    },
    image: {
      group: 'top',
      attrs: {
        ...identity,
        src: { validate: 'string' },
        alt: { default: '', validate: 'string' },
        width: { default: null, validate: 'number|null' },
      },
      parseDOM: [
        {
          tag: 'img[data-src]',
          getAttrs: (element) => ({
            id: element.getAttribute('data-id'),
            src: element.getAttribute('data-src') ?? '',
            alt: element.getAttribute('alt') ?? '',
          }),
        },
      ],
      toDOM: (node) => ['img', { ...data(node.attrs, ['id', 'src']), alt: node.attrs['alt'] }],
    },
    source: {
      group: 'top',
      attrs: {
        ...identity,
        title: { validate: 'string' },
        owner: optionalText,
        number: optionalText,
        adopted: optionalText,
        href: optionalText,
      },
      parseDOM: [
        {
          tag: 'aside[data-source]',
          getAttrs: (element) =>
            Object.fromEntries(
              ['id', 'title', 'owner', 'number', 'adopted', 'href'].map((name) => [
                name,
                element.getAttribute(`data-${name}`),
              ]),
            ),
        },
      ],
      toDOM: (node) => [
        'aside',
        { 'data-source': '', ...data(node.attrs, ['id', 'title', 'owner', 'number', 'adopted', 'href']) },
        node.attrs['title'],
      ],
    },
  },
  marks: {
    link: {
      inclusive: false,
      attrs: { href: { validate: 'string' } },
      parseDOM: [
        {
          tag: 'a[href]:not([data-reference])',
          getAttrs: (element) => {
            const href = element.getAttribute('href') ?? '';
            return isSafeHref(href) && { href };
          },
        },
      ],
      toDOM: (mark) => [
        'a',
        { href: isSafeHref(mark.attrs['href']) ? mark.attrs['href'] : '#', rel: 'noopener noreferrer' },
        0,
      ],
    },
    emphasis: { parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    subscript: { excludes: 'subscript superscript', parseDOM: [{ tag: 'sub' }], toDOM: () => ['sub', 0] },
    superscript: { excludes: 'subscript superscript', parseDOM: [{ tag: 'sup' }], toDOM: () => ['sup', 0] },
    language: {
      attrs: { lang: { validate: 'string' } },
      parseDOM: [{ tag: 'span[lang]', getAttrs: (element) => ({ lang: element.getAttribute('lang') ?? '' }) }],
      toDOM: (mark) => ['span', { lang: mark.attrs['lang'] }, 0],
    },
    dated: {
      attrs: { asOf: { validate: 'string' }, source: optionalText },
      parseDOM: [
        {
          tag: 'time[data-as-of]',
          getAttrs: (element) => ({
            asOf: element.getAttribute('data-as-of') ?? '',
            source: element.getAttribute('data-source'),
          }),
        },
      ],
      toDOM: (mark) => ['time', { datetime: mark.attrs['asOf'], 'data-as-of': mark.attrs['asOf'] }, 0],
    },
  },
});
