import * as Y from 'yjs';

/** Text that nobody will see, under the client id that typed it. */
export interface Lost {
  readonly client: number;
  readonly text: string;
  /** `id` attribute of the nearest element it stood in. */
  readonly block: string | null;
}

/**
 * Watches what one update deletes beyond what its sender asked for: text the sender had never seen, in a part that the
 * sender deleted or moved; and text the sender typed in a part that somebody else had deleted. Yjs lists in an update
 * every deleted clock the sender knew, so whatever else goes, goes unseen.
 *
 * @param update what was asked; `null` when nobody asked for anything, so that all that goes is lost
 */
export function watchLost(doc: Y.Doc, update: Uint8Array | null, act: () => void): readonly Lost[] {
  let asked: ReturnType<typeof Y.decodeUpdate>['ds']['clients'] | null = update === null ? new Map() : null;
  const lost: Lost[] = [];
  const listen = (transaction: Y.Transaction): void => {
    if (transaction.deleteSet.clients.size === 0) return;
    asked ??= Y.decodeUpdate(update ?? new Uint8Array()).ds.clients;
    for (const [client, ranges] of transaction.deleteSet.clients) {
      for (const { clock, len } of ranges) {
        // Most deletions are asked for as a whole.
        const wanted = asked.get(client) ?? [];
        if (wanted.some((range) => range.clock <= clock && clock + len <= range.clock + range.len)) continue;
        collect(transaction, client, clock, len, wanted, lost);
      }
    }
  };
  doc.on('afterTransaction', listen);
  try {
    act();
  } finally {
    doc.off('afterTransaction', listen);
  }
  return joined(lost);
}

function collect(
  transaction: Y.Transaction,
  client: number,
  clock: number,
  length: number,
  wanted: readonly { readonly clock: number; readonly len: number }[],
  lost: Lost[],
): void {
  const structs = transaction.doc.store.clients.get(client) ?? [];
  for (let at = Y.findIndexSS(structs, clock); at < structs.length; at += 1) {
    const struct = structs[at] as Y.Item | Y.GC;
    if (struct.id.clock >= clock + length) return;
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
    let text = '';
    for (let unit = 0; unit < struct.length; unit += 1) {
      const here = struct.id.clock + unit;
      if (here < clock || here >= clock + length) continue;
      if (wanted.some((range) => range.clock <= here && here < range.clock + range.len)) continue;
      text += struct.content.str[unit];
    }
    if (text !== '') lost.push({ client, text, block: blockOf(struct) });
  }
}

/** Deleted content is still readable here: Yjs throws it away only after its observers were called. */
function blockOf(item: Y.Item): string | null {
  let holder: Y.Item | null = item;
  while (holder !== null && holder.parent instanceof Y.AbstractType) {
    holder = (holder.parent as Y.AbstractType<unknown>)._item;
    const content = holder?.content;
    if (!(content instanceof Y.ContentType)) continue;
    const id = content.type._map.get('id')?.content;
    const value: unknown = id instanceof Y.ContentAny ? id.arr.at(-1) : null;
    if (typeof value === 'string') return value;
  }
  return null;
}

/** Neighbouring pieces of one writer in one block are one text. */
function joined(pieces: readonly Lost[]): readonly Lost[] {
  const texts: Lost[] = [];
  for (const piece of pieces) {
    const last = texts.at(-1);
    if (last && last.client === piece.client && last.block === piece.block) {
      texts[texts.length - 1] = { ...last, text: last.text + piece.text };
    } else texts.push(piece);
  }
  return texts;
}
