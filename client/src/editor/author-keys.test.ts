// @vitest-environment happy-dom
import { type DocumentJson, inlineText, type TopJson } from '@draagvlak/document';
import { readDraft } from '@draagvlak/document/yjs';
import type { EditorView } from 'prosemirror-view';
import { undo } from 'y-prosemirror';
import { afterEach, describe, expect, it } from 'vitest';
import { removeHere } from './remove-here.ts';
import { columnAfter, rowBelow } from './tables.ts';
import { block, caretIn, doc, draft, edit, heading, run, type } from './testing.ts';
import { typedCells, typedTable } from './typed-table.ts';

const cell = (id: string, header: boolean, ...content: unknown[]) => ({
  type: 'cell',
  attrs: { id, column: null, header, colspan: 1, rowspan: 1, colwidth: null },
  content: content.length === 0 ? [block(`${id}b`, id)] : content,
});
const TABLE = {
  type: 'table',
  attrs: { id: 't', caption: null },
  content: [
    { type: 'row', attrs: { id: 'r1' }, content: [cell('a1', true), cell('b1', true)] },
    {
      type: 'row',
      attrs: { id: 'r2' },
      content: [cell('a2', false), cell('b2', false, block('eerst', 'eerst'), block('dan', 'dan'))],
    },
  ],
};

const open: EditorView[] = [];
afterEach(() => {
  for (const view of open.splice(0)) view.destroy();
  document.body.replaceChildren();
});
const start = (text: DocumentJson) => {
  const ydoc = draft(text);
  const view = edit(ydoc);
  open.push(view);
  return { view, read: () => readDraft(ydoc) };
};
const said = (node: TopJson): unknown => {
  if (node.type === 'block') return inlineText(node);
  if (node.type !== 'table') return node.type;
  return (node.content ?? []).map((row) =>
    (row.content ?? []).map((one) =>
      (one.content ?? []).map((each) => (each.type === 'block' ? inlineText(each) : '')).join('/'),
    ),
  );
};
const all = (document: DocumentJson) => (document.content ?? []).map(said);

describe('taking away what the caret is in', () => {
  const TEXT = doc(
    heading('k', 'Kop'),
    block('een', 'Eén.'),
    heading('l', 'Onderdeel', 2),
    block('twee', 'Twee.'),
    TABLE,
    heading('m', 'Ander', 1),
    block('drie', 'Drie.'),
  );

  it('is the paragraph, and the caret goes on in the next', () => {
    const { view, read } = start(TEXT);
    caretIn(view, 'een', 2);
    run(view, removeHere);
    type(view, '!');
    expect(all(read()).slice(0, 3)).toEqual(['Kop', '!Onderdeel', 'Twee.']);
  });

  it('is, at a heading, its section with all in it, and undo puts that back', () => {
    const { view, read } = start(TEXT);
    const before = read();
    caretIn(view, 'k');
    run(view, removeHere);
    expect(all(read())).toEqual(['Ander', 'Drie.']);
    undo(view.state);
    expect(read()).toEqual(before);
  });

  it('is what a selection touches, and only that where it begins in a heading', () => {
    const { view, read } = start(TEXT);
    caretIn(view, 'l', 3, 12);
    run(view, removeHere);
    expect(all(read()).slice(0, 3)).toEqual(['Kop', 'Eén.', said(TABLE as unknown as TopJson)]);
  });

  it('is a paragraph of a cell; the cell stays, with a line to type on', () => {
    const { view, read } = start(TEXT);
    caretIn(view, 'eerst');
    run(view, removeHere);
    expect(all(read())[4]).toEqual([
      ['a1', 'b1'],
      ['a2', 'dan'],
    ]);
    run(view, removeHere);
    type(view, 'nieuw');
    expect(all(read())[4]).toEqual([
      ['a1', 'b1'],
      ['a2', 'nieuw'],
    ]);
  });

  it('leaves a line to type on where it was all', () => {
    const { view, read } = start(doc(block('een', 'Eén.')));
    run(view, removeHere);
    type(view, 'Weer.');
    expect(all(read())).toEqual(['Weer.']);
  });
});

describe('a table that is typed', () => {
  it('is a line of two or more cells', () => {
    expect(typedCells('| Middel | Aantal |')).toEqual(['Middel', 'Aantal']);
    expect(typedCells('|a||')).toEqual(['a', '']);
    for (const text of ['|', '||', '| a |', '| | |', 'a | b |', '| a | b', '']) expect(typedCells(text)).toBeNull();
  });

  it('begins on Enter with its header row, and one goes on in the row below it', () => {
    const { view, read } = start(doc(block('x', '| Middel | Aantal |'), block('na', 'Na.')));
    caretIn(view, 'x', 19);
    expect(run(view, typedTable)).toBe(true);
    type(view, 'Pomp');
    expect(all(read())).toEqual([
      [
        ['Middel', 'Aantal'],
        ['Pomp', ''],
      ],
      'Na.',
    ]);
    const [table] = read().content ?? [];
    const headers =
      table?.type === 'table' ? table.content?.map((row) => row.content?.map((one) => one.attrs.header)) : [];
    expect(headers).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('is nothing in a cell, in a heading, or with the caret elsewhere in the line', () => {
    const line = '| a | b |';
    const { view } = start(
      doc(heading('k', line), block('x', line), {
        ...TABLE,
        content: [
          { type: 'row', attrs: { id: 'r1' }, content: [cell('a1', true, block('in', line)), cell('b1', true)] },
        ],
      }),
    );
    for (const [id, offset] of [
      ['k', 9],
      ['x', 4],
      ['in', 9],
    ] as const) {
      caretIn(view, id, offset);
      expect(run(view, typedTable)).toBe(false);
    }
  });
});

describe('a new row or column', () => {
  it('has the caret, so that one types on', () => {
    const { view, read } = start(doc(TABLE, block('na', 'Na.')));
    caretIn(view, 'b1b');
    run(view, columnAfter);
    type(view, 'c1');
    caretIn(view, 'b1b');
    run(view, rowBelow);
    type(view, 'midden');
    expect(all(read())[0]).toEqual([
      ['a1', 'b1', 'c1'],
      ['midden', '', ''],
      ['a2', 'eerst/dan', ''],
    ]);
  });
});
