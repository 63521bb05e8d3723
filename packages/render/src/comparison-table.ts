import { columnIds } from '@draagvlak/compare';
import { type CellJson, type GridCell, type TableJson, tableGrid } from '@draagvlak/document';
import type { ComparisonIndex } from './comparison-index.ts';
import { cellElement, renderCellContent, renderWhole, scrolling, type Wrap } from './comparison-node.ts';
import { type ComparisonContext, deleted, hidden, inserted, type View } from './comparison-text.ts';
import { attributes, escapeHtml } from './escape.ts';

/** A row or column of the table that shows both versions: its index on either side, -1 where it has none. */
interface Line {
  readonly before: number;
  readonly after: number;
}

/**
 * A table that stands in both versions. Inline it is one grid: rows and columns that came or went are tinted and named,
 * and the words inside the cells show their own changes. Never two tables below each other.
 */
export function renderTablePair(
  view: View,
  before: TableJson,
  after: TableJson,
  index: ComparisonIndex,
  context: ComparisonContext,
): string {
  return new TablePair(view, before, after, index, context).render();
}

class TablePair {
  readonly #view: View;
  readonly #before: TableJson;
  readonly #after: TableJson;
  readonly #index: ComparisonIndex;
  readonly #context: ComparisonContext;
  readonly #oldCells: readonly GridCell<CellJson>[];
  readonly #newCells: readonly GridCell<CellJson>[];
  readonly #rows: readonly Line[];
  readonly #columns: readonly Line[];

  constructor(view: View, before: TableJson, after: TableJson, index: ComparisonIndex, context: ComparisonContext) {
    this.#view = view;
    this.#before = before;
    this.#after = after;
    this.#index = index;
    this.#context = context;
    this.#oldCells = tableGrid(before).cells;
    this.#newCells = tableGrid(after).cells;
    const rowIds = (table: TableJson) => (table.content ?? []).map((row) => row.attrs.id);
    this.#rows = this.#lines('row', rowIds(before), rowIds(after));
    this.#columns = this.#lines('column', columnIds(before), columnIds(after));
  }

  /** Lines in the order of the second version, gone ones behind the line they followed. */
  #lines(unit: 'row' | 'column', old: readonly (string | null)[], now: readonly (string | null)[]): Line[] {
    const partners = now.map((id) => {
      const partner = this.#index.partner(unit, id);
      return partner === null ? -1 : old.indexOf(partner);
    });
    const gone = [...old.keys()].filter((at) => !partners.includes(at));
    if (this.#view === 'was') return [...old.keys()].map((at) => ({ before: at, after: partners.indexOf(at) }));
    const lines: Line[] = now.map((_, at) => ({ before: partners[at] as number, after: at }));
    if (this.#view === 'becomes') return lines;
    for (const at of gone) {
      const previous = lines.findLastIndex((line) => line.before === at - 1);
      lines.splice(previous + 1, 0, { before: at, after: -1 });
    }
    return lines;
  }

  render(): string {
    const { caption } = this.#after.attrs;
    const rows = this.#layOut().map((cells, at) => this.#row(this.#rows[at] as Line, cells));
    const head = this.#rows.findIndex((line) => !this.#isHead(line));
    const first = head === -1 ? 0 : head;
    const shown = this.#view === 'was' ? this.#before : this.#after;
    const title = this.#view === 'was' ? this.#before.attrs.caption : caption;
    const named = title === null ? '' : `<caption>${escapeHtml(title)}</caption>`;
    const top = first === 0 ? '' : `<thead>${rows.slice(0, first).join('')}</thead>`;
    return scrolling(`<table>${named}${top}<tbody>${rows.slice(first).join('')}</tbody></table>`, shown, this.#context);
  }

  #isHead(line: Line): boolean {
    const row = line.after === -1 ? this.#before.content?.[line.before] : this.#after.content?.[line.after];
    return (row?.content ?? []).length > 0 && (row?.content ?? []).every((cell) => cell.attrs.header);
  }

  #row(line: Line, cells: readonly string[]): string {
    const row = line.after === -1 ? this.#before.content?.[line.before] : this.#after.content?.[line.after];
    const of = line.after === -1 ? 'before' : 'after';
    const changes = this.#index.changes(of, row?.attrs.id ?? null).filter((change) => change.unit === 'row');
    return `<tr${attributes({ 'data-change': changes.map((change) => change.key).join(' ') || null })}>${cells.join('')}</tr>`;
  }

  /** HTML of the cells per row of the shown grid. A place covered by a merged cell is left out. */
  #layOut(): string[][] {
    const taken = this.#rows.map(() => this.#columns.map(() => false));
    const placed: { row: number; column: number; html: string }[] = [];
    const place = (cell: GridCell<CellJson>, of: 'before' | 'after') => {
      const row = this.#rows.findIndex((line) => line[of] === cell.row);
      const column = this.#columns.findIndex((line) => line[of] === cell.column);
      if (row === -1 || column === -1 || taken[row]?.[column]) return;
      const last = (lines: readonly Line[], from: number, count: number) => {
        const at = lines.findLastIndex((line) => line[of] >= from && line[of] < from + count);
        return at;
      };
      const rows = Math.max(1, last(this.#rows, cell.row, cell.rowspan) - row + 1);
      const columns = Math.max(1, last(this.#columns, cell.column, cell.colspan) - column + 1);
      for (let r = row; r < row + rows; r += 1)
        for (let c = column; c < column + columns; c += 1) (taken[r] as boolean[])[c] = true;
      placed.push({
        row,
        column,
        html: this.#cell(cell, of, this.#rows[row] as Line, this.#columns[column] as Line, { rows, columns }),
      });
    };
    if (this.#view !== 'was') for (const cell of this.#newCells) place(cell, 'after');
    if (this.#view !== 'becomes') for (const cell of this.#oldCells) place(cell, 'before');
    for (const [row, line] of taken.entries()) {
      for (const [column, isTaken] of line.entries()) if (!isTaken) placed.push({ row, column, html: '<td></td>' });
    }
    return this.#rows.map((_, row) =>
      placed
        .filter((cell) => cell.row === row)
        .toSorted((one, two) => one.column - two.column)
        .map((cell) => cell.html),
    );
  }

  #cell(
    cell: GridCell<CellJson>,
    of: 'before' | 'after',
    row: Line,
    column: Line,
    span: { readonly rows: number; readonly columns: number },
  ): string {
    const context = this.#context;
    const outline = of === 'before' ? context.before : context.after;
    const lone = (wrap: Wrap) =>
      (cell.node.content ?? []).map((node) => renderWhole(node, outline, context, wrap)).join('');
    const keys = this.#keys(cell.node, of);
    if (of === 'after' && (row.before === -1 || column.before === -1)) {
      const sign = this.#sign(cell, row.before === -1 ? 'row' : 'column');
      return cellElement(
        cell.node,
        sign + inner(lone((html) => html)),
        { class: 'cell-new', 'data-change': keys },
        span,
      );
    }
    if (of === 'before' && (row.after === -1 || column.after === -1)) {
      return cellElement(
        cell.node,
        lone((html) => deleted(html, context)),
        { class: 'cell-gone', 'data-change': keys },
        span,
      );
    }
    const [old, now] = of === 'after' ? [this.#partner(cell, row, column), cell.node] : [cell.node, null];
    if (of === 'after' && old === null) {
      return cellElement(
        cell.node,
        lone((html) => inserted(html, context)),
        { class: 'cell-new', 'data-change': keys },
        span,
      );
    }
    const html =
      of === 'before' && this.#view === 'inline'
        ? lone((each) => deleted(each, context))
        : renderCellContent(this.#view, old, now, this.#index, context);
    return cellElement(cell.node, html, { 'data-change': keys }, span);
  }

  /** The cell of the first version at the same row and column. */
  #partner(cell: GridCell<CellJson>, row: Line, column: Line): CellJson | null {
    const id = this.#index.partner('cell', cell.node.attrs.id);
    const byPlace = this.#oldCells.find((old) => old.row === row.before && old.column === column.before)?.node ?? null;
    if (id === null) return cell.node.attrs.id === null ? byPlace : null;
    return this.#oldCells.find((old) => old.node.attrs.id === id)?.node ?? byPlace;
  }

  /** A plus and the words for it, once per new row or column. */
  #sign(cell: GridCell<CellJson>, unit: 'row' | 'column'): string {
    const first = unit === 'row' ? cell.column === 0 : cell.row === 0;
    if (!first) return '';
    const { units } = this.#context.words.compare;
    return `<svg class="sign" aria-hidden="true" focusable="false"><use href="#s-plus"></use></svg>${hidden(`${units[unit].inserted}: `)}`;
  }

  #keys(cell: CellJson, of: 'before' | 'after'): string | null {
    const own = [cell.attrs.id, ...(cell.content ?? []).map((node) => node.attrs.id)];
    const changes = own.flatMap((id) => this.#index.changes(of, id));
    return [...new Set(changes.map((change) => change.key))].join(' ') || null;
  }
}

/** A lone paragraph without its element, so that a sign can stand before its words. */
const inner = (html: string): string => /^<p>((?:(?!<p>|<\/p>).)*)<\/p>$/su.exec(html)?.[1] ?? html;
