import { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { tableGrid } from './grid.ts';
import { repairIds } from './identity.ts';
import type { TableJson } from './json.ts';
import { schema } from './schema.ts';
import { insertColumn, insertRow, removeColumn, removeRow } from './tables.ts';
import { cell, type CellWords, counter, doc, p, table } from './testing.ts';

/** The table after an edit and the repair of ids, each cell as "words" with "!" for a header and its spans. */
function after(rows: readonly (readonly CellWords[])[], act: (tr: Transform) => void) {
  const tr = new Transform(Node.fromJSON(schema, doc(p('vooraf'), table(rows))));
  const { doc: before } = tr;
  act(tr);
  repairIds(tr, { newId: counter(), before, mapping: tr.mapping });
  tr.doc.check();
  const made = tr.doc.childCount > 1 ? (tr.doc.child(1).toJSON() as TableJson) : null;
  const shown = made?.content?.map((row) =>
    (row.content ?? []).map(({ attrs, content }) => {
      const words = (content ?? [])
        .map((each) =>
          each.type === 'block' ? (each.content ?? []).map((text) => ('text' in text ? text.text : '')).join('') : '',
        )
        .join('|');
      return `${words}${attrs.header ? '!' : ''}${attrs.colspan > 1 ? ` c${attrs.colspan}` : ''}${attrs.rowspan > 1 ? ` r${attrs.rowspan}` : ''}`;
    }),
  );
  return { shown, columns: made?.content?.map((row) => (row.content ?? []).map((each) => each.attrs.column)), made };
}
const hours = [
  ['Deel', 'Duur'],
  ['Theorie', '5,5'],
  ['Praktijk', '2,5'],
];

describe('rows', () => {
  test('[TAB1] a row is added with a cell in every column, in its columns', () => {
    const { shown, columns } = after(hours, (tr) => insertRow(tr, 't', 't-r2', ['Nieuw', '1']));
    expect(shown).toEqual([
      ['Deel!', 'Duur!'],
      ['Theorie', '5,5'],
      ['Nieuw', '1'],
      ['Praktijk', '2,5'],
    ]);
    expect(new Set(columns?.map(String)).size).toBe(1);
  });
  test('[TAB2] the row behind a header row is no header; a column of row headings goes on', () => {
    expect(after(hours, (tr) => insertRow(tr, 't', 't-r1')).shown?.[1]).toEqual(['', '']);
    const heads = [
      ['Deel', 'Duur'],
      [cell('Theorie', { header: true }), '5'],
      [cell('Praktijk', { header: true }), '2'],
    ];
    expect(after(heads, (tr) => insertRow(tr, 't', 't-r2')).shown?.[2]).toEqual(['!', '']);
  });
  test('[TAB3] a merged cell that the new row crosses grows; one that loses a row shrinks and keeps its words', () => {
    const merged = [['a', 'b'], [cell('hoog', { rowspan: 2 }), 'c'], ['d']];
    expect(after(merged, (tr) => insertRow(tr, 't', 't-r2', ['nieuw'])).shown).toEqual([
      ['a!', 'b!'],
      ['hoog r3', 'c'],
      ['nieuw'],
      ['d'],
    ]);
    expect(after(merged, (tr) => removeRow(tr, 't-r3')).shown).toEqual([
      ['a!', 'b!'],
      ['hoog', 'c'],
    ]);
    expect(after(merged, (tr) => removeRow(tr, 't-r2')).shown).toEqual([
      ['a!', 'b!'],
      ['hoog', 'd'],
    ]);
  });
  test('[TAB4] the last row takes the table along', () => {
    expect(after([['alleen']], (tr) => removeRow(tr, 't-r1')).made).toBeNull();
  });
});

describe('columns', () => {
  test('[TAB5] a column is added in every row, with one new id, header where the row is', () => {
    const { shown, columns } = after(hours, (tr) => insertColumn(tr, 't', 't-k1', ['Groep', 'A', 'B']));
    expect(shown).toEqual([
      ['Deel!', 'Groep!', 'Duur!'],
      ['Theorie', 'A', '5,5'],
      ['Praktijk', 'B', '2,5'],
    ]);
    const added = columns?.[0]?.[1] ?? '';
    expect(columns).toEqual([
      ['t-k1', added, 't-k2'],
      ['t-k1', added, 't-k2'],
      ['t-k1', added, 't-k2'],
    ]);
    expect(added).not.toBe('');
  });
  test('[TAB5] before the first and behind the last', () => {
    expect(after(hours, (tr) => insertColumn(tr, 't', null, ['x'])).shown?.[0]).toEqual(['x!', 'Deel!', 'Duur!']);
    expect(after(hours, (tr) => insertColumn(tr, 't', 't-k2', ['x'])).shown?.[0]).toEqual(['Deel!', 'Duur!', 'x!']);
  });
  test('[TAB6] merged cells grow and shrink with the columns they cover', () => {
    const merged = [
      [cell('breed', { colspan: 2 }), 'z'],
      ['a', 'b', 'c'],
    ];
    expect(after(merged, (tr) => insertColumn(tr, 't', 't-k1')).shown).toEqual([
      ['breed! c3', 'z!'],
      ['a', '', 'b', 'c'],
    ]);
    const { shown, columns } = after(merged, (tr) => removeColumn(tr, 't', 't-k1'));
    expect(shown).toEqual([
      ['breed!', 'z!'],
      ['b', 'c'],
    ]);
    expect(columns).toEqual([
      ['t-k2', 't-k3'],
      ['t-k2', 't-k3'],
    ]);
  });
  test('[TAB4] the last column takes the table along', () => {
    expect(after([['a'], ['b']], (tr) => removeColumn(tr, 't', 't-k1')).made).toBeNull();
  });
  test('[TAB7] what is not there is said', () => {
    for (const act of [
      (tr: Transform) => removeRow(tr, 'weg'),
      (tr: Transform) => removeColumn(tr, 't', 'weg'),
      (tr: Transform) => insertRow(tr, 'vooraf', null),
    ])
      expect(() => after(hours, act)).toThrow(RangeError);
  });
});

test('[TAB8] the grid lays merged and ragged cells out as HTML does', () => {
  const { width, cells } = tableGrid(
    table([[cell('a', { rowspan: 2 }), cell('b', { colspan: 2 })], ['c'], ['d', 'e', 'f', 'g']]),
  );
  expect(width).toBe(4);
  expect(cells.map(({ row, column }) => [row, column])).toEqual([
    [0, 0],
    [0, 1],
    [1, 1],
    [2, 0],
    [2, 1],
    [2, 2],
    [2, 3],
  ]);
});
