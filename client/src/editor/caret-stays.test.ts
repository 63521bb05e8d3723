// @vitest-environment happy-dom
import fc from 'fast-check';
import { joinBackward } from 'prosemirror-commands';
import type { Command } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { afterEach, expect, it } from 'vitest';
import { setBlockType, shift } from './block-commands.ts';
import { backspaceAtStart, enter, lineBreak } from './enter.ts';
import { moveHere, moveSection } from './move.ts';
import {
  columnAfter,
  columnBefore,
  divideCell,
  removeColumn,
  removeRow,
  rowAbove,
  rowBelow,
  toggleHeader,
} from './tables.ts';
import { findById } from './place.ts';
import { block, caretIn, doc, edit, heading, pair, run, type } from './testing.ts';

const cell = (id: string, words: string) => ({
  type: 'cell',
  attrs: { id, column: null, header: false, colspan: 1, rowspan: 1, colwidth: null },
  content: [block(`${id}b`, words)],
});
const row = (id: string, ...cells: unknown[]) => ({ type: 'row', attrs: { id }, content: cells });
const START = doc(
  heading('h1', 'Alfa bravo'),
  block('p1', 'Charlie delta echo.'),
  block('p2', 'Foxtrot golf hotel.'),
  heading('h2', 'India juliett'),
  block('i1', 'Kilo lima mike.', 'item'),
  block('i2', 'November oscar papa.', 'item'),
  {
    type: 'table',
    attrs: { id: 't', caption: null },
    content: [
      row('r1', cell('a1', 'Quebec romeo.'), cell('a2', 'Sierra tango.')),
      row('r2', cell('b1', 'Uniform victor.'), cell('b2', 'Whiskey xray.')),
    ],
  },
  heading('h3', 'Yankee zulu'),
  block('p3', 'Anker boei.'),
);
const BLOCKS = ['h1', 'p1', 'p2', 'h2', 'i1', 'i2', 'a1b', 'a2b', 'b1b', 'b2b', 'h3', 'p3'];

const open: EditorView[] = [];
afterEach(() => {
  for (const view of open.splice(0)) view.destroy();
  document.body.replaceChildren();
});

const does = (command: Command) => (view: EditorView) => void run(view, command);
/** What an author can do to a text by key or tool. */
const ACTS: Readonly<Record<string, (view: EditorView) => unknown>> = {
  enter: does(enter),
  backspaceAtStart: does(backspaceAtStart),
  joinBackward: does(joinBackward),
  lineBreak: does(lineBreak),
  heading: does(setBlockType('section')),
  item: does(setBlockType('bullet')),
  shift: does(shift(1)),
  up: (view) => moveHere(view, -1),
  down: (view) => moveHere(view, 1),
  firstToEnd: (view) => moveSection(view, 'h1', null),
  secondToFront: (view) => moveSection(view, 'h2', 'h1'),
  lastUp: (view) => moveSection(view, 'h3', 'h2'),
  rowAbove: does(rowAbove),
  rowBelow: does(rowBelow),
  columnBefore: does(columnBefore),
  columnAfter: does(columnAfter),
  removeRow: does(removeRow),
  removeColumn: does(removeColumn),
  divideCell: does(divideCell),
  toggleHeader: does(toggleHeader),
  word: (view) => type(view, 'NIEUW '),
};
const AT_START = ['backspaceAtStart', 'joinBackward'];

const act = fc.record({
  name: fc.constantFrom(...Object.keys(ACTS)),
  id: fc.constantFrom(...BLOCKS),
  at: fc.nat(20),
});

/** Content size of the block with this id; `null` when it is gone. */
function sizeOf(view: EditorView, id: string): number | null {
  return findById(view.state.doc, id)?.node.content.size ?? null;
}

it('whatever a colleague does to the text, what one types next stands at the same words', () => {
  const story = fc.property(fc.constantFrom(...BLOCKS), fc.nat(20), fc.array(act, { maxLength: 3 }), (id, at, acts) => {
    for (const view of open.splice(0)) view.destroy();
    document.body.replaceChildren();
    const { a, b, meet } = pair(START);
    const [anna, bram] = [edit(a), edit(b)];
    open.push(anna, bram);
    const offset = at % ((sizeOf(anna, id) ?? 0) + 1);
    caretIn(anna, id, offset);
    const text = anna.state.selection.$from.parent.textContent;
    const [left, right] = [text.slice(Math.max(0, offset - 1), offset), text.slice(offset, offset + 1)];
    for (const one of acts) {
      const size = sizeOf(bram, one.id);
      if (size === null) continue;
      caretIn(bram, one.id, AT_START.includes(one.name) ? 0 : one.at % (size + 1));
      ACTS[one.name]?.(bram);
      meet();
    }
    type(anna, '@');
    const lines = anna.state.doc.textBetween(0, anna.state.doc.content.size, '\n', '\n');
    // A colleague may have taken out the words themselves.
    const isGone = !lines.includes(text.slice(0, 5)) && !lines.includes(text.slice(-5));
    const beside = [`${left}@`, `@${right}`].filter((each) => each.length > 1);
    const stands = beside.some((each) => lines.includes(each));
    expect(isGone || stands, `${left}|${right} in\n${lines}`).toBe(true);
  });
  fc.assert(story, { numRuns: 150 });
  expect(open).toHaveLength(2);
}, 60_000);
