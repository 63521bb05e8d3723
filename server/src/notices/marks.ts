import { type Topic, TOPICS } from '@draagvlak/procedure';
import type { Register } from '@draagvlak/storage';

const MARKS = 'notice-mark';
const SETTINGS = 'notice-setting';

/** How far somebody read: everything up to a moment, and some of what came after it. */
export interface Mark {
  /** ISO instant; empty before the first reading. */
  readonly upTo: string;
  readonly ids: readonly string[];
}

export async function markOf(register: Register, person: string): Promise<Mark> {
  const row = await register.get(MARKS, person);
  return row === null ? { upTo: '', ids: [] } : (JSON.parse(row) as Mark);
}

export const isRead = ({ upTo, ids }: Mark, { id, at }: { readonly id: string; readonly at: string }): boolean =>
  at <= upTo || ids.includes(id);

/** Adds to what was read. A reading that arrives late never takes a later one back. */
export async function addRead(register: Register, person: string, read: Mark): Promise<void> {
  const before = await markOf(register, person);
  const mark: Mark = {
    upTo: read.upTo > before.upTo ? read.upTo : before.upTo,
    ids: [...new Set([...before.ids, ...read.ids])],
  };
  await register.set(MARKS, person, JSON.stringify(mark));
}

/** Forgets the ids that the moment covers, so that the row stays small. */
export async function tidy(
  register: Register,
  person: string,
  all: readonly { readonly id: string; readonly at: string }[],
): Promise<void> {
  const mark = await markOf(register, person);
  const oldestFirst = all.toSorted((one, other) => (one.at < other.at ? -1 : 1));
  const firstUnread = oldestFirst.findIndex((one) => !isRead(mark, one));
  const covered = firstUnread < 0 ? oldestFirst : oldestFirst.slice(0, firstUnread);
  const limit = oldestFirst[firstUnread]?.at;
  // what happened in the same millisecond as something unread is not covered by a moment
  const upTo = covered.findLast(({ at }) => limit === undefined || at < limit)?.at ?? mark.upTo;
  const later = new Set(all.filter(({ at }) => at > upTo).map(({ id }) => id));
  const ids = mark.ids.filter((id) => later.has(id));
  if (ids.length < mark.ids.length || upTo > mark.upTo) {
    await register.set(
      MARKS,
      person,
      JSON.stringify({ upTo: upTo > mark.upTo ? upTo : mark.upTo, ids } satisfies Mark),
    );
  }
}

/** Topics that this person wants no notices of in the app. */
export async function silenced(register: Register, person: string): Promise<ReadonlySet<Topic>> {
  const row = await register.get(SETTINGS, person);
  if (row === null) return new Set();
  const off = (JSON.parse(row) as { readonly app: readonly string[] }).app;
  return new Set(TOPICS.filter((topic) => off.includes(topic)));
}

export async function silence(register: Register, person: string, off: ReadonlySet<Topic>): Promise<void> {
  await register.set(SETTINGS, person, JSON.stringify({ app: [...off] }));
}
