// @vitest-environment happy-dom
import fc from 'fast-check';
import type { EditorView } from 'prosemirror-view';
import { undo } from 'y-prosemirror';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { replacements, seek, step, stopFinding } from './find.ts';
import { inSentence } from './find-context.ts';
import { finding } from './find-place.ts';
import { findInText, replacementFor, type Sought } from './find-text.ts';
import { replaceAll } from './replace.ts';
import { block, caretIn, doc, edit, heading, pair, type, words } from './testing.ts';

const sought = (text: string, more: Partial<Sought> = {}): Sought => ({
  text,
  wholeWords: false,
  matchCase: false,
  ignoreAccents: true,
  ...more,
});

describe('looking for words', () => {
  const found = (text: string, query: Sought) =>
    findInText(text, query).map(({ from, to }) => `${from}:${text.slice(from, to)}`);

  it('capitals and accents count only when asked', () => {
    const text = 'De coördinator en de Coordinator.';
    expect(found(text, sought('coordinator'))).toEqual(['3:coördinator', '21:Coordinator']);
    expect(found(text, sought('coördinator', { ignoreAccents: false }))).toEqual(['3:coördinator']);
    expect(found(text, sought('Coordinator', { matchCase: true }))).toEqual(['21:Coordinator']);
  });

  it('an accent that is written as a sign of its own belongs to its letter', () => {
    const loose = 'co\u0308o\u0308rdinatie';
    expect(found(loose, sought('öördinatie', { ignoreAccents: false }))).toEqual([`1:${loose.slice(1)}`]);
    expect(found('cafe\u0301', sought('cafe', { ignoreAccents: false }))).toEqual([]);
  });

  it('whole words end where letters and digits end', () => {
    expect(found('eis, eisen en vereist: eis-lijst', sought('eis', { wholeWords: true }))).toEqual(['0:eis', '23:eis']);
    expect(found('é-learning é', sought('e', { wholeWords: true }))).toEqual(['0:é', '11:é']);
  });

  it('a space that does not break and a curled apostrophe are what one types', () => {
    expect(found('8\u00A0uur, cao’s', sought('8 uur, cao’s'))).toEqual(['0:8\u00A0uur, cao’s']);
  });

  it('what is found reads as what was sought, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        fc.string(),
        (before, text, after) => {
          const whole = before + text + after;
          const places = findInText(whole, sought(text, { matchCase: true, ignoreAccents: false }));
          for (const { from, to } of places) {
            const again = findInText(whole.slice(from, to), sought(text, { matchCase: true, ignoreAccents: false }));
            expect(again).toEqual([{ from: 0, to: to - from }]);
          }
          expect(places.every(({ from }, index) => from >= (places[index - 1]?.to ?? 0))).toBe(true);
        },
      ),
    );
  });

  it('a replacement takes the capital of the word it replaces, unless one asked for that capital', () => {
    expect(replacementFor('Testgas', sought('testgas'), 'kalibratiegas')).toBe('Kalibratiegas');
    expect(replacementFor('testgas', sought('testgas'), 'kalibratiegas')).toBe('kalibratiegas');
    expect(replacementFor('Testgas', sought('Testgas'), 'kalibratiegas')).toBe('kalibratiegas');
  });
});

const note = (id: string, text: string) => ({ type: 'footnote', attrs: { id }, content: [{ type: 'text', text }] });
const cell = (id: string, text: string) => ({
  type: 'cell',
  attrs: { id, column: `${id}k`, header: false, colspan: 1, rowspan: 1, colwidth: null },
  content: [block(`${id}b`, text, 'item', { kind: 'bullet' })],
});
const START = doc(
  heading('gas', 'Testgas'),
  block('een', 'Het testgas is vers. Gebruik testgas en nooit oud testgas. Klaar.'),
  {
    ...block('twee', ''),
    content: [{ type: 'text', text: 'Zie ook' }, note('voet', 'Over testgas.'), { type: 'text', text: ' de bijlage.' }],
  },
  {
    type: 'table',
    attrs: { id: 'tabel', caption: null },
    content: [{ type: 'row', attrs: { id: 'rij' }, content: [cell('cel', 'Soort testgas'), cell('leeg', 'Geen')] }],
  },
  block('vet', ''),
);

const open: EditorView[] = [];
const editing = (...drafts: Y.Doc[]) => drafts.map((ydoc) => (open.push(edit(ydoc)), open.at(-1) as EditorView));
afterEach(() => {
  for (const view of open.splice(0)) view.destroy();
  document.body.replaceChildren();
});
const state = (view: EditorView) => {
  const value = finding.value(view.state);
  if (value === null) throw new Error('not finding');
  return value;
};
const shown = (view: EditorView) => state(view).found.map(({ from, to }) => view.state.doc.textBetween(from, to));
const all = (view: EditorView) => new Set(state(view).found.map(({ key }) => key));

describe('finding in a draft', () => {
  it('finds in headings, text, footnotes and lists in cells, in reading order, and walks round', () => {
    const { a } = pair(START);
    const [anna] = editing(a) as [EditorView];
    caretIn(anna, 'een', 10);
    seek(anna, sought('testgas'));
    expect(shown(anna)).toEqual(['Testgas', 'testgas', 'testgas', 'testgas', 'testgas', 'testgas']);
    const places = () => state(anna).found.findIndex(({ key }) => key === state(anna).current);
    expect(places()).toBe(1);
    for (let times = 0; times < 5; times += 1) step(anna, 1);
    expect(places()).toBe(0);
    step(anna, -1);
    expect(places()).toBe(5);
    expect(anna.dom.querySelectorAll('.found')).toHaveLength(6);
    stopFinding(anna);
    expect(anna.dom.querySelectorAll('.found')).toHaveLength(0);
    expect(anna.state.doc.textBetween(anna.state.selection.from, anna.state.selection.to)).toBe('testgas');
  });

  it('shows each in its sentence', () => {
    const [anna] = editing(pair(START).a) as [EditorView];
    seek(anna, sought('testgas'));
    expect(inSentence(state(anna).found[2]!)).toEqual({ before: 'Gebruik ', after: ' en nooit oud testgas.' });
  });

  it('what was looked at stays what it is while a colleague types; what they add is new', () => {
    const { a, b, meet } = pair(START);
    const [anna, bram] = editing(a, b) as [EditorView, EditorView];
    seek(anna, sought('testgas'));
    const before = state(anna).found.map(({ key }) => key);
    caretIn(bram, 'een', 20);
    type(bram, ' Ook dit testgas.');
    meet();
    const now = state(anna).found;
    expect(shown(anna)).toHaveLength(7);
    expect(now.map(({ key }) => key)).toEqual([...before.slice(0, 2), 6, ...before.slice(2)]);
  });
});

describe('replacing', () => {
  it('replaces everywhere as one step of undo, and a colleague sees it', () => {
    const { a, b, meet } = pair(START);
    const [anna, bram] = editing(a, b) as [EditorView, EditorView];
    const before = anna.state.doc.toJSON();
    seek(anna, sought('testgas'));
    expect(replaceAll(anna, replacements(state(anna), all(anna), 'kalibratiegas'))).toBe(6);
    meet();
    expect(words(bram, 'gas')).toBe('Kalibratiegas');
    expect(words(bram, 'een')).toBe(
      'Het kalibratiegas is vers. Gebruik kalibratiegas en nooit oud kalibratiegas. Klaar.',
    );
    expect(words(bram, 'voet')).toBe('Over kalibratiegas.');
    expect(words(bram, 'cel')).toBe('Soort kalibratiegas');
    undo(anna.state);
    expect(anna.state.doc.toJSON()).toEqual(before);
  });

  it('what a colleague types between two places meanwhile stays, for the words between are not rewritten', () => {
    const { a, b, meet } = pair(START);
    const [anna, bram] = editing(a, b) as [EditorView, EditorView];
    seek(anna, sought('testgas'));
    caretIn(bram, 'een', 21);
    type(bram, 'Toch: ');
    replaceAll(anna, replacements(state(anna), all(anna), 'ijkgas'));
    meet();
    expect(words(bram, 'een')).toBe('Het ijkgas is vers. Toch: Gebruik ijkgas en nooit oud ijkgas. Klaar.');
    expect(words(anna, 'een')).toBe(words(bram, 'een'));
  });

  it('costs the letters that differ and nothing else', () => {
    const { a } = pair(START);
    const [anna] = editing(a) as [EditorView];
    const vector = Y.encodeStateVector(a);
    seek(anna, sought('testgas'));
    replaceAll(anna, replacements(state(anna), all(anna), 'testgassen'));
    const added = Y.decodeUpdate(Y.encodeStateAsUpdate(a, vector)).structs.reduce(
      (sum, struct) => sum + struct.length,
      0,
    );
    expect(added).toBe(6 * 'sen'.length);
  });

  it('leaves alone what was not ticked', () => {
    const [anna] = editing(pair(START).a) as [EditorView];
    seek(anna, sought('testgas'));
    const some = new Set(
      state(anna)
        .found.slice(1, 2)
        .map(({ key }) => key),
    );
    replaceAll(anna, replacements(state(anna), some, ''));
    expect(words(anna, 'een')).toBe('Het  is vers. Gebruik testgas en nooit oud testgas. Klaar.');
    expect(words(anna, 'gas')).toBe('Testgas');
  });
});
