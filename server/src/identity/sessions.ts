import { createHash, randomBytes } from 'node:crypto';
import type { Register } from '@draagvlak/storage';
import type { People, Person } from './people.ts';

const HOUR = 3_600_000;
/** A session ends after this long without use. */
const IDLE = 12 * HOUR;
/** And after this long in any case. */
const ABSOLUTE = 7 * 24 * HOUR;
/** Use is written down at most this often. */
const TOUCH = 5 * 60_000;

/** A person with the session they came in with. */
export interface SignedIn {
  readonly person: Person;
  /** Name of the session on the server: never the token itself, so it may be logged and compared. */
  readonly session: string;
}

interface Row {
  readonly person: string;
  readonly startedAt: string;
  readonly seenAt: string;
}

export interface Sessions {
  /** Starts a session and resolves with the token for the cookie, which is stored only as a hash. */
  start(person: string): Promise<{ readonly token: string; readonly session: string }>;
  /** Who holds this token now; `null` for an unknown, ended or expired one. */
  byToken(token: string): Promise<SignedIn | null>;
  /** The same by the session's name, for a socket that was opened earlier. */
  byName(session: string): Promise<SignedIn | null>;
  end(session: string): Promise<void>;
  /** Removes what has expired, so that the register holds nobody longer than needed. */
  sweep(): Promise<void>;
  /** Ends every session of a person and resolves with their names. */
  endAll(person: string): Promise<readonly string[]>;
}

const TABLE = 'session';

/** The name under which a token is stored. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
/** 256 random bits, safe in an address and a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export function createSessions(register: Register, people: People, clock: () => number): Sessions {
  const hasExpired = (row: Row, now: number): boolean =>
    now - Date.parse(row.seenAt) > IDLE || now - Date.parse(row.startedAt) > ABSOLUTE;

  async function byName(session: string): Promise<SignedIn | null> {
    const text = await register.get(TABLE, session);
    if (text === null) return null;
    const row = JSON.parse(text) as Row;
    const now = clock();
    if (hasExpired(row, now)) {
      await register.delete(TABLE, session);
      return null;
    }
    const person = await people.person(row.person);
    if (!person) return null;
    if (now - Date.parse(row.seenAt) > TOUCH) {
      await register.set(TABLE, session, JSON.stringify({ ...row, seenAt: new Date(now).toISOString() }));
    }
    return { person, session };
  }
  return {
    async start(person) {
      const token = newToken();
      const session = hashToken(token);
      const at = new Date(clock()).toISOString();
      await register.set(TABLE, session, JSON.stringify({ person, startedAt: at, seenAt: at } satisfies Row));
      return { token, session };
    },
    byToken: (token) => (/^[\w-]{43}$/.test(token) ? byName(hashToken(token)) : Promise.resolve(null)),
    byName,
    end: (session) => register.delete(TABLE, session),
    async sweep() {
      const now = clock();
      for (const { key, value } of await register.list(TABLE)) {
        if (hasExpired(JSON.parse(value) as Row, now)) await register.delete(TABLE, key);
      }
    },
    async endAll(person) {
      const ended: string[] = [];
      for (const { key, value } of await register.list(TABLE)) {
        if ((JSON.parse(value) as Row).person !== person) continue;
        await register.delete(TABLE, key);
        ended.push(key);
      }
      return ended;
    },
  };
}
