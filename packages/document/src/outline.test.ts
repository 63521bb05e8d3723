import { describe, expect, test } from 'vitest';
import { flow } from './lists.ts';
import { outline, referenceNumber } from './outline.ts';
import { lostReferences } from './references.ts';
import {
  annex,
  block,
  definition,
  doc,
  footnote,
  h1,
  h2,
  h3,
  item,
  p,
  reference,
  req,
  step,
  table,
  unnumbered,
} from './testing.ts';

const numbers = (...nodes: Parameters<typeof doc>) => outline(doc(...nodes)).sections.map((section) => section.number);

describe('sections', () => {
  test('[OUT1] headings are numbered by their place in the tree', () => {
    expect(numbers(h1('a'), h2('b'), h3('c'), h2('d'), h1('e'), h2('f'))).toEqual([
      '1',
      '1.1',
      '1.1.1',
      '1.2',
      '2',
      '2.1',
    ]);
  });
  test('[OUT1] a skipped level leaves no hole', () => {
    expect(numbers(h1('a'), h3('b'), h2('c'), h3('d'))).toEqual(['1', '1.1', '1.2', '1.2.1']);
  });
  test('[OUT2] annexes have letters of their own and number what they hold', () => {
    expect(numbers(h1('a'), annex('b'), h2('c'), h2('d'), annex('e'))).toEqual(['1', 'A', 'A.1', 'A.2', 'B']);
  });
  test('[OUT3] an unnumbered heading takes no number and gives none', () => {
    expect(numbers(unnumbered('Documentgegevens'), h2('x'), h1('a'))).toEqual([null, null, '1']);
  });
  test('[OUT4] a section lasts until the next heading of its level or higher', () => {
    const view = outline(doc(p('vooraf'), h1('a'), p('in a'), h2('b'), p('in b'), h1('c')));
    expect(view.sections.map(({ id, start, end, parent }) => [id, start, end, parent])).toEqual([
      ['a', 1, 5, null],
      ['b', 3, 5, 'a'],
      ['c', 5, 6, null],
    ]);
    expect(view.sectionOf('vooraf')).toBeNull();
    expect(view.sectionOf('in-b')?.id).toBe('b');
    expect(view.sectionOf('b')?.id).toBe('b');
  });
  test('[OUT4] rows, cells and blocks of a table belong to the section of the table', () => {
    const view = outline(doc(h1('a'), table([['kop'], ['cel']])));
    for (const id of ['t', 't-r2', 't-r2k1', 't-r2k1-p']) expect(view.sectionOf(id)?.id).toBe('a');
  });
  test('[OUT4] a heading that has no id yet still opens a section', () => {
    const document = doc(h1('a'), p('x'));
    const [heading, text] = document.content ?? [];
    const view = outline({
      type: 'doc',
      content: [{ ...heading, attrs: { ...heading?.attrs, id: null } } as never, text as never],
    });
    expect(view.sections).toHaveLength(1);
    expect(view.sectionOf('x')?.title).toBe('a');
  });
});

describe('numbers', () => {
  test('[OUT5] requirements count within the innermost section, those in cells too', () => {
    const view = outline(
      doc(
        h1('a'),
        req('een'),
        h2('b'),
        req('twee'),
        table([[[req('drie', { id: 'drie' })]]]),
        req('vier'),
        h1('c'),
        req('vijf'),
      ),
    );
    expect(['een', 'twee', 'drie', 'vier', 'vijf'].map((id) => view.requirementNumber(id))).toEqual([
      '1.1',
      '1.1.1',
      '1.1.2',
      '1.1.3',
      '2.1',
    ]);
    expect(view.requirementNumber('a')).toBeUndefined();
  });
  test('[OUT5] a requirement outside a numbered section stays citable', () => {
    const view = outline(doc(req('een'), unnumbered('x'), req('twee'), unnumbered('y'), req('drie')));
    expect(['een', 'twee', 'drie'].map((id) => view.requirementNumber(id))).toEqual(['1', '2', '3']);
  });
  test('[OUT6] items count per depth and go on after a deeper list', () => {
    const view = outline(
      doc(
        step('a'),
        step('b', { indent: 1 }),
        step('c', { indent: 1 }),
        step('d', { indent: 2 }),
        step('e'),
        step('f', { indent: 1 }),
      ),
    );
    expect(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => view.itemNumber(id))).toEqual(['1', 'a', 'b', 'i', '2', 'a']);
  });
  test('[OUT6] a paragraph between items ends the list; an indented one continues the item', () => {
    const apart = outline(doc(step('a'), p('tussen'), step('b')));
    expect(apart.itemNumber('b')).toBe('1');
    const kept = outline(doc(step('a'), p('verder', { indent: 1 }), step('b')));
    expect(kept.itemNumber('b')).toBe('2');
  });
  test('[OUT6] bullets have no number and break the counting of numbers at their depth', () => {
    const view = outline(doc(step('a'), item('b'), step('c')));
    expect(['a', 'b', 'c'].map((id) => view.itemNumber(id))).toEqual(['1', undefined, '1']);
  });
  test('[OUT7] footnotes are numbered through the document', () => {
    const view = outline(
      doc(p('x', footnote('een', 'f1')), table([[[p('y', footnote('twee', 'f2'))]]]), p('z', footnote('drie', 'f3'))),
    );
    expect(['f1', 'f2', 'f3'].map((id) => view.footnoteNumber(id))).toEqual([1, 2, 3]);
  });
  test('[OUT8] a reference knows what it points to as that is numbered and called now', () => {
    const table1 = table([['x']], { id: 't1', caption: 'Uren' });
    const document = doc(
      h1('a'),
      h2('b'),
      req('c'),
      definition('Docent', 'wie lesgeeft', { id: 'd' }),
      table([['x']], { id: 't0' }),
      table1,
      annex('z'),
      p('zie ', reference('c'), reference('weg'), { id: 'hier' }),
    );
    const view = outline(document);
    expect(view.targets().map(({ id, kind, number, title }) => [id, kind, number, title])).toEqual([
      ['a', 'chapter', '1', 'a'],
      ['b', 'section', '1.1', 'b'],
      ['c', 'requirement', '1.1.1', 'c'],
      ['d', 'definition', null, 'Docent'],
      ['t0', 'table', null, ''],
      ['t1', 'table', '1', 'Uren'],
      ['z', 'annex', 'A', 'z'],
    ]);
    expect(view.target('t0')?.within).toMatchObject({ id: 'b' });
    expect(['b', 'c', 't1', 'd', 'weg'].map((id) => referenceNumber(view, id))).toEqual([
      '1.1',
      '1.1.1',
      '1',
      null,
      null,
    ]);
    expect(lostReferences(document, view)).toMatchObject([{ target: 'weg', block: 'hier', section: { id: 'z' } }]);
  });
});

test('[LST1] lists become trees: continuing blocks and deeper lists belong to the item before them', () => {
  const tree = flow([item('a'), p('bij a', { indent: 1 }), item('b', { indent: 1 }), item('c'), p('los')] as never);
  expect(tree).toMatchObject([
    {
      type: 'list',
      ordered: false,
      items: [
        { content: [{ type: 'block' }, { type: 'list', items: [{ block: { attrs: { indent: 1 } } }] }] },
        { content: [] },
      ],
    },
    { type: 'block' },
  ]);
});

test('[LST2] every block is in the flow exactly once, whatever the indents', () => {
  const blocks = [
    item('a', { indent: 3 }),
    step('b', { indent: 1 }),
    block('note', 'c', { indent: 2 }),
    step('d', { indent: 9 }),
    p('e'),
  ];
  const seen: unknown[] = [];
  const walk = (nodes: ReturnType<typeof flow>) => {
    for (const node of nodes) {
      if (node.type !== 'list') seen.push(node);
      else
        for (const each of node.items) {
          seen.push(each.block);
          walk(each.content as never);
        }
    }
  };
  walk(flow(blocks));
  expect(seen).toEqual(blocks);
});
