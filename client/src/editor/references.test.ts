// @vitest-environment happy-dom
import { type DocumentJson, lostReferences } from '@draagvlak/document';
import { readDraft } from '@draagvlak/document/yjs';
import { nl } from '@draagvlak/wording';
import { NodeSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { afterEach, describe, expect, it } from 'vitest';
import { setBlockType } from './block-commands.ts';
import { derived } from './derived.ts';
import { moveSectionBy } from './move.ts';
import { canRefer, followReference, insertReference, referenceAtCaret, removeReference } from './references.ts';
import { matching } from './reference-matching.ts';
import { setCaption } from './table-headers.ts';
import { block, caretIn, doc, draft, edit, heading, run, words } from './testing.ts';

const cell = (id: string) => ({
  type: 'cell',
  attrs: { id, column: `${id}k`, header: false, colspan: 1, rowspan: 1, colwidth: null },
  content: [block(`${id}b`, 'x')],
});
const START = doc(
  heading('duur', 'Duur'),
  block('acht', 'De opleiding duurt 8 uur.', 'requirement'),
  heading('groep', 'Groepsgrootte'),
  block('twaalf', 'Ten hoogste 12 deelnemers.', 'requirement'),
  block('samen', 'Dat staat in'),
  block('docent', 'Wie lesgeeft.', 'definition', { term: 'Docent' }),
  {
    type: 'table',
    attrs: { id: 'uren', caption: null },
    content: [{ type: 'row', attrs: { id: 'r' }, content: [cell('c')] }],
  },
  block('leeg', ''),
);

const open: EditorView[] = [];
const start = (document: DocumentJson = START) => {
  const ydoc = draft(document);
  const view = edit(ydoc);
  open.push(view);
  return { ydoc, view };
};
afterEach(() => {
  for (const view of open.splice(0)) view.destroy();
  document.body.replaceChildren();
});
const labels = (view: EditorView) =>
  [...view.dom.querySelectorAll('[data-reference]')].map((one) => one.getAttribute('data-no'));

describe('a reference in a draft', () => {
  it('says the number of now, and follows when things move; the words around it are never rewritten', () => {
    const { view } = start();
    caretIn(view, 'samen', 12);
    run(view, insertReference('twaalf'));
    expect(words(view, 'samen')).toBe('Dat staat in ');
    expect(labels(view)).toEqual(['eis 2.1']);
    moveSectionBy(view, 'groep', -1);
    expect(labels(view)).toEqual(['eis 1.1']);
  });

  it('stands with a capital at the start of a paragraph, and says what is no longer there', () => {
    const { view, ydoc } = start();
    caretIn(view, 'leeg');
    run(view, insertReference('acht'));
    expect(labels(view)).toEqual(['Eis 1.1']);
    caretIn(view, 'acht');
    run(view, setBlockType('text'));
    expect(labels(view)).toEqual([nl.writing.editor.lostReference]);
    expect(view.dom.querySelector('.lost-reference')).not.toBeNull();
    const { outline } = derived(view.state);
    expect(lostReferences(readDraft(ydoc), outline)).toMatchObject([{ target: 'acht', block: 'leeg' }]);
  });

  it('names a definition, and a table by the number that its title gives it', () => {
    const { view } = start();
    caretIn(view, 'samen', 12);
    run(view, insertReference('uren'));
    run(view, insertReference('docent'));
    expect(labels(view)).toEqual(['de tabel in hoofdstuk 2', 'het begrip ‘Docent’']);
    run(view, setCaption('uren', 'Uren per onderdeel'));
    expect(labels(view)[0]).toBe('tabel 1');
  });

  it('can be pointed elsewhere, followed and taken away from where the caret is', () => {
    const { view } = start();
    caretIn(view, 'samen', 12);
    run(view, insertReference('twaalf'));
    expect(referenceAtCaret(view.state)).toBe('twaalf');
    const at = view.state.selection.from - 1;
    view.dispatch(view.state.tr.setSelection(NodeSelection.create(view.state.doc, at)));
    run(view, insertReference('groep'));
    expect(labels(view)).toEqual(['hoofdstuk 2']);
    run(view, followReference);
    expect(view.state.selection.$from.parent.attrs['id']).toBe('groep');
    caretIn(view, 'samen', 14);
    expect(run(view, removeReference)).toBe(true);
    expect(labels(view)).toEqual([]);
  });

  it('has no place in a footnote', () => {
    const { view } = start(
      doc({
        ...block('met', ''),
        content: [{ type: 'footnote', attrs: { id: 'v' }, content: [{ type: 'text', text: 'noot' }] }],
      }),
    );
    caretIn(view, 'v', 2);
    expect(canRefer(view.state)).toBe(false);
    expect(run(view, insertReference('met'))).toBe(false);
  });
});

describe('looking for what to refer to', () => {
  const found = (typed: string) => {
    const { view } = start();
    const name = (target: Parameters<typeof nl.document.reference>[0]) => nl.document.reference(target, 'x');
    return matching(derived(view.state).outline.targets(), typed, name).map(({ id }) => id);
  };

  it('answers to a number first, to a kind, and to words without capitals and accents', () => {
    expect(found('2')).toEqual(['groep', 'twaalf', 'uren']);
    expect(found('eis')).toEqual(['acht', 'twaalf']);
    expect(found('eis 2.1')).toEqual(['twaalf']);
    expect(found('GROEPS')).toEqual(['groep']);
    expect(found('')).toHaveLength(6);
    expect(found('bestaat niet')).toEqual([]);
  });
});
