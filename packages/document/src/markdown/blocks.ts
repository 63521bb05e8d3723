import type { BlockContent, DefinitionContent, List, ListItem, PhrasingContent, Root, RootContent, Table } from 'mdast';
import type { BlockAttributes, BlockJson, CellJson, ImageJson, InlineJson, TableJson, TopJson } from '../json.ts';
import { parseHtml } from '../html/index.ts';
import type { Lost } from '../html/lost.ts';
import { readPasted } from '../html/pasted.ts';
import { LEAF, PLAIN_BLOCK } from '../json.ts';
import { MAX_INDENT } from '../lists.ts';
import { cutStart, trimmed } from '../inline.ts';
import { readHeading } from './heading.ts';
import type { Imported } from './index.ts';
import { Phrasing } from './phrasing.ts';
import { Source } from './source.ts';

/** Reads the blocks of a text: headings, paragraphs, lists, tables and blocks of HTML. */
export class Reader {
  readonly #tree: Root;
  readonly #source: Source;
  readonly #phrasing: Phrasing;
  readonly #newId: () => string;
  readonly #lost = new Map<Lost['kind'], number>();
  #numbersCut = 0;
  #shift = 0;

  constructor(tree: Root, text: string, newId: () => string) {
    this.#tree = tree;
    this.#newId = newId;
    this.#source = new Source(tree, text);
    this.#phrasing = new Phrasing(this.#source, newId);
  }

  read(): Imported {
    const children = [...this.#tree.children];
    let title: string | null = null;
    const [first] = children;
    const depths = children.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
    if (first?.type === 'heading' && first.depth === 1 && depths.filter((depth) => depth === 1).length === 1) {
      title = this.#phrasing
        .inline(first.children)
        .map((node) => (node.type === 'text' ? node.text : ' '))
        .join('')
        .trim();
      children.shift();
      depths.shift();
    }
    // The shallowest heading left becomes a chapter.
    this.#shift = depths.length > 0 ? Math.min(...depths) - 1 : 0;
    const content = children.flatMap((node) => this.#block(node, 0));
    const { notes, dropped } = this.#source;
    for (const note of notes.values()) this.#source.drop(note);
    const lost = [...this.#lost].map(([kind, count]) => ({ kind, count }));
    return { document: { type: 'doc', content }, title, dropped, lost, numbersCut: this.#numbersCut };
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
    return [...made, ...this.#phrasing.takeImages()];
  }

  /** A block of HTML, as a table with merged cells has to be written; its tags alone are no text. */
  #html(value: string): TopJson[] | null {
    const { content, lost } = readPasted(parseHtml(value), this.#newId);
    if (content.length === 0) return null;
    for (const { kind, count } of lost) this.#lost.set(kind, (this.#lost.get(kind) ?? 0) + count);
    return [...content];
  }

  #blocksOf(node: RootContent | BlockContent | DefinitionContent, indent: number): TopJson[] {
    switch (node.type) {
      case 'heading': {
        const content = this.#phrasing.inline(node.children);
        const level = Math.min(6, Math.max(1, node.depth - this.#shift));
        const words = content.map((each) => (each.type === 'text' ? each.text : LEAF)).join('');
        const { kind, cut } = readHeading(words, level === 1);
        if (cut > 0) this.#numbersCut += 1;
        return [this.#make({ role: 'heading', level, kind }, cutStart(content, cut))];
      }
      case 'paragraph': {
        const content = this.#phrasing.inline(node.children);
        // A paragraph of pictures only is its pictures.
        return content.length === 0 && this.#phrasing.hasImages ? [] : [this.#make({ indent }, content)];
      }
      case 'blockquote':
        return node.children.flatMap((child) =>
          child.type === 'paragraph'
            ? [this.#make({ role: 'quote', indent }, this.#phrasing.inline(child.children))]
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
        this.#source.drop(node);
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
        this.#source.drop(node);
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
    const words = own ? this.#phrasing.inline(own.children) : [];
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
    for (const piece of this.#phrasing.pieces(children, [], true)) {
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
    return [...made, ...this.#phrasing.takeImages()];
  }
}
