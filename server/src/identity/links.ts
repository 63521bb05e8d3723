import type { Register } from '@draagvlak/storage';
import { hashToken, newToken } from './sessions.ts';

/** A link that works once: it makes the first account, or signs somebody in. Stored only as a hash. */
export interface Links {
  /** Replaces an earlier set-up link. */
  setUp(): Promise<string>;
  signIn(person: string): Promise<string>;
  /** What the code is for, without using it up. */
  look(code: string): Promise<Purpose | null>;
  /** Uses the code up; of two at once one gets it. */
  take(code: string): Promise<Purpose | null>;
}

export type Purpose = { readonly kind: 'set-up' } | { readonly kind: 'sign-in'; readonly person: string };

interface Row {
  readonly purpose: Purpose;
  readonly expires: string;
}

const TABLE = 'link';
const DAY = 24 * 3_600_000;
const SET_UP = 30 * DAY;
const SIGN_IN = 7 * DAY;

export function createLinks(register: Register, clock: () => number): Links {
  async function make(purpose: Purpose, life: number): Promise<string> {
    const code = newToken();
    const row: Row = { purpose, expires: new Date(clock() + life).toISOString() };
    await register.set(TABLE, hashToken(code), JSON.stringify(row));
    return code;
  }
  async function look(code: string): Promise<Purpose | null> {
    const text = /^[\w-]{43}$/.test(code) ? await register.get(TABLE, hashToken(code)) : null;
    if (text === null) return null;
    const row = JSON.parse(text) as Row;
    return Date.parse(row.expires) > clock() ? row.purpose : null;
  }
  return {
    async setUp() {
      for (const { key, value } of await register.list(TABLE)) {
        if ((JSON.parse(value) as Row).purpose.kind === 'set-up') await register.delete(TABLE, key);
      }
      return make({ kind: 'set-up' }, SET_UP);
    },
    signIn: (person) => make({ kind: 'sign-in', person }, SIGN_IN),
    look,
    async take(code) {
      const purpose = await look(code);
      if (purpose === null) return null;
      // `add` has one winner, also between processes.
      if (!(await register.add('link-used', hashToken(code), new Date(clock()).toISOString()))) return null;
      await register.delete(TABLE, hashToken(code));
      return purpose;
    },
  };
}
