// @vitest-environment happy-dom
import { type DocumentJson, FRAGMENT, type Template } from '@draagvlak/document';
import { readDraft } from '@draagvlak/document/yjs';
import type { EditorView } from 'prosemirror-view';
import { undo } from 'y-prosemirror';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { setBlockType, setMeasure, shift, toggleBlockType } from './block-commands.ts';
import { derived } from './derived.ts';
import { backspaceAtStart, enter } from './enter.ts';
import { setLink } from './inline-commands.ts';
import { addMissingSection } from './missing-section.ts';
import { moveSection, moveSectionBy } from './move.ts';
import { findById } from './place.ts';
import { columnAfter, insertTable, rowBelow, toggleHeader } from './tables.ts';
import {
  block,
  caretIn,
  doc,
  draft as draftOf,
  edit as openEditor,
  heading,
  pair as pairOf,
  run,
  type,
} from './testing.ts';
import { unsavedText } from './unsaved-text.ts';

const START = doc(
  heading('duur', 'Duur'),
  block('acht', 'De opleiding duurt 8 uur.', 'requirement'),
  heading('groep', 'Groepsgrootte'),
  block('twaalf', 'Ten hoogste 12 deelnemers.', 'requirement'),
  block('samen', 'Samen leren helpt.'),
  heading('slot', 'Slot'),
  block('einde', 'Tot slot.'),
);

const open: EditorView[] = [];
function edit(ydoc: Y.Doc, onEdited?: (nodes: readonly string[]) => void): EditorView {
  const view = openEditor(ydoc, {
    guidanceOf: (slot) => (slot === 'inleiding' ? 'Zeg waarvoor dit document dient.' : null),
    ...(onEdited === undefined ? {} : { onEdited }),
  });
  open.push(view);
  return view;
}
const draft = (start: DocumentJson = START) => draftOf(start);
const pair = (start: DocumentJson = START) => pairOf(start);

const order = (ydoc: Y.Doc) => (readDraft(ydoc).content ?? []).map((node) => node.attrs.id);
const textOf = (ydoc: Y.Doc, id: string) =>
  (readDraft(ydoc).content ?? []).find((node) => node.attrs.id === id && node.type === 'block');
const ids = (ydoc: Y.Doc) => {
  const found: (string | null)[] = [];
  JSON.stringify(readDraft(ydoc), (key, value: unknown) => {
    if (key === 'id') found.push(value as string | null);
    return value;
  });
  return found;
};

beforeEach(() => {
  document.body.replaceChildren();
});
afterEach(() => {
  for (const view of open.splice(0)) view.destroy();
});

describe('writing together', () => {
  it('numbers stay where they belong while a colleague types before, in and behind them', () => {
    const { a, b, meet } = pair();
    const [anna, bram] = [edit(a), edit(b)];
    const shown = (view: EditorView) => view.dom.textContent;
    const numbers = (view: EditorView) => [...view.dom.querySelectorAll('.req-no')].map((one) => one.textContent);
    const before = numbers(anna);
    expect(before.length).toBe(2);
    for (const id of ['acht', 'twaalf', 'einde', 'acht']) {
      caretIn(bram, id, 1);
      type(bram, 'xyz');
      meet();
      expect(numbers(anna)).toEqual(before);
      expect(shown(anna)).toBe(shown(bram));
    }
    caretIn(anna, 'acht', 0);
    type(anna, 'Ook: ');
    expect(numbers(anna)).toEqual(before);
  });

  it('two people who type in one paragraph at once end with the same text', () => {
    const { a, b, meet } = pair();
    const [anna, bram] = [edit(a), edit(b)];
    caretIn(anna, 'samen', 5);
    caretIn(bram, 'samen', 18);
    for (let round = 0; round < 5; round += 1) {
      type(anna, 'a');
      type(bram, 'b');
      meet();
    }
    expect(anna.state.doc.toJSON()).toEqual(bram.state.doc.toJSON());
    expect(JSON.stringify(textOf(a, 'samen'))).toMatch(/aaaaa.*bbbbb/);
  });

  it('a heading goes a level down while a colleague types in its section: the words stay', () => {
    const { a, b, meet } = pair();
    const [anna, bram] = [edit(a), edit(b)];
    caretIn(anna, 'groep');
    caretIn(bram, 'twaalf', 11);
    run(anna, shift(1));
    type(bram, ' echt');
    meet();
    expect(JSON.stringify(textOf(a, 'twaalf'))).toContain('echt');
    expect(derived(bram.state).outline.section('groep')?.number).toBe('1.1');
  });

  it('undo takes back what this person did and nothing of a colleague', () => {
    const { a, b, meet } = pair();
    const [anna, bram] = [edit(a), edit(b)];
    caretIn(anna, 'samen');
    type(anna, 'Anna. ');
    caretIn(bram, 'einde');
    type(bram, 'Bram. ');
    meet();
    undo(anna.state);
    meet();
    expect(JSON.stringify(textOf(b, 'samen'))).not.toContain('Anna');
    expect(JSON.stringify(textOf(b, 'einde'))).toContain('Bram');
  });

  it('undoing a new paragraph keeps what a colleague typed in it', () => {
    const { a, b, meet } = pair();
    const [anna, bram] = [edit(a), edit(b)];
    caretIn(anna, 'samen', 18);
    run(anna, enter);
    type(anna, 'Nieuw.');
    meet();
    const fresh = order(a)[5] as string;
    caretIn(bram, fresh, 6);
    type(bram, ' Van Bram.');
    meet();
    undo(anna.state);
    meet();
    expect(JSON.stringify(readDraft(a))).toContain('Van Bram.');
    expect(readDraft(a)).toEqual(readDraft(b));
  });
});

describe('moving sections', () => {
  it('keeps ids, order and numbers, and is one step to undo', () => {
    const ydoc = draft();
    const view = edit(ydoc);
    expect(moveSectionBy(view, 'slot', -1)).toBe(true);
    expect(order(ydoc)).toEqual(['duur', 'acht', 'slot', 'einde', 'groep', 'twaalf', 'samen']);
    expect(derived(view.state).outline.section('slot')?.number).toBe('2');
    undo(view.state);
    expect(order(ydoc)).toEqual(['duur', 'acht', 'groep', 'twaalf', 'samen', 'slot', 'einde']);
  });

  it('rewrites what moves and nothing else', () => {
    const ydoc = draft();
    const view = edit(ydoc);
    const before = new Set(ydoc.getXmlFragment(FRAGMENT).toArray());
    moveSection(view, 'slot', 'duur');
    const kept = ydoc
      .getXmlFragment(FRAGMENT)
      .toArray()
      .filter((item) => before.has(item));
    expect(kept).toHaveLength(5);
    expect(order(ydoc).slice(0, 2)).toEqual(['slot', 'einde']);
  });

  it('does not move past the first or the last, nor into itself', () => {
    const view = edit(draft());
    expect(moveSectionBy(view, 'duur', -1)).toBe(false);
    expect(moveSectionBy(view, 'slot', 1)).toBe(false);
    expect(moveSection(view, 'groep', 'groep')).toBe(false);
  });
});

describe('blocks', () => {
  it('a paragraph becomes a requirement, gets a measure and shows its number without changing its words', () => {
    const ydoc = draft();
    const view = edit(ydoc);
    caretIn(view, 'samen');
    run(view, toggleBlockType('requirement'));
    const { pos } = findById(view.state.doc, 'samen') ?? { pos: -1 };
    run(view, setMeasure(pos, { quantity: null, comparator: 'at-most', value: '12', unit: 'deelnemers' }));
    expect(textOf(ydoc, 'samen')).toMatchObject({ attrs: { role: 'requirement', value: '12' } });
    expect(view.dom.textContent).toContain('Eis 2.2');
    expect(view.dom.textContent).toContain('ten hoogste 12 deelnemers');
    expect(JSON.stringify(readDraft(ydoc))).not.toContain('Eis 2.2');
  });

  it('Enter in the middle keeps the id with the words that had it; Enter at the end of a heading gives text', () => {
    const ydoc = draft();
    const view = edit(ydoc);
    caretIn(view, 'samen', 6);
    run(view, enter);
    caretIn(view, 'slot', 4);
    run(view, enter);
    const content = readDraft(ydoc).content ?? [];
    expect(content.map((node) => node.attrs.id).filter((id) => id === 'samen')).toHaveLength(1);
    expect(new Set(ids(ydoc)).size).toBe(ids(ydoc).length);
    expect(content[content.findIndex((node) => node.attrs.id === 'slot') + 1]).toMatchObject({
      attrs: { role: 'paragraph', level: 0 },
    });
  });

  it('Enter after a requirement makes the next one, an empty one becomes text', () => {
    const view = edit(draft());
    caretIn(view, 'twaalf', 26);
    run(view, enter);
    expect(view.state.selection.$from.parent.attrs).toMatchObject({ role: 'requirement', value: null });
    run(view, enter);
    expect(view.state.selection.$from.parent.attrs['role']).toBe('paragraph');
  });

  it('Backspace at the start of an item takes indent away first, then the item', () => {
    const view = edit(draft(doc(block('a', 'punt', 'item', { kind: 'bullet', indent: 1 }))));
    caretIn(view, 'a');
    run(view, backspaceAtStart);
    expect(view.state.doc.child(0).attrs).toMatchObject({ role: 'item', indent: 0 });
    run(view, backspaceAtStart);
    expect(view.state.doc.child(0).attrs).toMatchObject({ role: 'paragraph', kind: null });
  });

  it('a heading cannot stand in a table cell', () => {
    const view = edit(draft());
    caretIn(view, 'samen');
    run(view, insertTable(2, 2));
    run(view, setBlockType('chapter'));
    expect(view.state.selection.$from.parent.attrs['role']).toBe('paragraph');
  });

  it('tells which blocks the author touched, and not what a colleague did', () => {
    const { a, b, meet } = pair();
    const touched: string[] = [];
    const anna = edit(a, (nodes) => touched.push(...nodes));
    const bram = edit(b);
    caretIn(anna, 'samen');
    type(anna, 'x');
    caretIn(bram, 'einde');
    type(bram, 'y');
    meet();
    expect(touched).toEqual(['samen']);
  });
});

describe('tables, footnotes and links', () => {
  it('a new table has ids everywhere and one id per column', () => {
    const ydoc = draft();
    const view = edit(ydoc);
    caretIn(view, 'samen');
    run(view, insertTable(2, 3));
    run(view, columnAfter);
    run(view, rowBelow);
    const table = (readDraft(ydoc).content ?? []).find((node) => node.type === 'table');
    const rows = table?.content ?? [];
    expect(rows.map((row) => row.content?.length)).toEqual([4, 4, 4]);
    const columns = rows.map((row) => row.content?.map((cell) => cell.attrs.column));
    expect(new Set(columns[0]).size).toBe(4);
    expect(columns[1]).toEqual(columns[0]);
    expect(rows[0]?.content?.every((cell) => cell.attrs.header && cell.content?.length === 1)).toBe(true);
    expect(ids(ydoc)).not.toContain(null);
  });

  it('does not repair a table after what a colleague did', () => {
    const broken = doc(block('p', 'Tekst.'), {
      type: 'table',
      attrs: { id: 't', caption: null },
      content: [['1', '2'], ['3']].map((cells, row) => ({
        type: 'row',
        attrs: { id: `r${row}` },
        content: cells.map((id) => ({
          type: 'cell',
          attrs: { id: `c${id}`, column: `k${id}`, header: false, colspan: 1, rowspan: 1, colwidth: null },
          content: [block(`b${id}`, id)],
        })),
      })),
    });
    const { a, b, meet } = pair(broken);
    const [anna, bram] = [edit(a), edit(b)];
    caretIn(anna, 'b1', 1);
    const cellsSeen = () => JSON.stringify(bram.state.doc.toJSON()).match(/"cell"/g)?.length;
    const before = cellsSeen();
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a), 'line');
    expect(cellsSeen()).toBe(before);
    meet();
    expect(before).toBe(3);
  });

  it('marks a cell as header', () => {
    const view = edit(draft());
    caretIn(view, 'samen');
    run(view, insertTable(2, 2));
    run(view, toggleHeader);
    expect(view.state.selection.$from.node(3).attrs['header']).toBe(false);
  });

  it('a link without a selection stands as its own address; an unsafe one is refused', () => {
    const view = edit(draft());
    caretIn(view, 'samen', 18);
    expect(run(view, setLink('javascript:alert(1)'))).toBe(false);
    run(view, setLink('https://www.ssvv.nl'));
    expect(view.dom.querySelector('a')?.textContent).toBe('www.ssvv.nl');
  });
});

describe('a section that the template demands and the text lacks', () => {
  const template: Template = {
    name: 'sjabloon',
    sections: [
      { slot: 'begin', title: 'Duur', demand: 'always', guidance: '' },
      { slot: 'risico', title: 'Risico’s', demand: 'definitive', guidance: '' },
      { slot: 'groep', title: 'Groep', demand: 'always', guidance: '' },
    ],
  };

  it('is put where it belongs with the caret in it, once, and can be undone', () => {
    const ydoc = draft();
    const view = edit(ydoc);
    const before = JSON.stringify(readDraft(ydoc));
    expect(addMissingSection(view, template, 'risico')).toBe(true);
    type(view, 'Restdruk.');
    const content = readDraft(ydoc).content ?? [];
    const at = content.findIndex((node) => node.attrs.id === 'groep');
    expect(content.slice(at - 2, at)).toMatchObject([
      { attrs: { role: 'heading', slot: 'risico', id: expect.any(String) }, content: [{ text: 'Risico’s' }] },
      { attrs: { role: 'paragraph', id: expect.any(String) }, content: [{ text: 'Restdruk.' }] },
    ]);
    expect(addMissingSection(view, template, 'risico')).toBe(false);
    undo(view.state);
    expect(JSON.stringify(readDraft(ydoc))).toBe(before);
  });
});

describe('what is shown beside the text', () => {
  it('guidance stands in an empty slot and is not in the document', () => {
    const ydoc = draft(
      doc(block('i', 'Inleiding', 'heading', { level: 1, slot: 'inleiding' }), heading('n', 'Verder')),
    );
    const view = edit(ydoc);
    expect(view.dom.querySelector('.guidance')?.textContent).toContain('Zeg waarvoor');
    expect(JSON.stringify(readDraft(ydoc))).not.toContain('Zeg waarvoor');
    caretIn(view, 'i', 9);
    run(view, enter);
    type(view, 'Dit document is voor opleiders.');
    expect(view.dom.querySelector('.guidance')).toBeNull();
  });

  it('keeps aside what was typed since everything was last stored', () => {
    const view = edit(draft());
    const stored = view.state.doc;
    caretIn(view, 'samen', 18);
    type(view, ' Echt waar.');
    run(view, enter);
    type(view, 'Nog een zin.');
    expect(unsavedText(stored, view.state.doc)).toBe('Samen leren helpt. Echt waar.\n\nNog een zin.');
  });
});
