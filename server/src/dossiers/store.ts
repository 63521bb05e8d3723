import { type Dossier, evolve, type Fact } from '@draagvlak/procedure';
import type { Journal } from '@draagvlak/storage';
import type { Log } from '../log.ts';
import { BrokenChain, GENESIS, link, unlink } from './chain.ts';

/** A dossier with the hash of its last fact. */
export interface Loaded {
  readonly dossier: Dossier;
  readonly head: string;
}

/** Dossiers folded from their journals; what was folded once is kept and only what came after is read. */
export interface DossierStore {
  /** `null` when there is no such dossier. Throws `BrokenChain` when its journal was tampered with. */
  load(id: string): Promise<Loaded | null>;
  /** Every dossier whose journal holds, in no order; a broken one is reported and left out. */
  all(): Promise<readonly Loaded[]>;
  ofVersion(version: string): Promise<Loaded | null>;
  ofDraft(draft: string): Promise<Loaded | null>;
  ofDocument(document: string): Promise<Loaded | null>;
  /** Adds facts after what was loaded; `null` when somebody else was first. */
  append(
    id: string,
    after: Loaded | null,
    facts: readonly Fact[],
    by: string | null,
    at: string,
  ): Promise<Loaded | null>;
  /** Reads and checks the whole journal again, from its first entry. Throws `BrokenChain`. */
  verify(id: string): Promise<void>;
}

export function createDossierStore(journal: Journal, log: Log): DossierStore {
  const cache = new Map<string, Loaded>();
  const position = (loaded: Loaded | null) =>
    loaded === null ? { version: 0, head: GENESIS } : { version: loaded.dossier.version, head: loaded.head };

  async function load(id: string): Promise<Loaded | null> {
    const known = cache.get(id) ?? null;
    const after = position(known);
    const entries = unlink(id, after, await journal.read(id, after.version));
    if (entries.length === 0) return known;
    let dossier: Dossier | null = known?.dossier ?? null;
    for (const entry of entries) dossier = evolve(dossier, entry, id);
    const last = entries.at(-1);
    if (dossier === null || last === undefined) return known;
    const loaded = { dossier, head: last.hash };
    const present = cache.get(id);
    if (present === undefined || present.dossier.version < dossier.version) cache.set(id, loaded);
    return loaded;
  }

  async function all(): Promise<readonly Loaded[]> {
    const loaded = await Promise.all(
      (await journal.streams()).map((id) =>
        load(id).catch((error: unknown) => {
          if (!(error instanceof BrokenChain)) throw error;
          log.error('journal broken', { dossier: id, error });
          return null;
        }),
      ),
    );
    return loaded.filter((one) => one !== null);
  }

  async function find(holds: (dossier: Dossier) => boolean): Promise<Loaded | null> {
    // Something that exists stays where it is, so what is known may answer; only what is not known is read for.
    for (const [id, { dossier }] of cache) if (holds(dossier)) return load(id);
    return (await all()).find(({ dossier }) => holds(dossier)) ?? null;
  }

  return {
    load,
    all,
    ofVersion: (version) => find((dossier) => dossier.versions.some(({ id }) => id === version)),
    ofDraft: (draft) => find((dossier) => dossier.documents.some((document) => document.draft === draft)),
    ofDocument: (document) => find((dossier) => dossier.documents.some(({ id }) => id === document)),
    async append(id, after, facts, by, at) {
      const from = position(after);
      const rows = link(id, from, facts, by, at);
      return (await journal.append(id, from.version, rows)) ? load(id) : null;
    },
    async verify(id) {
      unlink(id, { version: 0, head: GENESIS }, await journal.read(id));
    },
  };
}
