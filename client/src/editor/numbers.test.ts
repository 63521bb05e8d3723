// @vitest-environment happy-dom
import { outline, type Outline, sharedJson } from '@draagvlak/document';
import { applyEdit, arbitraryDocument, arbitraryEdit } from '@draagvlak/document/testing';
import fc from 'fast-check';
import { joinBackward } from 'prosemirror-commands';
import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { block, caretIn, doc, draft, edit, heading, pair, run, type } from './testing.ts';
import { derived } from './derived.ts';
import { enter } from './enter.ts';

const open: EditorView[] = [];
const opened = (ydoc: Y.Doc): EditorView => {
  const view = edit(ydoc, { guidanceOf: (slot) => `Over ${slot}.` });
  open.push(view);
  return view;
};
afterEach(() => {
  for (const view of open.splice(0)) view.destroy();
  document.body.replaceChildren();
});

/** All that stands beside the words: numbers, references, lines above requirements, explanations. */
const beside = (view: EditorView): string[] =>
  [...view.dom.querySelectorAll('[data-no], .req-no, .guidance, [role=heading]')].map((one) =>
    [
      one.className,
      one.getAttribute('data-no'),
      one.getAttribute('aria-level'),
      one.className === '' ? null : one.textContent,
    ].join('|'),
  );

/** All that an outline says of the places and numbers in a document. */
function said(of: Outline, within: Node): unknown {
  const ids = new Set<string>();
  within.descendants((node) => void ids.add(node.attrs['id'] as string));
  const numbers = [...ids].map((id) => [
    of.requirementNumber(id),
    of.itemNumber(id),
    of.footnoteNumber(id),
    of.tableNumber(id),
    of.sectionOf(id)?.id,
  ]);
  return { sections: of.sections, numbers, targets: of.targets().map(({ id, number }) => [id, number]) };
}

test('what is shown beside the words follows any edits, one’s own and a colleague’s, as if the text were opened now', () => {
  fc.assert(
    fc.property(
      arbitraryDocument(10),
      fc.array(fc.tuple(arbitraryEdit, fc.boolean()), { maxLength: 5 }),
      (start, edits) => {
        const { a, b, meet } = pair(start);
        const [anna, bram] = [opened(a), opened(b)];
        for (const [one, own] of edits) {
          const view = own ? anna : bram;
          const { tr } = view.state;
          applyEdit(tr, one);
          view.dispatch(tr);
          meet();
          const now = new Y.Doc();
          Y.applyUpdate(now, Y.encodeStateAsUpdate(a));
          const afresh = opened(now);
          expect(afresh.state.doc.eq(anna.state.doc)).toBe(true);
          expect(beside(anna)).toEqual(beside(afresh));
          expect(beside(bram)).toEqual(beside(afresh));
          for (const { state } of [anna, bram])
            expect(said(derived(state).outline, state.doc)).toEqual(said(outline(sharedJson(state.doc)), state.doc));
        }
      },
    ),
    { numRuns: 15 },
  );
}, 60_000);

test('Enter in a paragraph leaves every other block on the page as it is, and numbers what comes behind it', () => {
  const start = doc(
    heading('een', 'Een'),
    block('p', 'De opleiding duurt lang.'),
    block('i1', 'eerst', 'item', { kind: 'ordered' }),
    block('i2', 'dan', 'item', { kind: 'ordered' }),
    block('eis', 'Ten hoogste 12.', 'requirement'),
    heading('twee', 'Twee'),
  );
  const view = opened(draft(start));
  const elements = () => new Map([...view.dom.children].map((one) => [one.getAttribute('data-id'), one]));
  const before = elements();
  caretIn(view, 'p', 5);
  run(view, enter);
  for (const id of ['een', 'i1', 'i2', 'eis', 'twee']) expect(elements().get(id)).toBe(before.get(id));
  caretIn(view, 'i1', 2);
  run(view, enter);
  expect(elements().get('i2')).toBe(before.get('i2'));
  expect(before.get('i2')?.getAttribute('data-no')).toBe('3.');
  caretIn(view, 'p', 0);
  type(view, 'x');
  expect(view.dom.querySelectorAll('.req-no')).toHaveLength(1);
});

test('paragraphs and items that come and go move sections along and leave what is marked as it was', () => {
  const item = (id: string) => block(id, id, 'item', { kind: 'ordered' });
  const start = doc(
    heading('een', 'Een'),
    block('p', 'De opleiding duurt lang.'),
    item('i1'),
    block('q', 'Verder', 'paragraph', { indent: 1 }),
    item('i2'),
    heading('twee', 'Twee'),
    block('eis', 'Ten hoogste 12.', 'requirement'),
  );
  const view = opened(draft(start));
  const agrees = () => {
    const { doc: now } = view.state;
    expect(said(derived(view.state).outline, now)).toEqual(said(outline(sharedJson(now)), now));
  };
  const { marked } = derived(view.state);
  for (const [id, offset] of [
    ['p', 3],
    ['q', 2],
    ['i1', 1],
    ['i2', 0],
    ['i2', 2],
  ] as const) {
    caretIn(view, id, offset);
    run(view, enter);
    agrees();
  }
  caretIn(view, 'q');
  run(view, joinBackward);
  agrees();
  expect(derived(view.state).marked).toBe(marked);
  caretIn(view, 'eis', 3);
  type(view, 'x');
  caretIn(view, 'p', 1);
  run(view, enter);
  // Words of a requirement are its title.
  expect(derived(view.state).outline.target('eis')?.title).toBe('Tenx hoogste 12.');
  caretIn(view, 'eis', 3);
  run(view, enter);
  agrees();
  expect(derived(view.state).marked).not.toBe(marked);
});

test('a line above a requirement stays when the paragraph before it changes, comes or goes', () => {
  const view = opened(draft(doc(block('p', 'Voor.'), block('eis', 'Ten hoogste 12.', 'requirement'))));
  const head = () => [...view.dom.querySelectorAll('.req-no')].map((one) => one.nextElementSibling?.textContent);
  const between = () => (view.state.doc.firstChild as Node).nodeSize;
  caretIn(view, 'p', 2);
  type(view, 'x');
  expect(head()).toEqual(['Ten hoogste 12.']);
  view.dispatch(view.state.tr.insert(between(), view.state.schema.nodes['block']!.create()));
  expect(head()).toEqual(['Ten hoogste 12.']);
  view.dispatch(view.state.tr.delete(0, between()));
  expect(head()).toEqual(['Ten hoogste 12.']);
});
