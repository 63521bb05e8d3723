import {
  type DocumentJson,
  inlineText,
  outline,
  type Outline,
  type TableJson,
  type TopJson,
} from '@draagvlak/document';
import type { AnchorScope } from './comment.ts';

/** A text block where it stands: its words as offsets count them and its rank in reading order. */
export interface BlockPlace {
  readonly id: string;
  readonly text: string;
  readonly order: number;
  /** Heading id of the innermost section. */
  readonly section: string | null;
}

/** A part of the document that can be named as a whole, with the text blocks in it. */
interface NodePlace {
  readonly scope: AnchorScope;
  readonly section: string | null;
  readonly blocks: readonly string[];
  /** Words of a node without text blocks: an image's alternative text, a source's title. */
  readonly words: string;
}

/** Every place of a document by id, for anchors. */
export interface Places {
  readonly outline: Outline;
  /** In reading order. */
  readonly blocks: readonly BlockPlace[];
  readonly block: (id: string) => BlockPlace | undefined;
  /** A section, block, row, column or cell with this id; a heading is a section as well as a block. */
  readonly node: (scope: AnchorScope, id: string) => NodePlace | undefined;
  /** Innermost section of any node. */
  readonly sectionOf: (id: string) => string | null;
  /** Text blocks from one to the other, both included. */
  readonly between: (start: string, end: string) => readonly BlockPlace[];
}

const known = new WeakMap<DocumentJson, Places>();

/** The places of a document; made once per document object, which must not change afterwards. */
export function placesOf(document: DocumentJson): Places {
  const before = known.get(document);
  if (before) return before;
  const places = readPlaces(document);
  known.set(document, places);
  return places;
}

function readPlaces(document: DocumentJson): Places {
  const sections = outline(document);
  const blocks: BlockPlace[] = [];
  const byId = new Map<string, BlockPlace>();
  const nodes = new Map<string, NodePlace>();
  const add = (scope: AnchorScope, id: string | null, place: Omit<NodePlace, 'scope'>) => {
    if (id !== null && !nodes.has(`${scope} ${id}`)) nodes.set(`${scope} ${id}`, { scope, ...place });
  };
  const addBlock = (node: Extract<TopJson, { type: 'block' }>, section: string | null): string[] => {
    const { id } = node.attrs;
    if (id === null || byId.has(id)) return [];
    const place = { id, text: inlineText(node), order: blocks.length, section };
    blocks.push(place);
    byId.set(id, place);
    add('block', id, { section, blocks: [id], words: '' });
    return [id];
  };
  const addTable = (table: TableJson, section: string | null) => {
    const columns = new Map<string, string[]>();
    const all: string[] = [];
    for (const row of table.content ?? []) {
      const inRow: string[] = [];
      for (const cell of row.content ?? []) {
        const inCell: string[] = [];
        for (const node of cell.content ?? []) {
          if (node.type === 'block') inCell.push(...addBlock(node, section));
          else add('block', node.attrs.id, { section, blocks: [], words: node.attrs.alt });
        }
        add('cell', cell.attrs.id, { section, blocks: inCell, words: '' });
        inRow.push(...inCell);
        if (cell.attrs.column !== null) {
          const column = columns.get(cell.attrs.column) ?? [];
          column.push(...inCell);
          columns.set(cell.attrs.column, column);
        }
      }
      add('row', row.attrs.id, { section, blocks: inRow, words: '' });
      all.push(...inRow);
    }
    for (const [id, inColumn] of columns) add('column', id, { section, blocks: inColumn, words: '' });
    add('block', table.attrs.id, { section, blocks: all, words: table.attrs.caption ?? '' });
  };

  const starts = new Map(sections.sections.map(({ id, start }) => [start, id]));
  let section: string | null = null;
  for (const [top, node] of (document.content ?? []).entries()) {
    // A section lasts until the next heading, so the last heading passed is the innermost one.
    section = starts.get(top) ?? section;
    if (node.type === 'block') addBlock(node, section);
    else if (node.type === 'table') addTable(node, section);
    else
      add('block', node.attrs.id, {
        section,
        blocks: [],
        words: node.type === 'image' ? node.attrs.alt : node.attrs.title,
      });
  }
  for (const { id, parent } of sections.sections) {
    if (byId.has(id)) add('section', id, { section: parent, blocks: [id], words: '' });
  }

  const scopes: readonly AnchorScope[] = ['block', 'row', 'cell', 'column'];
  return {
    outline: sections,
    blocks,
    block: (id) => byId.get(id),
    node: (scope, id) => nodes.get(`${scope} ${id}`),
    sectionOf: (id) => {
      for (const scope of scopes) {
        const place = nodes.get(`${scope} ${id}`);
        if (place) return place.section;
      }
      return null;
    },
    between: (start, end) => {
      const from = byId.get(start)?.order ?? 0;
      const to = byId.get(end)?.order ?? -1;
      return blocks.slice(from, to + 1);
    },
  };
}

/** The words of several blocks as one quote: a new line between blocks. */
export function wordsOf(places: Places, ids: readonly string[]): string {
  return ids.map((id) => places.block(id)?.text ?? '').join('\n');
}
