import { hash } from 'node:crypto';
import { type Followable, type Lists, listChanges, type Update } from '@draagvlak/contract/server';
import { Recent } from './texts.ts';

/** Who reads which view: what one reader got is never compared with what another gets. */
export interface Reader {
  readonly person: string;
  /** The view and what it is of. */
  readonly view: string;
}

/** Prints of a view as it was given: by them it is seen what became different, without keeping the view. */
interface Given {
  readonly state: string;
  readonly parts: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly (readonly [name: string, print: string])[]>;
}

type Unnamed<View extends Followable> = Omit<View, 'state'>;

/** What readers were given last, so that they need to hear only what changed since. */
export interface GivenViews {
  /** The view, under the name by which its reader can ask what changed. */
  give<View extends Followable, Names extends string & keyof View>(
    reader: Reader,
    view: Unnamed<View>,
    lists: Lists<View, Names>,
  ): View;
  /** What changed since a state; all of it when nobody remembers that state: after a start, or long ago. */
  update<View extends Followable, Names extends string & keyof View>(
    reader: Reader,
    view: Unnamed<View>,
    lists: Lists<View, Names>,
    since: string,
  ): Update<View, Names>;
}

/** Readings that are remembered: who reads, and of each the last states, since somebody can have more windows. */
const READERS = 200;
const STATES = 4;

const printOf = (text: string): string => hash('sha256', text, 'base64url').slice(0, 22);

/** Prints what the reader gets, as it is written on the wire. */
function printed<View extends Followable, Names extends string & keyof View>(
  reader: Reader,
  view: Unnamed<View>,
  lists: Lists<View, Names>,
): Given {
  const parts = new Map<string, string>();
  const printedLists = new Map<string, [string, string][]>();
  const whole: string[] = [reader.person, reader.view];
  for (const [name, value] of Object.entries(view)) {
    if (name === 'asOf') continue;
    const nameOf = lists[name as Names] as ((item: unknown) => string) | undefined;
    if (nameOf === undefined) {
      const print = printOf(JSON.stringify(value));
      parts.set(name, print);
      whole.push(name, print);
      continue;
    }
    const items = (value as readonly unknown[]).map((item): [string, string] => [
      nameOf(item),
      printOf(JSON.stringify(item)),
    ]);
    printedLists.set(name, items);
    whole.push(name, ...items.flat());
  }
  return { state: printOf(whole.join(' ')), parts, lists: printedLists };
}

export function createGivenViews(): GivenViews {
  const readers = new Recent<Recent<Given>>(READERS);

  function remember({ person, view }: Reader, given: Given): Recent<Given> {
    const key = `${person} ${view}`;
    const states = readers.get(key) ?? new Recent<Given>(STATES);
    readers.set(key, states);
    states.set(given.state, given);
    return states;
  }

  return {
    give(reader, view, lists) {
      const given = printed(reader, view, lists);
      remember(reader, given);
      return { ...view, state: given.state } as never;
    },
    update<View extends Followable, Names extends string & keyof View>(
      reader: Reader,
      view: Unnamed<View>,
      lists: Lists<View, Names>,
      since: string,
    ): Update<View, Names> {
      const given = printed(reader, view, lists);
      const before = remember(reader, given).get(since);
      const { state } = given;
      if (before === undefined) return { kind: 'all', view: { ...view, state } as unknown as View };
      const changed: Record<string, unknown> = {};
      const parts: Record<string, unknown> = { asOf: view.asOf, state };
      for (const [name, value] of Object.entries(view)) {
        const items = given.lists.get(name);
        if (items === undefined) {
          if (given.parts.get(name) !== before.parts.get(name)) parts[name] = value;
          continue;
        }
        const now = items.map(([item, print], at) => [item, print, (value as readonly unknown[])[at]] as const);
        changed[name] = listChanges(before.lists.get(name) ?? [], now);
      }
      return { kind: 'changes', since, lists: changed, parts } as unknown as Update<View, Names>;
    },
  };
}
