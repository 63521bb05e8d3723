import { FRAGMENT } from '@draagvlak/document';
import * as Y from 'yjs';

/** Client ids with the first clock that is looked for. */
export type Typed = readonly { readonly client: number; readonly from: number }[];

/** The text of every block that holds letters typed under these client ids from these clocks on, in order. */
export function typedBlocks(doc: Y.Doc, typed: Typed): readonly string[] {
  const from = new Map(typed.map((one) => [one.client, one.from]));
  const blocks: string[] = [];
  const look = (type: Y.XmlFragment | Y.XmlElement): void => {
    for (const child of type.toArray()) {
      if (!(child instanceof Y.XmlElement)) continue;
      if (child.nodeName === 'block') {
        const text = wordsIn(child, from);
        if (text !== null) blocks.push(text);
      } else look(child);
    }
  };
  look(doc.getXmlFragment(FRAGMENT));
  return blocks;
}

/** The words of a block, footnotes included; `null` when nothing in it was typed there. */
function wordsIn(block: Y.XmlElement, from: ReadonlyMap<number, number>): string | null {
  let words = '';
  let mine = false;
  const look = (type: Y.AbstractType<unknown>): void => {
    for (let item = type._start; item !== null; item = item.right) {
      if (item.deleted) continue;
      if (item.content instanceof Y.ContentString) {
        words += item.content.str;
        const first = from.get(item.id.client);
        mine ||= first !== undefined && item.id.clock + item.length > first;
      } else if (item.content instanceof Y.ContentType) look(item.content.type);
    }
  };
  look(block as unknown as Y.AbstractType<unknown>);
  return mine && words.trim() !== '' ? words : null;
}

/** What stands in the way of sending what was left: it belongs to another beginning of this draft. */
export function belongsTo(live: Y.Doc, left: Y.Doc, typed: Typed): boolean {
  const from = new Map(typed.map((one) => [one.client, one.from]));
  for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(left))) {
    // What others typed, and what the server had confirmed of one's own, it still has.
    if (Y.getState(live.store, client) < (from.get(client) ?? clock)) return false;
  }
  return true;
}

/** Whether the live document lacks anything that was left: letters, or deletions. */
export function brings(live: Y.Doc, update: Uint8Array): boolean {
  const { structs, ds } = Y.decodeUpdate(update);
  if (structs.some(({ id, length }) => id.clock + length > Y.getState(live.store, id.client))) return true;
  for (const [client, ranges] of ds.clients) {
    const known = live.store.clients.get(client);
    for (const { clock, len } of ranges) {
      if (known === undefined) return true;
      for (let at = Y.findIndexSS(known, clock); at < known.length; at += 1) {
        const struct = known[at] as Y.Item | Y.GC;
        if (struct.id.clock >= clock + len) break;
        if (!struct.deleted) return true;
      }
    }
  }
  return false;
}
