import type { Dossier } from '@draagvlak/procedure';
import type { Words } from '@draagvlak/review';
import type { Blobs } from '@draagvlak/storage';
import { nl } from '@draagvlak/wording';

const TYPE = 'text/plain; charset=utf-8';

/** What people wrote, kept apart from the facts so that it can be redacted and erased. */
export interface WordStore {
  /** Stores every `{ words }` in a value as a salted blob and puts `{ blob }` in its place. */
  keep<T>(value: T): Promise<T>;
  /** The words as they may be read now: redacted where they were, `null` where they were erased or never were. */
  text(words: Words | null | undefined, dossier: Pick<Dossier, 'redactions' | 'erased'>): Promise<string | null>;
  /**
   * As `text`, but words that were erased say so, for where nothing would look as if nothing had been written.
   */
  shown(words: Words | null | undefined, dossier: Pick<Dossier, 'redactions' | 'erased'>): Promise<string | null>;
  /** Lets go of words that are redacted now; they stay stored until they are erased. */
  forget(blob: string): void;
  /** Removes words for good. Doing it twice is harmless. */
  erase(blob: string, reason: string): Promise<void>;
}

/** Name of the blob whose words stand here now, redactions followed; `null` where they were erased. */
export function currentWords(blob: string, dossier: Pick<Dossier, 'redactions' | 'erased'>): string | null {
  let ref = blob;
  const seen = new Set<string>();
  for (let next = dossier.redactions[ref]; next !== undefined && !seen.has(ref); next = dossier.redactions[ref]) {
    seen.add(ref);
    ref = next;
  }
  return dossier.erased.includes(ref) ? null : ref;
}

const MOST = 5000;

export function createWordStore(blobs: Blobs): WordStore {
  // Words of a name never change, so they are read once; erasing is checked in the dossier first.
  const read = new Map<string, string>();

  async function keep(value: unknown): Promise<unknown> {
    if (Array.isArray(value)) return Promise.all(value.map(keep));
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value);
    if (entries.length === 1 && entries[0]?.[0] === 'words' && typeof entries[0][1] === 'string') {
      const bytes = new TextEncoder().encode(entries[0][1]);
      return { blob: await blobs.put(bytes, { salted: true, type: TYPE }) };
    }
    return Object.fromEntries(await Promise.all(entries.map(async ([name, part]) => [name, await keep(part)])));
  }

  const store: WordStore = {
    keep: <T>(value: T) => keep(value) as Promise<T>,
    async text(words, dossier) {
      if (!words) return null;
      if ('words' in words) return words.words;
      const ref = currentWords(words.blob, dossier);
      if (ref === null) return null;
      const known = read.get(ref);
      if (known !== undefined) return known;
      const blob = await blobs.get(ref);
      if (blob === null) throw new Error(`words ${ref} are not in the store`);
      if ('erased' in blob) return null;
      const text = new TextDecoder().decode(blob.bytes);
      if (read.size >= MOST) read.clear();
      read.set(ref, text);
      return text;
    },
    async shown(words, dossier) {
      const text = await store.text(words, dossier);
      return text === null && words && 'blob' in words ? nl.redaction.erasedWords : text;
    },
    forget: (blob) => void read.delete(blob),
    async erase(blob, reason) {
      read.delete(blob);
      const kept = await blobs.get(blob);
      if (kept !== null && !('erased' in kept)) await blobs.erase(blob, reason);
    },
  };
  return store;
}
