import type {
  BlockAttributes,
  BlockJson,
  CellJson,
  Comparator,
  DocumentJson,
  FootnoteJson,
  ImageJson,
  InlineJson,
  MarkJson,
  ReferenceJson,
  Role,
  SourceJson,
  TableJson,
  TextJson,
  TopJson,
} from './json.ts';
import { PLAIN_BLOCK } from './json.ts';
import { plainText } from './text.ts';

export * from './arbitrary.ts';

/**
 * A small language to write documents in tests: `doc(h1('Inleiding'), p('Tekst'), table([['Kop'], ['cel']]))`.
 *
 * Ids are readable and do not shift when something is inserted: the first three words of the text ("de-opleider-mag"),
 * with "-2" for the second that begins so. Give `{ id }` where the text changes and the identity must stay.
 */

export type Words = string | InlineJson;

const inline = (words: readonly Words[]): InlineJson[] =>
  words.filter((word) => word !== '').map((word) => (typeof word === 'string' ? { type: 'text', text: word } : word));

type Attributes = Partial<BlockAttributes>;
const split = (args: readonly (Words | Attributes)[]): [Words[], Attributes] => {
  const isWords = (arg: Words | Attributes): arg is Words => typeof arg === 'string' || 'type' in arg;
  return [args.filter(isWords), Object.assign({}, ...args.filter((arg) => !isWords(arg))) as Attributes];
};

/** A block of any role; words and attributes may come in any order. */
export function block(role: Role, ...args: (Words | Attributes)[]): BlockJson {
  const [words, attributes] = split(args);
  const content = inline(words);
  return { type: 'block', attrs: { ...PLAIN_BLOCK, role, ...attributes }, ...(content.length > 0 ? { content } : {}) };
}

type Make = (...args: (Words | Attributes)[]) => BlockJson;
export const p: Make = (...args) => block('paragraph', ...args);
export const h1: Make = (...args) => block('heading', { level: 1 }, ...args);
export const h2: Make = (...args) => block('heading', { level: 2 }, ...args);
export const h3: Make = (...args) => block('heading', { level: 3 }, ...args);
export const annex: Make = (...args) => block('heading', { level: 1, kind: 'annex' }, ...args);
export const unnumbered: Make = (...args) => block('heading', { level: 1, kind: 'unnumbered' }, ...args);
export const item: Make = (...args) => block('item', { kind: 'bullet' }, ...args);
export const step: Make = (...args) => block('item', { kind: 'ordered' }, ...args);
export const req: Make = (...args) => block('requirement', ...args);
export const quote: Make = (...args) => block('quote', ...args);
export const note: Make = (...args) => block('note', ...args);
export const definition = (term: string, ...args: (Words | Attributes)[]): BlockJson =>
  block('definition', { term }, ...args);

/** Attributes of a measured requirement, to be passed to {@link req}. */
export const measure = (comparator: Comparator, value: string, unit: string, quantity: string | null = null) => ({
  comparator,
  value,
  unit,
  quantity,
});

const marked = (text: string, mark: MarkJson): TextJson => ({ type: 'text', text, marks: [mark] });
export const strong = (text: string): TextJson => marked(text, { type: 'strong' });
export const em = (text: string): TextJson => marked(text, { type: 'emphasis' });
export const link = (text: string, href: string): TextJson => marked(text, { type: 'link', attrs: { href } });
export const foreign = (text: string, lang: string): TextJson => marked(text, { type: 'language', attrs: { lang } });
export const br: InlineJson = { type: 'break' };
export const footnote = (text: string, id: string | null = null): FootnoteJson => ({
  type: 'footnote',
  attrs: { id },
  ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
});
export const reference = (target: string): ReferenceJson => ({ type: 'reference', attrs: { target } });

export const image = (alt: string, attributes: Partial<ImageJson['attrs']> = {}): ImageJson => ({
  type: 'image',
  attrs: { id: null, src: `blob:${alt}`, alt, width: null, ...attributes },
});
export const source = (title: string, attributes: Partial<SourceJson['attrs']> = {}): SourceJson => ({
  type: 'source',
  attrs: { id: null, title, owner: null, number: null, adopted: null, href: null, ...attributes },
});

export type CellWords = string | readonly (BlockJson | ImageJson)[] | CellJson;

/** One cell, for what a plain string cannot say: merged cells, an own id. */
export const cell = (
  words: string | readonly (BlockJson | ImageJson)[],
  attributes: Partial<CellJson['attrs']> = {},
): CellJson => ({
  type: 'cell',
  attrs: { id: null, column: null, header: false, colspan: 1, rowspan: 1, colwidth: null, ...attributes },
  content: typeof words === 'string' ? [p(words)] : words,
});

/**
 * A table from rows of words; the first row is its header unless `header: false`. Ids follow from the table's: rows
 * "t-r1", columns "t-k1", cells "t-r1k1", a cell's only paragraph "t-r1k1-p".
 */
export function table(
  rows: readonly (readonly CellWords[])[],
  options: { id?: string; caption?: string; header?: boolean } = {},
): TableJson {
  const id = options.id ?? 't';
  return {
    type: 'table',
    attrs: { id, caption: options.caption ?? null },
    content: rows.map((cells, r) => {
      let column = 0;
      return {
        type: 'row',
        attrs: { id: `${id}-r${r + 1}` },
        content: cells.map((words): CellJson => {
          const made = typeof words === 'object' && 'type' in words ? words : cell(words);
          const k = column + 1;
          column += made.attrs.colspan;
          const name = made.attrs.id ?? `${id}-r${r + 1}k${k}`;
          const content = (made.content ?? []).map((child, index) =>
            child.attrs.id === null
              ? ({
                  ...child,
                  attrs: { ...child.attrs, id: index === 0 ? `${name}-p` : `${name}-p${index + 1}` },
                } as typeof child)
              : child,
          );
          return {
            type: 'cell',
            attrs: {
              ...made.attrs,
              id: name,
              column: made.attrs.column ?? `${id}-k${k}`,
              header: made.attrs.header || (r === 0 && options.header !== false),
            },
            content,
          };
        }),
      };
    }),
  };
}

const slug = (text: string, otherwise: string): string =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [otherwise]).slice(0, 3).join('-');

/** A document; every id that is still missing is made from the text. */
export function doc(...nodes: TopJson[]): DocumentJson {
  const used = new Map<string, number>();
  const name = (id: string | null, text: string, otherwise: string): string => {
    if (id !== null) return id;
    const base = slug(text, otherwise);
    const count = (used.get(base) ?? 0) + 1;
    used.set(base, count);
    return count === 1 ? base : `${base}-${count}`;
  };
  const content = nodes.map((node): TopJson => {
    if (node.type === 'table')
      return {
        ...node,
        content: (node.content ?? []).map((row) => ({
          ...row,
          content: (row.content ?? []).map((each) => ({
            ...each,
            content: (each.content ?? []).map((child) => (child.type === 'block' ? withFootnotes(child) : child)),
          })),
        })),
      };
    if (node.type === 'image')
      return { ...node, attrs: { ...node.attrs, id: name(node.attrs.id, node.attrs.alt, 'image') } };
    if (node.type === 'source')
      return { ...node, attrs: { ...node.attrs, id: name(node.attrs.id, node.attrs.title, 'source') } };
    return withFootnotes({
      ...node,
      attrs: { ...node.attrs, id: name(node.attrs.id, plainText(node.content), node.attrs.role) },
    });
  });
  return { type: 'doc', content };

  function withFootnotes(made: BlockJson): BlockJson {
    if (!made.content?.some((child) => child.type === 'footnote')) return made;
    return {
      ...made,
      content: made.content.map((child) =>
        child.type === 'footnote' ? { ...child, attrs: { id: name(child.attrs.id, '', 'footnote') } } : child,
      ),
    };
  }
}

/** Ids for tests: "n1", "n2", … (or another letter). */
export function counter(prefix = 'n'): () => string {
  let count = 0;
  return () => `${prefix}${++count}`;
}
