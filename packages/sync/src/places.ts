import * as Y from 'yjs';

/** Where a struct stands: in which kind of parent, how deep, and under which attribute name, if any. */
export interface Place {
  readonly parent: 'root' | 'element' | 'text';
  /** Node name of a parent element. */
  readonly name: string;
  /** Elements around it, counted from the root. */
  readonly depth: number;
  readonly attribute: string | null;
}

/** `gone`: the parent was deleted and thrown away; `cycle`, `deep`, `stranger`: can never be accepted. */
export type Placing = Place | 'gone' | 'cycle' | 'deep' | 'stranger';

/**
 * Finds where structs of an update would stand, through the update itself and the live document, without applying
 * anything. Needed because an item with a neighbour carries no parent of its own: Yjs copies it from the neighbour.
 */
export class Places {
  readonly #doc: Y.Doc;
  readonly #root: string;
  readonly #maxDepth: number;
  readonly #runs: ReadonlyMap<number, readonly Y.Item[]>;
  readonly #known = new Map<Y.Item, Placing>();

  /** @param runs items of the update per client, in order of clock */
  constructor(doc: Y.Doc, root: string, maxDepth: number, runs: ReadonlyMap<number, readonly Y.Item[]>) {
    this.#doc = doc;
    this.#root = root;
    this.#maxDepth = maxDepth;
    this.#runs = runs;
  }

  /** Every id that the item refers to has to be in the update or in the document. */
  of(item: Y.Item): Placing {
    return this.#of(item, 0);
  }

  #of(start: Y.Item, nesting: number): Placing {
    if (nesting > this.#maxDepth) return 'deep';
    // Neighbour to neighbour in a loop, not by recursion: a long text is a long chain.
    const chain = new Set<Y.Item>();
    let placing: Placing | null = null;
    for (let item = start; placing === null;) {
      const known = this.#known.get(item);
      if (known !== undefined) placing = known;
      else if (chain.has(item)) placing = 'cycle';
      else {
        chain.add(item);
        const next = this.#step(item, nesting);
        if (next instanceof Y.Item) item = next;
        else placing = next;
      }
    }
    for (const item of chain) this.#known.set(item, placing);
    return placing;
  }

  /** Where the item stands, or the item of the update that stands in the same place. */
  #step(item: Y.Item, nesting: number): Placing | Y.Item {
    if (item.parent !== null) return this.#explicit(item, nesting);
    const neighbours = [item.origin, item.rightOrigin].filter((id) => id !== null);
    const found = neighbours.map((id) => this.#find(id));
    if (found.includes('gone')) return 'gone';
    const neighbour = found[0];
    if (neighbour === undefined || neighbour === 'gone') return 'stranger';
    return neighbour.live ? this.#livePlace(neighbour.item) : neighbour.item;
  }

  #explicit(item: Y.Item, nesting: number): Placing {
    const parent = item.parent as unknown;
    const attribute = item.parentSub;
    if (typeof parent === 'string') {
      return parent === this.#root ? { parent: 'root', name: '', depth: 0, attribute } : 'stranger';
    }
    const found = this.#find(parent as Y.ID);
    if (found === 'gone') return 'gone';
    const around = found.live ? this.#livePlace(found.item) : this.#of(found.item, nesting + 1);
    if (typeof around === 'string') return around;
    if (!(found.item.content instanceof Y.ContentType)) {
      // A deleted parent that is not thrown away yet keeps its item, but no longer its type.
      return found.item.content instanceof Y.ContentDeleted ? 'gone' : 'stranger';
    }
    return within(found.item.content.type, around.depth, attribute);
  }

  #livePlace(item: Y.Item): Placing {
    const parent = item.parent;
    if (parent === null || !(parent instanceof Y.AbstractType)) return 'gone';
    let depth = 0;
    let type: Y.AbstractType<unknown> = parent;
    for (let holder = type._item; holder !== null; holder = type._item) {
      depth += 1;
      if (!(holder.parent instanceof Y.AbstractType)) return 'gone';
      type = holder.parent;
    }
    if (type !== this.#doc.share.get(this.#root)) return 'stranger';
    if (parent === type) return { parent: 'root', name: '', depth: 0, attribute: item.parentSub };
    return within(parent, depth - 1, item.parentSub);
  }

  #find(id: Y.ID): { readonly item: Y.Item; readonly live: boolean } | 'gone' {
    if (id.clock < Y.getState(this.#doc.store, id.client)) {
      const item: Y.Item | Y.GC = Y.getItem(this.#doc.store, id);
      return item instanceof Y.Item ? { item, live: true } : 'gone';
    }
    const run = this.#runs.get(id.client) ?? [];
    let low = 0;
    let high = run.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const item = run[middle] as Y.Item;
      if (id.clock < item.id.clock) high = middle - 1;
      else if (id.clock >= item.id.clock + item.length) low = middle + 1;
      else return { item, live: false };
    }
    // Within the update, but a struct without content: a piece the sender threw away.
    return 'gone';
  }
}

function within(type: Y.AbstractType<unknown>, outside: number, attribute: string | null): Placing {
  if (type instanceof Y.XmlElement) return { parent: 'element', name: type.nodeName, depth: outside + 1, attribute };
  if (type instanceof Y.XmlText) return { parent: 'text', name: '', depth: outside + 1, attribute };
  return 'stranger';
}
