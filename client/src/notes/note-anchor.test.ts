// @vitest-environment happy-dom
import { NOTE_QUOTE } from '@draagvlak/contract/client';
import fc from 'fast-check';
import type { EditorView } from 'prosemirror-view';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { moveSection } from '../editor/move.ts';
import { block, caretIn, doc, edit, heading, pair, type } from '../editor/testing.ts';
import { anchorOf, placeNote } from './note-anchor.ts';
import { notePlaces, showNotes } from './note-marks.ts';

let one: EditorView;
let other: EditorView;
let meet: () => void;
const open: EditorView[] = [];

/** Two authors at the same text, from its beginning. */
function sitDown(): void {
  for (const view of open.splice(0)) view.destroy();
  let a: Y.Doc;
  let b: Y.Doc;
  ({ a, b, meet } = pair(
    doc(
      heading('h1', 'Duur'),
      block('p1', 'De opleiding duurt minimaal acht uur, zonder pauzes.'),
      heading('h2', 'Groepsgrootte'),
      block('p2', 'Bij praktijk zijn er ten hoogste 12 deelnemers per docent.'),
      block('p3', 'Kort.'),
    ),
  ));
  [one, other] = [edit(a), edit(b)];
  open.push(one, other);
}

beforeEach(sitDown);
afterEach(() => {
  for (const view of open.splice(0)) view.destroy();
  document.body.replaceChildren();
});

/** A note by `one` on words of a block. */
function noteOn(id: string, words: string) {
  const place = one.state.doc.textContent.includes(words);
  expect(place).toBe(true);
  let text = '';
  one.state.doc.descendants((node) => {
    if (node.attrs['id'] === id) text = node.textContent;
  });
  const at = text.indexOf(words);
  caretIn(one, id, at, at + words.length);
  const anchor = anchorOf(one.state);
  if (anchor === null) throw new Error('nothing to note');
  expect(anchor.quote).toBe(words);
  return anchor;
}
const shown = (view: EditorView, anchor: ReturnType<typeof noteOn>) => {
  const place = placeNote(view.state, anchor);
  return place === null ? null : { words: view.state.doc.textBetween(place.from, place.to, '\n'), ...place };
};

describe('a note on a passage of a living draft', () => {
  it('stands at the same words for a colleague, and stays there while others type before, in and behind it', () => {
    const anchor = noteOn('p2', 'ten hoogste 12 deelnemers');
    meet();
    expect(shown(other, anchor)).toMatchObject({ words: 'ten hoogste 12 deelnemers', changed: false });
    caretIn(other, 'p1', 0);
    type(other, 'Let op: ');
    caretIn(other, 'p2', 'Bij praktijk zijn er ten hoogste 12 deelnemers'.length);
    type(other, ' of cursisten');
    meet();
    expect(shown(one, anchor)).toMatchObject({ words: 'ten hoogste 12 deelnemers', changed: false });
    caretIn(other, 'p2', 'Bij praktijk zijn er ten hoogste 12'.length);
    type(other, ' volwassen');
    meet();
    expect(shown(one, anchor)).toMatchObject({ words: 'ten hoogste 12 volwassen deelnemers', changed: true });
  });

  it('goes along with a section that is moved, whose text is new to the shared document', () => {
    const anchor = noteOn('p2', 'ten hoogste 12 deelnemers');
    moveSection(one, 'h2', 'h1');
    meet();
    for (const view of [one, other]) {
      expect(shown(view, anchor)).toMatchObject({ words: 'ten hoogste 12 deelnemers', changed: false });
    }
  });

  it('says that its text is gone, and never stands at words that came in the place', () => {
    const anchor = noteOn('p2', 'ten hoogste 12 deelnemers');
    meet();
    caretIn(other, 'p2', 'Bij praktijk zijn er '.length, 'Bij praktijk zijn er ten hoogste 12 deelnemers'.length);
    type(other, 'altijd acht mensen');
    meet();
    expect(shown(one, anchor)).toBeNull();
    expect(shown(other, anchor)).toBeNull();
  });

  it('takes the block around the caret when nothing is selected, and nothing where there are no words', () => {
    caretIn(one, 'p3', 2);
    expect(anchorOf(one.state)).toMatchObject({ block: 'p3', quote: 'Kort.' });
    caretIn(one, 'p3', 0, 5);
    one.dispatch(one.state.tr.deleteSelection());
    expect(anchorOf(one.state)).toBeNull();
  });

  it('short words that occur elsewhere too are not taken for the passage', () => {
    const anchor = noteOn('p3', 'Kort.');
    caretIn(one, 'p3', 0, 5);
    one.dispatch(one.state.tr.deleteSelection());
    caretIn(one, 'p1', 0);
    type(one, 'Kort. ');
    expect(shown(one, anchor)).toBeNull();
  });

  it('marks in the text follow typing of one and of a colleague, and end with the words', () => {
    const anchor = noteOn('p2', 'ten hoogste 12 deelnemers');
    meet();
    const note = { id: 'n1', number: 1, anchor, label: 'Kanttekening 1', active: false };
    for (const view of [one, other]) showNotes(view, [note]);
    caretIn(other, 'p1', 3);
    type(other, 'hele ');
    meet();
    for (const view of [one, other]) {
      const place = notePlaces(view.state).get('n1');
      expect(view.state.doc.textBetween(place?.from ?? 0, place?.to ?? 0)).toBe('ten hoogste 12 deelnemers');
    }
    expect(one.dom.querySelector('.noted')?.textContent).toBe('ten hoogste 12 deelnemers');
    expect(one.dom.querySelector('.note-no')?.getAttribute('aria-label')).toBe('Kanttekening 1');
    showNotes(one, []);
    expect(one.dom.querySelector('.noted, .note-no')).toBeNull();
  });

  it('is gone when all of it is, also when something typed inside it is left', () => {
    const anchor = noteOn('p2', 'ten hoogste 12 deelnemers');
    const start = 'Bij praktijk zijn er '.length;
    caretIn(one, 'p2', start + 'ten'.length);
    type(one, ' nieuw');
    expect(shown(one, anchor)).toMatchObject({ changed: true });
    caretIn(one, 'p2', start + 'ten nieuw'.length, start + 'ten nieuw hoogste 12 deelnemers'.length);
    one.dispatch(one.state.tr.deleteSelection());
    caretIn(one, 'p2', start, start + 'ten'.length);
    one.dispatch(one.state.tr.deleteSelection());
    meet();
    expect(one.state.doc.textContent).toContain('zijn er  nieuw per docent.');
    for (const view of [one, other]) expect(shown(view, anchor)).toBeNull();
  });

  it('whatever is typed and deleted by two authors, a note shows its own letters or says they are gone', () => {
    const edits = fc.array(
      fc.record({
        who: fc.boolean(),
        id: fc.constantFrom('p1', 'p2', 'p2', 'p3'),
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        take: fc.nat(16),
        put: fc.constantFrom('', 'x', 'nieuw '),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(edits, (list) => {
        sitDown();
        const anchor = noteOn('p2', 'ten hoogste 12 deelnemers');
        meet();
        for (const { who, id, at, take, put } of list) {
          const view = who ? one : other;
          let length = 0;
          view.state.doc.descendants((node) => {
            if (node.attrs['id'] === id) length = node.content.size;
          });
          const from = Math.floor(at * length);
          caretIn(view, id, from, Math.min(length, from + take));
          if (take > 0) view.dispatch(view.state.tr.deleteSelection());
          if (put !== '') type(view, put);
        }
        meet();
        const [mine, theirs] = [shown(one, anchor), shown(other, anchor)];
        expect(theirs).toEqual(mine);
        if (mine === null) return;
        expect(mine.changed).toBe(mine.words.slice(0, NOTE_QUOTE) !== anchor.quote);
        // What is typed here holds no two letters in a row that the passage has too.
        const twos = Array.from({ length: anchor.quote.length - 1 }, (_, at) => anchor.quote.slice(at, at + 2));
        expect(twos.some((two) => mine.words.includes(two))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
