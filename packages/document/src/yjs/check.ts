import * as Y from 'yjs';
import { FRAGMENT } from '../schema.ts';
import { type Fault, readFragment } from './read.ts';

/** One thing in a draft that the schema does not know. */
export interface DraftFault {
  readonly kind: Fault['kind'];
  readonly name: string;
  /** Id of the block, table or other node it stands in. */
  readonly near: string | null;
  /** What was found, as XML or JSON text, so that it can be kept aside. */
  readonly found: string;
}

function described(fault: Fault): DraftFault {
  const { kind, name, near, type } = fault;
  let found: string;
  if (kind === 'attribute') found = JSON.stringify((type as Y.XmlElement).getAttributes()) ?? '';
  else if (type instanceof Y.XmlText) found = JSON.stringify(type.toDelta());
  else if (type instanceof Y.XmlElement) found = type.toString();
  else found = '';
  return { kind, name, near, found };
}

/**
 * The complete check of a draft against the schema: names, places, attributes and marks. Reads only. Empty means every
 * client can open the draft without y-prosemirror deleting anything from it.
 */
export function checkDraft(ydoc: Y.Doc): readonly DraftFault[] {
  const faults = readFragment(ydoc.getXmlFragment(FRAGMENT)).faults.map(described);
  for (const name of ydoc.share.keys())
    if (name !== FRAGMENT) faults.push({ kind: 'node', name: `root ${name}`, near: null, found: '' });
  return faults;
}

/**
 * Repairs a draft forward: removes what {@link checkDraft} finds in one transaction of its own and gives it back, to be
 * kept aside and reported. Others' text stays: only the offending node, attribute, mark or embed goes. A root other than
 * the document's cannot be removed from a Y.Doc and is emptied.
 */
export function repairDraft(ydoc: Y.Doc, origin: unknown = 'repair'): readonly DraftFault[] {
  const found = checkDraft(ydoc);
  if (found.length === 0) return found;
  ydoc.transact(() => {
    for (const fault of readFragment(ydoc.getXmlFragment(FRAGMENT)).faults) remove(fault);
    for (const [name, type] of ydoc.share) if (name !== FRAGMENT) empty(type);
  }, origin);
  return found;
}

function remove({ kind, name, type }: Fault): void {
  if (type._item === null || type._item.deleted) return;
  if (kind === 'attribute') (type as Y.XmlElement).removeAttribute(name);
  else if (kind === 'node') {
    const parent = type.parent as Y.XmlFragment;
    const index = parent.toArray().indexOf(type as Y.XmlElement);
    if (index >= 0) parent.delete(index, 1);
  } else {
    const text = type as Y.XmlText;
    if (kind === 'mark') text.format(0, text.length, { [name]: null });
    else removeEmbeds(text);
  }
}

function removeEmbeds(text: Y.XmlText): void {
  let index = 0;
  for (const part of text.toDelta() as { insert: unknown }[]) {
    if (typeof part.insert === 'string') index += part.insert.length;
    else text.delete(index, 1);
  }
}

function empty(type: NonNullable<ReturnType<Y.Doc['share']['get']>>): void {
  // A root that was only ever received has no class yet; its sequence and its map are emptied item by item.
  const transaction = type.doc?._transaction;
  if (!transaction) return;
  for (let item = type._start; item; item = item.right) if (!item.deleted) item.delete(transaction);
  for (const item of type._map.values()) if (!item.deleted) item.delete(transaction);
}
