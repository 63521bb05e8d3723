// @vitest-environment happy-dom
import { inlineText } from '@draagvlak/document';
import { readDraft } from '@draagvlak/document/yjs';
import { joinBackward } from 'prosemirror-commands';
import type { EditorView } from 'prosemirror-view';
import { afterEach, describe, expect, it } from 'vitest';
import type * as Y from 'yjs';
import { moveHere, moveSection } from './move.ts';
import { removeHere } from './remove-here.ts';
import { enter } from './enter.ts';
import { block, caretIn, doc, edit, heading, pair, run, type } from './testing.ts';

const START = doc(
  heading('a', 'Een'),
  block('a1', 'Eerste alinea.'),
  heading('b', 'Twee'),
  block('b1', 'Tweede alinea.'),
  block('b2', 'Derde alinea.'),
  heading('c', 'Drie'),
  block('c1', 'Laatste alinea.'),
);

const open: EditorView[] = [];
afterEach(() => {
  for (const view of open.splice(0)) view.destroy();
  document.body.replaceChildren();
});
const two = () => {
  const { a, b, meet } = pair(START);
  const [anna, bram] = [edit(a), edit(b)];
  open.push(anna, bram);
  return { a, b, meet, anna, bram };
};
const said = (ydoc: Y.Doc) =>
  (readDraft(ydoc).content ?? []).map((node) => (node.type === 'block' ? inlineText(node) : ''));

describe('the caret of who writes where a colleague moves things', () => {
  it('goes along with its section, up and down', () => {
    const { a, b, meet, anna, bram } = two();
    for (const before of ['a', null]) {
      caretIn(anna, 'b1', 6);
      moveSection(bram, 'b', before);
      meet();
      type(anna, '!');
      meet();
      expect(said(b)).toEqual(said(a));
    }
    expect(said(a)).toEqual([
      'Een',
      'Eerste alinea.',
      'Drie',
      'Laatste alinea.',
      'Twee',
      'Tweede!! alinea.',
      'Derde alinea.',
    ]);
  });

  it('goes along with its paragraph, and a selection with it', () => {
    const { a, meet, anna, bram } = two();
    caretIn(anna, 'b2', 0, 5);
    caretIn(bram, 'b2');
    moveHere(bram, -1);
    meet();
    type(anna, 'Vierde');
    expect(said(a).slice(2, 5)).toEqual(['Twee', 'Vierde alinea.', 'Tweede alinea.']);
  });

  it('stays where a colleague types, splits or moves something else', () => {
    const { a, meet, anna, bram } = two();
    caretIn(anna, 'b1', 6);
    caretIn(bram, 'b1', 0);
    type(bram, 'De ');
    moveSection(bram, 'c', 'a');
    caretIn(bram, 'b2', 5);
    run(bram, enter);
    meet();
    type(anna, '!');
    expect(said(a).slice(4)).toEqual(['Twee', 'De Tweede! alinea.', 'Derde', ' alinea.']);
  });

  it('goes along with a section that is moved while it is typed in, before the letters are there', () => {
    const { a, b, meet, anna, bram } = two();
    caretIn(anna, 'b1', 6);
    moveSection(bram, 'b', null);
    type(anna, ' x');
    // The server brings the letters along; without one only the caret goes.
    meet();
    type(anna, '!');
    meet();
    expect(said(a)).toEqual(said(b));
    expect(said(a)).toContain('Tweede! alinea.');
  });

  it('goes along with the words that a colleague splits off, and with those that go to the paragraph before', () => {
    const { a, b, meet, anna, bram } = two();
    caretIn(anna, 'b2', 9);
    caretIn(bram, 'b2', 5);
    run(bram, enter);
    meet();
    type(anna, '!');
    meet();
    expect(said(a).slice(3, 6)).toEqual(['Tweede alinea.', 'Derde', ' ali!nea.']);
    caretIn(anna, 'b2', 2);
    caretIn(bram, 'b2', 0);
    run(bram, joinBackward);
    meet();
    type(anna, '?');
    meet();
    expect(said(a).slice(3, 5)).toEqual(['Tweede alinea.De?rde', ' ali!nea.']);
    expect(said(a)).toEqual(said(b));
  });

  it('is not brought back to a paragraph that is gone', () => {
    const { a, meet, anna, bram } = two();
    caretIn(anna, 'b1', 6);
    caretIn(bram, 'b1');
    run(bram, removeHere);
    meet();
    expect(said(a)).not.toContain('Tweede alinea.');
  });
});
