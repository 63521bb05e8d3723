import type {
  BlockContent,
  DefinitionContent,
  FootnoteDefinition,
  List,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast';
import type {
  BlockAttributes,
  BlockJson,
  CellJson,
  ImageJson,
  InlineJson,
  MarkJson,
  TableJson,
  TopJson,
} from '../json.ts';
import { parseHtml } from '../html/index.ts';
import type { Lost } from '../html/lost.ts';
import { readPasted } from '../html/pasted.ts';
import { isDataPicture } from '../importing/pictures.ts';
import { LEAF, PLAIN_BLOCK } from '../json.ts';
import { MAX_INDENT } from '../lists.ts';
import { isSafeHref } from '../schema.ts';
import { cutStart, sorted, trimmed } from '../inline.ts';
import { readHeading } from './heading.ts';
import type { Imported } from './index.ts';

/** HTML tags that stand for a mark of ours. */
const TAG_MARKS: Readonly<Record<string, MarkJson>> = {
  b: { type: 'strong' },
  strong: { type: 'strong' },
  i: { type: 'emphasis' },
  em: { type: 'emphasis' },
  sub: { type: 'subscript' },
  sup: { type: 'superscript' },
};

/** Inline content and the block breaks that literal HTML asks for inside a table cell. */
type Piece = InlineJson | { readonly type: 'start'; readonly ordered: boolean | null; readonly indent: number };

export class Reader {
  readonly #tree: Root;
  readonly #text: string;
  readonly #newId: () => string;
  readonly #dropped: string[] = [];
  readonly #notes = new Map<string, FootnoteDefinition>();
  readonly #links = new Map<string, string>();
  readonly #lost = new Map<Lost['kind'], number>();
  /** Pictures within the words that are read; they come behind their block. */
  #images: ImageJson[] = [];
  #numbersCut = 0;
  #shift = 0;

  constructor(tree: Root, text: string, newId: () => string) {
    this.#tree = tree;
    this.#text = text;
    this.#newId = newId;
  }

  read(): Imported {
    const children = [...this.#tree.children];
    for (const node of children) {
      if (node.type === 'footnoteDefinition') this.#notes.set(node.identifier, node);
      if (node.type === 'definition') this.#links.set(node.identifier, node.url);
    }
    let title: string | null = null;
    const [first] = children;
    const depths = children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
    if (first?.type === 'heading' && first.depth === 1 && depths.filter((depth) => depth === 1).length === 1) {
      title = this.#inline(first.children)
        .map((node) => (node.type === 'text' ? node.text : ' '))
        .join('')
        .trim();
      children.shift();
      depths.shift();
    }
    // The shallowest heading left becomes a chapter.
    this.#shift = depths.length > 0 ? Math.min(...depths) - 1 : 0;
    const content = children.flatMap((node) => this.#block(node, 0));
    for (const note of this.#notes.values()) this.#drop(note);
    const lost = [...this.#lost].map(([kind, count]) => ({ kind, count }));
    return { document: { type: 'doc', content }, title, dropped: this.#dropped, lost, numbersCut: this.#numbersCut };
  }

  #drop(node: { position?: { start: { offset?: number }; end: { offset?: number } } | undefined }): void {
    const source = this.#text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    this.#dropped.push(source.trim());
  }

  #make(attributes: Partial<BlockAttributes>, content: readonly InlineJson[]): BlockJson {
    return {
      type: 'block',
      attrs: { ...PLAIN_BLOCK, ...attributes, id: this.#newId() },
      ...(content.length > 0 ? { content } : {}),
    };
  }

  #block(node: RootContent | BlockContent | DefinitionContent, indent: number): TopJson[] {
    const made = this.#blocksOf(node, indent);
    return [...made, ...this.#images.splice(0)];
  }

  /** A block of HTML, as a table with merged cells has to be written; its tags alone are no text. */
  #html(value: string): TopJson[] | null {
    const { content, lost } = readPasted(parseHtml(value), this.#newId);
    if (content.length === 0) return null;
    for (const { kind, count } of lost) this.#lost.set(kind, (this.#lost.get(kind) ?? 0) + count);
    return [...content];
  }

  /** Keeps a picture that stands in the text itself; false for one that is only pointed to. */
  #picture(src: string, alt: string | null | undefined): boolean {
    if (!isDataPicture(src)) return false;
    this.#images.push({
      type: 'image',
      attrs: { id: this.#newId(), src: src.trim(), alt: (alt ?? '').trim().slice(0, 1000), width: null },
    });
    return true;
  }

  #blocksOf(node: RootContent | BlockContent | DefinitionContent, indent: number): TopJson[] {
    switch (node.type) {
      case 'heading': {
        const content = this.#inline(node.children);
        const level = Math.min(6, Math.max(1, node.depth - this.#shift));
        const words = content.map((each) => (each.type === 'text' ? each.text : LEAF)).join('');
        const { kind, cut } = readHeading(words, level === 1);
        if (cut > 0) this.#numbersCut += 1;
        return [this.#make({ role: 'heading', level, kind }, cutStart(content, cut))];
      }
      case 'paragraph': {
        const content = this.#inline(node.children);
        // A paragraph of pictures only is its pictures.
        return content.length === 0 && this.#images.length > 0 ? [] : [this.#make({ indent }, content)];
      }
      case 'blockquote':
        return node.children.flatMap((child) =>
          child.type === 'paragraph'
            ? [this.#make({ role: 'quote', indent }, this.#inline(child.children))]
            : this.#block(child, indent),
        );
      case 'list':
        return this.#list(node, indent);
      case 'table':
        return [this.#table(node)];
      case 'code':
        return node.value
          .split('\n')
          .map((line) => this.#make({ indent }, line === '' ? [] : [{ type: 'text', text: line }]));
      case 'definition':
      case 'footnoteDefinition':
        // Read where they are used.
        return [];
      case 'thematicBreak':
        return [];
      case 'html': {
        const read = this.#html(node.value);
        if (read !== null) return read;
        this.#drop(node);
        return [];
      }
      case 'image':
      case 'imageReference':
      case 'yaml':
      case 'listItem':
      case 'tableRow':
      case 'tableCell':
      case 'text':
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'inlineCode':
      case 'break':
      case 'link':
      case 'linkReference':
      case 'footnoteReference':
        // These never stand where a block stands.
        this.#drop(node);
        return [];
    }
  }

  #list(list: List, indent: number): TopJson[] {
    return list.children.flatMap((item) => this.#item(item, list.ordered === true, Math.min(MAX_INDENT, indent)));
  }

  #item(item: ListItem, ordered: boolean, indent: number): TopJson[] {
    const kind = ordered ? 'ordered' : 'bullet';
    const [first, ...rest] = item.children;
    const own = first?.type === 'paragraph' ? first : null;
    const words = own ? this.#inline(own.children) : [];
    const made = this.#make({ role: 'item', kind, indent }, words);
    const below = own ? rest : item.children;
    return [made, ...below.flatMap((child) => this.#block(child, Math.min(MAX_INDENT, indent + 1)))];
  }

  #table(table: Table): TableJson {
    const width = Math.max(0, ...table.children.map((row) => row.children.length));
    const columns = Array.from({ length: width }, () => this.#newId());
    return {
      type: 'table',
      attrs: { id: this.#newId(), caption: null },
      content: table.children.map((row, index) => ({
        type: 'row',
        attrs: { id: this.#newId() },
        content: Array.from({ length: width }, (_, column): CellJson => ({
          type: 'cell',
          attrs: {
            id: this.#newId(),
            column: columns[column] as string,
            header: index === 0,
            colspan: 1,
            rowspan: 1,
            colwidth: null,
          },
          content: this.#cell(row.children[column]?.children ?? []),
        })),
      })),
    };
  }

  /** A cell's blocks: one, or more where literal `<ul>`, `<ol>` and `<li>` make items. */
  #cell(children: readonly PhrasingContent[]): (BlockJson | ImageJson)[] {
    const blocks: { attributes: Partial<BlockAttributes>; content: InlineJson[] }[] = [{ attributes: {}, content: [] }];
    for (const piece of this.#pieces(children, [], true)) {
      if (piece.type !== 'start') blocks.at(-1)?.content.push(piece);
      else
        blocks.push({
          attributes:
            piece.ordered === null
              ? {}
              : { role: 'item', kind: piece.ordered ? 'ordered' : 'bullet', indent: piece.indent },
          content: [],
        });
    }
    const filled = blocks
      .map((each) => ({ ...each, content: trimmed(each.content) }))
      .filter((each) => each.content.length > 0);
    const made = (filled.length > 0 ? filled : [{ attributes: {}, content: [] }]).map((each) =>
      this.#make(each.attributes, each.content),
    );
    return [...made, ...this.#images.splice(0)];
  }

  #inline(children: readonly PhrasingContent[]): InlineJson[] {
    return trimmed(this.#pieces(children, [], false).filter((piece) => piece.type !== 'start'));
  }

  /** @param cell whether list tags may start a new block */
  #pieces(children: readonly PhrasingContent[], marks: readonly MarkJson[], cell: boolean): Piece[] {
    const pieces: Piece[] = [];
    const open: { tag: string; mark: MarkJson }[] = [];
    const lists: boolean[] = [];
    const all = () => sorted([...marks, ...open.map((each) => each.mark)]);
    const add = (text: string) => {
      if (text === '') return;
      const set = all();
      pieces.push({ type: 'text', text, ...(set.length > 0 ? { marks: set } : {}) });
    };
    for (const node of children) {
      switch (node.type) {
        case 'text':
          add(node.value.replaceAll(/\s*\n\s*/gu, ' '));
          break;
        case 'inlineCode':
          add(node.value);
          break;
        case 'emphasis':
          pieces.push(...this.#pieces(node.children, [...all(), { type: 'emphasis' }], cell));
          break;
        case 'strong':
          pieces.push(...this.#pieces(node.children, [...all(), { type: 'strong' }], cell));
          break;
        case 'delete':
          // Struck-out words are a tracked change in disguise: they stay readable, and the loss of the stroke is told.
          this.#drop(node);
          pieces.push(...this.#pieces(node.children, all(), cell));
          break;
        case 'link':
        case 'linkReference': {
          const href = node.type === 'link' ? node.url : (this.#links.get(node.identifier) ?? '');
          const mark: MarkJson[] = isSafeHref(href) ? [{ type: 'link', attrs: { href } }] : [];
          if (mark.length === 0) this.#dropped.push(href);
          pieces.push(...this.#pieces(node.children, [...all(), ...mark], cell));
          break;
        }
        case 'break':
          pieces.push({ type: 'break' });
          break;
        case 'footnoteReference': {
          const note = this.#notes.get(node.identifier);
          if (note) pieces.push(this.#footnote(note));
          else this.#drop(node);
          break;
        }
        case 'html': {
          const [, close, name = ''] = /^<(\/?)\s*([a-z0-9]+)[^>]*>$/iu.exec(node.value) ?? [];
          const tag = name.toLowerCase();
          const mark = TAG_MARKS[tag];
          if (tag === 'br') pieces.push({ type: 'break' });
          else if (mark && !close) open.push({ tag, mark });
          else if (mark)
            open.splice(
              Math.max(
                0,
                open.findLastIndex((each) => each.tag === tag),
              ),
              1,
            );
          else if (cell && (tag === 'ul' || tag === 'ol')) {
            if (close) {
              lists.pop();
              if (lists.length === 0) pieces.push({ type: 'start', ordered: null, indent: 0 });
            } else lists.push(tag === 'ol');
          } else if (cell && tag === 'li') {
            if (!close)
              pieces.push({ type: 'start', ordered: lists.at(-1) ?? false, indent: Math.max(0, lists.length - 1) });
          } else this.#dropped.push(node.value);
          break;
        }
        case 'image':
        case 'imageReference': {
          const src = node.type === 'image' ? node.url : (this.#links.get(node.identifier) ?? '');
          if (!this.#picture(src, node.alt)) this.#drop(node);
          break;
        }
      }
    }
    return pieces;
  }

  #footnote(note: FootnoteDefinition): InlineJson {
    this.#notes.delete(note.identifier);
    const text = note.children.flatMap((child) =>
      child.type === 'paragraph' ? this.#inline(child.children) : (this.#drop(child), []),
    );
    const content = text.flatMap((node) =>
      node.type === 'text' ? [node] : node.type === 'break' ? [{ type: 'text' as const, text: ' ' }] : [],
    );
    return { type: 'footnote', attrs: { id: this.#newId() }, ...(content.length > 0 ? { content } : {}) };
  }
}
