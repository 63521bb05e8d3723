import {
  type BlockJson,
  type CellJson,
  type DocumentJson,
  headingLevel,
  type ImageJson,
  inlineText,
  LEAF,
  type RowJson,
  type TableJson,
  type TopJson,
} from '@draagvlak/document';
import type { Alignable } from './agreement.ts';
import { Passage, type Path, type Reading } from './passage.ts';
import type { Bag } from './tokens.ts';

/** One node of a run of nodes: the document's own, or those in a cell. */
export interface FlowNode extends Alignable {
  readonly json: TopJson;
  readonly index: number;
  readonly path: Path;
  readonly address: string;
  /** For a text block only. */
  readonly passage: Passage | null;
  /** What it says, as it is read aloud. */
  readonly spoken: string;
  /** Heading level; 0 for all else. */
  readonly level: number;
}

const LITERAL_NUMBER = /^\s*(?:\d+(?:\.\d+)*\.?|[A-Z]\.\d+(?:\.\d+)*)\s+/u;

/** A heading's text without the number that somebody typed in it. */
export const withoutNumber = (title: string): string => title.replace(LITERAL_NUMBER, '');

const addressOf = (node: { readonly attrs: { readonly id: string | null } }, path: Path): string =>
  node.attrs.id ?? `@${path.join('.')}`;

/** All words of a table, cell by cell. */
export function tableText(table: TableJson): string {
  let text = '';
  let first = true;
  for (const row of table.content ?? []) {
    if (!first) text += '\n';
    first = false;
    text += rowText(row);
  }
  return text;
}

/** All words of a row. */
export function rowText(row: RowJson | undefined): string {
  let text = '';
  let first = true;
  for (const cell of row?.content ?? []) {
    text += first ? cellText(cell) : ` | ${cellText(cell)}`;
    first = false;
  }
  return text;
}

export function cellText(cell: CellJson): string {
  const { content } = cell;
  if (!content) return '';
  let text = '';
  for (let at = 0; at < content.length; at += 1) {
    const node = content[at] as BlockJson | ImageJson;
    const own = node.type === 'block' ? inlineText(node) : node.attrs.alt;
    text = at === 0 ? own : `${text}\n${own}`;
  }
  return text;
}

/** What a node says, in words. */
export function nodeText(node: TopJson): string {
  switch (node.type) {
    case 'block':
      return inlineText(node);
    case 'table':
      return tableText(node);
    case 'image':
      return node.attrs.alt;
    case 'source':
      return [node.attrs.title, node.attrs.owner, node.attrs.number, node.attrs.adopted, node.attrs.href]
        .filter((each) => each !== null)
        .join(', ');
  }
}

class Node implements FlowNode {
  readonly json: TopJson;
  readonly index: number;
  readonly path: Path;
  readonly address: string;
  readonly passage: Passage | null;
  readonly id: string | null;
  readonly type: string;
  readonly text: string;
  readonly context: string;
  readonly heading: number;
  readonly level: number;
  readonly #reading: Reading;
  #words: Bag | null = null;

  constructor(json: TopJson, index: number, path: Path, above: FlowNode | null, reading: Reading) {
    this.json = json;
    this.index = index;
    this.path = path;
    this.id = json.attrs.id;
    this.address = addressOf(json, path);
    this.#reading = reading;
    this.passage = json.type === 'block' ? new Passage(json, path, reading) : null;
    const heading = json.type === 'block' && json.attrs.role === 'heading';
    this.type = heading ? 'heading' : json.type;
    this.level = heading ? headingLevel(json) : 0;
    const text = this.passage?.text ?? nodeText(json);
    this.text = heading ? withoutNumber(text) : text;
    this.context = above?.text ?? '';
    this.heading = above?.index ?? -1;
  }

  get spoken(): string {
    const text = this.passage?.spoken() ?? this.text;
    return text.includes(LEAF) ? text.replaceAll(LEAF, '') : text;
  }

  get words(): Bag {
    if (!this.#words) {
      const { lexicon } = this.#reading;
      const whole = this.passage && this.type !== 'heading';
      this.#words = whole ? (this.passage as Passage).words : lexicon.words(lexicon.tokens(this.text, []));
    }
    return this.#words;
  }
}

/** The nodes in a row, each knowing the heading above it (a heading: the one above of a higher level). */
export function flowOf(nodes: readonly TopJson[], path: Path, reading: Reading): FlowNode[] {
  const open: FlowNode[] = [];
  return nodes.map((json, index) => {
    const heading = json.type === 'block' && json.attrs.role === 'heading';
    if (heading) while (open.length > 0 && (open.at(-1) as FlowNode).level >= headingLevel(json)) open.pop();
    const node = new Node(json, index, [...path, index], open.at(-1) ?? null, reading);
    if (heading) open.push(node);
    return node;
  });
}

/** Ids of all footnotes in a document, wherever they stand. */
export function footnoteIds(document: DocumentJson): Set<string> {
  const ids = new Set<string>();
  const visit = (nodes: readonly TopJson[]) => {
    for (const node of nodes) {
      if (node.type === 'block') {
        for (const inline of node.content ?? []) {
          if (inline.type === 'footnote' && inline.attrs.id !== null) ids.add(inline.attrs.id);
        }
      } else if (node.type === 'table') {
        for (const row of node.content ?? []) for (const cell of row.content ?? []) visit(cell.content ?? []);
      }
    }
  };
  visit(document.content ?? []);
  return ids;
}
