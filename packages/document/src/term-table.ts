import type { CellJson, RowJson, TableJson } from './json.ts';
import { plainText } from './text.ts';

/** One row of a table of terms. */
export interface ExplainedRow {
  readonly term: CellJson;
  readonly meaning: CellJson;
}

const TERM = /^(?:begrip|begrippen|term|termen)$/iu;
const MEANING = /^(?:betekenis|omschrijving|definitie|uitleg|meaning|definition)\b/iu;

/** The words of a cell on one line. */
export const cellWords = (cell: CellJson): string =>
  (cell.content ?? [])
    .map((block) => (block.type === 'block' ? plainText(block.content) : ''))
    .join(' ')
    .replaceAll(/\s+/gu, ' ')
    .trim();
const isHeader = (row: RowJson): boolean =>
  (row.content ?? []).length > 0 && (row.content ?? []).every((cell) => cell.attrs.header);

/**
 * The rows in which a table explains a term; none when it is no table of terms. It is one when its header says so
 * ("Begrip", "Betekenis in dit document"), in whatever columns, or when it stands in the template's section for terms:
 * then its first column holds the terms and its second what they mean.
 *
 * @param slot the template section of the innermost section that holds the table
 */
export function explainedRows(table: TableJson, slot: string | null): readonly ExplainedRow[] {
  const rows = table.content ?? [];
  const head = rows[0] !== undefined && isHeader(rows[0]) ? (rows[0].content ?? []) : [];
  let term = head.find((cell) => TERM.test(cellWords(cell)));
  let meaning = head.find((cell) => MEANING.test(cellWords(cell)));
  if (term === undefined || meaning === undefined) {
    if (slot?.split('.').at(-1) !== 'begrippen') return [];
    [term, meaning] = rows[0]?.content ?? [];
  }
  const [termColumn, meaningColumn] = [term?.attrs.column ?? null, meaning?.attrs.column ?? null];
  if (termColumn === null || meaningColumn === null || termColumn === meaningColumn) return [];
  return rows.slice(head.length > 0 ? 1 : 0).flatMap((row) => {
    const cellIn = (column: string) =>
      row.content?.find((cell) => cell.attrs.column === column && cell.attrs.colspan <= 1);
    const [named, explained] = [cellIn(termColumn), cellIn(meaningColumn)];
    return named && explained && cellWords(named) !== '' && cellWords(explained) !== ''
      ? [{ term: named, meaning: explained }]
      : [];
  });
}
