import type { Work } from '../editor/draft-session.ts';

/** Milliseconds that typed text stays on the device after its page was last open. */
export const KEPT_FOR = 24 * 60 * 60 * 1000;

/** What is known of text on this device that the server may not have; the text itself is in a database of its own. */
export interface Left {
  /** Name of the database, and of the lock that the page which fills it holds. */
  readonly name: string;
  readonly person: string;
  readonly draft: string;
  /** Milliseconds since 1970 at which something was last kept. */
  readonly at: number;
  /** Hash of the schema under which it was typed. */
  readonly schema: string;
  /** Client ids under which it was typed, with the first clock the server had not confirmed. */
  readonly typed: readonly { readonly client: number; readonly from: number }[];
  /** For which comments it was typed. */
  readonly work: readonly Work[];
}

const PREFIX = 'draagvlak-werktekst/';

export const nameOf = (person: string, draft: string, page: string): string => `${PREFIX}${person}/${draft}/${page}`;

/**
 * The list of what is left on this device. It stands in local storage, which is written at once: a page that is killed
 * leaves either both the text and its line, or nothing that anybody would find.
 */
export function listLeft(): readonly Left[] {
  const left: Left[] = [];
  for (let index = 0; index < localStorage.length; index += 1) {
    const key = localStorage.key(index);
    if (key === null || !key.startsWith(PREFIX)) continue;
    const one = read(localStorage.getItem(key));
    if (one !== null && one.name === key) left.push(one);
  }
  return left;
}

function read(text: string | null): Left | null {
  try {
    return text === null ? null : (JSON.parse(text) as Left);
  } catch {
    // Not ours, or damaged; sweeping removes the database it belonged to.
    return null;
  }
}

export const noteLeft = (left: Left): void => localStorage.setItem(left.name, JSON.stringify(left));

/** Removes text and line. Rejects when the browser cannot remove the database. */
export async function dropLeft(name: string): Promise<void> {
  localStorage.removeItem(name);
  await removeDatabase(name);
}

function removeDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(request.error ?? new Error(`cannot remove ${name}`)));
    // A page that still has it open closes it when it hears of this; the removal goes on by itself.
    request.addEventListener('blocked', () => resolve());
  });
}

/**
 * Removes what must not stay: what is older than a day, and everything that is not this person's; with `null`, everything.
 * Asks the browser itself too, so that a database without a line goes as well.
 */
export async function sweep(person: string | null, now: number): Promise<void> {
  if (typeof indexedDB === 'undefined') return;
  const lines = listLeft();
  const stays = new Set(
    lines.filter((left) => left.person === person && now - left.at < KEPT_FOR).map(({ name }) => name),
  );
  const databases = typeof indexedDB.databases === 'function' ? await indexedDB.databases() : [];
  const names = new Set([...lines.map(({ name }) => name), ...databases.map(({ name }) => name ?? '')]);
  for (const name of names) {
    if (name.startsWith(PREFIX) && !stays.has(name)) await dropLeft(name);
  }
}
