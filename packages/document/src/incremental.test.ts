import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { applyEdit, arbitraryDocument, arbitraryEdit } from './arbitrary.ts';
import { definitionsOf } from './definitions.ts';
import { repairIds } from './identity.ts';
import { type DocumentJson, PLAIN_BLOCK, type TopJson } from './json.ts';
import { outline, outlineAfter } from './outline.ts';
import { lostReferences } from './references.ts';
import { schema } from './schema.ts';
import { sharedJson } from './shared-json.ts';
import { Stock } from './stock.ts';
import { counter } from './testing.ts';
import { factsOf } from './top-facts.ts';

/** The same document with no node that anybody has seen before. */
const afresh = (document: DocumentJson): DocumentJson => structuredClone(document);

/** Everything an outline can say. */
function said(document: DocumentJson, view = outline(document)) {
  const ids = [...new Set((document.content ?? []).flatMap((node) => factsOf(node).ids)), 'nowhere'];
  return {
    sections: view.sections,
    targets: view.targets(),
    definitions: definitionsOf(document, view),
    lost: lostReferences(document, view),
    byId: ids.map((id) => ({
      id,
      home: view.sectionOf(id),
      numbers: [view.requirementNumber(id), view.itemNumber(id), view.footnoteNumber(id), view.tableNumber(id)],
      target: view.target(id),
    })),
  };
}

const repaired = (before: Node, now: Node, newId: () => string, mapping: Transform['mapping'], stock = new Stock()) => {
  const tr = new Transform(now);
  const renamed = repairIds(tr, { newId, before, mapping, stock });
  return { doc: tr.doc, renamed };
};

describe('after any edits, what is worked out from the nodes that are new', () => {
  test('[OUT10] is what an outline of the whole document says', () => {
    fc.assert(
      fc.property(arbitraryDocument(20), fc.array(arbitraryEdit, { maxLength: 12 }), (document, edits) => {
        const newId = counter('n');
        let now = schema.nodeFromJSON(document);
        for (const edit of edits) {
          const tr = new Transform(now);
          applyEdit(tr, edit);
          // Also between an edit and its repair, when ids are lacking or stand twice.
          const between = sharedJson(tr.doc);
          expect(said(between)).toEqual(said(afresh(between)));
          const { doc } = repaired(now, tr.doc, newId, tr.mapping);
          const after = sharedJson(doc);
          expect(after).toEqual(doc.toJSON());
          expect(said(after)).toEqual(said(afresh(after)));
          now = doc;
        }
      }),
      { numRuns: 150 },
    );
  });

  test('[OUT11] is the earlier outline, moved along, where only paragraphs and items came or went', () => {
    const indent = fc.integer({ min: 0, max: 2 });
    const plain = fc.oneof(
      fc.record({ indent }),
      fc.record({ role: fc.constant('item' as const), kind: fc.constantFrom('ordered', 'bullet'), indent }),
    );
    const counts = (node: TopJson) =>
      node.type !== 'block' || node.attrs.role === 'heading' || factsOf(node).marked.length > 0;
    fc.assert(
      fc.property(
        arbitraryDocument(20),
        fc.nat(),
        fc.nat(4),
        fc.array(plain, { maxLength: 3 }),
        (document, at, length, blocks) => {
          const before = document.content ?? [];
          const start = at % (before.length + 1);
          const next = before.slice(start, start + length).findIndex(counts);
          const beforeEnd = Math.min(before.length, start + (next < 0 ? length : next));
          const fresh = blocks.map((attrs, index): TopJson => ({
            type: 'block',
            attrs: { ...PLAIN_BLOCK, ...attrs, id: `n${index}` } as never,
          }));
          const after = { ...document, content: [...before.slice(0, start), ...fresh, ...before.slice(beforeEnd)] };
          const changed = [...before.slice(start, beforeEnd), ...fresh].map((node) =>
            node.type === 'block' && node.attrs.role !== 'item' ? node.attrs.indent : NaN,
          );
          const listsStay =
            start < beforeEnd && fresh.length > 0 && new Set(changed).size === 1 && !isNaN(changed[0] ?? NaN);
          const change = { start, beforeEnd, afterEnd: start + fresh.length, listsStay };
          const moved = outlineAfter(outline(document), change, () => after);
          expect(said(after, moved)).toEqual(said(afresh(after)));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('[ID9] is the repair that the whole document needs', () => {
    fc.assert(
      fc.property(arbitraryDocument(20), fc.array(arbitraryEdit, { maxLength: 12 }), (document, edits) => {
        const [newId, again] = [counter('n'), counter('n')];
        const stock = new Stock();
        let now = schema.nodeFromJSON(document);
        for (const edit of edits) {
          const tr = new Transform(now);
          applyEdit(tr, edit);
          const kept = repaired(now, tr.doc, newId, tr.mapping, stock);
          const [before, after] = [now, tr.doc].map((one) => schema.nodeFromJSON(one.toJSON())) as [Node, Node];
          const whole = repaired(before, after, again, tr.mapping);
          expect(kept.renamed).toEqual(whole.renamed);
          const [followed, anew] = [stock.take(kept.doc), new Stock().take(kept.doc)];
          for (const of of ['ids', 'columns', 'lacking', 'unsound'] as const)
            expect([followed[of].size, followed[of].repeated.size]).toEqual([anew[of].size, anew[of].repeated.size]);
          expect(kept.doc.toJSON()).toEqual(whole.doc.toJSON());
          now = kept.doc;
        }
      }),
      { numRuns: 150 },
    );
  });
});
