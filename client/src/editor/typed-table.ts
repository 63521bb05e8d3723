import { schema } from '@draagvlak/document';
import { type Command, TextSelection } from 'prosemirror-state';

const cellWith = (text: string, header: boolean) =>
  schema.nodes.cell.create({ header }, schema.nodes.block.create(null, text === '' ? null : schema.text(text)));

/** The cells of a line as people type a table: "| Middel | Aantal |"; `null` for any other text. */
export function typedCells(text: string): readonly string[] | null {
  const line = text.trim();
  if (!line.startsWith('|') || !line.endsWith('|')) return null;
  const cells = line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
  return cells.length > 1 && cells.some((cell) => cell !== '') ? cells : null;
}

/** Enter behind a typed line of cells: it becomes the header row of a table, with a row below it to go on in. */
export const typedTable: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  const block = $from.parent;
  if (!empty || $from.depth !== 1 || block.attrs['role'] !== 'paragraph') return false;
  const plain = block.childCount === 1 && block.firstChild?.isText === true;
  const titles = plain && $from.parentOffset === block.content.size ? typedCells(block.textContent) : null;
  if (titles === null) return false;
  const rows = [true, false].map((header) =>
    schema.nodes.row.create(
      null,
      titles.map((title) => cellWith(header ? title : '', header)),
    ),
  );
  const table = schema.nodes.table.create(null, rows);
  const from = $from.before();
  const last = $from.after() === state.doc.content.size;
  const { tr } = state;
  // The caret must be able to leave a table at the end of the document.
  tr.replaceWith(from, $from.after(), last ? [table, schema.nodes.block.create()] : table);
  tr.setSelection(TextSelection.near(tr.doc.resolve(from + 1 + (rows[0]?.nodeSize ?? 0))));
  dispatch?.(tr.scrollIntoView());
  return true;
};
