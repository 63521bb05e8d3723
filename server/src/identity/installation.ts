import type { Register } from '@draagvlak/storage';

/** What a data directory is for ever: a demo, or a real installation. Never both. */
export type Kind = 'demo' | 'real';

const TABLE = 'setting';
const KEY = 'installation';

/**
 * The kind of this data directory; `wanted` decides only when nobody chose before. Of two servers that start on the
 * same new directory one chooses.
 */
export async function installationKind(register: Register, wanted: Kind, at: string): Promise<Kind> {
  await register.add(TABLE, KEY, JSON.stringify({ kind: wanted, chosenAt: at }));
  const text = await register.get(TABLE, KEY);
  if (text === null) throw new Error('the installation setting vanished');
  return (JSON.parse(text) as { kind: Kind }).kind;
}
