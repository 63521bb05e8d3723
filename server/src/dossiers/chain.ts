import { createHash } from 'node:crypto';
import { canonical } from '@draagvlak/document';
import type { Entry, Fact } from '@draagvlak/procedure';
import type { JournalEntry } from '@draagvlak/storage';

/** What the first entry of a journal names as its predecessor. */
export const GENESIS = '0'.repeat(64);

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

interface Row {
  readonly stream: string;
  readonly version: number;
  readonly at: string;
  readonly by: string | null;
  readonly fact: Fact;
  /** Hash of the entry before this one. */
  readonly previous: string;
}

/** Rows for the store: each holds the hash of the one before, so that none can change, vanish or come in between. */
export function link(
  stream: string,
  after: { readonly version: number; readonly head: string },
  facts: readonly Fact[],
  by: string | null,
  at: string,
): readonly Omit<JournalEntry, 'version'>[] {
  let previous = after.head;
  return facts.map((fact, index) => {
    const text = canonical({ stream, version: after.version + index + 1, at, by, fact, previous } satisfies Row);
    previous = sha256(text);
    return { text, hash: previous };
  });
}

/** A journal that does not follow from itself: somebody changed, removed or added rows behind the server's back. */
export class BrokenChain extends Error {
  override readonly name = 'BrokenChain';
  /** The first version that is wrong. */
  readonly version: number;
  constructor(stream: string, version: number, why: string) {
    super(`journal ${stream} is broken at version ${version}: ${why}`);
    this.version = version;
  }
}

/** Checks rows against the one before them and reads them. Throws {@link BrokenChain}. */
export function unlink(
  stream: string,
  after: { readonly version: number; readonly head: string },
  rows: readonly JournalEntry[],
): readonly Entry[] {
  let { version, head } = after;
  return rows.map(({ version: stored, text, hash }) => {
    version += 1;
    if (stored !== version) throw new BrokenChain(stream, version, `found version ${stored}`);
    if (sha256(text) !== hash) throw new BrokenChain(stream, version, 'its text does not give its hash');
    const row = JSON.parse(text) as Row;
    if (row.stream !== stream || row.version !== version) throw new BrokenChain(stream, version, 'it is not its own');
    if (row.previous !== head) throw new BrokenChain(stream, version, 'it does not follow the one before');
    head = hash;
    return { version, at: row.at, by: row.by, fact: row.fact, hash };
  });
}
