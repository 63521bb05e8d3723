/** A view that can be kept up with what changed in it. */
export interface Followable {
  /** The state of the dossier that this was read from, as the news of the dossier counts them. */
  readonly asOf: number;
  /** Name of exactly this content as who asks got it; hand it back to hear only what changed since. */
  readonly state: string;
}

/** What became of a list of things with a name. */
export interface ListChanges<Item> {
  /** Names of what is no longer there, or stands elsewhere. */
  readonly gone: readonly string[];
  /** What is new, different or elsewhere, in the order of the list, each with its place in it. */
  readonly put: readonly { readonly at: number; readonly item: Item }[];
}

/** The lists of a view of which only what changed is sent, each with the name of an item. */
export type Lists<View, Names extends keyof View> = {
  readonly [Name in Names]: View[Name] extends readonly (infer Item)[] ? (item: Item) => string : never;
};

/** From one reading of a view to a later one, for the same reader. */
export interface Changes<View extends Followable, Names extends keyof View> {
  readonly kind: 'changes';
  /** State that these are changes to. */
  readonly since: string;
  readonly lists: {
    readonly [Name in Names]: View[Name] extends readonly (infer Item)[] ? ListChanges<Item> : never;
  };
  /** The other parts that are different, as they are now. */
  readonly parts: Followable & Partial<Omit<View, Names | keyof Followable>>;
}

/** What somebody who has a view gets: what changed in it, or all where the server cannot tell that. */
export type Update<View extends Followable, Names extends keyof View> =
  | Changes<View, Names>
  | { readonly kind: 'all'; readonly view: View };

/**
 * From a list, known by the names of its items and a print of each, to the list as it is now. What stays and does not
 * change is not named, unless its order changed or names are not unique: then everything is.
 */
export function listChanges<Item>(
  before: readonly (readonly [name: string, print: string])[],
  now: readonly (readonly [name: string, print: string, item: Item])[],
): ListChanges<Item> {
  const prints = new Map(before);
  const names = new Set(now.map(([name]) => name));
  const stays = now.flatMap(([name]) => (prints.has(name) ? [name] : []));
  const stayed = before.flatMap(([name]) => (names.has(name) ? [name] : []));
  const inOrder =
    prints.size === before.length && names.size === now.length && stays.every((name, at) => name === stayed[at]);
  return {
    gone: [...prints.keys()].filter((name) => !inOrder || !names.has(name)),
    put: now.flatMap(([name, print, item], at) => (inOrder && prints.get(name) === print ? [] : [{ at, item }])),
  };
}

/** The list after the changes; the same list when there are none, and the same items where they did not change. */
export function withListChanges<Item>(
  list: readonly Item[],
  { gone, put }: ListChanges<Item>,
  nameOf: (item: Item) => string,
): readonly Item[] {
  if (gone.length === 0 && put.length === 0) return list;
  const away = new Set([...gone, ...put.map(({ item }) => nameOf(item))]);
  const next = list.filter((item) => !away.has(nameOf(item)));
  const rest = next[Symbol.iterator]();
  const all: Item[] = [];
  for (const { at, item } of put) {
    while (all.length < at) {
      const { value, done } = rest.next();
      if (done === true) break;
      all.push(value);
    }
    all.push(item);
  }
  all.push(...rest);
  return all;
}

/** The view after the changes; `null` when they are changes to another state than this one. */
export function withChanges<View extends Followable, Names extends keyof View>(
  view: View,
  changes: Changes<View, Names>,
  lists: Lists<View, Names>,
): View | null {
  if (changes.since !== view.state) return null;
  const next: Record<PropertyKey, unknown> = { ...view, ...changes.parts };
  for (const name in lists) {
    const before = view[name] as unknown as readonly unknown[];
    const change = changes.lists[name] as unknown as ListChanges<unknown>;
    next[name] = withListChanges(before, change, lists[name] as unknown as (item: unknown) => string);
  }
  return next as unknown as View;
}
