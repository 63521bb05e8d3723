import { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { updateYFragment } from 'y-prosemirror';
import * as Y from 'yjs';
import { repairIds } from '../identity.ts';
import type { DocumentJson } from '../json.ts';
import { FRAGMENT, schema } from '../schema.ts';
import { readFragment } from './read.ts';

/**
 * The draft as it stands, as plain data. Only reads: what the schema does not know is left out of the answer and stays
 * in the draft (`checkDraft` reports it). y-prosemirror's own conversion deletes such content, so it never runs on a
 * live draft.
 */
export function readDraft(ydoc: Y.Doc): DocumentJson {
  return readNode(ydoc).toJSON() as DocumentJson;
}

/** {@link readDraft} as a ProseMirror node. */
export function readNode(ydoc: Y.Doc): Node {
  return readFragment(ydoc.getXmlFragment(FRAGMENT)).node;
}

/** The first state of a draft, as one Yjs update. Only the server makes it, once. */
export function initialUpdate(document: DocumentJson): Uint8Array {
  const ydoc = new Y.Doc();
  const node = Node.fromJSON(schema, document);
  node.check();
  updateYFragment(ydoc, ydoc.getXmlFragment(FRAGMENT), node, { mapping: new Map(), isOMark: new Map() });
  const update = Y.encodeStateAsUpdate(ydoc);
  ydoc.destroy();
  return update;
}

/**
 * Edits the draft in one Yjs transaction: blocks that the edit leaves alone keep their Yjs items, a changed block keeps
 * its element and the text outside the change. Ids are repaired in the same transaction. An edit without steps writes
 * nothing.
 *
 * @param origin origin of the Yjs transaction, as update listeners see it
 * @throws what `edit` throws, and RangeError when the draft holds content the schema does not know (repair it first);
 *   nothing is written then
 */
export function editDraft(
  ydoc: Y.Doc,
  edit: (tr: Transform) => void,
  newId: () => string,
  origin: unknown = 'edit',
): void {
  const fragment = ydoc.getXmlFragment(FRAGMENT);
  const { node: before, mapping, faults } = readFragment(fragment);
  if (faults.some((fault) => fault.kind === 'node' || fault.kind === 'text'))
    throw new RangeError('the draft holds content that the schema does not know');
  const tr = new Transform(before);
  edit(tr);
  if (tr.steps.length === 0) return;
  repairIds(tr, { newId, before, mapping: tr.mapping });
  tr.doc.check();
  const meta = { mapping, isOMark: new Map() };
  ydoc.transact(() => {
    // Step by step: told of two changes at once, y-prosemirror rewrites all that stands between them.
    for (const state of [...tr.docs.slice(1), tr.doc]) updateYFragment(ydoc, fragment, state, meta);
  }, origin);
}
