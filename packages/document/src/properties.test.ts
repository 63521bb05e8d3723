import fc from 'fast-check';
import { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { yXmlFragmentToProseMirrorRootNode } from 'y-prosemirror';
import * as Y from 'yjs';
import { canonical } from './canonical.ts';
import { columnsOf } from './grid.ts';
import { repairIds } from './identity.ts';
import { type DocumentJson, textBlocks } from './json.ts';
import { flow, listItems } from './lists.ts';
import { outline } from './outline.ts';
import { FRAGMENT, schema } from './schema.ts';
import { applyEdit, arbitraryDocument, arbitraryEdit, counter } from './testing.ts';
import { checkDraft, editDraft, initialUpdate, readDraft } from './yjs/index.ts';

const RUNS = { numRuns: 60 };
const node = (document: DocumentJson) => Node.fromJSON(schema, document);

function idsOf(document: Node): string[] {
  const ids: string[] = [];
  document.descendants((each) => {
    if ('id' in each.attrs) ids.push(each.attrs['id']);
  });
  return ids;
}

/** Every id there is, once; every column one id, its own. */
function expectSoundIds(document: Node): void {
  const ids = idsOf(document);
  expect(ids).not.toContain(null);
  expect(new Set(ids).size).toBe(ids.length);
  const columns: string[] = [];
  document.descendants((each) => {
    if (each.type.name !== 'table') return;
    const byColumn = new Map<number, Set<string>>();
    for (const cell of columnsOf(each).cells)
      byColumn.set(cell.column, (byColumn.get(cell.column) ?? new Set()).add(cell.node.attrs['column']));
    for (const found of byColumn.values()) {
      expect(found.size).toBe(1);
      columns.push(...found);
    }
  });
  expect(new Set(columns).size).toBe(columns.length);
}

describe('any document', () => {
  test('[SCH1] is read back as it was written, by ProseMirror and through Yjs', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        node(document).check();
        expect(node(document).toJSON()).toEqual(document);
        const ydoc = new Y.Doc();
        Y.applyUpdate(ydoc, initialUpdate(document));
        expect(checkDraft(ydoc)).toEqual([]);
        expect(readDraft(ydoc)).toEqual(document);
        expect(yXmlFragmentToProseMirrorRootNode(ydoc.getXmlFragment(FRAGMENT), schema).toJSON()).toEqual(document);
      }),
      RUNS,
    );
  });
  test('[OUT9] has sections that nest and hold everything behind the first heading', () => {
    fc.assert(
      fc.property(arbitraryDocument(30), (document) => {
        const view = outline(document);
        for (const section of view.sections) {
          expect(section.end).toBeGreaterThan(section.start);
          const parent = section.parent === null ? null : view.section(section.parent);
          expect(
            parent === null || (parent !== undefined && parent.start < section.start && section.end <= parent.end),
          ).toBe(true);
        }
        const numbers = view.sections.flatMap(({ number }) => number ?? []);
        expect(new Set(numbers).size).toBe(numbers.length);
        const first = view.sections[0]?.start ?? Number.POSITIVE_INFINITY;
        for (const { block, top } of textBlocks(document))
          expect(view.sectionOf(block.attrs.id ?? '') !== null).toBe(top >= first);
        const eisen = [...textBlocks(document)].flatMap(
          ({ block }) => view.requirementNumber(block.attrs.id ?? '') ?? [],
        );
        expect(new Set(eisen).size).toBe(eisen.length);
      }),
      RUNS,
    );
  });
  test('[LST2] has every item in exactly one list', () => {
    fc.assert(
      fc.property(arbitraryDocument(30), (document) => {
        const items = [...listItems(flow(document.content ?? []))].map((each) => each.block.attrs.id);
        const written = (document.content ?? [])
          .filter((each) => each.type === 'block' && each.attrs.role === 'item')
          .map((each) => each.attrs.id);
        expect(items).toEqual(written);
      }),
      RUNS,
    );
  });
  test('[CAN1] has one canonical text, whatever the order of its members', () => {
    const shuffled = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(shuffled)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .toReversed()
                .map(([name, member]) => [name, shuffled(member)]),
            )
          : value;
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        expect(canonical(shuffled(document))).toBe(canonical(document));
        expect(JSON.parse(canonical(document))).toEqual(document);
      }),
      RUNS,
    );
  });
});

describe('any edits', () => {
  test('[ID8] leave every id there once after the repair, and blocks they do not touch their own', () => {
    fc.assert(
      fc.property(arbitraryDocument(), fc.array(arbitraryEdit, { maxLength: 8 }), (document, edits) => {
        const newId = counter('n');
        let now = node(document);
        for (const edit of edits) {
          const tr = new Transform(now);
          applyEdit(tr, edit);
          const words = tr.doc.textContent;
          repairIds(tr, { newId, before: now, mapping: tr.mapping });
          expect(tr.doc.textContent).toBe(words);
          tr.doc.check();
          expectSoundIds(tr.doc);
          const same = (one: Node) => JSON.stringify(one.toJSON());
          const kept = new Set(now.content.content.map(same));
          const next = new Set(tr.doc.content.content.map(same));
          // One edit changes at most two of the nodes that stood there: a join both of its blocks.
          expect([...kept].filter((each) => !next.has(each)).length).toBeLessThanOrEqual(2);
          now = tr.doc;
        }
      }),
      RUNS,
    );
  });
  test('[YJS9] written to a draft give what they give to the document, and no fault', () => {
    fc.assert(
      fc.property(arbitraryDocument(), fc.array(arbitraryEdit, { maxLength: 8 }), (document, edits) => {
        const ydoc = new Y.Doc();
        Y.applyUpdate(ydoc, initialUpdate(document));
        const newId = counter('n');
        const again = counter('n');
        for (const edit of edits) {
          const tr = new Transform(node(readDraft(ydoc)));
          applyEdit(tr, edit);
          if (tr.steps.length > 0) repairIds(tr, { newId: again, before: tr.before, mapping: tr.mapping });
          editDraft(ydoc, (live) => applyEdit(live, edit), newId);
          expect(readDraft(ydoc)).toEqual(tr.doc.toJSON());
        }
        expect(checkDraft(ydoc)).toEqual([]);
      }),
      RUNS,
    );
  });
  test('[TWO5] by two authors at once converge, are read alike by y-prosemirror, and can be repaired to sound ids', () => {
    fc.assert(
      fc.property(
        arbitraryDocument(),
        fc.array(arbitraryEdit, { maxLength: 4 }),
        fc.array(arbitraryEdit, { maxLength: 4 }),
        (document, mine, theirs) => {
          const first = initialUpdate(document);
          const [a, b] = [new Y.Doc(), new Y.Doc()];
          for (const [draft, edits, prefix] of [
            [a, mine, 'a'],
            [b, theirs, 'c'],
          ] as const) {
            Y.applyUpdate(draft, first);
            const newId = counter(prefix);
            for (const edit of edits) editDraft(draft, (tr) => applyEdit(tr, edit), newId);
          }
          const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
          Y.applyUpdate(a, fromB);
          Y.applyUpdate(b, fromA);
          expect(readDraft(a)).toEqual(readDraft(b));
          expect(checkDraft(a)).toEqual([]);
          const copy = new Y.Doc();
          Y.applyUpdate(copy, Y.encodeStateAsUpdate(a));
          expect(yXmlFragmentToProseMirrorRootNode(copy.getXmlFragment(FRAGMENT), schema).toJSON()).toEqual(
            readDraft(a),
          );
          editDraft(a, (tr) => void repairIds(tr, { newId: counter('r') }), counter('r'));
          expectSoundIds(node(readDraft(a)));
        },
      ),
      RUNS,
    );
  });
});
