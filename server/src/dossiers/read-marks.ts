import { createHash } from 'node:crypto';
import type { Register } from '@draagvlak/storage';

const TABLE = 'read-mark';

const prefix = (person: string, before: string, after: string) => `${person}/${before}/${after}/`;

/** Keys of the changes this person marked as read in one comparison; nobody else sees them. */
export async function readMarks(
  register: Register,
  person: string,
  before: string,
  after: string,
): Promise<readonly string[]> {
  const rows = await register.list(TABLE, prefix(person, before, after));
  return rows.map(({ value }) => (JSON.parse(value) as { change: string }).change);
}

export async function markRead(
  register: Register,
  person: string,
  mark: { readonly before: string; readonly after: string; readonly change: string; readonly read: boolean },
): Promise<void> {
  const name = createHash('sha256').update(mark.change).digest('hex').slice(0, 32);
  const key = prefix(person, mark.before, mark.after) + name;
  if (mark.read) await register.set(TABLE, key, JSON.stringify({ change: mark.change }));
  else await register.delete(TABLE, key);
}
