import { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import type { DocumentJson } from '../json.ts';
import { schema } from '../schema.ts';
import { insertRowAt } from '../tables.ts';
import { CHANGES, DOCUMENT_DATA } from './fixed-sections.ts';

/** What the product knows of the version that is being made; `effective` only once it is decided. */
export interface VersionFacts {
  readonly version: string;
  readonly status: string;
  readonly date: string;
  readonly effective: string | null;
}

/**
 * Writes the version's facts where the template keeps them: in the rows "Versie", "Status", "Datum" and "Ingangsdatum" of
 * the table of document data, and as a row of the table of changes. A row with another name is the authors'; a cell is
 * filled when it is empty or holds what was generated before, never when somebody wrote in it.
 *
 * In the table of changes a row that names this version stays; else the first row without a version gets its number and
 * date (whatever the authors wrote of the change stays), or a row is added.
 *
 * @param generated words that the product itself wrote, by the id of their block
 */
export function fillVersionFacts(tr: Transform, facts: VersionFacts, generated: ReadonlyMap<string, string>): void {
  const values = new Map<string, string | null>([
    ['Versie', facts.version],
    ['Status', facts.status],
    ['Datum', facts.date],
    ['Ingangsdatum', facts.effective],
  ]);
  const data = tableUnder(tr.doc, DOCUMENT_DATA.slot);
  for (const row of data?.rows.toReversed() ?? []) {
    const value = values.get(row[0]?.text ?? '');
    if (row.length === 2 && value != null) fill(tr, row[1] as Cell, value, generated);
  }
  addToChanges(tr, facts, generated);
}

function addToChanges(tr: Transform, { version, date, status }: VersionFacts, generated: ReadonlyMap<string, string>) {
  const table = tableUnder(tr.doc, CHANGES.slot);
  const header = CHANGES.table?.header ?? [];
  if (table === null || table.rows[0]?.map(({ text }) => text).join('|') !== header.join('|')) return;
  const rows = table.rows.slice(1).filter((row) => row.length === header.length);
  if (rows.some((row) => row[0]?.text === version)) return;
  let row = rows.find(([first]) => first?.text === '');
  if (row === undefined) {
    insertRowAt(tr, table, table.node.childCount);
    row = tableUnder(tr.doc, CHANGES.slot)?.rows.at(-1);
  }
  // From the end, so that the positions before stay right.
  for (const [at, value] of [...[version, date, status].entries()].toReversed()) {
    const cell = row?.[at];
    if (cell) fill(tr, cell, value, generated);
  }
}

/** What the product knows of an erratum: its number, the number and date of the version it mends, its own date, the note. */
export interface ErratumFacts {
  readonly version: string;
  readonly mends: { readonly version: string; readonly date: string };
  readonly date: string;
  readonly note: string;
}

/**
 * Writes the facts of an erratum in a text that has those of the version it mends: its number and date where exactly the
 * mended one's stand, and a row behind that version's in the table of changes. A second time changes nothing.
 *
 * @param ids for the new row, its cells and their blocks, in that order; so that two texts get the same row
 */
export function fillErratumFacts(tr: Transform, facts: ErratumFacts, ids: readonly string[]): void {
  const values = new Map([
    ['Versie', [facts.mends.version, facts.version]],
    ['Datum', [facts.mends.date, facts.date]],
  ]);
  for (const row of tableUnder(tr.doc, DOCUMENT_DATA.slot)?.rows.toReversed() ?? []) {
    const [was, becomes] = values.get(row[0]?.text ?? '') ?? [];
    const cell = row[1];
    if (row.length !== 2 || cell?.id == null || cell.text !== was || becomes === undefined) continue;
    fill(tr, cell, becomes, new Map([[cell.id, was]]));
  }
  const table = tableUnder(tr.doc, CHANGES.slot);
  const header = CHANGES.table?.header ?? [];
  if (table === null || table.rows[0]?.map(({ text }) => text).join('|') !== header.join('|')) return;
  if (table.rows.some((row) => row[0]?.text === facts.version)) return;
  const behind = table.rows.findIndex((row) => row[0]?.text === facts.mends.version);
  const at = behind < 0 ? table.rows.length : behind + 1;
  insertRowAt(tr, table, at);
  const made = tableUnder(tr.doc, CHANGES.slot);
  if (made === null) return;
  name(tr, made, at, ids);
  const row = tableUnder(tr.doc, CHANGES.slot)?.rows[at];
  for (const [index, value] of [...[facts.version, facts.date, facts.note].entries()].toReversed()) {
    const cell = row?.[index];
    if (cell) fill(tr, cell, value, new Map());
  }
}

/** A text with the facts of an erratum; see `fillErratumFacts`. */
export function withErratumFacts(document: DocumentJson, facts: ErratumFacts, ids: readonly string[]): DocumentJson {
  const tr = new Transform(Node.fromJSON(schema, document));
  fillErratumFacts(tr, facts, ids);
  tr.doc.check();
  return tr.doc.toJSON() as DocumentJson;
}

/** Gives a row, its cells and their blocks their ids. */
function name(tr: Transform, { node, pos }: Table, row: number, ids: readonly string[]): void {
  let at = pos + 1;
  for (let index = 0; index < row; index += 1) at += node.child(index).nodeSize;
  const places = [at];
  node.child(row).descendants((child, offset) => {
    if (!child.isText) places.push(at + 1 + offset);
  });
  for (const [index, place] of places.entries()) tr.setNodeAttribute(place, 'id', ids[index] ?? null);
}

/** A cell with one block of plain text in it; other cells are nobody's to fill. */
interface Cell {
  readonly text: string;
  /** Position before the block; `null` when the cell holds anything else. */
  readonly block: number | null;
  readonly id: string | null;
}

interface Table {
  readonly node: Node;
  readonly pos: number;
  readonly rows: readonly (readonly Cell[])[];
}

function fill(tr: Transform, { block, id, text }: Cell, value: string, generated: ReadonlyMap<string, string>): void {
  if (block === null || text === value) return;
  if (text !== '' && (id === null || generated.get(id) !== text)) return;
  tr.replaceWith(block + 1, block + 1 + text.length, schema.text(value));
}

/** The first table under the heading with this slot, before the next heading. */
function tableUnder(document: Node, slot: string): Table | null {
  let inside = false;
  let found: Table | null = null;
  document.forEach((node, pos) => {
    if (found !== null) return;
    if (node.attrs['role'] === 'heading') inside = node.attrs['slot'] === slot;
    else if (inside && node.type.name === 'table') found = { node, pos, rows: rowsOf(node, pos) };
  });
  return found;
}

function rowsOf(table: Node, pos: number): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  table.forEach((row, rowOffset) => {
    const cells: Cell[] = [];
    row.forEach((cell, cellOffset) => {
      const block = cell.childCount === 1 ? cell.child(0) : null;
      const plain = block?.type.name === 'block' && block.content.content.every((child) => child.isText);
      cells.push({
        text: cell.textContent,
        block: plain ? pos + 1 + rowOffset + 1 + cellOffset + 1 : null,
        id: plain ? (block.attrs['id'] as string | null) : null,
      });
    });
    rows.push(cells);
  });
  return rows;
}
