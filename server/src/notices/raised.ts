import type { Notice } from '@draagvlak/procedure';
import type { Register } from '@draagvlak/storage';

const TABLE = 'notice';
/** Older ones make room. */
const MOST = 100;

/** A notice that no fact tells of, such as being named in a margin note on the draft. */
export interface Raised {
  /** The same for the same event, so that it is told once. */
  readonly id: string;
  readonly dossier: string;
  readonly at: string;
  readonly by: string | null;
  readonly notice: Notice;
  /** Path to the place itself. */
  readonly href: string;
}

const keyOf = (person: string, { at, id }: Pick<Raised, 'at' | 'id'>): string => `${person}/${at}/${id}`;

/** Raised notices of one person, oldest first. */
export async function raisedFor(register: Register, person: string): Promise<readonly Raised[]> {
  const rows = await register.list(TABLE, `${person}/`);
  return rows.map(({ value }) => JSON.parse(value) as Raised);
}

export async function keepRaised(register: Register, person: string, raised: Raised): Promise<void> {
  const before = await raisedFor(register, person);
  if (before.some(({ id }) => id === raised.id)) return;
  await register.set(TABLE, keyOf(person, raised), JSON.stringify(raised));
  for (const old of before.slice(0, Math.max(0, before.length + 1 - MOST))) {
    await register.delete(TABLE, keyOf(person, old));
  }
}
