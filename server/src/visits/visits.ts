import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ClockMap } from '@draagvlak/attribution';
import type { DocumentJson } from '@draagvlak/document';
import type { Register } from '@draagvlak/storage';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** The text as somebody last saw it. */
export interface Visit {
  /** ISO instant, UTC. */
  readonly at: string;
  readonly document: DocumentJson;
  readonly clocks: ClockMap;
}

/**
 * When each person was last in a draft, and what it said then. One row per person and draft, replaced every time; only
 * its own person gets to see it.
 */
export interface Visits {
  /** `key` changes when the text does. */
  last(draft: string, person: string): Promise<(Visit & { readonly key: string }) | null>;
  note(draft: string, person: string, visit: Visit): Promise<void>;
  /** Throws away what is too old (`now`: ISO instant, UTC) and what is of people who may not read the draft any more. */
  tidy(draft: string, now: string, mayRead: (person: string) => boolean): Promise<void>;
}

interface Row {
  readonly at: string;
  /** Document and clocks as JSON, gzip, base64: a draft of forty pages is some forty kilobytes. */
  readonly text: string;
}

const TABLE = 'draft-visit';
/** Bytes of a row above which nothing is kept; no draft comes near. */
const MOST = 4 << 20;
/** Days after which somebody who comes back starts afresh. */
export const VISIT_DAYS = 120;

export function createVisits(register: Register): Visits {
  const key = (draft: string, person: string) => `${draft}/${person}`;
  return {
    async last(draft, person) {
      const row = await register.get(TABLE, key(draft, person));
      if (row === null) return null;
      const { at, text } = JSON.parse(row) as Row;
      const json = (await unpack(Buffer.from(text, 'base64'))).toString('utf8');
      const { document, clocks } = JSON.parse(json) as Omit<Visit, 'at'>;
      return { at, document, clocks, key: createHash('sha256').update(text).digest('hex') };
    },
    async note(draft, person, { at, document, clocks }) {
      const text = (await pack(JSON.stringify({ document, clocks }))).toString('base64');
      if (text.length > MOST) return register.delete(TABLE, key(draft, person));
      await register.set(TABLE, key(draft, person), JSON.stringify({ at, text } satisfies Row));
    },
    async tidy(draft, now, mayRead) {
      const oldest = Date.parse(now) - VISIT_DAYS * 86_400_000;
      for (const row of await register.list(TABLE, `${draft}/`)) {
        const person = row.key.slice(draft.length + 1);
        const { at } = JSON.parse(row.value) as Row;
        if (Date.parse(at) < oldest || !mayRead(person)) await register.delete(TABLE, row.key);
      }
    },
  };
}
