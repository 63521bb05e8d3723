import type { Register } from '@draagvlak/storage';

const TABLE = 'hint';
/** There are a dozen hints; more names than this are nobody's. */
const MOST = 50;

/** Names of the hints that somebody does not want to see again. */
export async function dismissedHints(register: Register, person: string): Promise<readonly string[]> {
  const row = await register.get(TABLE, person);
  return row === null ? [] : (JSON.parse(row) as readonly string[]);
}

/** `null` stands for all hints, which can only be shown again. */
export async function dismissHint(
  register: Register,
  person: string,
  hint: string | null,
  dismissed: boolean,
): Promise<void> {
  const before = await dismissedHints(register, person);
  const others = hint === null ? [] : before.filter((one) => one !== hint);
  const after = dismissed && hint !== null ? [...others, hint].slice(-MOST) : others;
  await register.set(TABLE, person, JSON.stringify(after));
}
