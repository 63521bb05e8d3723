import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { applyEdit, arbitraryDocument, arbitraryEdit } from './arbitrary.ts';
import { definitionsOf } from './definitions.ts';
import { repairIds } from './identity.ts';
import type { DocumentJson } from './json.ts';
import { outline } from './outline.ts';
import { lostReferences } from './references.ts';
import { schema } from './schema.ts';
import { sharedJson } from './shared-json.ts';
import { Stock } from './stock.ts';
import { counter } from './testing.ts';
import { factsOf } from './top-facts.ts';

/** The same document with no node that anybody has seen before. */
const afresh = (document: DocumentJson): DocumentJson => structuredClone(document);

/** Everything an outline can say. */
function said(document: DocumentJson) {
  const view = outline(document);
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
          expect(kept.doc.toJSON()).toEqual(whole.doc.toJSON());
          now = kept.doc;
        }
      }),
      { numRuns: 150 },
    );
  });
});
