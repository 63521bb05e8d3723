import type { Blobs, Register } from '@draagvlak/storage';
import { mediaType } from './sniff.ts';

/** Files that people put beside a dossier; each belongs to one dossier and is reached only through it. */
export interface Files {
  /** Keeps the bytes; `null` when they are of no kind that we keep. */
  keep(
    dossier: string,
    bytes: Uint8Array,
    by: string,
    at: string,
  ): Promise<{ readonly blob: string; readonly type: string } | null>;
  /** Makes files of one dossier reachable through another as well; what the first does not have is passed over. */
  share(from: string, to: string, blobs: readonly string[]): Promise<void>;
  /** `null` when the dossier has no such file, or when it was erased. */
  read(dossier: string, blob: string): Promise<{ readonly bytes: Uint8Array; readonly type: string } | null>;
}

const TABLE = 'file';

export function createFiles(blobs: Blobs, register: Register): Files {
  return {
    async keep(dossier, bytes, by, at) {
      const type = mediaType(bytes);
      if (type === null) return null;
      // Salted, so that a file with personal data can be erased like any other words.
      const blob = await blobs.put(bytes, { salted: true, type });
      await register.set(TABLE, `${dossier}/${blob}`, JSON.stringify({ type, by, at }));
      return { blob, type };
    },
    async share(from, to, shared) {
      for (const blob of shared) {
        const kept = await register.get(TABLE, `${from}/${blob}`);
        if (kept !== null) await register.set(TABLE, `${to}/${blob}`, kept);
      }
    },
    async read(dossier, blob) {
      if ((await register.get(TABLE, `${dossier}/${blob}`)) === null) return null;
      const kept = await blobs.get(blob);
      return kept === null || 'erased' in kept ? null : kept;
    },
  };
}
