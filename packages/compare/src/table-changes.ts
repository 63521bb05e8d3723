import type { CellJson, RowJson } from '@draagvlak/document';
import { attributeChanges, type Place } from './block-changes.ts';
import { categoryOf } from './category.ts';
import type { Change, ChangeUnit, TextRange } from './comparison.ts';
import { type FlowNode, rowText } from './flow.ts';
import type { PlacedCell } from './grid.ts';
import { pairColumns, pairRows, type Pairs } from './grid-pairs.ts';
import { keepCell, keepTwin } from './kept-table.ts';
import type { Path } from './passage.ts';
import { DIFFERENT, IDENTICAL } from './same.ts';
import { cellAddress, cellPath, cellRanges, open, rowAddress, rowRanges, type Table } from './table-cells.ts';
import type { Draft, Workbook } from './workbook.ts';

/** Compares the content of two cells; given in, since a cell holds what the document holds. */
export type CompareCells = (before: Content, after: Content, place: Place) => void;
export interface Content {
  readonly cell: CellJson;
  readonly path: Path;
}

/** Reports what changed in a table that is not the same as it was (see {@link keptTable}): its rows, its columns, and what its cells say. */
export function tableChanges(
  book: Workbook,
  before: FlowNode,
  after: FlowNode,
  place: Place,
  cells: CompareCells,
): void {
  book.nodes.push({ unit: 'table', before: before.address, after: after.address });
  const one = open(book, before);
  const two = open(book, after);
  const rows = pairRows(one.grid, two.grid, book.lexicon);
  book.limited ||= rows.limited;
  const columns = pairColumns(one.grid, two.grid, rows);
  own(book, one, two, place);
  new TableComparing(book, one, two, rows, columns, place, cells).run();
}

type Values = Readonly<Record<string, unknown>>;
/** Told apart from what a reader sees: identity, and the width that is the column's. */
const CELL_IDENTITY = ['id', 'column', 'colwidth'];

/** The table's own attributes, with the widths of its columns as one. */
function own(book: Workbook, one: Table, two: Table, place: Place): void {
  const attributes = [...attributeChanges({ ...one.json.attrs }, { ...two.json.attrs })];
  const widths = (table: Table) => JSON.stringify(table.json.content?.[0]?.content?.map((cell) => cell.attrs.colwidth));
  if (attributes.length === 0 && (one.grid.width !== two.grid.width || widths(one) === widths(two))) return;
  if (attributes.length === 0) attributes.push({ name: 'colwidth', before: null, after: null });
  add(book, place, {
    kind: 'attribute',
    unit: 'table',
    nodes: [[one.node.address], [two.node.address]],
    text: ['', ''],
    attributes,
    at: [],
  });
}

interface About {
  readonly kind: Change['kind'];
  readonly unit: ChangeUnit;
  readonly nodes: readonly [readonly string[] | null, readonly string[] | null];
  readonly ranges?: readonly [readonly TextRange[], readonly TextRange[]];
  readonly text: readonly [string, string];
  readonly attributes?: Change['attributes'];
  readonly at: readonly number[];
}

const size = (ranges: readonly TextRange[] | undefined) =>
  (ranges ?? []).reduce((sum, range) => sum + range.to - range.from, 0);

function add(book: Workbook, place: Place, about: About): Draft {
  const [before, after] = about.nodes;
  const attributes = about.attributes ?? [];
  const categories = { inserted: 'new', deleted: 'deleted', moved: 'moved' } as const;
  return book.add({
    kind: about.kind,
    unit: about.unit,
    ...(about.kind in categories
      ? { category: categories[about.kind as keyof typeof categories], editorialRule: null }
      : categoryOf({ exact: [], attributes, marks: [], regrouped: false })),
    before:
      before &&
      book.sideOf('before', place.before, { nodes: before, ranges: about.ranges?.[0] ?? [], text: about.text[0] }),
    after:
      after &&
      book.sideOf('after', place.after, { nodes: after, ranges: about.ranges?.[1] ?? [], text: about.text[1] }),
    pieces:
      about.kind === 'inserted'
        ? [{ kind: 'inserted', text: about.text[1], length: size(about.ranges?.[1]) }]
        : about.kind === 'deleted'
          ? [{ kind: 'deleted', text: about.text[0], length: size(about.ranges?.[0]) }]
          : [],
    attributes,
    marks: [],
    within: place.within,
    at: [...place.at, ...about.at],
  });
}

/** Reading order inside a table: the header of changed columns first, then row by row. */
const COLUMNS = 0;
const ROWS = 1;

class TableComparing {
  readonly #book: Workbook;
  readonly #one: Table;
  readonly #two: Table;
  readonly #rows: Pairs;
  readonly #columns: Pairs;
  readonly #place: Place;
  readonly #cells: CompareCells;
  /** Rows of the second table that are their partner to the letter. */
  readonly #sameRow: boolean[] = [];

  constructor(book: Workbook, one: Table, two: Table, rows: Pairs, columns: Pairs, place: Place, cells: CompareCells) {
    this.#book = book;
    this.#one = one;
    this.#two = two;
    this.#rows = rows;
    this.#columns = columns;
    this.#place = place;
    this.#cells = cells;
  }

  run(): void {
    this.#rowChanges();
    this.#columnChanges();
    this.#cellChanges();
  }

  #rowChanges(): void {
    const { before, after, stayed } = this.#rows;
    const name = (table: Table, row: number) => rowAddress(table, row);
    before.forEach((from, to) => {
      const at = [ROWS, to, 0];
      if (from === -1) {
        add(this.#book, this.#place, {
          kind: 'inserted',
          unit: 'row',
          nodes: [null, [name(this.#two, to)]],
          ranges: [[], rowRanges(this.#two, to)],
          text: ['', rowText(this.#two.json.content?.[to])],
          at,
        });
        return;
      }
      const old = this.#one.json.content?.[from] as RowJson;
      const now = this.#two.json.content?.[to] as RowJson;
      this.#sameRow[to] =
        this.#book.pair(
          { path: [...this.#one.node.path, from], json: old },
          { path: [...this.#two.node.path, to], json: now },
        ) === IDENTICAL;
      this.#book.nodes.push({ unit: 'row', before: name(this.#one, from), after: name(this.#two, to) });
      if (stayed[to]) return;
      add(this.#book, this.#place, {
        kind: 'moved',
        unit: 'row',
        nodes: [[name(this.#one, from)], [name(this.#two, to)]],
        text: [rowText(this.#one.json.content?.[from]), rowText(this.#two.json.content?.[to])],
        at,
      });
    });
    after.forEach((to, from) => {
      if (to !== -1) return;
      add(this.#book, this.#place, {
        kind: 'deleted',
        unit: 'row',
        nodes: [[name(this.#one, from)], null],
        ranges: [rowRanges(this.#one, from), []],
        text: [rowText(this.#one.json.content?.[from]), ''],
        at: [ROWS, this.#rowBefore(from), 2, from],
      });
    });
  }

  /** The row of the second table below which a deleted row stood. */
  #rowBefore(from: number): number {
    for (let row = from - 1; row >= 0; row -= 1) {
      const to = this.#rows.after[row] as number;
      if (to !== -1 && this.#rows.stayed[to]) return to;
    }
    return -1;
  }

  #columnChanges(): void {
    const { before, after, stayed } = this.#columns;
    before.forEach((from, to) => {
      const at = [COLUMNS, to];
      if (from === -1) {
        const now = this.#column(this.#two, to, this.#rows.before);
        if (now.nodes.length === 0) return;
        add(this.#book, this.#place, {
          kind: 'inserted',
          unit: 'column',
          nodes: [null, now.nodes],
          ranges: [[], now.ranges],
          text: ['', now.text],
          at,
        });
        return;
      }
      const oldId = this.#one.grid.columns[from];
      const newId = this.#two.grid.columns[to];
      if (oldId && newId) this.#book.nodes.push({ unit: 'column', before: oldId, after: newId });
      if (stayed[to]) return;
      const old = this.#column(this.#one, from, this.#rows.after);
      const now = this.#column(this.#two, to, this.#rows.before);
      add(this.#book, this.#place, {
        kind: 'moved',
        unit: 'column',
        nodes: [old.nodes, now.nodes],
        text: [old.text, now.text],
        at,
      });
    });
    after.forEach((to, from) => {
      if (to !== -1) return;
      const old = this.#column(this.#one, from, this.#rows.after);
      if (old.nodes.length === 0) return;
      add(this.#book, this.#place, {
        kind: 'deleted',
        unit: 'column',
        nodes: [old.nodes, null],
        ranges: [old.ranges, []],
        text: [old.text, ''],
        at: [COLUMNS, from === 0 ? -1 : (this.#columns.after[from - 1] as number), 1, from],
      });
    });
  }

  /** The cells of a column that begin in it and lie in rows that stand on both sides: the others are their row's. */
  #column(table: Table, column: number, rows: Int32Array): { nodes: string[]; ranges: TextRange[]; text: string } {
    const found = table.grid.cells.filter((cell) => cell.column === column && rows[cell.row] !== -1);
    return {
      nodes: found.map((cell) => cellAddress(table, cell)),
      ranges: found.flatMap((cell) => cellRanges(table, cell)),
      text: found.map((cell) => cell.text).join('\n'),
    };
  }

  #cellChanges(): void {
    const { slots } = this.#one.grid;
    const spent = new Set<PlacedCell>();
    for (const cell of this.#two.grid.cells) {
      const row = this.#rows.before[cell.row] as number;
      const column = this.#columns.before[cell.column] as number;
      if (row === -1 || column === -1) continue;
      const partner = slots[row]?.[column];
      if (partner?.row !== row || partner.column !== column) {
        this.#lone('inserted', this.#two, cell, [ROWS, cell.row, 1, cell.column]);
        continue;
      }
      spent.add(partner);
      this.#pair(partner, cell);
    }
    for (const cell of this.#one.grid.cells) {
      const row = this.#rows.after[cell.row] as number;
      const column = this.#columns.after[cell.column] as number;
      if (spent.has(cell) || row === -1 || column === -1) continue;
      this.#lone('deleted', this.#one, cell, [ROWS, row, 1, column]);
    }
  }

  #pair(old: PlacedCell, now: PlacedCell): void {
    const [from, to] = [cellPath(this.#one, old), cellPath(this.#two, now)];
    // a row that is its partner to the letter is taken over whole
    const whole = this.#sameRow[now.row] === true && old.index === now.index;
    const its = whole ? IDENTICAL : this.#book.pair({ path: from, json: old.node }, { path: to, json: now.node });
    const names = [cellAddress(this.#one, old), cellAddress(this.#two, now)] as const;
    this.#book.nodes.push({ unit: 'cell', before: names[0], after: names[1] });
    if (its !== DIFFERENT) {
      const keep = its === IDENTICAL ? keepCell : keepTwin;
      keep(this.#book, old.node, from, now.node, to);
      return;
    }
    const place: Place = { ...this.#place, at: [...this.#place.at, ROWS, now.row, 1, now.column], paragraph: 'cell' };
    const attributes = attributeChanges(
      old.node.attrs as unknown as Values,
      now.node.attrs as unknown as Values,
      CELL_IDENTITY,
    );
    if (attributes.length > 0) {
      add(this.#book, place, {
        kind: 'attribute',
        unit: 'cell',
        nodes: [[names[0]], [names[1]]],
        text: [old.text, now.text],
        attributes,
        at: [0],
      });
    }
    this.#cells({ cell: old.node, path: from }, { cell: now.node, path: to }, { ...place, at: [...place.at, 1] });
  }

  /** A cell that came or went because cells were merged or parted. */
  #lone(kind: 'inserted' | 'deleted', table: Table, cell: PlacedCell, at: readonly number[]): void {
    const name = [cellAddress(table, cell)];
    const ranges = cellRanges(table, cell);
    const text = cell.text;
    const come = kind === 'inserted';
    add(this.#book, this.#place, {
      kind,
      unit: 'cell',
      nodes: [come ? null : name, come ? name : null],
      ranges: [come ? [] : ranges, come ? ranges : []],
      text: [come ? '' : text, come ? text : ''],
      at,
    });
  }
}
