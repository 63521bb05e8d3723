import { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { repairIds } from './identity.ts';
import type { TopJson } from './json.ts';
import { schema } from './schema.ts';
import { cell, counter, doc, footnote, h1, p, table } from './testing.ts';

const node = (...nodes: TopJson[]) => Node.fromJSON(schema, doc(...nodes));
const ids = (document: Node) => {
  const found: string[] = [];
  document.descendants((each) => {
    if ('id' in each.attrs) found.push(`${each.attrs['id']}:${each.textContent}`);
  });
  return found;
};
const columns = (document: Node) => {
  const found: unknown[][] = [];
  document.descendants((each) => {
    if (each.type.name === 'row') found.push(each.content.content.map((one) => one.attrs['column']));
  });
  return found;
};

describe('ids after an edit', () => {
  test('[ID1] Enter in the middle leaves the id with the larger part', () => {
    const before = node(p('de opleider mag', { id: 'x' }));
    const tr = new Transform(before).split(4);
    repairIds(tr, { newId: counter(), before });
    expect(ids(tr.doc)).toEqual(['n1:de ', 'x:opleider mag']);
  });
  test('[ID1] Enter at the start leaves the id with the words', () => {
    const before = node(p('woorden', { id: 'x' }));
    const tr = new Transform(before).split(1);
    repairIds(tr, { newId: counter(), before });
    expect(ids(tr.doc)).toEqual(['n1:', 'x:woorden']);
  });
  test('[ID1] Enter at the end leaves the id with the words', () => {
    const before = node(p('woorden', { id: 'x' }));
    const tr = new Transform(before).split(8);
    repairIds(tr, { newId: counter(), before });
    expect(ids(tr.doc)).toEqual(['x:woorden', 'n1:']);
  });
  test('[ID2] a copy pasted before its original gets the new id', () => {
    const before = node(h1('kop'), p('woorden', { id: 'x' }));
    const tr = new Transform(before).insert(0, before.child(1));
    repairIds(tr, { newId: counter(), before, mapping: tr.mapping });
    expect(ids(tr.doc)).toEqual(['n1:woorden', 'kop:kop', 'x:woorden']);
  });
  test('[ID2] a pasted copy that is all there is keeps the id: cut and paste moves', () => {
    const before = node(p('a'), p('b'));
    const tr = new Transform(before).delete(0, 3).insert(3, before.child(0));
    repairIds(tr, { newId: counter(), before, mapping: tr.mapping });
    expect(ids(tr.doc)).toEqual(['b:b', 'a:a']);
  });
  test('[ID3] missing ids are filled, in cells and footnotes too', () => {
    const bare = Node.fromJSON(schema, {
      type: 'doc',
      content: [
        { type: 'block', content: [{ type: 'footnote' }] },
        { type: 'table', content: [{ type: 'row', content: [{ type: 'cell', content: [{ type: 'block' }] }] }] },
      ],
    });
    const tr = new Transform(bare);
    repairIds(tr, { newId: counter() });
    expect(ids(tr.doc)).toEqual(['n1:', 'n2:', 'n3:', 'n4:', 'n5:', 'n6:']);
    expect(columns(tr.doc)).toEqual([['n7']]);
  });
  test('[ID3] an id is never given twice, whatever newId says', () => {
    const tr = new Transform(node(p('a', { id: 'n1' }), p('b', { id: '' })));
    repairIds(tr, { newId: counter() });
    expect(ids(tr.doc)).toEqual(['n1:a', 'n2:b']);
  });
  test('[ID4] a second repair changes nothing', () => {
    const tr = new Transform(
      node(p('a', { id: 'x' }), p('a', { id: 'x' }), table([['k'], ['c']]), table([['k'], ['c']])),
    );
    repairIds(tr, { newId: counter() });
    const again = new Transform(tr.doc);
    expect(repairIds(again, { newId: counter('m') })).toEqual([]);
    expect(again.steps).toEqual([]);
  });
  test('[ID5] a duplicated table, its rows, cells, columns and footnotes are new; the original is untouched', () => {
    const before = node(
      table([
        ['k', [p('l', footnote('v', 'f'))]],
        ['c', 'd'],
      ]),
    );
    const tr = new Transform(before).insert(0, before.child(0));
    repairIds(tr, { newId: counter(), before, mapping: tr.mapping });
    expect(tr.doc.child(1).toJSON()).toEqual(before.child(0).toJSON());
    const all = ids(tr.doc).map((each) => each.split(':')[0]);
    expect(new Set(all).size).toBe(all.length);
    expect(columns(tr.doc).flat().slice(0, 2)).not.toContain('t-k1');
  });
});

describe('columns', () => {
  test('[ID6] the majority of the cells says which column it is', () => {
    const tr = new Transform(
      node(
        table([
          ['a', 'b'],
          ['c', cell('d', { column: 'stray' })],
          ['e', cell('f', { column: null })],
        ]),
      ),
    );
    const before = tr.doc;
    repairIds(tr, { newId: counter() });
    expect(columns(tr.doc)).toEqual([
      ['t-k1', 't-k2'],
      ['t-k1', 't-k2'],
      ['t-k1', 't-k2'],
    ]);
    expect(tr.doc.textContent).toBe(before.textContent);
  });
  test('[ID6] two columns with one id: the fuller keeps it', () => {
    const tr = new Transform(
      node(
        table([
          ['a', cell('b', { column: 't-k1' })],
          [cell('c', { column: 'z' }), cell('d', { column: 't-k1' })],
        ]),
      ),
    );
    repairIds(tr, { newId: counter() });
    expect(columns(tr.doc)).toEqual([
      ['z', 't-k1'],
      ['z', 't-k1'],
    ]);
  });
  test('[ID7] a merged cell carries the id of the first column it covers', () => {
    const tr = new Transform(
      node(
        table([
          [cell('a', { colspan: 2, column: null }), 'b'],
          ['c', 'd', 'e'],
        ]),
      ),
    );
    repairIds(tr, { newId: counter() });
    expect(columns(tr.doc)[0]).toEqual(['t-k1', 't-k3']);
  });
});
