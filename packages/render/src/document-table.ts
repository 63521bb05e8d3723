import {
  type CellJson,
  explainedRows,
  type RowJson,
  type TableJson,
  tableGrid,
  type TopJson,
} from '@draagvlak/document';
import { type Context, countMark, idOf, renderWords } from './document-words.ts';
import { attributes, element, escapeHtml } from './escape.ts';

/** How the blocks of a cell are rendered; passed in, since what renders blocks renders tables too. */
type RenderNodes = (nodes: readonly TopJson[], context: Context) => string;

/**
 * A table in a frame that scrolls on a narrow screen. Leading rows of header cells are its head, other header cells head
 * their row. A cell with one plain paragraph holds its words directly.
 */
export function renderTable(table: TableJson, context: Context, renderNodes: RenderNodes): string {
  const { id, caption } = table.attrs;
  const rows = table.content ?? [];
  const section = id === null ? null : context.outline.sectionOf(id);
  const nth = (context.tables.get(section?.id ?? null) ?? 0) + 1;
  context.tables.set(section?.id ?? null, nth);
  const firstBody = rows.findIndex(
    (row) => !(row.content ?? []).length || !(row.content ?? []).every((cell) => cell.attrs.header),
  );
  const head = firstBody < 0 ? Math.min(1, rows.length) : firstBody;
  const terms = new Map<CellJson, Context>(
    explainedRows(table, section?.slot ?? null).flatMap(({ term, meaning }): [CellJson, Context][] => [
      // What explains a term does not send its reader round.
      [term, { ...context, terms: undefined, naming: true }],
      [meaning, { ...context, terms: undefined }],
    ]),
  );
  const contextOf = (cell: CellJson): Context => terms.get(cell) ?? context;
  const render = (row: RowJson, index: number) =>
    renderRow(row, index < head ? 'col' : 'row', context, contextOf, renderNodes);
  const { width } = tableGrid(table);
  const inside =
    renderCaption(id, caption, context) +
    (head > 0 ? element('thead', {}, rows.slice(0, head).map(render).join('')) : '') +
    element(
      'tbody',
      {},
      rows
        .slice(head)
        .map((row, index) => render(row, index + head))
        .join(''),
    );
  return element(
    'div',
    {
      class: 'table-scroll',
      tabindex: 0,
      role: 'region',
      'aria-label': context.words.document.table(section?.number ?? section?.title ?? null, nth, caption),
    },
    element('table', { class: `cols-${width}`, id: idOf(id, context), 'data-table': id }, inside),
  );
}

/** The title of a table behind the number by which the text refers to it. */
function renderCaption(id: string | null, caption: string | null, { outline, words }: Context): string {
  if (caption === null || caption === '') return '';
  const number = id === null ? undefined : outline.tableNumber(id);
  const label = number === undefined ? '' : element('span', { class: 'no' }, words.document.tableNumber(number));
  return element('caption', {}, [label, escapeHtml(caption)].filter(Boolean).join(' '));
}

function renderRow(
  row: RowJson,
  scope: 'col' | 'row',
  context: Context,
  contextOf: (cell: CellJson) => Context,
  renderNodes: RenderNodes,
): string {
  const { id } = row.attrs;
  const cells = (row.content ?? []).map((cell, index, all) =>
    renderCell(cell, scope, index === all.length - 1 ? countMark(id, context) : '', contextOf(cell), renderNodes),
  );
  return element('tr', { id: idOf(id, context), 'data-row': id }, cells.join(''));
}

function renderCell(
  cell: CellJson,
  scope: 'col' | 'row',
  rowCount: string,
  context: Context,
  renderNodes: RenderNodes,
): string {
  const { id, column, header, colspan, rowspan } = cell.attrs;
  const name = header ? 'th' : 'td';
  const place = {
    id: idOf(id, context),
    'data-cell': id,
    'data-column': column,
    scope: header ? scope : null,
    colspan: colspan > 1 ? colspan : null,
    rowspan: rowspan > 1 ? rowspan : null,
  };
  const content = cell.content ?? [];
  const counts = countMark(id, context) + rowCount;
  const [only] = content;
  if (
    content.length === 1 &&
    only?.type === 'block' &&
    only.attrs.role === 'paragraph' &&
    only.attrs.indent === 0 &&
    counts === ''
  )
    return renderWords(name, place, only, context);
  return `<${name}${attributes(place)}>${renderNodes(content, context)}${counts}</${name}>`;
}
